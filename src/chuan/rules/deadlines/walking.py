"""Walking through the days of a case: what each adds to the count, and the minute it is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from chuan.rules.deadlines.custody import Custody, Stage
from chuan.rules.deadlines.types import CITIZEN, COUNTER, SUSPENDED, ClockRule, ClockUnit, LedgerLine
from chuan.rules.types import Citation
from chuan.rules.wording import said
from chuan.rules.working_time import MINUTES, Calendar, Day, day_of

NOBODY = Stage(0, "", 0, 0)
HOLDERS = {
    CITIZEN: "chờ công dân",
    COUNTER: "còn ở nơi tiếp nhận, chưa về cơ quan có thẩm quyền",
    SUSPENDED: "đang tạm đình chỉ",
}


@dataclass
class Walk:
    """What was found: due minute, ledger, the years the date rests on."""

    total: int
    due: int | None = None
    missing_year: int | None = None
    unconfirmed: set[int] = field(default_factory=set)
    lines: list[LedgerLine] = field(default_factory=list)
    used: int = 0
    round: int = 0

    def enter(self, stage: Stage) -> None:
        """A new round begins with nothing counted."""
        if stage.round != self.round:
            self.round, self.used = stage.round, 0

    def rests_on(self, day: Day) -> bool:
        """Note that the date depends on the day; False when its year is not held."""
        if not day.known:
            self.missing_year = day.day.year
        elif not day.confirmed_by:
            self.unconfirmed.add(day.day.year)
        return day.known


def walk(rule: ClockRule, calendar: Calendar, held: Custody, total: int, until: int) -> Walk:
    """Walk from the first event to the due minute; while nobody's time counts, only as far as ``until``.

    ``total`` is in the rule's unit, prolongations included.
    """
    hours = rule.unit is ClockUnit.WORKING_HOUR
    found = Walk(total * 60 if hours else total)
    add = _add_hours if hours else _add_day
    for day in _days(rule, calendar, held, until):
        add(rule, day, held, found)
        if found.due is not None or found.missing_year is not None:
            break
    return found


def _days(rule: ClockRule, calendar: Calendar, held: Custody, until: int) -> Iterator[Day]:
    """The days from the first event on; endless while a counted holder has the case."""
    last = held.stages[-1]
    endless = last.round > 0 and last.holder in rule.counted
    ordinal, stop = held.stages[0].since // MINUTES, max(until, last.since) // MINUTES
    while endless or ordinal <= stop:
        yield calendar.day(date.fromordinal(ordinal))
        ordinal += 1


def _add_day(rule: ClockRule, day: Day, held: Custody, found: Walk) -> None:
    """One day belongs to whoever holds the case at its close; the day of a start is day zero."""
    stage = held.at(day.close) or NOBODY
    found.enter(stage)
    held_by_us = stage.round > 0 and stage.holder in rule.counted
    working = rule.unit is ClockUnit.WORKING_DAY
    after_zero = held_by_us and day.day > day_of(stage.zero)
    amount = int(after_zero and found.used < found.total and (day.counts or not working))
    reached = held_by_us and day.day >= day_of(stage.zero) and found.used + amount >= found.total
    if ((working and after_zero) or (reached and (working or rule.roll))) and not found.rests_on(day):
        return
    found.used += amount
    if reached and (day.counts or not (working or rule.roll)):
        found.due = day.close
    last = found.due is not None
    rolled = reached and not amount and not last
    found.lines.append(_day_line(rule, day, held, amount, rolled=rolled, last=last))


def _day_line(
    rule: ClockRule, day: Day, held: Custody, amount: int, *, rolled: bool, last: bool
) -> LedgerLine:
    """The day's line; a restart in the evening makes it day zero, unless the day was counted or the last."""
    closing = held.at(day.close)
    tonight = held.at((day.day.toordinal() + 1) * MINUTES - 1) or NOBODY
    again = _is_zero(tonight, day) and not amount and not last
    stage = tonight if again or closing is None else closing
    why, source = _why(rule, day, stage, amount, rolled=rolled)
    return LedgerLine(day.day, stage.round, stage.holder, amount, why, source)


def _is_zero(stage: Stage, day: Day) -> bool:
    return stage.round > 0 and day_of(stage.zero) == day.day


def _why(rule: ClockRule, day: Day, stage: Stage, amount: int, *, rolled: bool) -> tuple[str, Citation]:
    """Why the day was counted or not, and where that is written."""
    if amount:
        return (day.why, rule.source) if rule.unit is ClockUnit.WORKING_DAY else ("ngày lịch", rule.source)
    if rolled:
        return f"đã đủ số ngày nhưng là {day.why}: lùi tới ngày làm việc tiếp theo", rule.because("roll")
    if stage.round == 0 or stage.holder not in rule.counted:
        held = HOLDERS.get(stage.holder, f"đang ở {stage.holder}")
        return f"{held}: không tính", rule.because(stage.holder)
    if day.day < day_of(stage.zero):
        return f"nhận sau giờ chốt: tính từ ngày {said(day_of(stage.zero))}", rule.because("cutoff")
    if _is_zero(stage, day):
        return _ZERO.get(stage.round, _AGAIN), rule.because("day_zero" if stage.round == 1 else CITIZEN)
    if day.counts:
        return "đã đủ số ngày: hết hạn vào ngày làm việc này", rule.because("roll")
    return day.why, day.source


_ZERO = {1: "ngày tiếp nhận: không tính"}
_AGAIN = "ngày nhận đủ hồ sơ bổ sung: tính lại từ đầu, không tính ngày này"


def _add_hours(rule: ClockRule, day: Day, held: Custody, found: Walk) -> None:
    """Minutes of office hours go to whoever holds the case in that very minute."""
    lines: dict[tuple[int, str], int] = {}
    for start, end, stage in _pieces(rule, day, held):
        found.enter(stage)
        if not (stage.round and stage.holder in rule.counted):
            lines.setdefault((stage.round, stage.holder), 0)
            continue
        if not found.rests_on(day):
            return
        taken = min(_open(day, start, end), found.total - found.used)
        found.used += taken
        lines[stage.round, stage.holder] = lines.get((stage.round, stage.holder), 0) + taken
        if found.used >= found.total and _open(day, start, end):
            found.due = _after(day, start, taken)
            break
    found.lines += [_hour_line(rule, day, key, minutes) for key, minutes in lines.items()]


def _pieces(rule: ClockRule, day: Day, held: Custody) -> list[tuple[int, int, Stage]]:
    """The day cut where custody changes, and where the count may begin."""
    begin = day.day.toordinal() * MINUTES
    pieces = held.within(begin, begin + MINUTES)
    return [(max(one, stage.zero), two, stage) for one, two, stage in pieces if two > stage.zero]


def _open(day: Day, start: int, end: int) -> int:
    """Minutes of office hours between two minutes of a day that counts."""
    base = day.day.toordinal() * MINUTES
    cut = [(max(span.start + base, start), min(span.end + base, end)) for span in day.spans if day.counts]
    return sum(two - one for one, two in cut if one < two)


def _after(day: Day, start: int, minutes: int) -> int:
    """The minute at which ``minutes`` of office hours have passed since ``start``, on a day that has them."""
    base = day.day.toordinal() * MINUTES
    rooms = (
        (max(span.start + base, start), span.end + base) for span in day.spans if span.end + base > start
    )
    begin, end = next(rooms)
    while minutes > end - begin:
        minutes -= end - begin
        begin, end = next(rooms)
    return begin + minutes


def _hour_line(rule: ClockRule, day: Day, key: tuple[int, str], minutes: int) -> LedgerLine:
    count, holder = key
    if minutes:
        return LedgerLine(day.day, count, holder, minutes, f"{minutes} phút làm việc", rule.source)
    if not count or holder not in rule.counted:
        held = HOLDERS.get(holder, f"đang ở {holder}")
        return LedgerLine(day.day, count, holder, 0, f"{held}: không tính", rule.because(holder))
    why = "ngoài giờ làm việc" if day.counts else day.why
    return LedgerLine(day.day, count, holder, 0, why, day.source)
