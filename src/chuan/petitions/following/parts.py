"""What following by file puts on a petition's page: the code the source gave, and taking a join back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.intake.record_systems import system_on
from chuan.people.viewer import Viewer
from chuan.petitions.events import standing_events
from chuan.petitions.linking import register_of
from chuan.petitions.models import Petition
from chuan.petitions.permissions import may_keep
from chuan.petitions.showing import parts
from chuan.petitions.showing.parts import Card, Link


class FollowingPart:
    """Offered to `showing.parts`."""

    def links(self, petition: Petition, viewer: Viewer, on: date) -> Iterable[Link]:
        """Writing the code down until the source lists it; taking a join back once it was joined by hand."""
        if not may_keep(viewer) or petition.owner_unit_id != viewer.unit.pk or not petition.present:
            return
        if not petition.outside:
            if not system_on(viewer.unit, register_of(petition), on).keeps:
                yield Link(_("Ghi mã ở nguồn"), reverse("petitions:outside_code", args=[petition.uid]), 85)
        elif _joined_by_hand(petition):
            yield Link(_("Bỏ ghép với nguồn"), reverse("petitions:part", args=[petition.uid]), 95)

    def cards(self, petition: Petition, viewer: Viewer, on: date) -> Iterable[Card]:
        """None: what the source writes stands on the page itself."""
        return ()


def _joined_by_hand(petition: Petition) -> bool:
    verbs = standing_events(petition).filter(verb__in=("join", "unjoin")).values_list("verb", flat=True)
    return list(verbs)[-1:] == ["join"]


def offer() -> None:
    """Register; called when the programme starts."""
    parts.offer("following", FollowingPart())
