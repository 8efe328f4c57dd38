"""What each column of a table holds, told by its head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chuan.rules.decision_text.lexicon import Lexicon
from chuan.rules.report_figures.lines import Row
from chuan.rules.report_figures.naming import phrase_of
from chuan.rules.report_figures.periods_said import mentions
from chuan.rules.report_figures.tokens import unit_in
from chuan.rules.report_figures.types import Head, Said
from chuan.rules.vietnamese import NUMBER

CELL_NUMBER = re.compile(
    rf"(?P<k>{NUMBER})\s?/\s?(?P<n>{NUMBER})|(?P<v>{NUMBER})\s*(?P<unit>[%‰]|[%‰(]?[^\W\d_].{{0,30}})?"
)
_ORDER = re.compile(r"^\(?[a-zđ\d]{1,2}\)?(?:\s*=.*)?$", re.IGNORECASE)
_COMPARES = re.compile(
    r"so\s+với|so\s+sánh|so\s+(?:kh|kế\s+hoạch|cùng\s+kỳ)|tăng|giảm|(?:^|\s)%\s*(?:kh|kế\s+hoạch|th|hoàn\s+thành)|th\s*/\s*kh|"
    r"tỷ\s+lệ\s+(?:%\s+)?(?:hoàn\s+thành|đạt|thực\s+hiện|so)|đạt\s*\(?\s*%|/\s*kế\s+hoạch"
)
_PLANNED = re.compile(
    r"(?<!\w)(?:kế\s+hoạch|dự\s+toán|kh|nghị\s+quyết|mục\s+tiêu|chỉ\s+tiêu\s+(?:giao|năm|kế)|giao|phấn\s+đấu)(?!\w)"
)
_EARLIER = re.compile(r"(?<!\w)(?:cùng\s+kỳ|năm\s+trước|tháng\s+trước|quý\s+trước|kỳ\s+trước|ck)(?!\w)")
_DONE = re.compile(
    r"(?<!\w)(?:thực\s+hiện|th|ước|kết\s+quả|lũy\s+kế|luỹ\s+kế|số\s+liệu|giá\s+trị|đạt|tháng|quý|năm|hiện\s+có|trong\s+kỳ)(?!\w)"
)
_LABEL = re.compile(
    r"chỉ\s+tiêu|nội\s+dung|danh\s+mục|tên|lĩnh\s+vực|phường|địa\s+phương|đơn\s+vị(?!\s+tính)"
)
_UNIT = re.compile(r"đơn\s+vị\s+tính|đvt|đv\s+tính|^đơn\s+vị$")
_NOTE = re.compile(r"ghi\s+chú|đơn\s+vị\s+(?:chủ\s+trì|thực\s+hiện)")
_DAYS = re.compile(r"tháng|quý|năm|ngày", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_BRACKET = re.compile(r"\(([^()]{1,24})\)")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of values: its head as written, the days, the unit in brackets, and whether they are estimates."""

    index: int
    head: str
    said: Said | None
    unit: str
    estimate: bool

    @property
    def key(self) -> str:
        """What is kept of the head to know the column again."""
        return phrase_of(self.head)[:200]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table told apart: where its labels, units and values stand, and its rows."""

    label: int
    unit: int | None
    values: tuple[Column, ...]
    rows: tuple[Row, ...]


def grid_of(rows: Sequence[Row], head: Head, lexicon: Lexicon) -> Grid | None:
    """The table, or None when its columns cannot be told for sure."""
    first = next((at for at, row in enumerate(rows) if _holds_values(row)), None)
    if not first:
        return None
    width = max(len(row) for row in rows[first:])
    heads = _heads(rows[:first], width)
    body = tuple(row for row in rows[first:] if _holds_values(row))
    label = next((at for at, one in enumerate(heads) if _LABEL.search(one) and not _UNIT.search(one)), None)
    label = label if label is not None else _first_words(body)
    if label is None:
        return None
    unit = next((at for at, one in enumerate(heads) if _UNIT.search(one) and at != label), None)
    numeric = [
        at
        for at in range(width)
        if at not in (label, unit) and _is_numeric(body, at) and not _NOTE.search(heads[at])
    ]
    values = [at for at in numeric if _is_value(heads[at], head)]
    left = [
        at
        for at in numeric
        if not _is_other(heads[at], head) and heads[at] not in ("tt", "stt", "số tt", "số thứ tự")
    ]
    chosen = values or (left if len(left) == 1 else _by_name(left, heads))
    columns = tuple(_column(at, heads[at], head, lexicon) for at in chosen)
    return Grid(label, unit, columns, body) if columns else None


def _by_name(left: list[int], heads: Sequence[str]) -> list[int]:
    """Columns that name what they hold (a table of wards): each has words of its own."""
    return [at for at in left if heads[at]]


def _heads(rows: Sequence[Row], width: int) -> list[str]:
    """The head of each column in lower case, several rows put together; a merged cell counts for those it covers."""
    heads = [""] * width
    wide = [
        row
        for row in rows
        if len(row) > 1 and not all(_ORDER.match(cell.text) or not cell.text for cell in row)
    ]
    for number, row in enumerate(wide):
        carried = ""
        for at in range(width):
            text = row[at].text.lower() if at < len(row) else ""
            if not text and number < len(wide) - 1 and _below(wide[number + 1], at):
                text = carried
            carried = text
            heads[at] = f"{heads[at]} {text}".strip()
    return [" ".join(one.split()) for one in heads]


def _below(row: Row, at: int) -> bool:
    return at < len(row) and bool(row[at].text)


def _holds_values(row: Row) -> bool:
    """Whether a row has words and a number in another cell, and is not the row that numbers the columns."""
    if all(_ORDER.match(cell.text) or not cell.text for cell in row):
        return False
    words = any(re.search(r"[^\W\d_]{2,}", cell.text) for cell in row)
    numbers = [cell.text for at, cell in enumerate(row) if at and _is_number(cell.text)]
    return words and any(not _YEAR.fullmatch(one) for one in numbers)


def _is_number(text: str) -> bool:
    """Whether a cell is a figure, and not "9 tháng" in a head."""
    return CELL_NUMBER.fullmatch(text) is not None and _DAYS.search(text) is None


def _first_words(body: Sequence[Row]) -> int | None:
    for at in range(3):
        if body and all(at < len(row) and re.search(r"[^\W\d_]{3,}", row[at].text) for row in body):
            return at
    return None


def _is_numeric(body: Sequence[Row], at: int) -> bool:
    return any(at < len(row) and _is_number(row[at].text) for row in body)


def _is_other(low: str, head: Head) -> bool:
    if _COMPARES.search(low) or _EARLIER.search(low):
        return True
    return bool(_PLANNED.search(low)) or _is_past(low, head)


def _is_past(low: str, head: Head) -> bool:
    year = head.period.period.start.year if head.period else None
    return year is not None and any(said.period.start.year < year for _s, _e, said in mentions(low, year))


def _is_value(low: str, head: Head) -> bool:
    return bool(_DONE.search(low)) and not _is_other(low, head)


def _column(at: int, low: str, head: Head, lexicon: Lexicon) -> Column:
    year = head.period.period.start.year if head.period else None
    named = [said for _s, _e, said in mentions(low, year, head.period)]
    units = [unit for inside in _BRACKET.findall(low) if (unit := unit_in(inside, lexicon))]
    estimate = bool(re.search(r"(?<!\w)ước(?!\w)", low))
    return Column(at, low, named[-1] if named else head.period, units[-1] if units else "", estimate)
