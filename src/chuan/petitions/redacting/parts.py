"""What covering puts on a petition's page: the way to the scan, and the card of the covered copies."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from chuan.people.viewer import Viewer
from chuan.petitions.models import Petition, WorkingCopy
from chuan.petitions.permissions import SECRET_KINDS, may_keep, may_record
from chuan.petitions.redacting import second_looks
from chuan.petitions.redacting.standing import copies_of
from chuan.petitions.showing import parts

ORDER = 60


class Redacting:
    """The part "redacting"."""

    def links(self, petition: Petition, viewer: Viewer, on: date) -> Iterable[parts.Link]:
        """Covering, for whoever keeps the register."""
        if may_keep(viewer) and may_record(viewer, petition):
            yield parts.Link(_("Che bản chụp đơn"), reverse("petitions:redact", args=[petition.uid]), ORDER)

    def cards(self, petition: Petition, viewer: Viewer, on: date) -> Iterable[parts.Card]:
        """The copies that stand or wait, for whoever works on the petition."""
        if not may_record(viewer, petition):
            return
        keeps = may_keep(viewer)
        looks = second_looks.may_look(viewer)
        copies = [one for one in copies_of(petition) if one.stands or (looks and one.waits)]
        scan = WorkingCopy.objects.select_related("by").filter(petition=petition).first() if keeps else None
        if copies or scan or petition.kind in SECRET_KINDS:
            context = {"copies": copies, "scan": scan, "may_take": True}
            yield parts.Card("petitions/redacting/card.html", context, ORDER)


def offer() -> None:
    """Put this part on the page; called when the programme starts."""
    parts.offer("redacting", Redacting())
    second_looks.register()
