"""What an administrative paper is made of, apart from how it is printed.

Texts are plain: nothing in them is ever read as markup. Capital letters, leading zeros, marks at
the ends of lines, sizes and rules come from the law file, not from the writer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as date_type
from typing import Literal, TypeAlias

Align: TypeAlias = Literal["left", "center", "right"]

WIDE = 8
"""From so many columns on, a table asks for a page laid on its side."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A title inside the text: level 1 is a section ("I. ..."), level 2 a clause ("1. ...")."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, justified, its first line indented."""

    text: str
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """Items that each begin with a hyphen."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table; its head is repeated on every page. ``widths`` are shares, one for each column."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    align: tuple[Align, ...]
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        columns = len(self.headers)
        lengths = {len(self.widths), len(self.align), *(len(row) for row in self.rows)}
        if columns == 0 or lengths != {columns}:
            raise ValueError(f"a table of {columns} columns has parts of {sorted(lengths)}")


@dataclass(frozen=True, slots=True)
class Note:
    """A remark in small letters."""

    text: str


Block: TypeAlias = Heading | Paragraph | Bullets | TableBlock | Note


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: authority lines as the decree words them ("TM. ỦY BAN NHÂN DÂN"), position, name or ""."""

    authority: tuple[str, ...]
    position: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex with page numbers of its own; ``landscape`` None lays it on its side when a table is wide."""

    title: str
    blocks: tuple[Block, ...]
    landscape: bool | None = None

    @property
    def on_its_side(self) -> bool:
        """Whether the page is landscape."""
        if self.landscape is not None:
            return self.landscape
        return any(isinstance(block, TableBlock) and len(block.headers) >= WIDE for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Paper:
    """One administrative paper of a named type (báo cáo, kế hoạch, tờ trình ...).

    ``number`` "" and ``date`` None leave room to be filled when the paper is issued. ``agency`` is
    one line or two ("Ủy ban nhân dân", "phường Bắc Hồng"). ``made_on`` is the day the file itself was
    made, told in the file only. ``mark`` stands at the foot of every
    page ("dữ liệu minh họa"); ``footer_note`` once, after the signature.
    """

    agency: tuple[str, ...]
    symbol: str
    place: str
    type_name: str
    subject: str
    signer: Signer
    agency_above: str = ""
    number: str = ""
    date: date_type | None = None
    made_on: date_type | None = None
    bases: tuple[str, ...] = ()
    body: tuple[Block, ...] = ()
    recipients: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()
    footer_note: str = ""
    mark: str = ""
