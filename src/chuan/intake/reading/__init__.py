"""Reading a register's file: pure functions from tables to rows, without database and clock.

tables = read_tables(data, name=name)                       # chuan.exchange.tables
found = find_table(tables, registers, name=name)            # header, register, proposed map
facts = facts_above(found.table, found.header.first)        # unit, period, filter
result = read_rows(found.table, found.header, found.proposal.mapping, found.register)
changes = diff(previous, result.rows, register.due_field_changes(), on=today,
               still_there=result.unreadable_codes)
"""

from chuan.intake.reading.changes import ChangedRow, Changes, FieldChange, diff, field_changes
from chuan.intake.reading.facts import facts_above, period_in
from chuan.intake.reading.headers import (
    Found,
    find_header,
    find_known,
    find_table,
    fingerprint,
    header_at,
    likely_header,
)
from chuan.intake.reading.matching import match, missing
from chuan.intake.reading.rows import dropped_columns, read_rows
from chuan.intake.reading.types import (
    COPIES,
    Column,
    ColumnMap,
    Doubt,
    Drop,
    DroppedColumn,
    Facts,
    Fault,
    Guess,
    Header,
    Proposal,
    ReadResult,
    ReadRow,
    Skip,
    SkippedRow,
)
from chuan.intake.reading.wards import not_among, other_ward, same_unit

__all__ = [
    "COPIES",
    "ChangedRow",
    "Changes",
    "Column",
    "ColumnMap",
    "Doubt",
    "Drop",
    "DroppedColumn",
    "Facts",
    "Fault",
    "FieldChange",
    "Found",
    "Guess",
    "Header",
    "Proposal",
    "ReadResult",
    "ReadRow",
    "Skip",
    "SkippedRow",
    "diff",
    "dropped_columns",
    "facts_above",
    "field_changes",
    "find_header",
    "find_known",
    "find_table",
    "fingerprint",
    "header_at",
    "likely_header",
    "match",
    "missing",
    "not_among",
    "other_ward",
    "period_in",
    "read_rows",
    "same_unit",
]
