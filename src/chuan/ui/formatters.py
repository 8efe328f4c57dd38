"""How figures, dates and sizes stand on a screen: one file, so that every page says them alike.

Dates are 19/02/2021, numbers 8.550,5, a minus is U+2212, a unit follows U+00A0. Exact values
come in (int, Fraction, Decimal; a float by its shortest text); rounding is half away from
zero and happens here only, at the very end.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
EMPTY = "–"
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")

Number = int | float | Fraction | Decimal

_EXACT_DECIMALS = 6
_MOST_DECIMALS = 12
_WEEKDAYS: tuple[str | Promise, ...] = (
    gettext_lazy("thứ Hai"),
    gettext_lazy("thứ Ba"),
    gettext_lazy("thứ Tư"),
    gettext_lazy("thứ Năm"),
    gettext_lazy("thứ Sáu"),
    gettext_lazy("thứ Bảy"),
    gettext_lazy("Chủ nhật"),
)


# Numbers


def exact(value: Number) -> Fraction:
    """The value without loss; a float stands for its shortest decimal text (0.1 is one tenth)."""
    return Fraction(repr(value)) if isinstance(value, float) else Fraction(value)


def rounded(value: Fraction, decimals: int) -> Fraction:
    """The value rounded to ``decimals`` places, halves away from zero."""
    scale, part, of = 10**decimals, abs(value.numerator), value.denominator
    whole = (2 * part * scale + of) // (2 * of)  # in whole numbers: a page writes hundreds of figures
    return Fraction(whole if value >= 0 else -whole, scale)


def number(value: Number | None, decimals: int | None = None) -> str:
    """8550.5 as "8.550,5"; no value is "–".

    Without ``decimals`` a value is written out in full as far as six places; one that does
    not end there (a third) is rounded to two.
    """
    if value is None:
        return EMPTY
    value = exact(value)
    places = _own_decimals(value) if decimals is None else decimals
    shown = rounded(value, places)
    return (MINUS if shown < 0 else "") + _plain(abs(shown), places)


def signed(value: Number | None, decimals: int | None = None) -> str:
    """A change: "+11,2", "−1,2", "0"."""
    text = number(value, decimals)
    rises = value is not None and value > 0 and any(c in "123456789" for c in text)
    return f"+{text}" if rises else text


def percent(value: Number | None, decimals: int | None = 2) -> str:
    """A percentage already reckoned: 96.57 as "96,57 %" with U+00A0."""
    return EMPTY if value is None else f"{number(value, decimals)}{NBSP}%"


def signed_percent(value: Number | None, decimals: int | None = None) -> str:
    """A growth: "+11,2 %"."""
    return EMPTY if value is None else f"{signed(value, decimals)}{NBSP}%"


def rate_number(value: Number | None, target: Number | None = None) -> str:
    """A rate without its sign: two decimals, more if rounding would touch or cross the target.

    94.996 under a target of 95 is "94,996"; neither 0 nor 100 is ever reached by rounding,
    and both are written whole.
    """
    if value is None:
        return EMPTY
    value = exact(value)
    if value in (0, 100):
        return number(value, 0)
    limits = [Fraction(0), Fraction(100), *([] if target is None else [exact(target)])]
    return number(value, _honest_decimals(value, limits))


def rate(value: Number | None, target: Number | None = None) -> str:
    """A rate in per cent, honest beside its target: "94,996 %", not "95,00 %"."""
    return EMPTY if value is None else f"{rate_number(value, target)}{NBSP}%"


def share(numerator: Number, denominator: Number | None, target: Number | None = None) -> str:
    """A part of a whole as a rate; nothing to divide by is "–", never 0 % or 100 %."""
    if not denominator:
        return EMPTY
    return rate(exact(numerator) * 100 / exact(denominator), target)


def fraction(numerator: Number | None, denominator: Number | None) -> str:
    """The counts behind a rate: "1.240/1.284"."""
    if numerator is None or denominator is None:
        return EMPTY
    return f"{number(numerator)}/{number(denominator)}"


def with_unit(text: str, unit: str | Promise) -> str:
    """A figure and its unit held together by U+00A0; no unit leaves the figure alone."""
    return f"{text}{NBSP}{unit}" if unit else text


def file_size(size: int) -> str:
    """Bytes as an official reads them: "812 byte", "34 KB", "1,2 MB" (1 KB = 1024 byte)."""
    for unit, scale, decimals in (("GB", 1024**3, 1), ("MB", 1024**2, 1), ("KB", 1024, 0)):
        if size >= scale:
            return f"{number(Fraction(size, scale), decimals)}{NBSP}{unit}"
    return f"{number(size)}{NBSP}byte"


# Dates


def day(value: date | None) -> str:
    """A date: "19/02/2021"; a moment gives its Vietnamese day."""
    if value is None:
        return EMPTY
    value = local(value) if isinstance(value, datetime) else value
    return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"


def short_day(value: date) -> str:
    """A date whose year is known: "19/02"."""
    return day(value)[:5]


def weekday(value: date, *, with_year: bool = False) -> str:
    """A deadline: "thứ Tư 19/05"."""
    name = _WEEKDAYS[(local(value) if isinstance(value, datetime) else value).weekday()]
    return f"{name} {day(value) if with_year else short_day(value)}"


def weekday_letters(value: date) -> str:
    """The head of a narrow column of days: T2 to T7, CN."""
    return _("CN") if value.weekday() == 6 else _("T%(n)s") % {"n": value.weekday() + 2}


def clock(value: datetime) -> str:
    """The hour in Viet Nam: "15:20"."""
    return local(value).strftime("%H:%M")


def moment(value: datetime | None) -> str:
    """When something happened: "08:12 ngày 05/10/2021", in Asia/Ho_Chi_Minh."""
    if value is None:
        return EMPTY
    return _("%(clock)s ngày %(day)s") % {"clock": clock(value), "day": day(value)}


def local(value: datetime) -> datetime:
    """The moment in Viet Nam; a moment without a zone is read as UTC, as all are stored."""
    return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(ZONE)


def days(start: date, last: date) -> str:
    """A range of days, both included: "30/04 – 03/05"; one day is that day."""
    if start == last:
        return short_day(start)
    if start.year != last.year:
        return f"{day(start)} – {day(last)}"
    return f"{short_day(start)} – {short_day(last)}"


def span_of_days(start: date, end: date) -> str:
    """A half-open range in words: "từ 01/01 đến 30/09/2021"."""
    last = end - timedelta(days=1)
    if start == last:
        return _("ngày %(day)s") % {"day": day(start)}
    first = short_day(start) if start.year == last.year else day(start)
    return _("từ %(first)s đến %(last)s") % {"first": first, "last": day(last)}


def _plain(value: Fraction, decimals: int) -> str:
    """A value of no more than ``decimals`` places, dots at the thousands, a comma before the rest."""
    scaled = int(value * 10**decimals)
    whole, rest = divmod(scaled, 10**decimals)
    grouped = f"{whole:,}".replace(",", ".")
    return f"{grouped},{rest:0{decimals}d}" if decimals else grouped


def _own_decimals(value: Fraction) -> int:
    fits = (places for places in range(_EXACT_DECIMALS + 1) if not 10**places % value.denominator)
    return next(fits, 2)


def _honest_decimals(value: Fraction, limits: list[Fraction]) -> int:
    """The fewest places (from two) at which the rounded value stands to each limit as the exact one does."""
    for places in range(2, _MOST_DECIMALS):
        shown = rounded(value, places)
        if all(_sign(shown - limit) == _sign(value - limit) for limit in limits):
            return places
    return _MOST_DECIMALS


def _sign(value: Fraction) -> int:
    return (value > 0) - (value < 0)
