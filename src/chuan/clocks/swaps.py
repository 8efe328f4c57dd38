"""A swap: a working day off against a worked rest day. No article of law, only the notice that says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from chuan.clocks import refusals
from chuan.rules.types import Citation, Sure
from chuan.rules.wording import said
from chuan.rules.working_time import Calendar, DayKind, DayRow

FARTHEST = 62
"""Days between the two: every swap so far lay within three weeks; farther apart is a slip."""


@dataclass(frozen=True, slots=True)
class Swap:
    """Off on a working day, worked on a rest day instead."""

    off: date
    worked: date

    def check(self, calendar: Calendar) -> None:
        """Refuse two working days, two days off, and days far apart."""
        off, worked = calendar.day(self.off), calendar.day(self.worked)
        weekly = calendar.hours_on(self.worked).working
        if not off.counts or off.kind is DayKind.SWAPPED_ON:
            raise refusals.SwapOfWorkingDays(day=self.off, wanted=_("ngày làm việc"))
        if worked.counts or self.worked.weekday() in weekly or worked.kind is DayKind.HOLIDAY:
            raise refusals.SwapOfWorkingDays(day=self.worked, wanted=_("ngày nghỉ hằng tuần"))
        if abs((self.off - self.worked).days) > FARTHEST:
            raise refusals.SwapTooFar(off=self.off, worked=self.worked, most=FARTHEST)

    def rows(self, citation: Citation, known_since: date | None = None) -> tuple[DayRow, DayRow]:
        """The two days as a calendar takes them."""
        off = _("nghỉ hoán đổi, làm bù %(day)s") % {"day": said(self.worked)}
        worked = _("làm bù cho ngày nghỉ %(day)s") % {"day": said(self.off)}
        return (
            DayRow(self.off, False, off, citation, Sure.READ, None, known_since, "", DayKind.SWAPPED_OFF),
            DayRow(self.worked, True, worked, citation, Sure.READ, None, known_since, "", DayKind.SWAPPED_ON),
        )

    def tried_on(self, calendar: Calendar, on: date) -> Calendar:
        """The calendar as it would be, were the swap announced on the day."""
        return calendar.with_rows(self.rows(Citation(number=_("thử hoán đổi")), on))
