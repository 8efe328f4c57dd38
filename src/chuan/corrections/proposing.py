"""What Chuẩn would raise by itself: proposals of all rooms, without those that were raised or put aside."""

from __future__ import annotations

from datetime import date, datetime

from chuan.corrections.models import Nonconformity, PutAside
from chuan.offers.faults import Proposal, proposals
from chuan.offers.subjects import describe
from chuan.people.viewer import Viewer


def waiting_proposals(viewer: Viewer, *, on: date, at: datetime) -> list[Proposal]:
    """Proposals of the viewer's unit that wait for somebody, the oldest first.

    What this viewer may not see is left out, and a record that somebody works on already. Three statements beside
    the rooms' own, and one for each kind.
    """
    found = proposals(viewer.unit, on, at)
    if not found:
        return []
    cases = Nonconformity.objects.seen_by(viewer)
    raised = cases.exclude(proposal="").values_list("proposal", flat=True)
    worked_on = set(cases.open().exclude(subject_uid=None).values_list("subject_uid", flat=True))
    known = {*raised, *PutAside.objects.seen_by(viewer).values_list("key", flat=True)}
    open_ones = [one for one in found if one.key not in known and one.subject.uid not in worked_on]
    shown = describe([one.subject for one in open_ones], viewer)
    return [one for one in open_ones if one.subject in shown]


def proposal_of(key: str, viewer: Viewer, *, on: date, at: datetime) -> Proposal | None:
    """The waiting proposal of this key."""
    return next((one for one in waiting_proposals(viewer, on=on, at=at) if one.key == key), None)
