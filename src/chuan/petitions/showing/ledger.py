"""The ledger of one clock of a petition as a table: every day counted or skipped, why, and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.petitions.showing.verdicts import Said, left_in_words, soon_until, upper_first
from chuan.rules.deadlines import AGENCY, OFFICE, SUSPENDED, ClockRule, ClockUnit, Ending, LedgerLine
from chuan.rules.petitions import ClockDates
from chuan.rules.types import Citation, Sure
from chuan.rules.working_time import Calendar
from chuan.ui import formatters as say

HOLDERS = {OFFICE: later("đơn vị"), AGENCY: later("cơ quan khác"), SUSPENDED: later("tạm đình chỉ")}
UNITS = {
    ClockUnit.WORKING_DAY: later("ngày làm việc"),
    ClockUnit.CALENDAR_DAY: later("ngày"),
    ClockUnit.WORKING_HOUR: later("giờ làm việc"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One counted day: its number in the round; ``look``: "old" counted in vain, "next" still to come."""

    text: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """Days one after another that were counted alike, with one reason and one source."""

    days: str
    holder: str
    marks: tuple[Mark, ...]
    skipped: int
    why: str
    source: str


@dataclass(frozen=True, slots=True)
class ShownClock:
    """One clock with its ledger: what it is for, how long, until when, by which act, what it came to."""

    key: str
    title: str
    length: str
    said: Said
    due_on: date | None
    due_words: str
    source: str
    unverified: bool
    remarks: Sequence[str]
    rows: Sequence[LedgerRow]
    summary: str
    running: bool


UNTOLD = later(
    "Danh sách của nguồn không có cột cho việc này nên không biết đã làm chưa; không tính là việc phải làm."
)


def shown_clock(dates: ClockDates, calendar: Calendar, *, on: date, untold: bool = False) -> ShownClock:
    """The clock as the page shows it on a day; ``untold``: the system of record cannot say whether it has ended."""
    rule, reading = dates.reading.rule, dates.reading
    untold = untold and dates.outcome is None
    days = _counted(dates, calendar, on)
    return ShownClock(
        key=dates.clock.key,
        title=upper_first(dates.clock.title),
        length=_length(rule, reading.total - rule.total),
        said=Said("unmeasured", _("Nguồn không nói")) if untold else _said(dates, calendar, on),
        due_on=reading.lawful_due_on,
        due_words=say.weekday(reading.lawful_due_on, with_year=True) if reading.lawful_due_on else "",
        source=cited(rule.source),
        unverified=rule.sure is Sure.UNVERIFIED,
        remarks=[
            *([str(UNTOLD)] if untold else []),
            *(one.text for one in dates.remarks if one.code != "law_unverified"),
        ],
        rows=tuple(_row(list(run)) for _key, run in groupby(days, key=lambda one: one.key)),
        summary=_summary(days),
        running=dates.outcome is None and not untold,
    )


def _length(rule: ClockRule, granted: int) -> str:
    """The period of the rule, and what was lawfully added to it: "30 ngày, gia hạn thêm 15 ngày"."""
    unit = UNITS[rule.unit]
    plain = f"{rule.total} {unit}"
    longer = _("%(plain)s, gia hạn thêm %(granted)s") % {"plain": plain, "granted": f"{granted} {unit}"}
    return longer if granted else plain


def cited(source: Citation) -> str:
    """Act and article: "Luật Khiếu nại 2011, Điều 28"."""
    return ", ".join(part for part in (source.number, source.article) if part)


@dataclass(frozen=True, slots=True)
class _Day:
    line: LedgerLine
    number: int
    kind: str

    @property
    def key(self) -> tuple[object, ...]:
        if self.kind == "off":
            return (self.kind, self.line.round, self.line.holder)
        return (self.kind, self.line.round, self.line.holder, self.line.why)


def _counted(dates: ClockDates, calendar: Calendar, on: date) -> list[_Day]:
    """Every line with its running number; what an earlier round counted is void."""
    last = max((line.round for line in dates.reading.lines), default=0)
    told, running, round_now = [], 0, 0
    for line in dates.reading.lines:
        running = (running if line.round == round_now else 0) + line.amount
        round_now = line.round
        told.append(_Day(line, running, _kind(line, last, calendar, on)))
    return told


def _kind(line: LedgerLine, last: int, calendar: Calendar, on: date) -> str:
    if line.counted:
        return "void" if line.round < last else "to_come" if line.day > on else "counted"
    if line.holder == SUSPENDED:
        return "wait"
    return "event" if calendar.day(line.day).counts else "off"


_LOOKS = {"void": "old", "to_come": "next"}


def _row(days: Sequence[_Day]) -> LedgerRow:
    first, last = days[0].line, days[-1].line
    sources = dict.fromkeys(cited(one.line.source) for one in days)
    counted = first.counted
    return LedgerRow(
        days=upper_first(say.weekday(first.day)) if first.day == last.day else say.days(first.day, last.day),
        holder=str(HOLDERS.get(first.holder, first.holder)),
        marks=tuple(Mark(str(one.number), _LOOKS.get(one.kind, "")) for one in days) if counted else (),
        skipped=0 if counted or days[0].kind == "event" else len(days),
        why=_why(days),
        source="; ".join(one for one in sources if one),
    )


def _why(days: Sequence[_Day]) -> str:
    said = "; ".join(dict.fromkeys(one.line.why for one in days))
    if days[0].kind == "void":
        said = _("%s; bỏ vì đếm lại từ đầu") % said
    if days[0].kind == "to_come":
        said = _("%s, sắp tới") % said
    return upper_first(said)


def _summary(days: Sequence[_Day]) -> str:
    counted = sum(one.kind in ("counted", "to_come") for one in days)
    return _("%(all)s ngày lịch, %(counted)s tính, %(others)s không tính") % {
        "all": len({one.line.day for one in days}),
        "counted": counted,
        "others": len(days) - counted,
    }


def _said(dates: ClockDates, calendar: Calendar, on: date) -> Said:
    if dates.outcome is not None:
        return {
            Ending.EARLY: Said("exceeded", _("Xong trước hạn")),
            Ending.ON_TIME: Said("met", _("Xong đúng hạn")),
            Ending.LATE: Said("not_met", _("Xong trễ hạn")),
        }[dates.outcome.ending]
    due = dates.reading.lawful_due_on
    if due is None:
        waits = dates.reading.holder == SUSPENDED
        return Said("paused", _("Tạm dừng")) if waits else Said("unmeasured", _("Chưa tính được hạn"))
    said = left_in_words(calendar, on, due, plain=dates.reading.rule.unit is ClockUnit.CALENDAR_DAY)
    if due < on:
        return Said("overdue", said)
    return Said("due_soon" if due <= soon_until(calendar, on=on) else "running", said)
