"""What a swap would do to the cases that run now; nothing is saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from chuan.clocks.offices import calendar_of
from chuan.clocks.swaps import Swap
from chuan.offers import calendars
from chuan.offers.calendars import Moved
from chuan.offers.subjects import describe
from chuan.people.viewer import Viewer


@dataclass(frozen=True, slots=True)
class MovedLine:
    """A case that would move, with the page it leads to when there is one."""

    label: str
    address: str
    before: date | None
    after: date | None

    @property
    def later(self) -> bool:
        """Whether the office would have more time."""
        return bool(self.before and self.after and self.after > self.before)


def moved_by(viewer: Viewer, swap: Swap, *, at: datetime) -> list[Moved]:
    """The viewer's unit's running cases that the swap would move, the earliest due first.

    Raises ``SwapOfWorkingDays`` or ``SwapTooFar`` for a swap that is none.
    """
    calendar = calendar_of(viewer.unit)
    swap.check(calendar)
    tried = swap.tried_on(calendar, timezone.localdate(at))
    moved = [one for one in calendars.would_move(viewer.unit, tried, at) if one.before != one.after]
    return sorted(moved, key=lambda one: (one.before or date.max, one.code))


def lines(moved: Sequence[Moved], viewer: Viewer) -> list[MovedLine]:
    """Some of them as rows, described by the rooms that own them."""
    known = describe([one.subject for one in moved], viewer)
    found = []
    for one in moved:
        described = known.get(one.subject)
        label, address = (described.label, described.address) if described else (one.code, "")
        found.append(MovedLine(label, address, one.before, one.after))
    return found
