"""The list of imports, what each register needs, and what it is covered for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from chuan.exchange.sheets import Table
from chuan.intake import coverage
from chuan.intake.forms.listing import WAITING, Wanted
from chuan.intake.models import Import
from chuan.intake.permissions import may_import
from chuan.intake.showing.words import SIGNS, Sign, days_said, period_said, title_of
from chuan.offers import measures
from chuan.offers.fields import Field, Register
from chuan.offers.registers import followed
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.rules.types import Period
from chuan.rules.vietnamese import fold
from chuan.ui.formatters import local

_WIDTHS = (44, 26, 22, 12, 12, 10, 10, 12, 10, 10, 10, 12, 14, 22, 18, 20)


@dataclass(frozen=True)
class Line:
    """One import as a row of the list."""

    row: Import

    @property
    def register(self) -> str:
        """The register's title; "" while it is not known."""
        return title_of(self.row.register)

    @property
    def sign(self) -> Sign:
        """Shape and words of the status."""
        return SIGNS[self.row.status]

    @property
    def period(self) -> str:
        """What the file covers, in words."""
        return period_said(self.row.covers)

    @property
    def counted(self) -> bool:
        """Whether the counts say anything: not before the file was compared."""
        return self.row.status in COUNTED


COUNTED = frozenset(
    {
        Import.Status.PREVIEWED,
        Import.Status.COMMITTING,
        Import.Status.COMMITTED,
        Import.Status.WITHDRAWN,
    }
)


WAITS = (Import.Status.UNMAPPED, Import.Status.PREVIEWED)
"""Statuses in which a person is asked something."""


@dataclass(frozen=True)
class Asked:
    """What a register needs from a file: the columns, and what each measure needs besides."""

    title: str
    required: tuple[str, ...]
    others: tuple[str, ...]
    personal: tuple[str, ...]
    measures: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Covered:
    """What a register is covered for, and what is missing up to today, in words."""

    title: str
    periods: tuple[str, ...]
    missing: tuple[str, ...]


def imports_for(viewer: Viewer, wanted: Wanted) -> QuerySet[Import]:
    """The viewer's imports, newest first. Words are sought without marks."""
    found = Import.objects.seen_by(viewer).defer("preview")
    if wanted.register:
        found = found.filter(register=wanted.register)
    if wanted.status:
        found = found.filter(status__in=WAITS if wanted.status == WAITING else (wanted.status,))
    if wanted.year:
        found = found.filter(arrived_at__year=wanted.year)
    if sought := fold(wanted.words).split():
        found = found.filter(pk__in=_with_words(found, sought))
    return found.select_related("by", "committed_by").order_by("-arrived_at", "-pk")


def lines_of(imports: Sequence[Import]) -> list[Line]:
    """Rows for the page."""
    return [Line(one) for one in imports]


def way_in(viewer: Viewer) -> dict[str, Any]:
    """What a page needs to include ``intake/drop.html``: whether the viewer may import, and what waits already."""
    allowed = may_import(viewer)
    return {"may_import": allowed, "files_waiting": waiting_for(viewer) if allowed else 0}


def waiting_for(viewer: Viewer) -> int:
    """How many imports of the viewer's unit wait for a person: columns to map, or a preview to confirm."""
    return Import.objects.seen_by(viewer).filter(unit=viewer.unit, status__in=WAITS).count()


def years_of(viewer: Viewer) -> list[int]:
    """Years in which files came in, newest first."""
    moments = Import.objects.seen_by(viewer).datetimes("arrived_at", "year", order="DESC")
    return [moment.year for moment in moments]


def registers_known() -> list[tuple[str, str]]:
    """(key, title) of every register that some room follows."""
    return [(one.key, one.title) for one in followed()]


def asked_of_all() -> list[Asked]:
    """What every followed register needs from a file."""
    return [_asked(one) for one in followed()]


def covered_by_all(unit: Unit, *, on: date, as_of: datetime) -> list[Covered]:
    """Per register: the days that standing imports cover, and the gaps between the first of them and today."""
    return [_covered(unit, one, on, as_of) for one in followed()]


def covered_by(imported: Import, *, on: date, as_of: datetime) -> Covered | None:
    """The same for the register of one import; None where no room follows it."""
    register = next((one for one in followed() if one.key == imported.register), None)
    return _covered(imported.unit, register, on, as_of) if register else None


def sheet_of(imports: QuerySet[Import], wanted: Wanted, *, on: date) -> Table:
    """The list as a worksheet; its note says what was asked for, and when."""
    rows = [_cells(line) for line in lines_of(list(imports))]
    headers = (
        _("Tệp"), _("Sổ"), _("Nguồn"), _("Từ ngày"), _("Đến hết ngày"), _("Mới"), _("Thay đổi"),
        _("Thay đổi sau hạn"), _("Không đổi"), _("Không còn"), _("Không đọc được"), _("Trạng thái"),
        _("Ngày nạp"), _("Người nạp"), _("Ngày nhập"), _("Lý do rút"),
    )  # fmt: skip
    return Table(
        title=_("Các tệp đã nhập"),
        headers=headers,
        rows=rows,
        notes=[_asked_for(wanted, on), _("Số tệp: %s") % len(rows)],
        sheet_name=_("Nhập từ tệp"),
        widths=dict(enumerate(_WIDTHS)),
        number_formats=dict.fromkeys((3, 4, 12, 14), "dd/mm/yyyy"),
    )


def _cells(line: Line) -> tuple[str | int | date | None, ...]:
    row = line.row
    last = row.covers_end - timedelta(days=1) if row.covers_end else None
    counts: tuple[int | None, ...] = (
        row.rows_new, row.rows_changed, row.rows_after_due, row.rows_same, row.rows_gone, row.rows_unreadable,
    )  # fmt: skip
    if not line.counted:
        counts = (None,) * len(counts)
    return (
        row.file_name, line.register, row.source, row.covers_start, last, *counts, str(line.sign.said),
        local(row.arrived_at).date(), row.by.name if row.by else "",
        local(row.committed_at).date() if row.committed_at else None, row.reason,
    )  # fmt: skip


def _asked_for(wanted: Wanted, on: date) -> str:
    parts = [_("Lọc: %s") % wanted.words] if wanted.words else []
    parts += [title_of(wanted.register)] if wanted.register else []
    parts += [_("năm %s") % wanted.year] if wanted.year else []
    parts += [_status_said(wanted.status)] if wanted.status else []
    return " · ".join([*parts, _("xuất ngày %s") % f"{on:%d/%m/%Y}"])


def _status_said(status: str) -> str:
    return _("chờ người xem") if status == WAITING else str(Import.Status(status).label)


def _asked(register: Register) -> Asked:
    plain = [one for one in register.fields if not one.required and not one.personal]
    return Asked(
        register.title,
        tuple(one.label for one in register.fields if one.required),
        tuple(one.label for one in plain),
        tuple(one.label for one in register.fields if one.personal),
        _needed(register.fields),
    )


def _needed(fields: Sequence[Field]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(measure's title, labels of the columns it cannot speak without)."""
    by_measure: dict[str, list[str]] = {}
    for one in fields:
        for key in one.needed_by:
            by_measure.setdefault(key, []).append(one.label)
    return tuple((_measure(key), tuple(labels)) for key, labels in by_measure.items())


def _measure(key: str) -> str:
    found = measures.find(key)
    return found.title if found else key


def _covered(unit: Unit, register: Register, on: date, as_of: datetime) -> Covered:
    periods = coverage.covered(unit, register.key, as_of=as_of)
    if not periods:
        return Covered(register.title, (), ())
    start, end = periods[0].start, on + timedelta(days=1)
    until = Period(start, end) if start < end else None
    missing = coverage.uncovered(unit, register.key, until, as_of=as_of) if until else ()
    said = tuple(period_said(one) for one in periods)
    return Covered(register.title, said, tuple(days_said(one) for one in missing))


def _with_words(imports: QuerySet[Import], sought: list[str]) -> list[int]:
    """Every word must occur in the file's name, the source, or the name of who brought it."""
    names = ("file_name", "source", "by__name", "register")
    found = []
    for pk, file_name, source, who, register in imports.values_list("pk", *names):
        folded = fold(" ".join((file_name, source, who or "", title_of(register))))
        if all(word in folded for word in sought):
            found.append(pk)
    return found
