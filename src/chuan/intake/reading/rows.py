"""From the rows of a table to the rows of a register: read, or named with address and reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from chuan.exchange.tables import CellValue, RawTable
from chuan.intake.reading.headers import fields_of
from chuan.intake.reading.matching import missing
from chuan.intake.reading.skipping import RowSorter
from chuan.intake.reading.types import (
    Column,
    ColumnMap,
    Doubt,
    Drop,
    DroppedColumn,
    Fault,
    Header,
    ReadResult,
    ReadRow,
    Skip,
    SkippedRow,
)
from chuan.intake.reading.values import Reader, Unreadable, reader_of
from chuan.intake.reading.whole_columns import check_kind, turned_dates
from chuan.intake.reading.words import text_of, typed_text
from chuan.offers.fields import Field, FieldKind, Register, code_of, has_twins
from chuan.rules.refusals import ColumnsMissing

_DATES = (FieldKind.DATE, FieldKind.MOMENT)
_NUMBERS = (FieldKind.COUNT, FieldKind.NUMBER)
_LONGEST_CODE = 120


@dataclass(frozen=True, slots=True)
class _Fed:
    """One mapped column on its way into its field, with what was read from equal cells before."""

    column: Column
    field: Field
    read: Reader
    needed: bool
    known: dict[tuple[type, CellValue], str | Unreadable]

    def value(self, row: Sequence[CellValue]) -> str | Unreadable:
        given = row[self.column.at] if self.column.at < len(row) else None
        if self.field.kind is FieldKind.CODE:  # nearly all different: remembering them only takes room
            return self._fresh(given)
        asked = (type(given), given)
        found = self.known.get(asked)
        if found is None:
            found = self.known[asked] = self._fresh(given)
        return found

    def _fresh(self, given: CellValue) -> str | Unreadable:
        try:
            text = self.read(given)
        except Unreadable as unreadable:
            return unreadable
        if not text and self.needed:
            return Unreadable(f"Ô trống, dòng nào cũng cần “{self.field.label}”. Điền ô này rồi nhập lại.")
        return text


def read_rows(table: RawTable, header: Header, mapping: ColumnMap, register: Register) -> ReadResult:
    """Every row below the header: read, unreadable with cell addresses, or skipped and named.

    Raises ColumnsMissing when a required field has no column, ColumnWrong when a column holds
    another kind of things than its field (columns swapped).
    """
    absent = missing(mapping, register.fields)
    if absent:
        raise ColumnsMissing(fields=", ".join(f"“{label}”" for label in absent))
    return _Reading(table, header, mapping, register).result()


class _Reading:
    def __init__(self, table: RawTable, header: Header, mapping: ColumnMap, register: Register) -> None:
        self._table, self._header, self._register = table, header, register
        self._fed = tuple(_fed(header, mapping, register))
        self._code = next(fed for fed in self._fed if fed.field.name == register.code_field)
        self._skipped: list[SkippedRow] = []
        self._faults: list[Fault] = []
        self._rows: dict[str, tuple[int, dict[str, str]]] = {}
        self._clashing: dict[str, list[int]] = {}
        self._fixed, self._copies = mapping.fixed, mapping.copies
        self._at_code = self._fed.index(self._code)
        self._by_name = {fed.field.name: fed for fed in self._fed}
        self._dropped = dropped_columns(header, mapping, register)

    def result(self) -> ReadResult:
        data = list(self._data_rows())
        for fed in self._fed:
            check_kind(self._table, fed.column, fed.field, data)
        for row in data:
            self._take(row)
        self._name_clashes()
        rows = tuple(
            ReadRow(self._table.row_place(row), code, values) for code, (row, values) in self._rows.items()
        )
        return ReadResult(
            rows, tuple(self._faults), self._dropped, tuple(self._skipped), tuple(self._doubts(data))
        )

    def _data_rows(self) -> Iterator[int]:
        sorter = RowSorter(self._header, [fed.column.at for fed in self._fed], self._code.column.at)
        for at in range(self._header.data, len(self._table.rows)):
            row = self._table.rows[at]
            if not row:
                continue
            why = sorter.why_skipped(row)
            if why is None:
                yield at
            else:
                self._skip(at, why)

    def _skip(self, at: int, why: Skip) -> None:
        row = self._table.rows[at]
        text = " · ".join(text for value in row if (text := text_of(value)))[:200]
        values = self._sums(row) if why in (Skip.TOTAL, Skip.GROUP) else {}
        self._skipped.append(SkippedRow(self._table.row_place(at), why, text, values))

    def _sums(self, row: Sequence[CellValue]) -> dict[str, str]:
        read = {fed.field.name: fed.value(row) for fed in self._fed if fed.field.kind in _NUMBERS}
        return {name: value for name, value in read.items() if isinstance(value, str) and value}

    def _take(self, at: int) -> None:
        """Reads one row; with a fault in any mapped cell the whole row stays out."""
        row = self._table.rows[at]
        read = [fed.value(row) for fed in self._fed]
        code = self._code_of(read)
        values = {
            fed.field.name: value
            for fed, value in zip(self._fed, read, strict=True)
            if isinstance(value, str)
        }
        values.update(self._fixed)
        if self._copies:
            self._copy(values)
        code = code_of(self._register, code, values)[:_LONGEST_CODE] if code else ""
        faults = [
            self._fault(at, fed, value.sentence, code)
            for fed, value in zip(self._fed, read, strict=True)
            if isinstance(value, Unreadable)
        ]
        if not faults:
            faults = list(self._problems(at, values, code))
        if faults:
            self._faults += faults
        else:
            self._keep(at, code, values)

    def _copy(self, values: dict[str, str]) -> None:
        """A copy fills in what no column of the row says; it never copies a copy, nor what was dropped."""
        given = dict(values)
        for name, copied in self._copies.items():
            if not values.get(name):
                values[name] = given.get(copied, "")

    def _code_of(self, read: Sequence[str | Unreadable]) -> str:
        found = read[self._at_code]
        return found[:_LONGEST_CODE] if isinstance(found, str) else ""

    def _problems(self, at: int, values: Mapping[str, str], code: str) -> Iterator[Fault]:
        for name, sentence in self._register.problems(values):
            said = self._by_name.get(name) or self._by_name.get(self._copies.get(name, ""), self._code)
            yield self._fault(at, said, sentence, code)

    def _fault(self, at: int, fed: _Fed, sentence: str, code: str) -> Fault:
        typed = typed_text(self._table.value(at, fed.column.at))
        return Fault(self._table.place(at, fed.column.at), fed.column.text, typed, sentence, code)

    def _keep(self, at: int, code: str, values: dict[str, str]) -> None:
        if code in self._clashing:
            self._clashing[code].append(at)
        elif code not in self._rows:
            self._rows[code] = (at, values)
        elif self._rows[code][1] == values:
            self._skip(at, Skip.TWICE)
        elif has_twins(self._register):
            self._keep(at, self._twin_of(code), values)
        else:
            self._clashing[code] = [self._rows.pop(code)[0], at]

    def _twin_of(self, code: str) -> str:
        """The next code of a row whose number was given before: "12/BC-UBND (2021) #2"."""
        bare, _, nth = code.partition(" #")
        return f"{bare} #{int(nth or 1) + 1}"

    def _name_clashes(self) -> None:
        """One code, different contents: nobody but the source can say which row is right, so none goes in."""
        for code, rows in self._clashing.items():
            places = ", ".join(self._table.row_place(row) for row in rows[:5])
            sentence = (
                f"Mã “{code}” có {len(rows)} dòng nội dung khác nhau ({places}). "
                "Kiểm tra ở hệ thống nguồn, giữ một dòng đúng rồi nhập lại."
            )
            self._faults += [self._fault(row, self._code, sentence, code) for row in rows]

    def _doubts(self, data: Sequence[int]) -> Iterator[Doubt]:
        for fed in self._fed:
            if fed.field.kind in _DATES and (doubt := turned_dates(self._table, fed.column, data)):
                yield doubt


def _fed(header: Header, mapping: ColumnMap, register: Register) -> Iterator[_Fed]:
    fields = fields_of(register)
    for column in header.columns:
        field = fields.get(mapping.columns.get(column.key, ""))
        if field is not None and _kept(field, mapping):
            needed = field.required or field.name == register.code_field
            yield _Fed(column, field, reader_of(field, mapping.choices.get(field.name)), needed, {})


def _kept(field: Field, mapping: ColumnMap) -> bool:
    """Personal data only goes on where the map names a purpose; some of it never."""
    return not field.never and (not field.personal or bool(mapping.purposes.get(field.name, "").strip()))


def dropped_columns(header: Header, mapping: ColumnMap, register: Register) -> tuple[DroppedColumn, ...]:
    """Columns whose cells go nowhere, each with the reason."""
    fields = fields_of(register)
    found = []
    for column in header.columns:
        field = fields.get(mapping.columns.get(column.key, ""))
        if field is None:
            found.append(DroppedColumn(column.text, Drop.UNMAPPED))
        elif not _kept(field, mapping):
            found.append(DroppedColumn(column.text, Drop.NEVER if field.never else Drop.PERSONAL))
    return tuple(found)
