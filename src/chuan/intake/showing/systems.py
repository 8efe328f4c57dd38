"""Nguồn chính: per register who keeps it today, since when, by which document, and what came before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.intake.models import RecordSystem
from chuan.intake.record_systems import System, system_on
from chuan.offers.fields import kept_with
from chuan.offers.registers import followed
from chuan.people.viewer import Viewer
from chuan.rules.types import Sure

_BY_LAW: dict[str, str | Promise] = {
    "documents": _("Văn bản đi, đến"),
    "petitions": _("Đơn thư"),
    "feedback": _("Phản ánh, kiến nghị trên cổng"),
}
"""Registers that have a system of record before a room here follows them by file."""

_SURE: dict[Sure, str | Promise] = {
    Sure.REPORTED: _("theo nguồn khác thuật lại"),
    Sure.UNVERIFIED: _("chưa kiểm chứng"),
}


@dataclass(frozen=True)
class Kept:
    """One register: who keeps it today, and every dated row, the latest first."""

    key: str
    title: str
    system: System
    rows: tuple[RecordSystem, ...]
    coming: RecordSystem | None

    @property
    def said(self) -> bool:
        """Whether the unit has named the system by a document; else it is the one the law names."""
        return self.system.sure is None

    @property
    def sure(self) -> str:
        """How sure the law's words are, where they were not read word for word."""
        return str(_SURE.get(self.system.sure, "")) if self.system.sure else ""


def registers_named() -> tuple[tuple[str, str], ...]:
    """(key, title) of every register that may have a system of record."""
    known = [(one.key, one.title) for one in followed() if kept_with(one) == one.key]
    more = [(key, str(title)) for key, title in _BY_LAW.items() if key not in dict(known)]
    return (*known, *more)


def kept_by(viewer: Viewer, *, on: date) -> list[Kept]:
    """Every register as it is kept on a day."""
    rows = RecordSystem.objects.seen_by(viewer).filter(unit=viewer.unit).select_related("by")
    by_register: dict[str, list[RecordSystem]] = {}
    for row in rows.order_by("-valid_from"):
        by_register.setdefault(row.register, []).append(row)
    return [_kept(viewer, key, title, by_register.get(key, ()), on) for key, title in registers_named()]


def _kept(viewer: Viewer, key: str, title: str, rows: Sequence[RecordSystem], on: date) -> Kept:
    coming = [row for row in rows if row.valid_from > on]
    return Kept(key, title, system_on(viewer.unit, key, on), tuple(rows), coming[-1] if coming else None)
