"""Deadlines: a million due days at once from one table, and single clocks with their ledgers."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta

from bench.saying import medians, say
from chuan.law.calendars import national_calendar
from chuan.law.clock_rules import dossier_law
from chuan.rules.deadlines import CITIZEN, OFFICE, CaseEvent, ClockUnit, Verb, due_table, read_clock
from chuan.rules.working_time import VIETNAM

MILLION = 1_000_000
FIRST, LAST = date(2021, 1, 1), date(2027, 12, 31)
BEGUN = datetime(2021, 4, 28, 10, tzinfo=VIETNAM)
STORY = (
    CaseEvent(BEGUN, Verb.TAKE, OFFICE),
    CaseEvent(BEGUN + timedelta(days=6), Verb.TAKE, CITIZEN),
    CaseEvent(BEGUN + timedelta(days=9), Verb.RESTART, OFFICE),
)


def columns(rows: int) -> tuple[list[int], list[int], list[int], list[int]]:
    """Invented cases of six years: starts, periods, and for one in ten a request and a supply."""
    chance = random.Random(2021)
    starts = [FIRST.toordinal() + chance.randrange(6 * 365) for _ in range(rows)]
    totals = [chance.choice((1, 2, 3, 5, 7, 10, 15, 20, 30)) for _ in range(rows)]
    asked = [start + chance.randrange(1, 4) if chance.random() < 0.1 else 0 for start in starts]
    supplied = [day + chance.randrange(1, 12) if day else 0 for day in asked]
    return starts, totals, asked, supplied


def tell(name: str, work: Callable[[], object]) -> None:
    """Say how many seconds a million takes: median by the clock on the wall, and of own work."""
    taken = medians(work, times=7)
    say(name, taken.wall / 1000, "s", 0.3, cpu=taken.cpu / 1000)


def main() -> None:
    """Measure and print."""
    calendar = national_calendar()
    table = due_table(calendar, FIRST, LAST)
    starts, totals, asked, supplied = columns(MILLION)
    tell("triệu hạn, ngày làm việc", lambda: table.working(starts, totals))
    tell("triệu hạn, ngày lịch lùi qua ngày nghỉ", lambda: table.calendar(starts, totals))
    for restart, name in ((True, "tính lại"), (False, "tính tiếp")):
        tell(
            f"triệu hạn, một phần mười có bổ sung ({name})",
            lambda restart=restart: table.supplemented(starts, totals, asked, supplied, restart=restart),
        )
    built = medians(lambda: due_table(calendar, FIRST, LAST))
    say("lập bảng ngày 2021–2027", built.wall, "ms", cpu=built.cpu)
    rule = dossier_law(BEGUN.date()).clock(ClockUnit.WORKING_DAY, 15)
    single = medians(lambda: read_clock(rule, calendar, STORY, at=BEGUN + timedelta(days=60)), times=200)
    say("một đồng hồ kèm sổ từng ngày", single.wall, "ms", cpu=single.cpu)


if __name__ == "__main__":
    main()
