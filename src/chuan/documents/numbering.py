"""Numbers of the unit's own, in keep mode: one counter row per sequence and year, locked until the act commits.

The number is taken inside the transaction that gives it to its document: a process killed before the
commit leaves neither, so there is no gap; two at once wait for each other, so none is given twice
(docs/decisions/numbers-without-gaps.md).
"""

from __future__ import annotations

import re
from datetime import date

from django.db import IntegrityError, transaction

from chuan.documents.models import Document, NumberSeries
from chuan.law.document_types import document_types, symbol_of
from chuan.people.models import Unit, UnitSetting

SETTING = "documents.numbering"
"""The unit's choice, dated with its document: ``ONE`` sequence for all, or one ``PER_TYPE``."""

ONE, PER_TYPE = "one", "per_type"

AGENCY_SIGN, OFFICE_SIGN = "documents.agency_sign", "documents.office_sign"
"""How symbols abbreviate the agency ("UBND") and, in those of công văn, the drafting part ("VP")."""

_USUAL = {SETTING: ONE, AGENCY_SIGN: "UBND", OFFICE_SIGN: "VP"}

OUT = "out"
_DIGITS = re.compile(r"[0-9]{1,6}")


def setting_on(unit: Unit, key: str, on: date) -> str:
    """What the unit has set, else the usual: one sequence, "UBND", "VP"."""
    return UnitSetting.objects.value_on(unit, key, on) or _USUAL[key]


def series_of(unit: Unit, type_: str, on: date) -> str:
    """The sequence that a document of the type takes its number from on the day: "out" or "out:QĐ"."""
    return f"{OUT}:{type_}" if setting_on(unit, SETTING, on) == PER_TYPE else OUT


def symbol_for(unit: Unit, type_: str, on: date, *, office: str = "") -> str:
    """ "QĐ-UBND"; for công văn "UBND-VP", ``office`` in place of the usual drafting part."""
    agency = setting_on(unit, AGENCY_SIGN, on)
    drafting = office or setting_on(unit, OFFICE_SIGN, on)
    return symbol_of(type_, agency=agency, unit=drafting)


def shown(value: int) -> str:
    """A number below 10 takes a zero: "01" (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.3)."""
    return f"{value:02d}"


def take_next(unit: Unit, series: str, year: int) -> int:
    """The next number of the sequence in the year, from 1 on. Only inside the act that gives it away.

    The row stays locked until that transaction ends; rolled back, the number was never taken.
    """
    row = NumberSeries.objects.select_for_update().get(pk=_row(unit, series, year).pk)
    row.last += 1
    row.save(update_fields=["last"])
    return row.last


def go_on(unit: Unit, series: str, year: int) -> None:
    """Begin a sequence going out after the last number that another system gave this year, where it was followed.

    A sequence begun already is left alone. Only inside the act that takes a number.
    """
    if not NumberSeries.objects.filter(unit=unit, series=series, year=year).exists():
        last = _given_elsewhere(unit, series, year)
        NumberSeries.objects.get_or_create(unit=unit, series=series, year=year, defaults={"last": last})


def _given_elsewhere(unit: Unit, series: str, year: int) -> int:
    rows = Document.objects.outgoing().filter(
        owner_unit=unit,
        listed=True,
        series="",
        issued_on__gte=date(year, 1, 1),
        issued_on__lte=date(year, 12, 31),
    )
    of_type = series.partition(":")[2]
    if of_type:
        rows = rows.filter(type=of_type)
    leading = (_DIGITS.match(one) for one in rows.exclude(number="").values_list("number", flat=True))
    return max((int(one.group()) for one in leading if one), default=0)


def last_taken(unit: Unit, series: str, year: int) -> int:
    """The last number given; 0 where none was."""
    row = NumberSeries.objects.filter(unit=unit, series=series, year=year).first()
    return row.last if row else 0


def held_by(unit: Unit, type_: str, number: str, symbol: str, year: int) -> Document | None:
    """Another document going out with this number and symbol in the year; None when it is free.

    Numbers are compared as numbers: "7" is "07".
    """
    rows = Document.objects.outgoing().filter(
        owner_unit=unit, type=type_, symbol=symbol, issued_on__year=year, listed=True
    )
    wanted = number.lstrip("0")
    return next((one for one in rows.exclude(number="") if one.number.lstrip("0") == wanted), None)


def series_words(series: str) -> str:
    """The type of a sequence of its own, for a heading; "" for the one sequence of all."""
    key = series.partition(":")[2]
    found = document_types().get(key)
    return found.title if found else key


def _row(unit: Unit, series: str, year: int) -> NumberSeries:
    found = NumberSeries.objects.filter(unit=unit, series=series, year=year).first()
    if found is not None:
        return found
    try:
        with transaction.atomic():
            return NumberSeries.objects.create(unit=unit, series=series, year=year)
    except IntegrityError:  # another writer made the year's first row just now
        return NumberSeries.objects.get(unit=unit, series=series, year=year)
