"""Where the table begins: the header's rows are found by how well their words fit a register."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from itertools import pairwise

from chuan.exchange.tables import CellValue, RawTable
from chuan.intake.reading.matching import match
from chuan.intake.reading.types import Column, Header, Proposal
from chuan.intake.reading.words import key_of, text_of
from chuan.offers.fields import Field, Register
from chuan.rules.refusals import HeaderMissing

_LOOKED_AT = 60  # rows: letterhead, titles and filters never take more
_DEEPEST = 4
_LONGEST_TEXT = 200
_ORDINAL = re.compile(r"\(?\s*(\d{1,2}|[a-zA-Z])\s*\)?\s*(=.*)?")
_FIGURE = re.compile(r"[\d\s.,/:%-]+")
_UNMATCHED_COSTS = 0.05


@dataclass(frozen=True, slots=True)
class Found:
    """The table of a file that is a register: where its header is, and what its columns seem to be."""

    table: RawTable
    header: Header
    register: Register
    proposal: Proposal
    score: float


def find_table(tables: Sequence[RawTable], registers: Sequence[Register], *, name: str) -> Found:
    """The table and header that fit a register best, visible worksheets before hidden ones.

    Of two registers that fit alike the one that knows more columns. Raises HeaderMissing.
    """
    found = [one for table in tables for register in registers for one in _candidates(table, register)]
    if not found:
        looked = ", ".join(f"“{table.name}”" for table in tables if table.name) or "cả tệp"
        raise HeaderMissing(name=name, looked=looked)
    return max(found, key=lambda one: (one.table.visible, one.score, len(one.register.fields)))


def find_header(table: RawTable, register: Register) -> Found | None:
    """The best header of one table for one register; None when nothing fits."""
    return max(_candidates(table, register), key=lambda one: one.score, default=None)


def find_known(tables: Sequence[RawTable], fingerprints: Collection[str]) -> tuple[RawTable, Header] | None:
    """The table whose header is one of those remembered, visible worksheets first; None when it is a new layout."""
    for table in sorted(tables, key=lambda one: not one.visible):
        for header in _blocks(table):
            if header.fingerprint in fingerprints:
                return table, header
    return None


def header_at(table: RawTable, row: int, depth: int = 1) -> Header:
    """The header that a person pointed at: ``depth`` rows from ``row`` (counted from 0) on."""
    columns = _columns(table.rows[row : row + depth])
    data = row + depth
    while data < len(table.rows) and (not table.rows[data] or is_numbering(table.rows[data])):
        data += 1
    return Header(row, row + depth - 1, data, columns, fingerprint(columns))


def likely_header(table: RawTable) -> Header | None:
    """The header by shape alone, for a file whose words nobody knows: most texts in a row, then filled rows."""
    best: tuple[int, int] | None = None
    for row in range(min(len(table.rows), _LOOKED_AT)):
        texts = {key_of(text_of(value)) for value in table.rows[row] if value is not None}
        if is_words(table.rows[row]) and len(texts) >= 2 and (best is None or len(texts) > best[0]):
            best = (len(texts), row)
    return header_at(table, best[1]) if best else None


def fingerprint(columns: Sequence[Column]) -> str:
    """The layout's name: a digest of the columns' folded texts, whatever their order.

    Exports let people move columns about; the map goes by text, so a moved column is the same
    layout. A renamed, added or missing column is another one and is asked about.
    """
    return hashlib.sha256("\n".join(sorted(column.key for column in columns)).encode()).hexdigest()


def is_numbering(row: Sequence[CellValue]) -> bool:
    """A row that only numbers the columns: (1) (2) (3), 1 2 3, A B 1 2, (5)=(6)+(7)."""
    texts = [text_of(value) for value in row if value is not None]
    if len(texts) < 3 or not all(_ORDINAL.fullmatch(text) for text in texts):
        return False
    numbers = [
        int(found[1]) for text in texts if (found := _ORDINAL.fullmatch(text)) and found[1].isdecimal()
    ]
    rises = all(after == before + 1 for before, after in pairwise(numbers))
    return len(numbers) >= 2 and rises and numbers[0] in (0, 1, 2)


def is_words(row: Sequence[CellValue]) -> bool:
    """Whether a row could stand in a header: texts only, none of them a figure or a whole paragraph."""
    filled = [value for value in row if value is not None]
    if not filled or any(isinstance(value, int | Decimal | date | time) for value in filled):
        return False
    texts = [text_of(value) for value in filled]
    return all(len(text) <= _LONGEST_TEXT and not _FIGURE.fullmatch(text) for text in texts)


def _candidates(table: RawTable, register: Register) -> Iterator[Found]:
    for header in _blocks(table):
        one = _weighed(table, header, register)
        if one is not None:
            yield one


def _blocks(table: RawTable) -> Iterator[Header]:
    """Every block of rows near the top that could be a header: texts only, two columns at least."""
    for row in range(min(len(table.rows), _LOOKED_AT)):
        for depth in range(1, _DEEPEST + 1):
            if row + depth > len(table.rows) or not is_words(table.rows[row + depth - 1]):
                break
            header = header_at(table, row, depth)
            if len(header.columns) >= 2:
                yield header


def _weighed(table: RawTable, header: Header, register: Register) -> Found | None:
    """The header with its score; None when the register's code is not among the columns."""
    proposal = match(header, register.fields)
    fed = set(proposal.mapping.columns.values())
    if register.code_field not in fed or len(fed) < min(3, len(register.fields)):
        return None
    score = proposal.score - _UNMATCHED_COSTS * len(proposal.unmapped) - 0.5 * len(proposal.missing)
    return Found(table, header, register, proposal, score)


def _columns(rows: Sequence[Sequence[CellValue]]) -> tuple[Column, ...]:
    """Columns of a block of header rows; texts of merged cells are given to the columns they cover."""
    width = max((len(row) for row in rows), default=0)
    grid = [[text_of(row[at]) if at < len(row) else "" for at in range(width)] for row in rows]
    _spread(grid, width)
    parts = ((at, tuple(dict.fromkeys(line[at] for line in grid if line[at]))) for at in range(width))
    return column_keys((at, texts) for at, texts in parts if texts)


def column_keys(parts: Iterable[tuple[int, tuple[str, ...]]]) -> tuple[Column, ...]:
    """Columns with their keys, from (place, texts): a second column of the same text becomes "… #2"."""
    counts: dict[str, int] = {}
    columns = []
    for at, texts in parts:
        key = key_of(" / ".join(texts))
        counts[key] = counts.get(key, 0) + 1
        columns.append(Column(at, texts, key if counts[key] == 1 else f"{key} #{counts[key]}"))
    return tuple(columns)


def _spread(grid: list[list[str]], width: int) -> None:
    """A text above goes on to the right over empty cells, as long as texts stand below and no group ends."""
    for depth in range(len(grid) - 1):
        for at in range(1, width):
            below = any(line[at] for line in grid[depth + 1 :])
            same_group = all(line[at] == line[at - 1] for line in grid[:depth])
            if not grid[depth][at] and below and same_group:
                grid[depth][at] = grid[depth][at - 1]


def fields_of(register: Register) -> dict[str, Field]:
    """The register's fields by name."""
    return {field.name: field for field in register.fields}
