"""Đối chiếu: a form of official totals is put beside our counts; each difference is closed by a file or a reason."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from chuan.dossiers import refusals_figures as refusals
from chuan.dossiers.models import Difference, Reconciliation
from chuan.dossiers.permissions import require_keep_figures
from chuan.dossiers.reports.official_forms import (
    BY_UNIT,
    CELLS,
    REGISTERS,
    Compared,
    Comparison,
    compare_import,
    form_rows,
)
from chuan.intake.models import Import
from chuan.intake.unit_names import names_of
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import DIFFERENCE
from chuan.rules.types import Period
from chuan.trail.actions import act


def reconcile(imported: Import, *, by: Viewer, at: datetime) -> Reconciliation:
    """Put the form that an import brought beside our counts; a newer form of the same days takes the older's place.

    Raises ``NotAllowed``, ``NoTotals``, ``PeriodUnsaid``, ``UnitNotInForm``.
    """
    require_keep_figures(by, imported.unit_id)
    period = _period_of(imported)
    found = compare_import(by, imported, period, on=timezone.localtime(at).date())
    name = imported.layout.name if imported.layout else imported.file_name
    known = Reconciliation.objects.filter(
        unit=imported.unit, period_start=period.start, period_end=period.end, form_name=name,
        import_uid__in=Import.objects.filter(unit=imported.unit, register=imported.register).values("uid"),
    ).first()  # fmt: skip
    if known is not None:
        return _again(known, imported, found, by=by, at=at)
    made = Reconciliation(
        unit=imported.unit, period_start=period.start, period_end=period.end, form_name=name,
        import_uid=imported.uid, by=by.official, recorded_at=at,
    )  # fmt: skip
    subject = Subject("reconciliation", made.uid)
    with act("totals.reconcile", subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        made.save()
        _put(made, found, by=by, at=at)
        doing.detail = {
            "file": imported.file_name,
            "period": _said(period),
            "differing": len(found.differing),
        }
    return made


def check_again(reconciliation: Reconciliation, *, by: Viewer, at: datetime) -> Reconciliation:
    """Compare anew with the form's newest standing import and today's rows.

    Raises ``NotAllowed``, ``NoTotals``, ``UnitNotInForm``.
    """
    require_keep_figures(by, reconciliation.unit_id)
    imported = newest_import(reconciliation)
    if imported is None:
        raise refusals.NoTotals(name=reconciliation.form_name)
    _require_own_row(imported)
    found = compare_import(by, imported, reconciliation.period, on=timezone.localtime(at).date())
    return _again(reconciliation, imported, found, by=by, at=at)


def give_reason(
    difference: Difference, reason: str, *, whole_field: bool = False, by: Viewer, at: datetime
) -> Difference:
    """Close a difference by a reason; with ``whole_field`` every open one of the same field by the same.

    Raises ``NotAllowed``, ``ReasonMissing``, ``WrongMove`` for one that agrees already.
    """
    reconciliation = difference.reconciliation
    require_keep_figures(by, reconciliation.unit_id)
    said = " ".join(reason.split())
    if not said:
        raise refusals.ReasonMissing()
    with act(
        "difference.reason", Subject("reconciliation", reconciliation.uid), by=by, unit_uid=by.unit_uid, at=at
    ) as doing:
        locked = Difference.objects.select_for_update().get(pk=difference.pk)
        beside = _open_beside(locked) if whole_field else []
        for one in (locked, *beside):
            _move(one, "reason", by=by, at=at)
            one.reason = said
            one.save()
        doing.detail = {
            "name": locked.field,
            "value": str(CELLS[locked.figure][1]),
            "reason": said,
            "count": 1 + len(beside),
        }
    return locked


def newest_import(reconciliation: Reconciliation) -> Import | None:
    """The last standing import of the same form and days; None when all were withdrawn."""
    found = Import.objects.standing().filter(
        unit_id=reconciliation.unit_id, register__in=REGISTERS, covers_start=reconciliation.period_start,
        covers_end=reconciliation.period_end,
    )  # fmt: skip
    same_kind = Import.objects.filter(uid=reconciliation.import_uid).values("register")
    found = found.filter(register__in=same_kind)
    named = [
        one
        for one in found.select_related("layout").order_by("-pk")
        if _name(one) == reconciliation.form_name
    ]
    return named[0] if named else None


def _name(imported: Import) -> str:
    return imported.layout.name if imported.layout else imported.file_name


def _period_of(imported: Import) -> Period:
    if imported.register not in REGISTERS or imported.status != Import.Status.COMMITTED:
        raise refusals.NoTotals(name=imported.file_name)
    if imported.covers is None:
        raise refusals.PeriodUnsaid(name=imported.file_name)
    _require_own_row(imported)
    return imported.covers


def _require_own_row(imported: Import) -> None:
    if imported.register == BY_UNIT and not form_rows(imported):
        raise refusals.UnitNotInForm(name=imported.file_name, unit=names_of(imported.unit)[0])


def _again(
    known: Reconciliation, imported: Import, found: Comparison, *, by: Viewer, at: datetime
) -> Reconciliation:
    with act(
        "totals.recheck", Subject("reconciliation", known.uid), by=by, unit_uid=by.unit_uid, at=at
    ) as doing:
        locked = Reconciliation.objects.select_for_update().get(pk=known.pk)
        locked.import_uid, locked.by, locked.recorded_at = imported.uid, by.official, at
        locked.save()
        _put(locked, found, by=by, at=at)
        doing.detail = {"file": imported.file_name, "differing": len(found.differing)}
    return locked


def _put(reconciliation: Reconciliation, found: Comparison, *, by: Viewer, at: datetime) -> None:
    """Differences as they are now: new ones opened, those that agree settled, explained ones reopened when moved."""
    unsettled = reconciliation.differences.exclude(status=Difference.Status.SETTLED)
    known = {(one.field, one.figure): one for one in unsettled}
    cells = {(cell.field, cell.figure): cell for cell in found.cells}
    fresh = [cell for key, cell in cells.items() if key not in known and cell.ours != cell.theirs]
    Difference.objects.bulk_create([_opened(reconciliation, cell) for cell in fresh])
    for key, one in known.items():
        _follow(one, cells.get(key), by=by, at=at)


def _opened(reconciliation: Reconciliation, cell: Compared) -> Difference:
    return Difference(
        reconciliation=reconciliation,
        field=cell.field,
        figure=cell.figure,
        ours=cell.ours,
        theirs=cell.theirs,
    )


def _follow(one: Difference, cell: Compared | None, *, by: Viewer, at: datetime) -> None:
    ours, theirs = (cell.ours, cell.theirs) if cell else (0, 0)
    changed = (one.ours, one.theirs) != (ours, theirs)
    one.ours, one.theirs = ours, theirs
    if ours == theirs:
        _move(one, "agree", by=by, at=at)
    elif one.status == Difference.Status.REASONED and changed:
        _move(one, "reopen", by=by, at=at)
        one.reason, one.settled_by, one.settled_at = "", None, None
    elif not changed:
        return
    one.save()


def _move(one: Difference, verb: str, *, by: Viewer, at: datetime) -> None:
    one.status = DIFFERENCE.next(one.status, verb)
    one.settled_by, one.settled_at = by.official, at


def _open_beside(one: Difference) -> list[Difference]:
    return list(
        Difference.objects.select_for_update()
        .filter(reconciliation=one.reconciliation, field=one.field, status=Difference.Status.OPEN)
        .exclude(pk=one.pk)
    )


def _said(period: Period) -> str:
    return f"{period.start.isoformat()}/{period.end.isoformat()}"
