"""On a petition's page: whom it is about, and the ways to say so later, or to say what makes its period longer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from chuan.people.viewer import Viewer
from chuan.petitions.actions.facts import FACTS
from chuan.petitions.models import Petition
from chuan.petitions.permissions import KEEPERS, LEADERS, may_record
from chuan.petitions.showing import parts
from chuan.petitions.showing.parts import Card, Link
from chuan.rules.petitions import Kind


class FactsPart:
    """For who keeps the register and who leads; names are shown to whoever works on the petition."""

    def links(self, petition: Petition, viewer: Viewer, on: date) -> Iterable[Link]:
        """After the work itself."""
        writes = viewer.has(*KEEPERS, *LEADERS) and may_record(viewer, petition)
        return list(_links(petition)) if writes and petition.present else ()

    def cards(self, petition: Petition, viewer: Viewer, on: date) -> Iterable[Card]:
        """Whom it is about, where it is about anybody."""
        if not may_record(viewer, petition):
            return
        rows = petition.concerned.select_related("official").order_by("pk")
        if names := [one.official.name for one in rows]:
            leads = viewer.has(*LEADERS)
            yield Card("petitions/cases/card_concerned.html", {"names": names, "leads": leads}, order=25)


def _links(petition: Petition) -> Iterator[Link]:
    yield Link(_("Ghi người mà đơn nói tới"), reverse("petitions:concern", args=[petition.uid]), 84)
    if petition.kind in FACTS and petition.settled_on is None:
        label = (
            _("Ghi địa bàn của đơn")
            if petition.kind == Kind.COMPLAINT
            else _("Ghi việc phải kiểm tra ở nhiều nơi")
        )
        yield Link(label, reverse("petitions:fact", args=[petition.uid]), 86)


def offer() -> None:
    """Put this on every petition's page; called when the programme starts."""
    parts.offer("facts", FactsPart())
