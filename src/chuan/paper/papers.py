"""What an administrative paper is made of, apart from how it is printed.

Every part of a Paper has the number of its cell in Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần IV.

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
    """Items that each begin with a hyphen, or with a plus where they stand under a hyphen."""

    items: tuple[str, ...]
    mark: Literal["-", "+"] = "-"


@dataclass(frozen=True, slots=True)
class Part:
    """The head of a part of the text: label "Phần I", "Chương II", "Mục 1", "Tiểu mục 2", and its title."""

    label: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """ "Điều 1. …": ``number`` is "1" or "1a"; the text may be a title, a sentence, or nothing."""

    number: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A khoản: label "1." or "1.1.", and its text or title."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Point:
    """A điểm: label "a)" and its text."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table; its head is repeated on every page.

    ``widths`` are shares, one for each column; () takes them from the words. ``align`` () sets numbers to
    the right and words to the left.
    """

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()
    align: tuple[Align, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        columns = len(self.headers)
        named = (part for part in (self.widths, self.align) if part)
        lengths = {len(part) for part in (*named, *self.rows)}
        if columns == 0 or not lengths <= {columns}:
            raise ValueError(f"a table of {columns} columns has parts of {sorted(lengths)}")


@dataclass(frozen=True, slots=True)
class Note:
    """A remark in small letters."""

    text: str


Block: TypeAlias = Heading | Paragraph | Bullets | Part | Article | Clause | Point | TableBlock | Note

Layout: TypeAlias = Literal["named", "letter", "minutes"]
Urgency: TypeAlias = Literal["", "hỏa tốc", "thượng khẩn", "khẩn"]


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: authority lines as the decree words them ("TM. ỦY BAN NHÂN DÂN"), position, name or ""."""

    authority: tuple[str, ...]
    position: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex with page numbers of its own; ``landscape`` None lays it on its side when a table is wide.

    With a ``type_name`` ("Quy chế", "Kế hoạch") it is no "Phụ lục" but a paper put in force by the one it
    goes with: it has the head of the agency and of the nation, and no number of its own.
    """

    title: str
    blocks: tuple[Block, ...]
    landscape: bool | None = None
    type_name: str = ""

    @property
    def on_its_side(self) -> bool:
        """Whether the page is landscape."""
        if self.landscape is not None:
            return self.landscape
        return any(isinstance(block, TableBlock) and len(block.headers) >= WIDE for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Paper:
    """One administrative paper.

    ``layout`` "named" is a paper of a named type (quyết định, báo cáo, tờ trình ...); a "letter" (công
    văn) has no type name and says its subject under the number; "minutes" (biên bản) have no line of place
    and date, and ``second_signer`` (thư ký) signs at the left.

    ``authority`` ("Ủy ban nhân dân phường Bắc Hồng") stands over the bases and ``resolves`` ("Quyết
    định:") under them. ``to`` are the addressees (Kính gửi). ``urgency`` and ``handling`` ("Lưu hành nội
    bộ") are boxed; ``contact`` is the agency's address, at the foot of the first page.

    ``number`` "" and ``date`` None leave room to be filled when the paper is issued; ``year`` is printed
    where the date is not known yet. ``agency`` is one line or two ("Ủy ban nhân dân", "phường Bắc Hồng").
    ``made_on`` is the day the file itself was made, told in the file only. ``mark`` stands at the foot of
    every page ("dữ liệu minh họa"); ``footer_note`` once, after the signature. ``electronic``: the line
    "(Kèm theo ...)" of an annex is not filled in (Phụ lục I, Phần I, III.1c).
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
    layout: Layout = "named"
    year: int | None = None
    electronic: bool = False
    authority: str = ""
    resolves: str = ""
    to: tuple[str, ...] = ()
    second_signer: Signer | None = None
    urgency: Urgency = ""
    handling: str = ""
    drafter_mark: str = ""
    contact: tuple[str, ...] = ()
    is_form: bool = False
    """A slip to be filled in (Phụ lục IV): no number of its own, no "./." after its last words."""
