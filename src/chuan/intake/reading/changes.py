"""What a file changes: new, changed field by field, same, gone since the last file of the same scope."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from chuan.intake.reading.types import ReadRow
from chuan.rules.vietnamese import compose, settle_tones


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one row, before and after; "" for empty. ``after_due``: changed when the due date had passed."""

    field: str
    before: str
    after: str
    after_due: bool = False


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A row known before, with what differs. ``after`` is the whole row: fields this file lacks stay."""

    code: str
    place: str
    before: Mapping[str, str]
    after: Mapping[str, str]
    fields: tuple[FieldChange, ...]

    @property
    def after_due(self) -> bool:
        """Whether a field was changed that should not change once the row is due."""
        return any(change.after_due for change in self.fields)


@dataclass(frozen=True, slots=True)
class Changes:
    """The whole difference. ``changed`` has the changes after the due date in front."""

    new: tuple[ReadRow, ...]
    changed: tuple[ChangedRow, ...]
    same: tuple[str, ...]
    gone: tuple[str, ...]

    @property
    def nothing(self) -> bool:
        """The same file twice: không có gì thay đổi."""
        return not (self.new or self.changed or self.gone)


def diff(
    previous: Mapping[str, Mapping[str, str]],
    rows: Iterable[ReadRow],
    due_fields: Sequence[str],
    *,
    on: date,
    still_there: Collection[str] = frozenset(),
) -> Changes:
    """Compare the rows of a file with the standing ones, by code.

    The first of ``due_fields`` holds the due date; a change of any of them on a later day than the
    date stored before is marked. ``on`` is the day of the import. ``previous`` holds the rows of the
    same scope only; ``still_there`` are codes in the file whose row could not be read.
    """
    new: list[ReadRow] = []
    changed: list[ChangedRow] = []
    same: list[str] = []
    seen: set[str] = set()
    for row in rows:
        seen.add(row.code)
        before = previous.get(row.code)
        if before is None:
            new.append(row)
            continue
        found = field_changes(before, row.values, due_fields, on=on)
        if found:
            changed.append(ChangedRow(row.code, row.place, before, {**before, **row.values}, found))
        else:
            same.append(row.code)
    changed.sort(key=lambda row: not row.after_due)
    gone = tuple(code for code in previous if code not in seen and code not in still_there)
    return Changes(tuple(new), tuple(changed), tuple(same), gone)


def field_changes(
    before: Mapping[str, str], after: Mapping[str, str], due_fields: Sequence[str], *, on: date
) -> tuple[FieldChange, ...]:
    """Fields of ``after`` that differ from ``before``; hoà and hòa are one word.

    A due field filled in for the first time (a result that is ready, late or not) is how cases go on, and
    an hour put beside a day moves no day: neither is marked as changed after the due date.
    """
    due = before.get(due_fields[0], "")[:10] if due_fields else ""
    passed = bool(due) and on.isoformat() > due
    return tuple(
        FieldChange(
            name, old := before.get(name, ""), value, passed and name in due_fields and _moved(old, value)
        )
        for name, value in after.items()
        if value != before.get(name, "") and not _same_words(value, before.get(name, ""))
    )


def _moved(before: str, after: str) -> bool:
    """Whether a day that stood there is now another one, or gone."""
    return bool(before) and before[:10] != after[:10]


def _same_words(one: str, other: str) -> bool:
    if one.isascii() and other.isascii():
        return False
    return settle_tones(compose(one)) == settle_tones(compose(other))
