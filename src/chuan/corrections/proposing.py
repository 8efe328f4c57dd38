"""What Chuẩn would raise by itself: proposals of all rooms, without those that were raised or put aside."""

from __future__ import annotations

from datetime import date, datetime

from chuan.corrections.models import Nonconformity, PutAside
from chuan.offers.faults import Proposal, proposals
from chuan.offers.subjects import describe
from chuan.people.viewer import Viewer


def waiting_proposals(viewer: Viewer, *, on: date, at: datetime) -> list[Proposal]:
    """Proposals of the viewer's unit that wait for somebody, the oldest first.

    What this viewer may not see is left out. Two statements beside the rooms' own and one for each kind.
    """
    found = proposals(viewer.unit, on, at)
    if not found:
        return []
    raised = Nonconformity.objects.seen_by(viewer).exclude(proposal="").values_list("proposal", flat=True)
    aside = PutAside.objects.seen_by(viewer).values_list("key", flat=True)
    known = {*raised, *aside}
    open_ones = [one for one in found if one.key not in known]
    shown = describe([one.subject for one in open_ones], viewer)
    return [one for one in open_ones if one.subject in shown]


def proposal_of(key: str, viewer: Viewer, *, on: date, at: datetime) -> Proposal | None:
    """The waiting proposal of this key."""
    return next((one for one in waiting_proposals(viewer, on=on, at=at) if one.key == key), None)
