"""The same dossiers under the law of 2021 and of 2026 differ exactly where the law differs.

NĐ 61/2018 and NĐ 118/2025 (amended by NĐ 309/2026) count alike but for one thing: since 118 the clock of a dossier
handed in at another unit's counter starts when the competent body has it (Điều 17 khoản 3).
"""

from __future__ import annotations

from datetime import date

import pytest

from chuan.dossiers.lawful import Claim, Period, lawful_dues
from chuan.dossiers.stories import read_steps, typed_happening
from chuan.law.calendars import national_calendar
from chuan.law.clock_rules import dossier_law
from chuan.rules.deadlines import ClockUnit, Happening, Step
from chuan.rules.working_time import day_of

OLD, NEW = dossier_law(date(2021, 3, 1)), dossier_law(date(2026, 9, 1))
DAYS, HOURS, PLAIN = ClockUnit.WORKING_DAY, ClockUnit.WORKING_HOUR, ClockUnit.CALENDAR_DAY

# name: dates, total, unit, handed in elsewhere, typed here, due by 2021's law, due by 2026's law
CASES: dict[
    str, tuple[dict[str, str], int, ClockUnit, bool, tuple[Happening, ...], date | None, date | None]
] = {
    "five working days over two holidays": (
        {"received_at": "2021-04-28T10:00:00"}, 5, DAYS, False, (), date(2021, 5, 7), date(2021, 5, 7),
    ),
    "received after 15:00: only the passing on moves": (
        {"received_at": "2021-04-28T15:20:00"}, 5, DAYS, False, (), date(2021, 5, 7), date(2021, 5, 7),
    ),
    "calendar days, the last one a Sunday": (
        {"received_at": "2021-03-04T10:00:00"}, 10, PLAIN, False, (), date(2021, 3, 15), date(2021, 3, 15),
    ),
    "eight hours from the afternoon": (
        {"received_at": "2021-03-04T15:00:00"}, 8, HOURS, False, (), date(2021, 3, 5), date(2021, 3, 5),
    ),
    "papers asked for and supplied: again from the start": (
        {"received_at": "2021-03-01T08:00:00", "asked_at": "2021-03-03T09:00:00", "supplied_at": "2021-03-08T09:00:00"},
        5, DAYS, False, (), date(2021, 3, 15), date(2021, 3, 15),
    ),
    "papers awaited: no due day": (
        {"received_at": "2021-03-01T08:00:00", "asked_at": "2021-03-03T09:00:00"}, 5, DAYS, False, (), None, None,
    ),
    "asked only after the due day: nothing moves": (
        {"received_at": "2021-03-01T08:00:00", "asked_at": "2021-03-10T09:00:00", "supplied_at": "2021-03-11T09:00:00"},
        5, DAYS, False, (), date(2021, 3, 8), date(2021, 3, 8),
    ),
    "an apology with a new date moves no due day": (
        {"received_at": "2021-03-01T08:00:00"}, 5, DAYS, False,
        (typed_happening(date(2021, 3, 5), Step.APOLOGISED, until=date(2021, 3, 12)),),
        date(2021, 3, 8), date(2021, 3, 8),
    ),
    "handed in elsewhere: from the first receipt, then from the competent body's": (
        {"received_at": "2021-03-01T08:00:00", "passed_on_at": "2021-03-03T08:00:00"}, 5, DAYS, True, (),
        date(2021, 3, 8), date(2021, 3, 10),
    ),
    "handed in elsewhere, papers asked for": (
        {"received_at": "2021-03-01T08:00:00", "passed_on_at": "2021-03-03T08:00:00",
         "asked_at": "2021-03-04T09:00:00", "supplied_at": "2021-03-08T09:00:00"},
        5, DAYS, True, (), date(2021, 3, 15), date(2021, 3, 15),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_each_case_is_due_when_the_law_of_its_day_says(name: str) -> None:
    values, total, unit, elsewhere, typed, old, new = CASES[name]
    steps = read_steps(values, taken_elsewhere=elsewhere)
    claims = [Claim(steps, Period(total, unit, law), typed) for law in (OLD, NEW)]
    found = [day_of(due) if due else None for due in lawful_dues(claims, national_calendar())]
    assert found == [old, new]


def test_they_differ_exactly_where_the_law_differs() -> None:
    differing = {name for name, (*_, old, new) in CASES.items() if old != new}
    assert differing == {"handed in elsewhere: from the first receipt, then from the competent body's"}
    said = {key for key, value in OLD.values.items() if value.value != NEW.values[key].value}
    assert said == {"dossier.start"}
