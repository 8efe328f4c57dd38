"""From a file's bytes to a table with a header, and what is known of it: an own layout, a shipped one, a guess."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from decimal import Decimal

from chuan.exchange.tables import CellValue, RawTable, read_tables
from chuan.intake.layouts import LayoutFile, lender, load_layout, shipped
from chuan.intake.models import Layout
from chuan.intake.previews import SeenColumn, SeenWord
from chuan.intake.reading import ColumnMap, Facts, Header, facts_above, find_known, find_table, likely_header
from chuan.intake.reading.values import Unreadable, reader_of
from chuan.intake.reading.words import text_of, typed_text
from chuan.offers.fields import Field, FieldKind, Register, withholds, withholds_column
from chuan.offers.registers import followed
from chuan.people.models import Unit
from chuan.rules.refusals import HeaderMissing

_FEWEST = 3
"""Columns below which a table that no register knows is no table to map by hand."""
_SAMPLES, _LOOKED_AT, _MOST_WORDS, _LONGEST = 3, 40, 60, 60


@dataclass(frozen=True, slots=True)
class Opened:
    """A file's table. ``layout`` is the unit's own confirmed one; without it ``mapping`` is a proposal only."""

    table: RawTable
    header: Header
    register: Register | None
    mapping: ColumnMap
    facts: Facts
    layout: Layout | None = None
    name: str = ""
    source: str = ""
    note: str = ""
    withheld: int = 0
    """Rows of which nothing may be stored: they are out of the table, only their number is known."""
    emptied: bool = False
    """Whether cells were taken out of columns that may not be stored."""


def open_file(data: bytes, *, name: str, layouts: Sequence[Layout] = ()) -> Opened:
    """Read the tables and find the one that is a register's. Raises what ``read_tables`` raises, and HeaderMissing."""
    tables = read_tables(data, name=name)
    return withheld(_by_own(tables, layouts) or _by_shipped(tables) or _by_words(tables, name))


def withheld(opened: Opened) -> Opened:
    """The same without the rows, and without the cells, that the register withholds.

    Of a table that no register knows, rows that any register withholds; its columns wait until somebody says what
    the table is.
    """
    return _without_columns(_without_rows(opened))


def _without_columns(opened: Opened) -> Opened:
    register = opened.register
    if register is None:
        return opened
    never = {one.name for one in register.fields if one.never}
    places = {
        column.at
        for column in opened.header.columns
        if opened.mapping.columns.get(column.key) in never or withholds_column(register, column.key)
    }
    rows, first = opened.table.rows, opened.header.data
    if not any(at < len(row) and row[at] is not None for row in rows[first:] for at in places):
        return opened
    left = (_emptied(row, places) for row in rows[first:])
    return replace(opened, table=replace(opened.table, rows=(*rows[:first], *left)), emptied=True)


def _emptied(row: Sequence[CellValue], places: Collection[int]) -> tuple[CellValue, ...]:
    """The row without the cells of some columns; it ends at its last filled cell, as every row does."""
    cells = [None if at in places else cell for at, cell in enumerate(row)]
    while cells and cells[-1] is None:
        cells.pop()
    return tuple(cells)


def _without_rows(opened: Opened) -> Opened:
    asked = (opened.register,) if opened.register else followed()
    heads = [""] * (1 + max((one.at for one in opened.header.columns), default=0))
    for column in opened.header.columns:
        heads[column.at] = column.key
    first, rows = opened.header.data, opened.table.rows
    secret = {
        at
        for at in range(first, len(rows))
        if rows[at] and any(withholds(one, heads, _texts(rows[at])) for one in asked)
    }
    if not secret:
        return opened
    left = tuple(
        () if at in secret else row for at, row in enumerate(rows)
    )  # the others keep their addresses
    return replace(opened, table=replace(opened.table, rows=left), withheld=len(secret))


def _texts(row: Sequence[CellValue]) -> list[str]:
    return [value if isinstance(value, str) else "" if value is None else str(value) for value in row]


def layouts_of(unit: Unit) -> list[Layout]:
    """The unit's layouts, the newest version of each header, for registers that some room still follows."""
    keys = [register.key for register in followed()]
    newest: dict[tuple[str, str], Layout] = {}
    for layout in Layout.objects.filter(unit=unit, register__in=keys).order_by("version", "pk"):
        newest[layout.register, layout.fingerprint] = layout
    return sorted(newest.values(), key=lambda one: one.confirmed_at, reverse=True)


def register_named(key: str) -> Register | None:
    """The followed register of this key."""
    return next((one for one in followed() if one.key == key), None)


def _by_own(tables: Sequence[RawTable], layouts: Sequence[Layout]) -> Opened | None:
    known = {layout.fingerprint: layout for layout in reversed(layouts)}
    found = find_known(tables, known)
    if found is None:
        return None
    table, header = found
    layout = known[header.fingerprint]
    kept = load_layout(layout.body, name=layout.name)
    register = register_named(layout.register)
    facts = facts_above(table, header.first)
    return Opened(table, header, register, kept.mapping, facts, layout, layout.name, layout.source)


def _by_shipped(tables: Sequence[RawTable]) -> Opened | None:
    keys = {register.key for register in followed()}
    known = {one.fingerprint: one for one in shipped() if one.register in keys}
    found = find_known(tables, known)
    if found is None:
        return None
    table, header = found
    return proposed(table, header, known[header.fingerprint])


def proposed(table: RawTable, header: Header, layout: LayoutFile) -> Opened:
    """The table with a layout that nobody of this unit has confirmed yet."""
    facts, register = facts_above(table, header.first), register_named(layout.register)
    return Opened(
        table, header, register, layout.mapping, facts, None, layout.name, layout.source, layout.note
    )


def _by_words(tables: Sequence[RawTable], name: str) -> Opened:
    try:
        found = find_table(tables, followed(), name=name)
    except HeaderMissing:
        return _by_hand(tables, name)
    facts, mapping = facts_above(found.table, found.header.first), found.proposal.mapping
    like = lender(mapping, found.register)
    if like is None:
        return Opened(found.table, found.header, found.register, mapping, facts)
    mapping = replace(mapping, constants=like.mapping.constants)
    return Opened(
        found.table, found.header, found.register, mapping, facts, None, like.name, like.source, like.note
    )


def _by_hand(tables: Sequence[RawTable], name: str) -> Opened:
    """A table that no register knows: a person may map it, when it is a table at all. Raises HeaderMissing."""
    for table in sorted(tables, key=lambda one: not one.visible):
        header = likely_header(table)
        if header is not None and len(header.columns) >= _FEWEST and header.data < len(table.rows):
            return Opened(table, header, None, ColumnMap({}), facts_above(table, header.first))
    raise HeaderMissing(
        name=name, looked=", ".join(f"“{one.name}”" for one in tables if one.name) or "cả tệp"
    )


def columns_seen(opened: Opened) -> tuple[SeenColumn, ...]:
    """Each column with what it most likely is; cells only where the field is known and not personal."""
    fields = {field.name: field for field in opened.register.fields} if opened.register else {}
    return tuple(
        _seen(opened, column.at, column.key, column.text, fields) for column in opened.header.columns
    )


def _seen(opened: Opened, at: int, key: str, text: str, fields: Mapping[str, Field]) -> SeenColumn:
    field = fields.get(opened.mapping.columns.get(key, ""))
    cells = [value for value in _cells(opened, at) if value is not None]
    shown: tuple[str, ...] = ()
    if field is not None and not field.personal:
        shown = tuple(dict.fromkeys(typed_text(value)[:_LONGEST] for value in cells))[:_SAMPLES]
    return SeenColumn(
        key, text[:200], field.name if field else "", 1.0 if field else 0.0, shown, _content(cells)
    )


def _cells(opened: Opened, at: int) -> Iterator[CellValue]:
    first = opened.header.data
    return (
        opened.table.value(row, at) for row in range(first, min(first + _LOOKED_AT, len(opened.table.rows)))
    )


def _content(cells: Sequence[CellValue]) -> str:
    """What most cells hold: "ngày", "số", "chữ"; "trống" for none."""
    if not cells:
        return "trống"
    kinds = Counter(
        "ngày"
        if isinstance(value, date | time)
        else "số"
        if isinstance(value, int | Decimal | timedelta)
        else "chữ"
        for value in cells
    )
    return kinds.most_common(1)[0][0]


def unknown_words(opened: Opened) -> tuple[SeenWord, ...]:
    """Words in columns of choices that neither the register nor the layout knows, the most frequent first."""
    if opened.register is None:
        return ()
    fields = {field.name: field for field in opened.register.fields if field.kind is FieldKind.CHOICE}
    found: Counter[tuple[str, str]] = Counter()
    for column in opened.header.columns:
        field = fields.get(opened.mapping.columns.get(column.key, ""))
        if field is not None:
            for word, count in _unread(opened, column.at, field).items():
                found[field.name, word] += count
    return tuple(SeenWord(field, word, count) for (field, word), count in found.most_common(_MOST_WORDS))


def _unread(opened: Opened, at: int, field: Field) -> Counter[str]:
    read = reader_of(field, opened.mapping.choices.get(field.name))
    every = Counter(
        text_of(row[at])
        for row in opened.table.rows[opened.header.data :]
        if at < len(row) and row[at] is not None
    )
    for word in list(every):
        with suppress(Unreadable):
            read(word)
            del every[word]
    return Counter({word[:_LONGEST]: count for word, count in every.items()})
