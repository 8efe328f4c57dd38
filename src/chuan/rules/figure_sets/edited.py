"""A report that somebody went on writing in, held against what its set says: each figure found, changed or gone.

Text only, as it was extracted: cells of Word stand between tabs, rows of a PDF run on over lines. White space never
counts, numbers are compared exactly, and nothing is decided: what differs is shown beside what the set holds.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from chuan.rules.figure_sets.numbers_said import numbers_of

_NOTHING = frozenset({"", "-", "–", "—"})
_FAR = 400
"""Signs (without white space) that a row of a PDF may take after its name."""
_SHOWN = 90
_OF_A_SENTENCE = ("(", ":", ".", ",", ";")
"""What follows a name that a sentence says, not a table."""
_ALIKE = 0.6


class Part(StrEnum):
    """Where in the report a figure stands."""

    SUMMARY = "summary"
    TARGET = "target"
    PERIOD = "period"
    SENTENCE = "sentence"


class Found(StrEnum):
    """What became of it."""

    SAME = "same"
    CHANGED = "changed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Row:
    """A row as the set says it: the first ``ident`` cells name it, then its figure, then (perhaps) its verdict."""

    part: Part
    cells: tuple[str, ...]
    ident: int
    figure: int
    verdict: int | None = None

    @property
    def name(self) -> str:
        """What it is about."""
        return " ".join(" ".join(self.cells[: self.ident]).split())

    @property
    def said(self) -> str:
        """Its figure as the set says it."""
        return " ".join(self.cells[self.figure].split())


@dataclass(frozen=True, slots=True)
class Expected:
    """All that a report of the set says with figures.

    ``furniture`` are words that every page repeats, ``beside`` lines that are there and hold no figure of the set.
    """

    rows: tuple[Row, ...]
    sentences: tuple[str, ...]
    furniture: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One figure (or sentence) of the set in the paper: ``written`` is what stands there instead."""

    part: Part
    found: Found
    name: str
    said: str
    written: str = ""


def check(text: str, expected: Expected, *, by_cells: bool) -> tuple[Finding, ...]:
    """Every row and sentence of the report, in its order; ``by_cells``: cells stand between tabs throughout (Word)."""
    paper = _Paper.of(text, expected.furniture)
    rows = [_row(paper, at, expected.rows, by_cells=by_cells) for at in range(len(expected.rows))]
    return (*rows, *_sentences(paper, expected.sentences))


def added(text: str, expected: Expected) -> tuple[str, ...]:
    """Lines with figures that no report of the set has: of papers whose lines are those of the writer (Word)."""
    told = (*expected.sentences, *expected.beside, *(cell for row in expected.rows for cell in row.cells))
    known = _squeezed("\n".join(told))
    lines = (_bare(line) for line in text.split("\n") if "\t" not in line)
    return tuple(line for line in lines if numbers_of(line) and _squeezed(line) not in known)


def _bare(line: str) -> str:
    """A line without the mark of a list before it and the stops after it."""
    return re.sub(r"^[-+–•]\s+", "", " ".join(line.split())).rstrip("./;")


@dataclass(frozen=True, slots=True)
class _Paper:
    """The text in the three ways it is looked at: squeezed, row by row, line by line."""

    squeezed: str
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[str, ...]

    @classmethod
    def of(cls, text: str, furniture: Sequence[str]) -> _Paper:
        squeezed = _squeezed(text)
        for words in furniture:
            squeezed = squeezed.replace(_squeezed(words), "")
        lines = text.split("\n")
        rows = tuple(tuple(line.split("\t")) for line in lines if "\t" in line)
        return cls(squeezed, rows, tuple(" ".join(line.split()) for line in lines if "\t" not in line))


def _squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())


def _ident(row: Row) -> str:
    return _squeezed("".join(row.cells[: row.ident]))


def _row(paper: _Paper, at: int, rows: Sequence[Row], *, by_cells: bool) -> Finding:
    row = rows[at]
    if _squeezed("".join(row.cells)) in paper.squeezed:
        return Finding(row.part, Found.SAME, row.name, row.said)
    cells = _cells_of(paper, row)
    if cells is not None:
        if level := _level(row, cells):
            return level
        return _compared(row, cells[row.figure], cells[row.verdict] if row.verdict is not None else None)
    written = None if by_cells else _run_on(paper, at, rows)
    if written is None:
        return Finding(row.part, Found.MISSING, row.name, row.said)
    return _compared(row, *written)


def _cells_of(paper: _Paper, row: Row) -> tuple[str, ...] | None:
    """The row of the paper with the same name and as many cells, that which agrees most."""
    ident = [_squeezed(cell) for cell in row.cells[: row.ident]]
    alike = [
        cells
        for cells in paper.rows
        if len(cells) == len(row.cells) and [_squeezed(cell) for cell in cells[: row.ident]] == ident
    ]
    return max(alike, key=lambda cells: _agreeing(cells, row.cells), default=None)


def _agreeing(one: Sequence[str], other: Sequence[str]) -> int:
    return sum(_squeezed(left) == _squeezed(right) for left, right in zip(one, other, strict=True))


def _level(row: Row, cells: Sequence[str]) -> Finding | None:
    """What is asked for ("ít nhất 65 %"), where the paper now asks for something else."""
    for said, written in zip(row.cells[row.ident : row.figure], cells[row.ident : row.figure], strict=True):
        if numbers_of(said) != numbers_of(written):
            shown = " ".join(written.split())[:_SHOWN]
            return Finding(row.part, Found.CHANGED, row.name, " ".join(said.split()), shown)
    return None


def _run_on(paper: _Paper, at: int, rows: Sequence[Row]) -> tuple[str, str | None] | None:
    """Figure and verdict of a row whose cells run on: what stands between its name and the next one's."""
    row, following = rows[at], _ident(rows[at + 1]) if at + 1 < len(rows) else ""
    longer = [one for one in map(_ident, rows) if one != _ident(row) and one.startswith(_ident(row))]
    for until in range(row.figure, row.ident - 1, -1):
        name = _squeezed("".join(row.cells[:until]))
        for begin in _places(paper.squeezed, name):
            rest = paper.squeezed[begin + len(name) :][:_FAR]
            if rest.startswith(_OF_A_SENTENCE) or paper.squeezed.startswith(tuple(longer), begin):
                continue
            end = rest.find(following) if following else -1
            return _parted(rest[:end] if end >= 0 else rest, row)
    return None


def _places(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)


def _parted(rest: str, row: Row) -> tuple[str, str | None]:
    verdict = _squeezed(row.cells[row.verdict]) if row.verdict is not None else ""
    tail = _squeezed(row.cells[row.figure + 1]) if row.figure + 1 < len(row.cells) else ""
    for mark in (verdict, tail):
        if mark and (at := rest.find(mark)) >= 0:
            return rest[:at], row.cells[row.verdict] if row.verdict is not None else None
    return rest[:_SHOWN], None


def _compared(row: Row, written: str, verdict: str | None) -> Finding:
    shown = " ".join(written.split())[:_SHOWN]
    if not _is_same(row.said, written):
        return Finding(row.part, Found.CHANGED, row.name, row.said, shown)
    if (
        verdict is not None
        and row.verdict is not None
        and _squeezed(verdict) != _squeezed(row.cells[row.verdict])
    ):
        said = f"{row.said}: {row.cells[row.verdict]}"
        return Finding(
            row.part, Found.CHANGED, row.name, said, f"{shown}: {' '.join(verdict.split())[:_SHOWN]}"
        )
    return Finding(row.part, Found.SAME, row.name, row.said)


def _is_same(said: str, written: str) -> bool:
    """Whether the same numbers stand there, as firm as the set has them; words without numbers must be the same."""
    if numbers_of(said) != numbers_of(written):
        return False
    if numbers_of(said):
        return ("ước" in said) == ("ước" in written)
    return _squeezed(said).casefold() == _squeezed(written).casefold() or said in _NOTHING


def _sentences(paper: _Paper, expected: Sequence[str]) -> Iterator[Finding]:
    """What became of each sentence; one that the set says twice must stand there twice."""
    bare = [_squeezed(one).rstrip(".;") for one in expected]
    others = [line for line in paper.lines if _squeezed(line).rstrip(".;") not in bare]
    asked: Counter[str] = Counter()
    for said, key in zip(expected, bare, strict=True):
        asked[key] += 1
        if paper.squeezed.count(key) >= asked[key]:
            yield Finding(Part.SENTENCE, Found.SAME, "", said)
        else:
            yield _reworded(said, others)


def _reworded(said: str, others: Sequence[str]) -> Finding:
    """A sentence that is not there letter for letter: the one most like it, of those that the set does not say."""
    near = difflib.get_close_matches(said, others, n=1, cutoff=_ALIKE)
    if not near:
        return Finding(Part.SENTENCE, Found.MISSING, "", said)
    same = numbers_of(near[0]) == numbers_of(said)
    return Finding(Part.SENTENCE, Found.SAME if same else Found.CHANGED, "", said, "" if same else near[0])


def codes_of(text: str, mark: str) -> tuple[str, ...]:
    """The codes (16 hexadecimal digits) that stand after the mark's words, each once, in order."""
    folded = " ".join(unicodedata.normalize("NFC", text).split())
    found = re.finditer(
        rf"{re.escape(mark)}\s*:?\s*([0-9a-fA-F][0-9a-fA-F\s\u2010-\u2015-]{{14,30}})", folded
    )
    codes = (re.sub(r"[^0-9a-f]", "", one[1].lower())[:16] for one in found)
    return tuple(dict.fromkeys(code for code in codes if len(code) == 16))
