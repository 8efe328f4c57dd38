"""What figures are asked for, as it stands in the address: a year, a part of it, a day up to which things are known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from urllib.parse import urlencode

from chuan.people.door import Request
from chuan.petitions import refusals_figures as refusals
from chuan.petitions.figures import periods
from chuan.petitions.figures.asked import Asked
from chuan.petitions.figures.sight import is_overseer
from chuan.rules.refusals import Refused
from chuan.rules.types import Period
from chuan.rules.vietnamese import read_date
from chuan.ui import formatters as say

_FIRST_YEAR, _LAST_YEAR = 1990, 2100


def asked_of(request: Request) -> Asked:
    """The table that the address asks for; this year so far where it asks for nothing.

    Raises `YearUnreadable`, `PartUnknown`, `MomentWrong`, and `NotForOverseers` for what they may not ask.
    """
    given = request.GET
    period = _period(given.get("nam", "").strip(), given.get("ky", "").strip(), request.on)
    asked = Asked(
        request.viewer.unit, period, request.on, request.at, _known(given.get("biet_den", ""), request.on)
    )
    if is_overseer(request.viewer) and (asked.as_of or not periods.quarters_of(period)):
        raise refusals.NotForOverseers
    return asked


def usual(request: Request) -> Asked:
    """This year as it is known now."""
    return Asked(request.viewer.unit, Period.year(request.on.year), request.on, request.at)


def query_of(asked: Asked, **more: str) -> str:
    """The address's question for this table, with more put in."""
    told: Mapping[str, str] = {
        "nam": str(asked.period.start.year),
        "ky": periods.name_of(asked.period),
        "biet_den": say.day(asked.as_of) if asked.as_of else "",
    }
    return urlencode({key: value for key, value in {**told, **more}.items() if value})


def _period(year: str, part: str, on: date) -> Period:
    if year and not (year.isdecimal() and len(year) == 4 and _FIRST_YEAR <= int(year) <= _LAST_YEAR):
        raise refusals.YearUnreadable(typed=year[:20])
    try:
        return periods.part_of(int(year or on.year), part)
    except KeyError:
        raise refusals.PartUnknown(typed=part[:20]) from None


def _known(typed: str, on: date) -> datetime | None:
    """The last moment of the day; None for today and where nothing was typed."""
    text = typed.strip()
    if not text:
        return None
    try:
        day = read_date(text)
    except (Refused, ValueError):
        raise refusals.MomentWrong(typed=text[:20]) from None
    if day > on:
        raise refusals.MomentWrong(typed=text[:20])
    return None if day == on else datetime.combine(day, time.max, say.ZONE)
