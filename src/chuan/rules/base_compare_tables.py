"""Promises that stand in the rows of a table: an assignment "chỉ tiêu, đơn vị tính, giao", for one commune or for many.

A table is lines of cells parted by tabs. Each row with a figure becomes one sentence, as a paper without tables
would write it; its place is that of the row in the text. Precision before recall: a table whose column of levels is
not certain (several years, several communes, none of them ours) gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chuan.rules.vietnamese import NUMBER, fold

_HEADS = 4
"""How many rows from the top the heads of the columns are looked for in."""
_NAME = re.compile(r"(?:ten )?(?:cac )?(?:chi tieu|noi dung|muc tieu)\b")
_UNIT = re.compile(r"(?:don vi(?: tinh)?|dvt)$")
_PLACE = re.compile(r"(?:ten )?(?:don vi|dia phuong|xa|phuong|cac xa|cac phuong)\b")
_GIVEN = re.compile(r"\b(?:giao|ke hoach|kh|nghi quyet|nq|muc|phan dau|du toan|dt|chi tieu nam)\b")
_DONE = re.compile(r"\b(?:thuc hien|th|uoc|ket qua|so sanh|ghi chu|phu trach|tang|giam)\b")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_IN_BRACKETS = re.compile(r"\(([^()]{1,40})\)")
_MARK = re.compile(r"^\s*(?:[-–+*•]|\(?\d{1,3}(?:\.\d{1,3})*[.)]|[IVX]+\.|[a-zđ]\))\s*")
_BARE = re.compile(rf"\s*(?:{NUMBER})\s*%?\s*")
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of cells and where it begins and ends in the text."""

    start: int
    end: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A row as a sentence; ``bare``: the cell holds a figure alone, nothing says at least or at most."""

    start: int
    end: int
    text: str
    bare: bool


def sentences_of(rows: Sequence[Row], *, year: int | None, home: str) -> list[Sentence]:
    """The promises of one table; empty where no column of levels is certain.

    ``year``: whose levels are wanted; ``home``: the commune's name as it may head a column or a row.
    """
    for at in range(min(_HEADS, len(rows))):
        heads = [fold(cell) for cell in rows[at].cells]
        name = _first(heads, _NAME)
        if name is not None:
            return list(_downwards(rows, at, name, year, home))
        if (place := _first(heads, _PLACE)) is not None:
            return list(_across(rows, at, place, home))
    return []


def _first(heads: Sequence[str], words: re.Pattern[str]) -> int | None:
    return next((place for place, head in enumerate(heads) if words.match(head)), None)


def _downwards(rows: Sequence[Row], at: int, name: int, year: int | None, home: str) -> Iterator[Sentence]:
    """One indicator a row."""
    heads, begin = _heads(rows, at, name)
    column = _levels(heads, name, year, home)
    if column is None:
        return
    unit = next((n for n, head in enumerate(heads) if _UNIT.match(head) and n != name), None)
    for row in rows[begin:]:
        words, level = _cell(row, name), _cell(row, column)
        if _FIGURE.search(level) and any(one.isalpha() for one in words):
            yield _sentence(row, words, level, _cell(row, unit))


def _across(rows: Sequence[Row], at: int, place: int, home: str) -> Iterator[Sentence]:
    """One commune a row, one indicator a column: only our row is read."""
    heads = rows[at].cells
    ours = [one for one in rows[at + 1 :] if _is_home(_cell(one, place), home)]
    if len(ours) != 1:
        return
    for n in range(place + 1, min(len(heads), len(ours[0].cells))):
        level = _cell(ours[0], n)
        if (
            _FIGURE.search(level)
            and any(one.isalpha() for one in heads[n])
            and not _DONE.search(fold(heads[n]))
        ):
            yield _sentence(ours[0], heads[n], level, "")


def _heads(rows: Sequence[Row], at: int, name: int) -> tuple[list[str], int]:
    """The heads of the columns in small plain letters, and where the body begins; a second row of heads is joined."""
    top = [fold(cell) for cell in rows[at].cells]
    below = rows[at + 1] if at + 1 < len(rows) else None
    if below is None or _cell(below, name).strip() not in ("", rows[at].cells[name].strip()):
        return top, at + 1
    under = [fold(cell) for cell in below.cells]
    if not any(under):
        return top, at + 1
    joined, over = [], ""
    for n, word in enumerate(under):
        over = (top[n] if n < len(top) else "") or over
        joined.append(over if word == over else f"{over} {word}".strip())
    return joined, at + 2


def _levels(heads: Sequence[str], name: int, year: int | None, home: str) -> int | None:
    """The one column that holds the levels given; None where more than one could, or none."""
    fits = [
        n
        for n, head in enumerate(heads)
        if n != name and not _UNIT.match(head) and not _DONE.search(head) and _is_year(head, year)
    ]
    own = [n for n in fits if _is_home(heads[n], home)]
    given = [n for n in fits if _GIVEN.search(heads[n])]
    dated = [n for n in given if year is not None and str(year) in heads[n]]
    for found in (own, dated, given):
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _is_year(head: str, year: int | None) -> bool:
    named = _YEAR.findall(head)
    return year is None or not named or str(year) in named


def _is_home(words: str, home: str) -> bool:
    own = fold(home)
    return bool(own) and re.search(rf"\b{re.escape(own)}\b", fold(words)) is not None


def _sentence(row: Row, name: str, level: str, unit: str) -> Sentence:
    bracketed = _IN_BRACKETS.search(name)
    inside = bracketed[1].strip() if bracketed else ""
    measured = unit.strip() or inside
    words = " ".join((name.replace(bracketed[0], " ") if bracketed and not unit.strip() else name).split())
    tail = "" if measured and fold(measured) in fold(level) else _small(measured)
    said = " ".join(f"{_MARK.sub('', words)} đạt {level.strip()} {tail}".split())
    return Sentence(row.start, row.end, said, bool(_BARE.fullmatch(level)))


def _small(unit: str) -> str:
    """ "Triệu đồng" in a cell of its own is "triệu đồng" in a sentence; an abbreviation ("TDP") stays."""
    return unit if unit[:2].isupper() else unit[:1].lower() + unit[1:]


def _cell(row: Row, place: int | None) -> str:
    return row.cells[place] if place is not None and place < len(row.cells) else ""
