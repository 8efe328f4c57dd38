"""From a look to what a person is shown: the columns to say, or the changes to confirm."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from chuan.intake.looking import Looked
from chuan.intake.models import Import
from chuan.intake.opening import Opened, columns_seen, unknown_words
from chuan.intake.previews import (
    MOST,
    Preview,
    SeenChange,
    SeenDrop,
    SeenField,
    SeenRow,
    SeenSkip,
    preview_of,
)
from chuan.intake.reading import Doubt, ReadRow, Skip, missing, not_among, other_ward
from chuan.intake.unit_names import names_of


def asking(imported: Import, opened: Opened) -> Preview:
    """What a person needs to say what each column is."""
    register = opened.register
    return Preview(
        register=register.key if register else "",
        layout=opened.name,
        note=opened.note,
        missing=missing(opened.mapping, register.fields) if register else (),
        words=unknown_words(opened),
        mapping=opened.mapping,
        **_shape(imported, opened),
    )


def showing(imported: Import, looked: Looked) -> Preview:
    """What a person confirms."""
    result, compared = looked.result, looked.compared
    return Preview(
        register=looked.register.key,
        layout=looked.layout.name,
        known=True,
        mapping=looked.opened.mapping,
        words=unknown_words(looked.opened) if result.unreadable else (),
        rows=len(looked.rows),
        skipped_count=len(result.skipped),
        new=tuple(_row(row) for row in compared.new[:MOST]),
        changed=tuple(
            SeenChange(
                row.code,
                row.place,
                tuple(SeenField(one.field, one.before, one.after, one.after_due) for one in row.fields),
            )
            for row in compared.changed[:MOST]
        ),
        gone=tuple(compared.gone[:MOST]),
        unreadable=result.unreadable[:MOST],
        skipped=tuple(_skip(one.place, one.why, one.text, looked) for one in result.skipped[:MOST]),
        dropped=tuple(SeenDrop(one.text, str(one.why)) for one in result.dropped),
        doubts=tuple(_doubts(imported, looked)),
        **_shape(imported, looked.opened),
    )


def _shape(imported: Import, opened: Opened) -> dict[str, Any]:
    facts = opened.facts
    return {
        "table": opened.table.name,
        "source": opened.source,
        "unit": facts.unit[:200],
        "unit_place": facts.unit_place,
        "filter": facts.status[:200],
        "stated": facts.period,
        "said": None if facts.period else preview_of(imported).said,
        "illustrative": facts.illustrative,
        "withheld": opened.withheld or preview_of(imported).withheld,
        "header": tuple(column.key for column in opened.header.columns),
        "columns": columns_seen(opened),
        "old_letters": opened.table.old_letters,
    }


def _row(row: ReadRow) -> SeenRow:
    return SeenRow(row.code, row.place, {name: value for name, value in row.values.items() if value})


_OF_THE_TABLE = (Skip.NUMBERING, Skip.HEADER_AGAIN, Skip.TOTAL)


def _skip(place: str, why: Skip, text: str, looked: Looked) -> SeenSkip:
    """A row that stands twice is a register's row, with names and all: only its place is kept.

    Where names may never be kept, no note or heading between rows is either.
    """
    guarded = any(field.never for field in looked.register.fields) and why not in _OF_THE_TABLE
    return SeenSkip(place, str(why), "" if guarded or why is Skip.TWICE else text[:120])


def _doubts(imported: Import, looked: Looked) -> Iterator[Doubt]:
    facts = looked.opened.facts
    if other := _other_ward(imported, looked):
        yield other
    if facts.illustrative and not imported.unit.example:
        sentence = _(
            "Tệp ghi là dữ liệu minh họa. Nếu là tệp thử, bỏ tệp này; nhập vào thì số liệu thật sẽ lẫn số thử."
        )
        yield Doubt("illustrative", "", sentence)
    if looked.period is not None and looked.covers is None:
        sentence = _("Tệp ghi kỳ bắt đầu ngày %(start)s, sau ngày đưa tệp vào. Kiểm tra lại tệp.") % {
            "start": looked.period.start.strftime("%d/%m/%Y")
        }
        yield Doubt("period_ahead", "", sentence)
    if emptied := _emptied(looked):
        sentence = _(
            "%(n)s dòng đã có ngày ở tệp nhập trước mà tệp này để trống: tệp này có thể cũ hơn. "
            "Nếu chọn nhầm tệp cũ, bỏ tệp này; nếu hệ thống nguồn đã xóa ngày, xác nhận để nhập."
        ) % {"n": emptied}
        yield Doubt("older_file", "", sentence)
    yield from looked.result.doubts


def _emptied(looked: Looked) -> int:
    """How many rows would lose a date that stands: what an older export, dropped after a newer one, looks like."""
    due = looked.register.due_field_changes()
    return sum(
        any(one.before and not one.after and one.field in due for one in row.fields)
        for row in looked.compared.changed
    )


def _other_ward(imported: Import, looked: Looked) -> Doubt | None:
    """Whether the file is another unit's. One with a row for each unit is judged by its rows, not its letterhead."""
    names, key = names_of(imported.unit), looked.register.code_field
    if key == "unit":
        return not_among([row.values.get(key, "") for row in looked.rows], names)
    return other_ward(looked.opened.facts, names)
