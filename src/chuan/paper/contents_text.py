"""The text of a document as plain lines, for one box of a form: read into blocks and written back.

One line is one paragraph; what begins it says what it is:

    Điều 1. …        an article              I. …         a section
    1. …  1.1. …     a clause                a) …         a point
    - …   + …        items of a list         | … | … |    a row of a table; the first is its head
    Chương I. …      a part (Phần, Mục, Tiểu mục alike)
    # …  ## …        a title of any level    > …          a remark in small letters
    _…_              a paragraph in italics  \\…           the rest is a plain paragraph

A blank line parts two lists or two tables. After the head of a table a row such as "| :-- | --: 20 |" may
give the sides and the shares of the columns. Nothing is ever refused: what is no mark is a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from chuan.paper.contents_tables import is_row, read_table, table_lines
from chuan.paper.papers import (
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

_MARKS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Block]], ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (r"\\(.+)", lambda m: Paragraph(m[1].strip())),
        (r"(#{1,5}) (.+)", lambda m: Heading(len(m[1]), m[2])),
        (r"> (.+)", lambda m: Note(m[1])),
        (r"_(.+)_", lambda m: Paragraph(m[1].strip(), italic=True)),
        (r"([-+]) (.+)", lambda m: Bullets((m[2],), m[1])),
        (r"Điều (\d+[a-zđ]?)\.(?: (.+))?", lambda m: Article(m[1], m[2] or "")),
        (
            r"((?:Phần|Chương|Mục|Tiểu mục) (?:[IVXLC]+|\d+|thứ \w+))(?:\. (.+))?",
            lambda m: Part(m[1], m[2] or ""),
        ),
        (r"([IVX]+\. .+)", lambda m: Heading(1, m[1])),
        (r"(\d{1,2}(?:\.\d{1,2}){0,3}\.) (.+)", lambda m: Clause(m[1], m[2])),
        (r"([a-zđ]\)|\d{1,2}\)) (.+)", lambda m: Point(m[1], m[2])),
    )
)
_OTHER_MARKS = re.compile(r"^[–—•*]\s+")


def body_from_text(text: str) -> tuple[Block, ...]:
    """The blocks of the lines. Never raises: a line with no mark is a paragraph."""
    blocks: list[Block] = []
    for group in _groups(text):
        blocks += _together(group)
    return tuple(blocks)


def body_to_text(blocks: Sequence[Block]) -> str:
    """The blocks as lines; ``body_from_text`` gives the same blocks back.

    Texts are written on one line with single spaces; blocks with no text at all are left out.
    """
    told: list[str] = []
    before: Block | None = None
    for block in map(_tidy, blocks):
        lines = _lines(block)
        if not lines:
            continue
        if before is not None and _would_join(before, block):
            told.append("")
        told += lines
        before = block
    return "\n".join(told)


def _groups(text: str) -> list[list[str]]:
    """Lines between blank ones, each with single spaces."""
    groups: list[list[str]] = [[]]
    for line in map(_one_line, text.splitlines()):
        if line:
            groups[-1].append(_OTHER_MARKS.sub("- ", line))
        elif groups[-1]:
            groups.append([])
    return groups


def _together(group: Sequence[str]) -> list[Block]:
    """The blocks of one group: rows make a table, items of one mark a list."""
    blocks: list[Block] = []
    place = 0
    while place < len(group):
        if is_row(group[place]):
            table, place = read_table(group, place)
            blocks.append(table)
            continue
        block, place = _read(group[place]), place + 1
        last = blocks[-1] if blocks else None
        if isinstance(block, Bullets) and isinstance(last, Bullets) and last.mark == block.mark:
            blocks[-1] = Bullets(last.items + block.items, last.mark)
        else:
            blocks.append(block)
    return blocks


def _read(line: str) -> Block:
    for pattern, make in _MARKS:
        if found := pattern.fullmatch(line):
            return make(found)
    return Paragraph(line)


def _lines(block: Block) -> list[str]:
    """The tidy block as it is written; [] when nothing in it says anything."""
    match block:
        case Bullets(items, mark):
            return [f"{mark} {item}" for item in items if item]
        case TableBlock():
            return table_lines(block)
        case Article(number, text):
            return [f"Điều {number}. {text}".strip()]
        case Part(label, title):
            return [f"{label}. {title}" if title else label]
        case Clause(label, text) | Point(label, text):
            return [f"{label} {text}"] if text else []
    return [_marked(block)] if block.text else []


def _marked(block: Heading | Paragraph | Note) -> str:
    """A title, remark or paragraph: without a mark where the bare line means the same."""
    if isinstance(block, Note):
        return f"> {block.text}"
    if _reads_as(block.text, block):
        return block.text
    if isinstance(block, Heading):
        return f"{'#' * block.level} {block.text}"
    return f"_{block.text}_" if block.italic else f"\\{block.text}"


def _reads_as(line: str, block: Block) -> bool:
    return not is_row(line) and _OTHER_MARKS.sub("- ", line) == line and _read(line) == block


def _would_join(before: Block, block: Block) -> bool:
    """Whether two blocks written one under the other would be read as one."""
    if isinstance(before, TableBlock):
        return isinstance(block, TableBlock | Note)
    return isinstance(before, Bullets) and isinstance(block, Bullets) and before.mark == block.mark


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _tidy(block: Block) -> Block:
    """The block with its texts on one line, single spaces."""
    match block:
        case Bullets(items, mark):
            return Bullets(tuple(one for one in map(_one_line, items) if one), mark)
        case TableBlock():
            return block
        case Heading(level, text):
            return Heading(max(1, min(level, 5)), _one_line(text))
        case Paragraph(text, italic):
            return Paragraph(_one_line(text), italic)
        case Note(text):
            return Note(_one_line(text))
        case Part(label, title):
            return Part(_one_line(label), _one_line(title))
        case Article(number, text):
            return Article(number.strip(), _one_line(text))
        case Clause(label, text):
            return Clause(label.strip(), _one_line(text))
        case Point(label, text):
            return Point(label.strip(), _one_line(text))
