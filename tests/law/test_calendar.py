"""Days off and worked Saturdays of 2021 to 2027, against the notices and against outside data."""

from __future__ import annotations

import csv
import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest

from chuan.law import calendars
from chuan.law.calendars import national_calendar, office_hours, parse_calendar
from chuan.rules.refusals.clocks import HoursUnreadable
from chuan.rules.types import Citation, Sure
from chuan.rules.working_time import Hours

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "holidays"
CALENDAR = national_calendar()
SOURCE = (Path(calendars.__file__).parent / "calendar.toml").read_text(encoding="utf-8")
RAW = tomllib.loads(SOURCE)


def counts(text: str) -> bool:
    return CALENDAR.day(date.fromisoformat(text)).counts


def why(text: str) -> str:
    return CALENDAR.day(date.fromisoformat(text)).why


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2021-02-10", "2021-02-16"), ("2021-04-30", "2021-05-03"), ("2021-09-02", "2021-09-05"),
        ("2022-01-01", "2022-01-03"), ("2022-01-29", "2022-02-06"), ("2022-04-09", "2022-04-11"),
        ("2022-04-30", "2022-05-03"), ("2022-09-01", "2022-09-04"),
        ("2022-12-31", "2023-01-02"), ("2023-01-20", "2023-01-26"), ("2023-04-29", "2023-05-03"),
        ("2023-09-01", "2023-09-04"),
        ("2024-02-08", "2024-02-14"), ("2024-04-27", "2024-05-01"), ("2024-08-31", "2024-09-03"),
        ("2025-01-25", "2025-02-02"), ("2025-04-05", "2025-04-07"), ("2025-04-30", "2025-05-04"),
        ("2025-08-30", "2025-09-02"),
        ("2026-01-01", "2026-01-04"), ("2026-02-14", "2026-02-22"), ("2026-04-25", "2026-04-27"),
        ("2026-04-30", "2026-05-03"), ("2026-08-29", "2026-09-02"), ("2026-11-24", "2026-11-24"),
        ("2027-01-01", "2027-01-03"), ("2027-02-04", "2027-02-10"), ("2027-04-16", "2027-04-18"),
        ("2027-04-30", "2027-05-03"), ("2027-09-02", "2027-09-05"), ("2027-11-24", "2027-11-24"),
    ],
)  # fmt: skip
def test_the_office_is_closed_from_the_first_to_the_last_day_and_not_longer(first: str, last: str):
    one, two = date.fromisoformat(first), date.fromisoformat(last)
    span = [one + timedelta(days=n) for n in range((two - one).days + 1)]
    assert not any(CALENDAR.day(day).counts for day in span)
    outside = [CALENDAR.day(one - timedelta(days=1)), CALENDAR.day(two + timedelta(days=1))]
    assert all(day.counts for day in outside), [day.day for day in outside if not day.counts]


@pytest.mark.parametrize(
    ("off", "worked"),
    [("2024-04-29", "2024-05-04"), ("2025-05-02", "2025-04-26"), ("2026-01-02", "2026-01-10"),
     ("2026-08-31", "2026-08-22")],
)  # fmt: skip
def test_a_swapped_day_is_off_and_its_saturday_is_worked(off: str, worked: str):
    assert not counts(off)
    assert counts(worked)
    assert CALENDAR.day(date.fromisoformat(worked)).spans == (Hours(450, 690), Hours(780, 1020))


def test_no_other_saturday_or_sunday_is_worked():
    days = [date(2021, 1, 1) + timedelta(days=n) for n in range(2556)]
    worked = [str(day) for day in days if day.weekday() > 4 and CALENDAR.day(day).counts]
    assert worked == ["2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22"]


def test_the_proposed_swap_around_the_culture_day_was_not_adopted():
    """Công văn 10065/VPCP-KGVX: 23/11/2026 is worked, 28/11 is not."""
    assert counts("2026-11-23")
    assert not counts("2026-11-24")
    assert not counts("2026-11-28")


def test_the_culture_day_is_a_holiday_from_2026_on_and_never_made_up():
    """Nghị quyết 28/2026/QH16, Điều 2; not one of Điều 112.1, so Điều 111.3 does not reach it."""
    assert counts("2025-11-24")
    assert why("2026-11-24") == "Ngày Văn hóa Việt Nam"
    assert all(
        not row["made_up"]
        for year in RAW["year"].values()
        for row in year["holiday"]
        if "Văn hóa" in row["why"]
    )


def test_days_in_lieu_say_what_they_make_up_for_and_by_which_article():
    day = CALENDAR.day(date(2021, 5, 3))
    assert day.why == "nghỉ bù Quốc tế Lao động 01/05/2021"
    assert day.source == Citation("45/2019/QH14", article="Điều 111 khoản 3")


def test_years_hold_eleven_holidays_and_twelve_from_2026():
    """Bộ luật Lao động 45/2019/QH14, Điều 112.1; Nghị quyết 28/2026/QH16."""
    assert {year: len(one["holiday"]) for year, one in RAW["year"].items()} == {
        "2021": 11, "2022": 11, "2023": 11, "2024": 11, "2025": 11, "2026": 12, "2027": 12,
    }  # fmt: skip


def test_every_source_names_its_act_its_article_and_how_sure_it_is():
    for name, source in RAW["source"].items():
        assert source["act"], name
        assert source["article"], name
        assert Sure(source["sure"])


def test_nobody_has_confirmed_a_year_yet():
    assert set(CALENDAR.years) == set(range(2021, 2028))
    assert set(CALENDAR.years.values()) == {""}


def test_years_before_and_after_are_not_held():
    assert not CALENDAR.day(date(2020, 12, 31)).known
    assert not CALENDAR.day(date(2028, 1, 3)).known


def test_the_swap_of_new_year_was_not_known_before_christmas():
    """12729/VPCP-KGVX is of 25/12/2025."""
    assert CALENDAR.known_by(date(2025, 12, 24)).day(date(2026, 1, 2)).counts
    assert not CALENDAR.known_by(date(2025, 12, 25)).day(date(2026, 1, 2)).counts


def test_days_in_lieu_are_known_when_their_holiday_is():
    assert CALENDAR.known_by(date(2026, 10, 1)).day(date(2027, 2, 9)).counts
    assert not CALENDAR.known_by(date(2026, 10, 2)).day(date(2027, 2, 9)).counts


@pytest.mark.shared
@pytest.mark.skipif(
    not SHARED.is_dir(), reason="SHARED HOLIDAY DATA IS ABSENT: the calendar was not compared with it"
)
def test_every_day_agrees_with_the_outside_table_but_the_swap_it_misses():
    off = {date.fromisoformat(row["date"]) for row in _rows("vn_public_holidays_2005_2027.csv")}
    worked = {date.fromisoformat(row["working_day_instead"]) for row in _rows("vn_swap_days.csv")}
    days = [date(2021, 1, 1) + timedelta(days=n) for n in range(2556)]
    differ = [
        str(day)
        for day in days
        if CALENDAR.day(day).counts != (day in worked or (day.weekday() < 5 and day not in off))
    ]
    assert differ == ["2026-01-02", "2026-01-10"]


def _rows(name: str) -> list[dict[str, str]]:
    with (SHARED / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("day = 2021-01-01", "day = 2022-01-01", "stands in the table of 2021"),
        ("off = 2024-04-29", "off = 2024-04-28", "no swap"),
        ("worked = 2024-05-04", "worked = 2024-05-03", "no swap"),
        ('"07:30-11:30"', '"11:30-07:30"', "backwards"),
        ('"07:30-11:30"', '"07:30-24:30"', "no time of day"),
    ],
)
def test_a_broken_law_file_does_not_start(old: str, new: str, says: str):
    assert old in SOURCE
    with pytest.raises(ValueError, match=says):
        parse_calendar(SOURCE.replace(old, new))


def test_a_row_without_its_source_does_not_start():
    with pytest.raises(KeyError):
        parse_calendar(SOURCE.replace("[source.swap_2024]", "[source.other]"))


def test_an_office_may_name_its_own_hours():
    own = office_hours("07:00-11:30, 13:30-17:00", date(2021, 1, 1), Citation("5/QĐ-UBND"))
    day = CALENDAR.with_hours([own]).day(date(2021, 5, 4))
    assert day.spans == (Hours(420, 690), Hours(810, 1020))
    assert own.hours_sure is Sure.READ


@pytest.mark.parametrize(
    "typed", ["", "sáng", "07:30", "11:30-07:30", "07:30-11:30,11:00-17:00", "07:30-25:00", "7-8-9"]
)
def test_hours_that_cannot_be_are_refused(typed: str):
    with pytest.raises(HoursUnreadable, match="07:30-11:30"):
        office_hours(typed, date(2021, 1, 1), Citation("5/QĐ-UBND"))
