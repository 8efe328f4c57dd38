"""The annex of objectives as plain lines that the reader of decisions reads back, one line a promise.

Written as the reference Decision writes it: objectives numbered, what hangs under one begins with a hyphen and ends
with a semicolon, the last with a full stop. A hyphen line without its mark would run into the next one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chuan.rules.decision_text.lexicon import Lexicon
from chuan.rules.decision_text.reader import read_decision
from chuan.rules.decision_text.types import Line, Remark

_HEAD = "MỤC TIÊU CHẤT LƯỢNG\n"
_ENDS = " ;.,"
_NUMBERED = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]\s|[IVX]+\.\s|[a-zđ]\)\s|Điều\s+\d)")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the annex: ``key`` names it, ``above`` is the key it hangs under, "" for an objective."""

    key: str
    text: str
    above: str = ""


def annex_text(rows: Sequence[Row]) -> str:
    """The lines in order, each objective followed by what hangs under it; rows are given in that order."""
    return "\n".join(line for _, line in _written(rows))


def ordinals(rows: Sequence[Row]) -> dict[str, str]:
    """The place of each row: "3", "1.14"."""
    found: dict[str, str] = {}
    below: dict[str, int] = {}
    tops = 0
    for row in rows:
        if row.above:
            below[row.above] = below.get(row.above, 0) + 1
            found[row.key] = f"{found[row.above]}.{below[row.above]}"
        else:
            tops += 1
            found[row.key] = str(tops)
    return found


@dataclass(frozen=True, slots=True)
class Whole:
    """The annex as the reader reads it: lines and remarks of form by the key of their row."""

    lines: Mapping[str, Line]
    remarks: Mapping[str, tuple[Remark, ...]]


def read_whole(rows: Sequence[Row], lexicon: Lexicon) -> Whole:
    """What the reader reads in each row; a row that does not stand as a line of its own is missing.

    Nothing is read as right by count alone: place and words of the line must be those of the row. Remarks are of
    spelling only ("“Phần đầu” có lẽ là “Phấn đấu”").
    """
    reading = read_decision(_HEAD + annex_text(rows) + "\n", lexicon=lexicon)
    by_place = {line.ordinal: line for line in reading.objectives}
    if len(by_place) != len(rows):
        return Whole({}, {})
    places = ordinals(rows)
    lines = {
        row.key: by_place[places[row.key]]
        for row in rows
        if places[row.key] in by_place and _same(by_place[places[row.key]].text, row.text)
    }
    spelling = [one for one in reading.remarks if one.code == "misspelling"]
    remarks = {
        key: tuple(one for one in spelling if line.span.start <= one.span.start < line.span.end)
        for key, line in lines.items()
    }
    return Whole(lines, remarks)


def read_back(rows: Sequence[Row], lexicon: Lexicon) -> Mapping[str, Line]:
    """The lines of ``read_whole``."""
    return read_whole(rows, lexicon).lines


def read_one(text: str, lexicon: Lexicon) -> Line | None:
    """What one sentence promises when it stands alone; None for nothing, for several lines, for a numbered one."""
    if sum(bool(line.strip()) for line in text.splitlines()) != 1 or _NUMBERED.match(text):
        return None
    return read_back([Row("1", text)], lexicon).get("1")


def tidy(text: str) -> str:
    """The sentence on one line, without list marks before it and marks at its end (a colon stays)."""
    return " ".join(text.split()).lstrip("-–•+* ").rstrip(_ENDS)


def _written(rows: Sequence[Row]) -> list[tuple[str, str]]:
    places = ordinals(rows)
    headings = {row.above for row in rows}
    lines = []
    for at, row in enumerate(rows):
        goes_on = at + 1 < len(rows) and bool(rows[at + 1].above)
        words = tidy(row.text).rstrip(": ")
        end = ":" if row.key in headings else ";" if goes_on else "."
        lines.append((row.key, f"{_mark(places[row.key])} {words}{end}"))
    return lines


def _mark(place: str) -> str:
    """ "3." of an objective, a hyphen below it, a plus below that."""
    depth = place.count(".")
    return f"{place}." if not depth else "-" if depth == 1 else "+"


def _same(read: str, written: str) -> bool:
    return tidy(read).rstrip(":") == tidy(written).rstrip(":")
