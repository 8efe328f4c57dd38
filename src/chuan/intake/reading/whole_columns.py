"""What only a whole column tells: columns swapped, days and months turned by Excel."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal

from chuan.exchange.tables import CellValue, RawTable
from chuan.intake.reading.types import Column, Doubt
from chuan.intake.reading.values import Reader, Unreadable, read_day, read_number
from chuan.intake.reading.words import text_of, typed_text
from chuan.offers.fields import Field, FieldKind
from chuan.rules.refusals import ColumnWrong

_LOOKED_AT = 400
_FEWEST = 2
_DATES = (FieldKind.DATE, FieldKind.MOMENT)
_NUMBERS = (FieldKind.COUNT, FieldKind.NUMBER)
_DIGIT = re.compile(r"\d")
_DAY_FIRST = re.compile(r"\s*(\d{1,2})[/.-]\d{1,2}[/.-]\d{4}")


def check_kind(table: RawTable, column: Column, field: Field, rows: Sequence[int]) -> None:
    """Raises ColumnWrong when most cells of a column are of another kind than its field."""
    seen = [(row, value) for row in rows[:_LOOKED_AT] if (value := table.value(row, column.at)) is not None]
    seen = [(row, value) for row, value in seen if text_of(value)]
    wrong = [(row, value) for row, value in seen if _misfit(value, field.kind)]
    if len(wrong) >= _FEWEST and len(wrong) * 2 > len(seen):
        row, value = wrong[0]
        raise ColumnWrong(
            column=column.text,
            place=table.place(row, column.at),
            field=field.label,
            found=_found(value, field.kind),
            typed=typed_text(value),
        )


def turned_dates(table: RawTable, column: Column, rows: Iterable[int]) -> Doubt | None:
    """Excel set to American dates turns 03/02 into 2 March and leaves 15/02 as text: then both kinds stand mixed.

    The sign: every true date has a day up to 12, every text a day above.
    """
    true, texts, first = 0, 0, -1
    for row in rows:
        value = table.value(row, column.at)
        if isinstance(value, date):
            if value.day > 12:
                return None
            true, first = true + 1, row if first < 0 else first
        elif isinstance(value, str) and (found := _DAY_FIRST.match(value)):
            if int(found[1]) <= 12:
                return None
            texts += 1
    if true < _FEWEST or texts < _FEWEST:
        return None
    place = table.place(first, column.at)
    sentence = (
        f"Cột “{column.text}” có {true} ô là ngày thật (từ {place}) và {texts} ô là chữ: có thể Excel đã đảo "
        "ngày với tháng khi mở tệp. Nên xuất lại từ hệ thống nguồn và không mở bằng Excel trước khi nhập."
    )
    return Doubt("turned_dates", place, sentence)


def _misfit(value: CellValue, kind: FieldKind) -> bool:
    if kind is FieldKind.CODE:
        return isinstance(value, date) or (isinstance(value, str) and _is_no_code(value))
    if kind in _DATES:
        return not isinstance(value, int | Decimal) and not _reads(read_day, value)
    return kind in _NUMBERS and not _reads(read_number, value)


def _is_no_code(text: str) -> bool:
    """A date, or words without a single digit: a name, a street."""
    return _DAY_FIRST.match(text) is not None or (" " in text.strip() and not _DIGIT.search(text))


def _reads(read: Reader, value: CellValue) -> bool:
    try:
        read(value)
    except Unreadable:
        return False
    return True


def _found(value: CellValue, kind: FieldKind) -> str:
    if isinstance(value, datetime | date) or (isinstance(value, str) and _DAY_FIRST.match(value)):
        return "ngày"
    wanted = "ngày" if kind in _DATES else "số" if kind in _NUMBERS else "mã"
    return f"chữ, không phải {wanted}"
