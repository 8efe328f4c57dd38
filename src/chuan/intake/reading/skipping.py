"""Rows below the header that are no rows of the register: numbering, groups, totals, signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chuan.exchange.tables import CellValue
from chuan.intake.reading.headers import is_numbering
from chuan.intake.reading.types import Header, Skip
from chuan.intake.reading.words import key_of, text_of
from chuan.rules.vietnamese import settle_tones

# Compared with marks: "Công thương" is a field of work, "Cộng" is a sum.
_TOTAL = re.compile(
    r"(?:tổng cộng|tổng số|tong cong|tong so)\b.*|(?:tổng|cộng)(?:\s+(?:chung|dồn|toàn bộ))?\s*:?(?:\s*[\d.]+)?"
)
_GROUP_NUMBER = re.compile(r"(?:[IVX]{1,5}|[A-H])\.?")
_LONGEST_ORDINAL = 5
_SIGNATURE_CELLS = 3
_DIGIT = re.compile(r"\d")
COUNTERS = frozenset({"stt", "tt", "so tt", "so thu tu"})
"""What the column of running numbers is called."""
_TOTAL_BEGINS = frozenset("tcTC")


class RowSorter:
    """Tells rows apart; made once for a table, asked for every row below the header."""

    def __init__(self, header: Header, mapped: Sequence[int], code: int) -> None:
        self._mapped, self._code = tuple(mapped), code
        self._counter = next((c.at for c in header.columns if key_of(c.parts[-1]) in COUNTERS), None)
        self._headings = {column.at: {column.key, key_of(column.parts[-1])} for column in header.columns}

    def why_skipped(self, row: Sequence[CellValue]) -> Skip | None:
        """Why the row is none of the register's; None when it is one."""
        filled = [value for value in row if value is not None]
        if len(filled) == 1:
            return Skip.TOTAL if _is_total(filled) else Skip.GROUP if self._in_table(row) else Skip.NOTE
        if _is_total(filled):
            return Skip.TOTAL
        if self._is_group(row):
            return Skip.GROUP
        code = row[self._code] if self._code < len(row) else None
        if code is None:
            return self._without_code(row, filled)
        if len(filled) <= _SIGNATURE_CELLS and self._is_signature(filled):
            return Skip.NOTE
        if isinstance(code, str) and key_of(code) in self._headings[self._code]:
            return Skip.HEADER_AGAIN
        return Skip.NUMBERING if self._is_numbering(row, code) else None

    def _in_table(self, row: Sequence[CellValue]) -> bool:
        """A lone text at the left is a group's name; further right it is somebody's remark or signature."""
        at = next(n for n, value in enumerate(row) if value is not None)
        return at <= self._code

    def _is_group(self, row: Sequence[CellValue]) -> bool:
        if self._counter is None or self._counter >= len(row):
            return False
        number = row[self._counter]
        return isinstance(number, str) and bool(_GROUP_NUMBER.fullmatch(number.strip()))

    def _is_signature(self, filled: Sequence[CellValue]) -> bool:
        """ "NGƯỜI LẬP SỔ … THỦ TRƯỞNG ĐƠN VỊ": two or three texts without a digit, fewer than fields mapped."""
        return (
            len(filled) < len(self._mapped)
            and all(isinstance(value, str) for value in filled)
            and not any(_DIGIT.search(str(value)) for value in filled)
        )

    def _without_code(self, row: Sequence[CellValue], filled: Sequence[CellValue]) -> Skip | None:
        """Two words without a code are a signature; a row with fields but no code is a fault, not skipped."""
        used = sum(1 for at in self._mapped if at < len(row) and row[at] is not None)
        return (
            Skip.NOTE if used <= 1 or (len(filled) <= 2 and all(isinstance(v, str) for v in filled)) else None
        )

    def _is_numbering(self, row: Sequence[CellValue], code: CellValue) -> bool:
        """Numbers of columns again, under nearly every column; asked only where the code is as short as one."""
        if len(str(code)) > _LONGEST_ORDINAL or not is_numbering(row):
            return False
        return sum(value is not None for value in row) >= len(self._headings) - 1


def _is_total(filled: Sequence[CellValue]) -> bool:
    """Whether the first words of the row say it is a sum."""
    for value in filled[:3]:
        if isinstance(value, str):
            text = value.strip()
            if text[:1] in _TOTAL_BEGINS and len(text) < 80:
                return bool(_TOTAL.fullmatch(settle_tones(text_of(text)).lower()))
            if not text.isdecimal():
                return False
    return False
