"""Papers and tables in letters of the time before Unicode: converted as they come in, and told so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from chuan.exchange.extracted import Extracted, OldLetters
from chuan.exchange.table_types import RawTable
from chuan.rules.legacy_letters import (
    Code,
    Converted,
    Recognised,
    code_of_font,
    converted,
    decode,
    has_unicode_letters,
)

SHOWN = 60
"""Lines that are shown as they were beside what they became."""


def in_unicode(paper: Extracted) -> Extracted:
    """The paper with its old lines converted, blocks and boxes moved along; the same paper when nothing is old."""
    change = converted(paper.text)
    if change is None:
        return paper
    old = OldLetters(change.recognised.code.value, "letters", change.recognised.percent, _pairs(change))
    return replace(
        paper,
        text=change.text,
        blocks=tuple(replace(one, start=change.at(one.start), end=change.at(one.end)) for one in paper.blocks),
        widgets=tuple(
            replace(
                one, start=change.at(one.start), end=change.at(one.end),
                text=change.text[change.at(one.start) : change.at(one.end)],
            )
            for one in paper.widgets
        ),
        old_letters=old if paper.old_letters is None else paper.old_letters,
    )  # fmt: skip


def table_in_unicode(table: RawTable, known: Recognised) -> RawTable:
    """The table with every word converted that holds no Unicode letter."""
    rows = tuple(
        tuple(
            decode(value, known.code)
            if isinstance(value, str) and not value.isascii() and not has_unicode_letters(value)
            else value
            for value in row
        )
        for row in table.rows
    )
    return replace(table, rows=rows, old_letters=known.code.value)


def capitals_of_font(text: str) -> str:
    """Letters of a font like .VnTimeH, in which small letters look like capitals."""
    return decode(text, Code.TCVN3).upper()


class OldRuns:
    """Reads the runs of a Word paper by their fonts; remembers the first lines that it changed."""

    def __init__(self) -> None:
        self._codes: set[Code] = set()
        self._line: list[tuple[str, str]] = []
        self._pairs: list[tuple[str, str]] = []

    def read(self, text: str, font: str | None) -> str:
        """The run in Unicode; text that already is Unicode stays, whatever its font is called."""
        known = code_of_font(font) if font else None
        new = text
        if known and not has_unicode_letters(text):
            new = _by_font(text, *known)
            if new != text:
                self._codes.add(known[0])
        self._line.append((text, new))
        return new

    def end_of_line(self, text: str) -> None:
        """A paragraph ends."""
        before = "".join(old for old, _ in self._line)
        if len(self._pairs) < SHOWN and any(old != new for old, new in self._line):
            self._pairs.append((before.strip(), text.strip()))
        self._line.clear()

    def told(self) -> OldLetters | None:
        """What was converted; None when every run was Unicode."""
        if not self._codes:
            return None
        code = "+".join(sorted(one.value for one in self._codes))
        return OldLetters(code, "fonts", 100, tuple(self._pairs))


def _by_font(text: str, code: Code, capitals: bool) -> str:
    read: Callable[[str], str] = capitals_of_font if capitals else lambda one: decode(one, code)
    return read(text)


def _pairs(change: Converted) -> tuple[tuple[str, str], ...]:
    lines = zip(change.original.split("\n"), change.text.split("\n"), strict=True)
    return tuple((old, new) for old, new in lines if old != new)[:SHOWN]
