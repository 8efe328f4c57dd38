"""What this part puts on a petition's page: what higher bodies received about the same matter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Q

from chuan.people.viewer import Viewer
from chuan.petitions.escalated.showing import shown
from chuan.petitions.models import Escalation, Petition
from chuan.petitions.showing import parts
from chuan.petitions.showing.parts import Card, Link


class EscalatedPart:
    """Of petitions about which something came in above; of others nothing."""

    def links(self, petition: Petition, viewer: Viewer, on: date) -> Iterator[Link]:
        """None: it is entered at the part's own page, where what came in above is seen as a whole."""
        return iter(())

    def cards(self, petition: Petition, viewer: Viewer, on: date) -> Iterator[Card]:
        """When, by whom, and whether it went past the ward."""
        rows = list(
            Escalation.objects.seen_by(viewer).standing().filter(_of(petition)).order_by("received_on", "uid")
        )
        if rows:
            yield Card("petitions/escalated/card.html", {"rows": shown(rows, viewer)}, order=65)


def _of(petition: Petition) -> Q:
    """Linked to it, or named by its code in a higher body's list and not yet linked."""
    named = Q(ward_code=petition.code)
    if petition.outside_code:
        named |= Q(ward_code=petition.outside_code)
    unlinked = Q(petition__isnull=True, never_asked=False, unit_id=petition.unit_id)
    return Q(petition=petition) | (named & unlinked)


def offer() -> None:
    """Register; called when the programme starts."""
    parts.offer("escalated", EscalatedPart())
