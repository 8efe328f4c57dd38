"""The blocks of a text as they are laid on the page: titles with their level, running text, lists, tables.

Whether "1. Thời gian" is a title or a sentence is told by what follows it, so that a clerk writes
plain lines and never a style. Levels never skip one, which PDF/UA forbids.
Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from chuan.paper.papers import (
    Align,
    Article,
    Block,
    Bullets,
    Clause,
    Heading,
    Note,
    Paragraph,
    Part,
    Point,
    TableBlock,
)

Look: TypeAlias = Literal["section", "clause", "article", "part"]

DEEPEST = 5
"""The deepest level of title in a text; the paper's own name is above all of them."""

LONGEST_TITLE = 160
"""Letters beyond which words are a sentence and no title."""

_PARTS = {"phần": 1, "chương": 1, "mục": 2, "tiểu": 3}

_WIDEST_CELL = 60
"""Letters of a cell that still ask for width: longer ones are broken into lines."""

_SHORT = 4
"""Letters of a mark ("1", "x", "II") that stands in the middle of its column."""

_FIGURE = re.compile(r"[-+]?[0-9][0-9.,]*\s*%?")


@dataclass(frozen=True, slots=True)
class Title:
    """A title: ``over`` is the line above it ("Chương I"), centred with it."""

    level: int
    look: Look
    text: str
    over: str = ""


@dataclass(frozen=True, slots=True)
class Running:
    """Running text; ``label`` ("Điều 1.") stands before it in bold."""

    text: str
    label: str = ""
    italic: bool = False


Laid: TypeAlias = Title | Running | Bullets | TableBlock | Note


def laid(body: Sequence[Block]) -> tuple[Laid, ...]:
    """The blocks in the order of the page."""
    found: list[Laid] = []
    deepest = under = 0
    for place, block in enumerate(body):
        one = _laid(block, body[place + 1] if place + 1 < len(body) else None)
        if isinstance(one, Title):
            above = under if one.look in ("article", "section", "clause") else 0
            level = max(1, min(one.level + above, deepest + 1, DEEPEST))
            one, deepest = replace(one, level=level), level
            under = level if one.look == "part" else under
        found.append(one)
    return tuple(found)


def shares(table: TableBlock) -> tuple[float, ...]:
    """The columns' shares of the width: as told, else from the words that stand in them."""
    if table.widths:
        return table.widths
    asked = [_asked(column) for column in zip(table.headers, *table.rows, strict=True)]
    return tuple(one / sum(asked) for one in asked)


def sides(table: TableBlock) -> tuple[Align, ...]:
    """Where the words of each column stand: as told, else numbers to the right and short marks in the middle."""
    if table.align:
        return table.align
    return tuple(_side([row[n] for row in table.rows]) for n in range(len(table.headers)))


def _laid(block: Block, following: Block | None) -> Laid:
    match block:
        case Heading(level, text):
            return Title(level, "section" if level <= 1 else "clause", text)
        case Part(label, title):
            return Title(_PARTS.get(label.split(" ")[0].lower(), 1), "part", title, label)
        case Article(number, text):
            if _is_title(text, following, Clause, Point, Paragraph, Bullets, TableBlock):
                return Title(1, "article", f"Điều {number}. {text}")
            return Running(text, label=f"Điều {number}.")
        case Clause(label, text):
            deeper = isinstance(following, Clause) and _depth(following.label) > _depth(label)
            if _is_title(
                text, following, *([Clause] if deeper else []), Point, Paragraph, Bullets, TableBlock
            ):
                return Title(1 + _depth(label), "clause", f"{label} {text}")
            return Running(f"{label} {text}")
        case Point(label, text):
            return Running(f"{label} {text}")
        case Paragraph(text, italic):
            return Running(text, italic=italic)
    return block


def _is_title(text: str, following: Block | None, *after: type) -> bool:
    """Whether the words name what follows: short, without an end mark, and something does follow."""
    text = text.strip()
    return (
        bool(text)
        and isinstance(following, after)
        and len(text) <= LONGEST_TITLE
        and text[-1] not in ".;:,/?!…"
    )


def _depth(label: str) -> int:
    """1 for "1.", 2 for "1.1."."""
    return len(label.strip(".").split("."))


def _asked(column: Iterable[str]) -> float:
    """How much width the words of a column ask for: its longest word surely, its longest cell if it is short."""
    cells = list(column)
    word = max((len(part) for cell in cells for part in cell.split()), default=0)
    longest = max((len(cell) for cell in cells), default=0)
    return max(word + 2.0, min(longest, _WIDEST_CELL), _SHORT)


def _side(cells: Sequence[str]) -> Align:
    told = [cell.strip() for cell in cells if cell.strip()]
    if told and all(len(cell) <= _SHORT for cell in told):
        return "center"
    return "right" if told and all(_FIGURE.fullmatch(cell) for cell in told) else "left"
