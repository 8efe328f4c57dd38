"""The ledger of a dossier as a table: every day counted or skipped, why, and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.law.dossier_clock import DossierDates
from chuan.rules.deadlines import AGENCY, CITIZEN, COUNTER, OFFICE, ClockUnit, LedgerLine
from chuan.rules.types import Citation
from chuan.ui import formatters as say

HOLDERS = {
    OFFICE: later("đơn vị"),
    CITIZEN: later("công dân"),
    AGENCY: later("cơ quan khác"),
    COUNTER: later("bộ phận tiếp nhận"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One counted day: its number in the round, and whether it was counted in vain or is still to come."""

    text: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """Days one after another that were counted alike, with one reason and one source."""

    days: str
    round: int
    holder: str
    marks: tuple[Mark, ...]
    skipped: int
    why: str
    source: str
    after_due: bool = False


@dataclass(frozen=True, slots=True)
class Ledger:
    """The table, its sum in words, and the line that ends it."""

    rows: tuple[LedgerRow, ...]
    summary: str
    ends_on: str
    ends_with: str

    @property
    def goes_on(self) -> bool:
        """Whether days after the due day stand in it too."""
        return any(row.after_due for row in self.rows)


@dataclass(frozen=True, slots=True)
class CountedDay:
    """One line of the reading: its running number in its round, and its kind (``ui.charts.clock_strip.KINDS``)."""

    line: LedgerLine
    number: str
    kind: str

    @property
    def key(self) -> tuple[object, ...]:
        """What neighbours must share to stand in one row: days off of any kind do, other reasons do not mix."""
        if self.kind in ("off", "over"):
            return (self.kind, self.line.round, self.line.holder)
        return (self.kind, self.line.round, self.line.holder, self.line.why)


def ledger_of(dates: DossierDates, *, on: date) -> Ledger:
    """The whole table, from the day of receipt to the due day."""
    days = counted_days(dates, on=on)
    rows = tuple(_row(list(run)) for _key, run in groupby(days, key=lambda one: one.key))
    due = dates.reading.lawful_due
    return Ledger(
        rows=rows,
        summary=_summary(days),
        ends_on=upper_first(say.weekday(due, with_year=True)) if due else "",
        ends_with=_("%s, hết giờ làm việc") % say.clock(due) if due else "",
    )


def counted_days(dates: DossierDates, *, on: date) -> list[CountedDay]:
    """Every line of the reading with its running number; what an earlier round counted is void."""
    hours = dates.reading.rule.unit is ClockUnit.WORKING_HOUR
    last = max((line.round for line in dates.reading.lines), default=0)
    told, running, round_now = [], 0, 0
    for line in dates.reading.lines:
        running = running if line.round == round_now else 0
        round_now = line.round
        running += line.amount
        kind = _kind(line, dates, last, on)
        told.append(CountedDay(line, _number(line, running, hours=hours), kind))
    return told


def _kind(line: LedgerLine, dates: DossierDates, last: int, on: date) -> str:
    if line.counted:
        return "void" if line.round < last else "to_come" if line.day > on else "counted"
    due = dates.reading.lawful_due_on
    if due is not None and line.day > due and line.round == last:
        return "over"
    if line.holder not in dates.reading.rule.counted:
        return "wait"
    return "event" if dates.calendar.day(line.day).counts else "off"


def short_ledger(dates: DossierDates, *, on: date) -> list[str]:
    """The ledger in three lines at most: what was counted, what was skipped, what was counted in vain or waited for."""
    days = counted_days(dates, on=on)
    said = [_said(row) for row in _telling(days)]
    return said[:3]


def _telling(days: Sequence[CountedDay]) -> Iterator[tuple[str, int, str]]:
    counted = [one for one in days if one.kind in ("counted", "to_come")]
    if counted:
        yield _("tính"), len(counted), say.days(counted[0].line.day, counted[-1].line.day)
    off = [one for one in days if one.kind == "off"]
    if off:
        yield _("bỏ qua"), len(off), _reasons(off)
    others = [one for one in days if one.kind in ("void", "wait", "event")]
    if others:
        yield _("không tính"), len(others), _reasons(others)


def _said(told: tuple[str, int, str]) -> str:
    verb, days, why = told
    return _("%(verb)s %(n)s ngày: %(why)s") % {"verb": upper_first(verb), "n": days, "why": why}


def _reasons(days: Sequence[CountedDay]) -> str:
    again = _("vòng trước, bỏ vì đếm lại")
    seen = list(dict.fromkeys(again if one.kind == "void" else one.line.why for one in days))
    shown = "; ".join(seen[:3])
    return (
        _("%(shown)s; và %(n)s lý do khác") % {"shown": shown, "n": len(seen) - 3} if len(seen) > 3 else shown
    )


_LOOKS = {"void": "old", "to_come": "next"}


def _row(days: Sequence[CountedDay]) -> LedgerRow:
    first, last = days[0].line, days[-1].line
    sources = dict.fromkeys(_source(one.line.source) for one in days)
    return LedgerRow(
        days=upper_first(say.weekday(first.day)) if first.day == last.day else say.days(first.day, last.day),
        round=first.round,
        holder=str(HOLDERS.get(first.holder, first.holder)),
        marks=tuple(Mark(one.number, _LOOKS.get(one.kind, "")) for one in days) if first.counted else (),
        skipped=0 if first.counted or days[0].kind in ("event", "over") else len(days),
        why=_why(days),
        source="; ".join(one for one in sources if one),
        after_due=days[0].kind == "over",
    )


def _why(days: Sequence[CountedDay]) -> str:
    said = "; ".join(dict.fromkeys(one.line.why for one in days))
    if days[0].kind == "void":
        said = _("%(why)s; vòng %(n)s bỏ vì đếm lại từ đầu") % {"why": said, "n": days[0].line.round}
    if days[0].kind == "to_come":
        said = _("%s, sắp tới") % said
    return upper_first(said)


def _number(line: LedgerLine, running: int, *, hours: bool) -> str:
    if not line.counted:
        return ""
    return say.number(running / 60, 1).removesuffix(",0") if hours else str(running)


def _summary(days: Sequence[CountedDay]) -> str:
    counted = sum(one.kind in ("counted", "to_come") for one in days)
    void = sum(one.kind == "void" for one in days)
    skipped = len(days) - counted - void
    parts = [_("%s ngày lịch") % len({one.line.day for one in days}), _("%s tính") % counted]
    parts += [_("%s bỏ vì đếm lại") % void] if void else []
    return ", ".join([*parts, _("%s không tính") % skipped])


def _source(source: Citation) -> str:
    return ", ".join(part for part in (source.number, source.article) if part)


def upper_first(text: str) -> str:
    """The words as they begin a line; only the first letter changes."""
    return text[:1].upper() + text[1:]
