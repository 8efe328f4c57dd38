"""The register of nonconformities as a list and as a worksheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Min, Q, QuerySet
from django.utils.translation import gettext as _

from chuan.corrections.models import CorrectiveAction, Nonconformity
from chuan.exchange.sheets import Table
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import NONCONFORMITY
from chuan.rules.vietnamese import fold
from chuan.ui import formatters as say

ALL = "tat-ca"
MOST = 2_000
"""Rows looked through for words: a ward raises some dozens a year."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is asked for; empty asks for what is not closed."""

    words: str = ""
    status: str = ""
    source: str = ""
    year: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the register."""

    case: Nonconformity
    actions: str
    due_on: date | None
    overdue: bool


def found(viewer: Viewer, wanted: Wanted) -> QuerySet[Nonconformity]:
    """The nonconformities asked for, the latest first; words are sought without marks in code, text and record."""
    rows = Nonconformity.objects.seen_by(viewer).select_related("process")
    if wanted.status and wanted.status != ALL:
        rows = rows.filter(status=wanted.status)
    elif not wanted.status and not wanted.words:
        rows = rows.open()
    if wanted.source:
        rows = rows.filter(source=wanted.source)
    if wanted.year:
        rows = rows.filter(
            found_on__gte=date(int(wanted.year), 1, 1), found_on__lt=date(int(wanted.year) + 1, 1, 1)
        )
    if wanted.words:
        rows = rows.filter(pk__in=[one.pk for one in rows.order_by("-pk")[:MOST] if _has(one, wanted.words)])
    return rows.order_by("-found_on", "-pk")


def rows_of(cases: Iterable[Nonconformity], *, on: date) -> list[Row]:
    """The lines of one page; one statement for their actions."""
    cases = list(cases)
    sums = {
        one["case"]: one
        for one in CorrectiveAction.objects.filter(case__in=cases, dropped_on__isnull=True)
        .values("case")
        .annotate(
            every=Count("pk"), done=Count("pk", filter=Q(done_on__isnull=False)),
            first=Min("due_on", filter=Q(done_on__isnull=True)),
        )
    }  # fmt: skip
    return [_row(one, sums.get(one.pk), on) for one in cases]


def statuses() -> list[tuple[str, str]]:
    """Every status with its words."""
    return [(key, one.label) for key, one in NONCONFORMITY.statuses.items()]


def years_of(viewer: Viewer) -> list[int]:
    """Years in which something was found, the latest first."""
    days = Nonconformity.objects.seen_by(viewer).dates("found_on", "year", order="DESC")
    return [one.year for one in days]


def sheet_of(cases: QuerySet[Nonconformity], *, on: date) -> Table:
    """The register as a worksheet."""
    headers = (
        "Mã", "Ngày phát hiện", "Điều không phù hợp", "Mức", "Từ đâu", "Quá trình", "Điều của tiêu chuẩn", "Tình trạng",
        "Hành động xong", "Hạn gần nhất", "Ngày kết thúc",
    )  # fmt: skip
    rows = rows_of(cases[:MOST], on=on)
    return Table(
        title=_("Sổ theo dõi sự không phù hợp và hành động khắc phục"),
        headers=list(headers),
        rows=[_cells(row) for row in rows],
        notes=[_("Tình trạng ngày %s") % say.day(on), _("Số dòng: %s") % len(rows)],
        sheet_name=_("Khắc phục"),
        widths={0: 14, 2: 60, 5: 30, 7: 24},
        number_formats={1: "dd/mm/yyyy", 9: "dd/mm/yyyy", 10: "dd/mm/yyyy"},
    )


def _cells(row: Row) -> Sequence[str | date | None]:
    one = row.case
    return (
        one.code, one.found_on, one.what, str(one.get_grade_display()), str(one.get_source_display()),
        str(one.process or ""), one.clause, one.stage, row.actions, row.due_on, one.closed_on,
    )  # fmt: skip


def _row(one: Nonconformity, sums: Mapping[str, Any] | None, on: date) -> Row:
    first: Any = sums["first"] if sums else None
    days = [day for day in (first, one.due_on if not one.is_over else None) if isinstance(day, date)]
    due = min(days, default=None)
    actions = f"{sums['done']}/{sums['every']}" if sums else "–"
    return Row(one, actions, due, due is not None and due < on)


def _has(one: Nonconformity, words: str) -> bool:
    told = fold(f"{one.code} {one.what} {one.label}")
    return all(word in told for word in fold(words).split())
