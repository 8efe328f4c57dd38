"""Nguồn chính: a dated row that names the system of record of a register, and the document that says so."""

from __future__ import annotations

from datetime import date, datetime

from chuan.intake.models import RecordSystem
from chuan.intake.opening import register_named
from chuan.intake.permissions import require_set_record_system
from chuan.intake.refusals import RegisterUnknown, SystemStands
from chuan.law.record_systems import registers_by_law
from chuan.offers.subjects import Subject
from chuan.people.actions.holding import cited
from chuan.people.models import Unit
from chuan.people.refusals import BeforeUnit
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound
from chuan.trail.actions import act


def set_record_system(
    unit: Unit,
    register: str,
    *,
    system: str,
    keeps: bool,
    valid_from: date,
    citation: str,
    by: Viewer,
    at: datetime,
) -> RecordSystem:
    """From ``valid_from`` on, ``system`` keeps the register (``keeps``: Chuẩn itself does), by the document named.

    Raises CitationMissing, BeforeUnit, RegisterUnknown, and SystemStands when that day has its row already.
    """
    require_set_record_system(by)
    if unit.pk != by.unit.pk:
        raise NotFound(thing="đơn vị này")
    if register_named(register) is None and register not in registers_by_law():
        raise RegisterUnknown(register=register)
    if valid_from < unit.valid_from:
        raise BeforeUnit(unit=unit.committee, since=unit.valid_from)
    row = RecordSystem(
        unit=unit,
        register=register,
        system=" ".join(system.split())[:160] or "Chuẩn",
        keeps=keeps,
        valid_from=valid_from,
        citation=cited(citation)[:300],
        by=by.official,
        recorded_at=at,
    )
    detail = {"register": register, "system": row.system, "keeps": keeps, "since": valid_from}
    subject = Subject("record_system", row.uid)
    with act("record_system.set", subject, by=by, unit_uid=unit.uid, at=at, citation=row.citation, **detail):
        _refuse_twice(row)
        row.save()
    return row


def _refuse_twice(row: RecordSystem) -> None:
    held = RecordSystem.objects.filter(
        unit=row.unit, register=row.register, valid_from=row.valid_from
    ).first()
    if held is not None:
        raise SystemStands(since=held.valid_from, system=held.system, citation=held.citation)
