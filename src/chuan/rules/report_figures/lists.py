"""Numbered lists of names folded to how many rows they have: names go no further than the text they were read from.

folded("… DANH SÁCH … 1. Nguyễn Văn A … 126. Trần Thị B")
# "… DANH SÁCH … [Danh sách 126 dòng, số thứ tự từ 1 đến 126; không giữ tên]."
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from chuan.rules.vietnamese import LOWER, UPPER

FOLDED = re.compile(
    r"\[Danh sách (?P<rows>\d+) dòng, số thứ tự từ 1 đến (?P<last>\d+)(?:, thiếu (?P<missing>[\d, …]+))?"
    r"(?:, lặp (?P<doubled>[\d, …]+))?; không giữ tên\]\."
)
"""The line that stands where a list stood."""
_ROW = re.compile(r"^\s*(?P<number>\d{1,4})(?:\s*[.)\t]\s*|\s+)(?P<rest>\S.*)$")
_LEADS = re.compile(
    r"^(?:(?:hộ|gia đình|ông|bà|anh|chị|đồng chí|đ/c|cháu|em)(?:\s*[:.,/]\s*|\s+))+", re.IGNORECASE
)
_NAME = re.compile(
    rf"^(?:[{UPPER}][{LOWER}]*\s+){{1,5}}[{UPPER}][{LOWER}]*(?![\w])|^(?:[{UPPER}]+\s+){{1,5}}[{UPPER}]+(?!\w)"
)
_THING = re.compile(
    r"^(?:tổ\s+dân\s+phố|tdp|khối(?:\s+phố)?|thôn|xóm|tuyến|đường|ngõ|khu\s+dân\s+cư)(?!\w)", re.IGNORECASE
)
_FIGURE = re.compile(r"%|‰|(?<!\w)(?:triệu|tỷ|nghìn)\s+đồng(?!\w)")
_CALLS = re.compile(r"danh\s+sách|có\s+tên|sau\s+đây|gồm|họ\s*(?:và|,)?\s*tên|chủ\s+hộ", re.IGNORECASE)
_NEAR = 6
"""Lines above a list in which it is called one."""
_BETWEEN = 2
"""Lines that a row may go on for."""
_STEP = 5
"""Numbers that may be left out and the list still goes on."""
_LEAST, _LEAST_CALLED = 5, 2
_MOSTLY = 0.8
_TOLD = 5


@dataclass(frozen=True, slots=True)
class Fold:
    """text[start:end] of what came in stands as ``put`` in what goes on."""

    start: int
    end: int
    put: str
    rows: int


@dataclass(frozen=True, slots=True)
class _Row:
    start: int
    end: int
    line: int
    number: int
    rest: str

    @property
    def is_named(self) -> bool:
        """Whether it begins with a name, or with a thing that is recognised by name; and holds no figure."""
        words = _LEADS.sub("", self.rest.split("\t")[0].strip())
        return not _FIGURE.search(self.rest) and bool(_NAME.match(words) or _THING.match(words))


def folds_of(text: str) -> list[Fold]:
    """Every list of names, in order."""
    lines = _lines(text)
    found = []
    for rows in _runs(lines):
        called = any(
            _CALLS.search(line) for _s, _e, line in lines[max(0, rows[0].line - _NEAR) : rows[0].line]
        )
        named = sum(row.is_named for row in rows)
        if len(rows) >= (_LEAST_CALLED if called else _LEAST) and named >= _MOSTLY * len(rows):
            found.append(Fold(rows[0].start, rows[-1].end, _put(rows), len(rows)))
    return found


def folded(text: str, folds: Sequence[Fold]) -> str:
    """The text with its lists folded."""
    parts, at = [], 0
    for one in folds:
        parts += [text[at : one.start], one.put]
        at = one.end
    return "".join([*parts, text[at:]])


def moved(spans: Iterable[tuple[int, int]], folds: Sequence[Fold]) -> list[tuple[int, int]]:
    """Stretches of the text where they stand once lists are folded; those inside a list fall away."""
    kept = []
    for start, end in spans:
        if any(one.start < end and start < one.end for one in folds):
            continue
        shift = sum(len(one.put) - (one.end - one.start) for one in folds if one.end <= start)
        kept.append((start + shift, end + shift))
    return kept


def _lines(text: str) -> list[tuple[int, int, str]]:
    found, at = [], 0
    for line in text.split("\n"):
        found.append((at, at + len(line), line))
        at += len(line) + 1
    return found


def _runs(lines: Sequence[tuple[int, int, str]]) -> list[list[_Row]]:
    """Rows that follow one another by number: each begins with 1, and a row may go on for two lines."""
    found: list[list[_Row]] = []
    for at, (start, end, line) in enumerate(lines):
        match = _ROW.match(line)
        row = _Row(start, end, at, int(match["number"]), match["rest"]) if match else None
        if row is None:
            continue
        if found and _follows(found[-1][-1], row):
            found[-1].append(row)
        elif row.number == 1:
            found.append([row])
    return found


def _follows(last: _Row, row: _Row) -> bool:
    return row.line - last.line <= _BETWEEN + 1 and row.number != 1 and 0 <= row.number - last.number <= _STEP


def _put(rows: Sequence[_Row]) -> str:
    missing = [number for one, other in pairwise(rows) for number in range(one.number + 1, other.number)]
    doubled = [other.number for one, other in pairwise(rows) if one.number == other.number]
    parts = [f"[Danh sách {len(rows)} dòng, số thứ tự từ 1 đến {rows[-1].number}"]
    parts += [f", thiếu {_told(missing)}"] if missing else []
    parts += [f", lặp {_told(doubled)}"] if doubled else []
    return "".join([*parts, "; không giữ tên]."])


def _told(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers[:_TOLD])) + (", …" if len(numbers) > _TOLD else "")
