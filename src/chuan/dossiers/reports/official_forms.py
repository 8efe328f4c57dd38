"""The official totals as they came in by file, and our own counts of the same cells.

The forms are made by the system of record from what it shows now, so they are compared with our counts by the
promise it shows now. Grades stay apart: theirs is C, ours is B, and neither is put in the other's place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.dossiers.reports import cutting
from chuan.dossiers.reports.asked import Asked, Cut, Seen, known_rows
from chuan.dossiers.reports.counting import by_columns, totals
from chuan.dossiers.reports.figures import FIGURES, FORM_FIGURES, Counted
from chuan.intake.keys import period_key, unpacked
from chuan.intake.models import Import, StandingRow
from chuan.intake.reading import same_unit
from chuan.intake.unit_names import names_of
from chuan.people.viewer import Viewer
from chuan.rules.types import Period

BY_FIELD, BY_UNIT = "dossier_totals", "unit_totals"
REGISTERS = (BY_FIELD, BY_UNIT)
"""Registers whose forms are compared: one row a field of work, and one row a unit."""
WHOLE_UNIT = _("Cả đơn vị")
"""What our own row of a form by unit is called: all fields together. Rows of other units are nobody's here."""

CELLS: Mapping[str, tuple[str, str | Promise]] = {
    "received": ("received", _("tiếp nhận, tổng số")),
    "received_online": ("received_online", _("tiếp nhận trực tuyến")),
    "received_direct": ("received_direct", _("tiếp nhận trực tiếp, bưu chính")),
    "carried": ("carried", _("từ kỳ trước")),
    "solved": ("solved", _("đã giải quyết, tổng số")),
    "solved_early": ("early", _("đã giải quyết, trước hạn")),
    "solved_on_time": ("on_time", _("đã giải quyết, đúng hạn")),
    "solved_in_time": ("in_time", _("đã giải quyết, trước và đúng hạn")),
    "solved_late": ("late", _("đã giải quyết, quá hạn")),
    "running": ("running", _("đang giải quyết, tổng số")),
    "running_within": ("running_within", _("đang giải quyết, trong hạn")),
    "running_late": ("running_late", _("đang giải quyết, quá hạn")),
}
"""Figures of the form: which of ours answers, and its words."""
RECEIVED_ALL = "received_all"
"""Ours for a form whose "tổng số" of receipts holds what was carried over."""


@dataclass(frozen=True)
class FormRow:
    """One field of work as the form gives it; figures that it leaves out are absent."""

    field: str
    figures: Mapping[str, int]


@dataclass(frozen=True)
class Compared:
    """One cell: what the form says and what our rows say."""

    field: str
    figure: str
    ours: int
    theirs: int

    @property
    def words(self) -> str:
        """The figure in words."""
        return str(CELLS[self.figure][1])


@dataclass(frozen=True)
class Comparison:
    """All cells of a form. Fields that only one side names are listed, and their cells compared with nought."""

    cells: tuple[Compared, ...]
    only_theirs: tuple[str, ...]
    only_ours: tuple[str, ...]
    with_carried: bool
    whole: bool = False

    @property
    def differing(self) -> tuple[Compared, ...]:
        """The cells that do not agree."""
        return tuple(cell for cell in self.cells if cell.ours != cell.theirs)


def form_rows(imported: Import) -> tuple[FormRow, ...]:
    """The rows of the form's period and source as they stand now, in the order of their fields.

    Of a form by unit only the row of the import's own unit, or of a predecessor it has no row beside; none when
    the form does not name it.
    """
    filled = standing_rows(imported)
    if imported.register == BY_UNIT:
        return tuple(_row(str(WHOLE_UNIT), values) for values in own_row(filled, names_of(imported.unit)))
    return tuple(_row(values.get("field", ""), values) for values in filled)


def standing_rows(imported: Import) -> list[dict[str, str]]:
    """What stands of the period and source of the import's form; of rows by unit, the one written last comes last."""
    if imported.covers is None:
        return []
    rows = StandingRow.objects.filter(
        unit_id=imported.unit_id, register=imported.register, source=imported.source,
        outside_code__startswith=f"{period_key(imported.covers)} ",
    )  # fmt: skip
    order = "pk" if imported.register == BY_FIELD else "row_id"
    told = (unpacked(text) for text in rows.order_by(order).values_list("row__fields", flat=True))
    return [values for values in told if values]


def own_row(rows: Sequence[Mapping[str, str]], names: Sequence[str]) -> Sequence[Mapping[str, str]]:
    """The one row of the unit that bears the first of these names that any row bears; empty when none does.

    Of two spellings of one name the last row counts: the file that came later wrote it.
    """
    for name in names:
        for values in reversed(rows):
            if same_unit(values.get("unit", ""), name):
                return (values,)
    return ()


def _row(field: str, values: Mapping[str, str]) -> FormRow:
    figures = {name: int(values[name]) for name in CELLS if values.get(name, "").lstrip("-").isdigit()}
    return FormRow(field, figures)


def compare_import(viewer: Viewer, imported: Import | None, period: Period, *, on: date) -> Comparison:
    """The form that an import brought against our rows; None: the form is gone and has no cell."""
    if imported is None:
        return compare(viewer, period, (), on=on)
    return compare(viewer, period, form_rows(imported), on=on, whole=imported.register == BY_UNIT)


def compare(
    viewer: Viewer, period: Period, rows: Sequence[FormRow], *, on: date, whole: bool = False
) -> Comparison:
    """The form against our rows, cell by cell; one statement. ``whole``: one row, all our fields together."""
    carried = counts_carried(rows)
    ours = our_whole(viewer, period, on=on) if whole else our_counts(viewer, period, on=on)
    theirs = {_key(row.field): row for row in rows}
    named = {name for row in rows for name in row.figures}
    cells: list[Compared] = []
    for key, row in theirs.items():
        cells += _cells(row.field, row.figures, ours[key][1] if key in ours else Counted({}), carried)
    alone = {key: told for key, told in ours.items() if key not in theirs and told[1].any}
    for label, counted in alone.values():
        cells += [cell for cell in _cells(label, dict.fromkeys(named, 0), counted, carried) if cell.ours]
    only_theirs = tuple(row.field for key, row in theirs.items() if key not in ours)
    only_ours = tuple(label for label, _counted in alone.values())
    if whole:
        return Comparison(tuple(cells), (), (), carried, whole)
    return Comparison(tuple(cells), only_theirs, only_ours, carried)


def our_figure(figure: str, with_carried: bool) -> str:
    """Which of our figures answers a figure of the form."""
    return RECEIVED_ALL if figure == "received" and with_carried else CELLS[figure][0]


def counts_carried(rows: Iterable[FormRow]) -> bool:
    """Whether the form's total of receipts holds what was carried over: told by its own sums.

    It does when total = online + direct + carried in every row that has all four, and some row carried any over.
    """
    full = [
        row.figures
        for row in rows
        if {"received", "received_online", "received_direct", "carried"} <= set(row.figures)
    ]
    return any(one["carried"] for one in full) and all(
        one["received"] == one["received_online"] + one["received_direct"] + one["carried"] for one in full
    )


def asked_of(period: Period, *, on: date) -> Asked:
    """The table that a form is compared with."""
    return Asked(period, on, cut=Cut.FIELD, seen=Seen.NOW)


def our_whole(viewer: Viewer, period: Period, *, on: date) -> dict[str, tuple[str, Counted]]:
    """Our figures of all fields together, by the folded name of the whole unit."""
    counted = totals(known_rows(viewer, None), asked_of(period, on=on), FIGURES | FORM_FIGURES)
    return {_key(str(WHOLE_UNIT)): (str(WHOLE_UNIT), counted)}


def our_counts(viewer: Viewer, period: Period, *, on: date) -> dict[str, tuple[str, Counted]]:
    """Our figures by the folded name of the field."""
    asked = asked_of(period, on=on)
    rows = known_rows(viewer, None)
    found: dict[str, tuple[str, Counted]] = {}
    for raw, counted in by_columns(rows, asked, ("field",), FIGURES | FORM_FIGURES):
        key = cutting.key_of(Cut.FIELD, raw)
        label, before = found.get(key, (cutting.label_of(Cut.FIELD, raw, {}), Counted({})))
        found[key] = (label, before + counted)
    return {key: told for key, told in found.items() if _has_own(told[1])}


def _has_own(counted: Counted) -> bool:
    """Whether there is more than dossiers taken in for others."""
    return any(n for key, n in counted.of.items() if key != "elsewhere")


def _key(field: str) -> str:
    return cutting.key_of(Cut.FIELD, (field,))


def _cells(field: str, theirs: Mapping[str, int], ours: Counted, carried: bool) -> list[Compared]:
    return [
        Compared(field, name, ours[our_figure(name, carried)], theirs[name])
        for name in CELLS
        if name in theirs
    ]
