"""The proposed calendar of State offices: days off, swaps and hours, from ``calendar.toml``."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from chuan.rules.refusals.clocks import HoursUnreadable
from chuan.rules.types import Citation, Sure
from chuan.rules.wording import said
from chuan.rules.working_time import Calendar, DayKind, DayRow, Hours, OfficeHours, compensations


@dataclass(frozen=True, slots=True)
class _Source:
    citation: Citation
    sure: Sure


@cache
def national_calendar() -> Calendar:
    """The calendar as proposed for every office: no year of it is confirmed by anybody yet."""
    return parse_calendar((files("chuan.law") / "calendar.toml").read_text(encoding="utf-8"))


def proposal_digest(year: int) -> str:
    """SHA-256 of what is proposed for a year: kept with a confirmation, so that a proposal changed later shows.

    Empty for a year that nothing is proposed for.
    """
    proposed = national_calendar()
    if year not in proposed.years:
        return ""
    rows = sorted(
        (row.day.isoformat(), row.counts, str(row.spans)) for row in proposed.rows if row.day.year == year
    )
    return hashlib.sha256(repr(rows).encode()).hexdigest()


def parse_calendar(text: str) -> Calendar:
    """A calendar from the text of a law file.

    Raises ValueError for a day outside its year, a swap that is none, and KeyError for a source that is missing:
    a broken law file must not start.
    """
    raw = tomllib.loads(text)
    sources = {key: _source(one) for key, one in raw["source"].items()}
    hours = tuple(_hours(one, sources) for one in raw["hours"])
    years = {int(year): one for year, one in raw["year"].items()}
    rows = [
        row for year, one in sorted(years.items()) for row in _year(year, one, sources, hours[-1].working)
    ]
    return Calendar(hours, tuple(rows), dict.fromkeys(years, ""))


def office_hours(text: str, valid_from: date, source: Citation) -> OfficeHours:
    """An office's own hours on the days it works, from "07:30-11:30,13:30-17:00". Raises `HoursUnreadable`."""
    try:
        spans = tuple(_span(part.strip()) for part in text.split(","))
    except ValueError:
        raise HoursUnreadable(typed=text) from None
    if any(one.end > two.start for one, two in pairwise(spans)):
        raise HoursUnreadable(typed=text)
    usual = national_calendar().hours_on(valid_from)
    week = _week(spans, usual.working)
    return OfficeHours(valid_from, week, usual.working, usual.source, usual.sure, source, Sure.READ)


def _source(raw: Mapping[str, str]) -> _Source:
    return _Source(Citation(number=raw["act"], article=raw["article"]), Sure(raw["sure"]))


def _hours(raw: Mapping[str, Any], sources: Mapping[str, _Source]) -> OfficeHours:
    spans = tuple(_span(text) for text in raw["spans"])
    working = frozenset(day - 1 for day in raw["weekdays"])
    week, hours = sources[raw["week"]], sources[raw["source"]]
    return OfficeHours(
        raw["from"], _week(spans, working), working, week.citation, week.sure, hours.citation, hours.sure
    )


def _week(spans: tuple[Hours, ...], working: frozenset[int]) -> tuple[tuple[Hours, ...], ...]:
    return tuple(spans if day in working else () for day in range(7))


def _span(text: str) -> Hours:
    """Hours from "07:30-11:30". Raises ValueError when they are none or run backwards."""
    start, end = (_minutes(part) for part in text.split("-"))
    if start >= end:
        raise ValueError(f"hours run backwards: {text}")
    return Hours(start, end)


def _minutes(text: str) -> int:
    hour, minute = (int(part) for part in text.split(":"))
    if not (0 <= hour <= 24 and 0 <= minute < 60 and hour * 60 + minute <= 1440):
        raise ValueError(f"no time of day: {text}")
    return hour * 60 + minute


def _year(
    year: int, raw: Mapping[str, Any], sources: Mapping[str, _Source], working: frozenset[int]
) -> Iterator[DayRow]:
    """The rows of one year: holidays, days in lieu of those on a rest day, swaps with their Saturdays."""
    named = {one["day"]: one for one in raw["holiday"]}
    made_up = compensations(
        (day for day, one in named.items() if one["made_up"]), lambda day: day.weekday() not in working
    )
    in_lieu = sources["made_up"]
    for day, one in named.items():
        yield _off(
            year, day, one["why"], sources[one["source"]], one.get("known_since"), kind=DayKind.HOLIDAY
        )
    for day, holiday in made_up.items():
        why = f"nghỉ bù {named[holiday]['why']} {said(holiday)}"
        yield _off(year, day, why, in_lieu, named[holiday].get("known_since"), kind=DayKind.IN_LIEU)
    for one in raw["swap"]:
        yield from _swap(year, one, sources[one["source"]], working)


def _off(
    year: int, day: date, why: str, source: _Source, known_since: date | None, *, kind: DayKind
) -> DayRow:
    if day.year != year:
        raise ValueError(f"{day} stands in the table of {year}")
    return DayRow(day, False, why, source.citation, source.sure, known_since=known_since, kind=kind)


def _swap(year: int, raw: Mapping[str, Any], source: _Source, working: frozenset[int]) -> Iterator[DayRow]:
    off, instead, known = raw["off"], raw["worked"], raw.get("known_since")
    if off.weekday() not in working or instead.weekday() in working or instead.year != year:
        raise ValueError(f"no swap of a working day for a rest day: {off}, {instead}")
    why = f"nghỉ hoán đổi, làm bù {said(instead)}"
    yield _off(year, off, why, source, known, kind=DayKind.SWAPPED_OFF)
    why = f"làm bù cho ngày nghỉ {said(off)}"
    yield DayRow(instead, True, why, source.citation, source.sure, known_since=known, kind=DayKind.SWAPPED_ON)
