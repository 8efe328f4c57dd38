"""Changes that decisions propose to the catalogue: read out of the paper, taken or dismissed by a person."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from chuan.documents.secrecy import is_marked_secret
from chuan.dossiers import searching
from chuan.dossiers.actions.procedure_versions import next_number
from chuan.dossiers.actions.procedures import folded
from chuan.dossiers.limit_rows import copied, proposed_limit
from chuan.dossiers.models import Procedure, ProcedureChange, ProcedureVersion, TimeLimit
from chuan.dossiers.permissions import require_keep_procedures
from chuan.dossiers.procedures.comparing import COMPARED, dumped
from chuan.dossiers.procedures.decision_changes import Change
from chuan.dossiers.procedures.decisions import ReadDecision, read_decision_file
from chuan.dossiers.procedures.types import NAME_LETTERS, national_code
from chuan.dossiers.recounting import recount
from chuan.dossiers.refusals_procedures import (
    ChangeSettled,
    ChangesKnown,
    CodeMissing,
    DayMissing,
    NoProceduresInDecision,
    ProcedureUnknown,
)
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import PROCEDURE_VERSION
from chuan.rules.refusals import NotFound, ReasonMissing, StateSecret
from chuan.rules.time_limits import read_limits
from chuan.rules.vietnamese import fold
from chuan.trail import actions as trail


def propose(data: bytes, name: str, *, by: Viewer, at: datetime) -> list[ProcedureChange]:
    """Read a decision and keep what it changes as proposals; those known before are not made twice.

    Raises ``NoProceduresInDecision``, ``ChangesKnown``, ``StateSecret`` and what papers are refused for.
    """
    require_keep_procedures(by)
    read = read_decision_file(data, name=name)
    if is_marked_secret(read.text):
        raise StateSecret()
    if not read.changes:
        raise NoProceduresInDecision(name=name)
    subject = Subject("unit", by.unit.uid)
    with trail.act("procedures.propose", subject, by=by, unit_uid=by.unit.uid, at=at) as act:
        Unit.objects.select_for_update().get(pk=by.unit.pk)
        fresh = _fresh(read, by.unit)
        if not fresh:
            raise ChangesKnown(count=len(read.changes), citation=read.citation)
        made = ProcedureChange.objects.bulk_create(
            [_row(one, read, name, unit=by.unit, at=at) for one in fresh], batch_size=200
        )
        act.detail = {"file": name, "citation": read.citation, "changes": len(made)}
    return made


def take(
    change: ProcedureChange, *, by: Viewer, at: datetime, code: str = "", effective_from: date | None = None
) -> Procedure:
    """Apply a proposal: a published or amended procedure gets a proposed version, a repealed one ends.

    ``code`` and ``effective_from`` fill in what the decision left out. Dossiers that run keep the version of the
    day they were received. Raises ``CodeMissing``, ``DayMissing``, ``ProcedureUnknown``, ``ChangeSettled``.
    """
    _check(change, by=by)
    since = change.effective_from or effective_from
    if since is None:
        raise DayMissing()
    code = national_code(change.code or code)
    with trail.act(
        "procedure_change.take", Subject("procedure_change", change.uid), by=by, unit_uid=by.unit.uid, at=at
    ) as act:
        _hold(change)
        procedure = _procedure_of(change, code, by.unit)
        if change.kind == ProcedureChange.Kind.REPEAL:
            procedure = _repeal(change, procedure, since)
        else:
            procedure = _renew(change, procedure, code, since, unit=by.unit, at=at)
        change.code, change.effective_from = procedure.code, since
        _settle(change, ProcedureChange.Status.TAKEN, by=by, at=at)
        act.detail = {"kind": change.kind, "code": procedure.code, "citation": change.citation}
    if change.kind == ProcedureChange.Kind.REPEAL:
        recount(by.unit, [procedure.code], at=at)
    return procedure


def dismiss(change: ProcedureChange, *, reason: str, by: Viewer, at: datetime) -> None:
    """Leave a proposal aside, saying why. Raises ``ReasonMissing``, ``ChangeSettled``."""
    dismiss_all([change], reason=reason, by=by, at=at)


def dismiss_all(changes: Iterable[ProcedureChange], *, reason: str, by: Viewer, at: datetime) -> int:
    """Leave several proposals aside for one reason: a province's list names much that no ward does."""
    changes = list(changes)
    for one in changes:
        _check(one, by=by)
    if not reason.strip():
        raise ReasonMissing(act="không áp dụng")
    alone = len(changes) == 1
    subject = Subject("procedure_change", changes[0].uid) if alone else Subject("unit", by.unit.uid)
    with trail.act("procedure_change.dismiss", subject, by=by, unit_uid=by.unit.uid, at=at) as act:
        for one in changes:
            _hold(one)
            one.reason = reason.strip()
            _settle(one, ProcedureChange.Status.DISMISSED, by=by, at=at)
        act.detail = {"codes": [one.code or one.name for one in changes], "reason": reason.strip()}
    return len(changes)


def _check(change: ProcedureChange, *, by: Viewer) -> None:
    require_keep_procedures(by)
    if change.unit_id != by.unit.pk:
        raise NotFound(thing="đề xuất này")
    if change.status != ProcedureChange.Status.WAITING:
        raise ChangeSettled()


def _hold(change: ProcedureChange) -> None:
    """Lock the proposal and look again: somebody else may have settled it meanwhile."""
    now = ProcedureChange.objects.select_for_update().get(pk=change.pk)
    if now.status != ProcedureChange.Status.WAITING:
        raise ChangeSettled()


def _settle(change: ProcedureChange, status: str, *, by: Viewer, at: datetime) -> None:
    change.status, change.settled_by, change.settled_at = status, by.official, at
    change.save()


def _fresh(read: ReadDecision, unit: Unit) -> list[Change]:
    """Changes that were not proposed from the same decision before."""
    rows = ProcedureChange.objects.filter(unit=unit, citation=read.citation)
    known = set(rows.values_list("kind", "code", "name"))
    return [one for one in read.changes if (str(one.kind), one.code, one.name) not in known]


def _row(one: Change, read: ReadDecision, name: str, *, unit: Unit, at: datetime) -> ProcedureChange:
    return ProcedureChange(
        unit=unit,
        kind=str(one.kind),
        code=one.code,
        name=one.name,
        field=one.field,
        limits_text=one.limits_text,
        citation=read.citation,
        effective_from=read.effective_from,
        came_from=name[:255],
        recorded_at=at,
    )


def _procedure_of(change: ProcedureChange, code: str, unit: Unit) -> Procedure | None:
    """The procedure that a proposal is about: by its code, else by its very name."""
    known = Procedure.objects.select_for_update().filter(unit=unit)
    if code:
        return known.filter(code=code).first()
    wanted = fold(change.name)
    return next((one for one in known.order_by("code") if fold(one.name) == wanted), None)


def _repeal(change: ProcedureChange, procedure: Procedure | None, since: date) -> Procedure:
    if procedure is None:
        raise ProcedureUnknown(procedure=f"{change.code} {change.name}".strip())
    status = ProcedureVersion.Status
    standing = procedure.versions.filter(status=status.CONFIRMED)
    standing.filter(valid_from__lte=since, valid_to=None).update(valid_to=since, ended_by=change.citation)
    standing.filter(valid_from__lte=since, valid_to__gt=since).update(
        valid_to=since, ended_by=change.citation
    )
    for one in standing.filter(valid_from__gt=since):
        one.valid_to, one.ended_by = one.valid_from, change.citation
        one.save(update_fields=["valid_to", "ended_by"])
    procedure.versions.filter(status=status.PROPOSED).update(
        status=PROCEDURE_VERSION.next(status.PROPOSED, "reject"), ended_by=change.citation
    )
    return procedure


def _renew(
    change: ProcedureChange, procedure: Procedure | None, code: str, since: date, *, unit: Unit, at: datetime
) -> Procedure:
    if procedure is None:
        procedure = _new(change, code, unit)
    status = ProcedureVersion.Status
    before = procedure.versions.exclude(status=status.REJECTED).order_by("-number").first()
    procedure.versions.filter(status=status.PROPOSED).update(
        status=PROCEDURE_VERSION.next(status.PROPOSED, "reject")
    )
    content = {name: getattr(before, name) for name in COMPARED} if before else {"components": dumped([])}
    content |= {"name": change.name[:NAME_LETTERS], "citation": change.citation}
    content |= {"field": change.field} if change.field else {}
    content |= {"limits_text": change.limits_text} if change.limits_text else {}
    version = ProcedureVersion.objects.create(
        procedure=procedure, number=next_number(procedure), valid_from=since, came_from=change.came_from,
        recorded_at=at, **content,
    )  # fmt: skip
    TimeLimit.objects.bulk_create(_limits(change, before, version))
    return procedure


def _new(change: ProcedureChange, code: str, unit: Unit) -> Procedure:
    if not code:
        raise CodeMissing(name=change.name)
    words = folded(code, change.name, change.field)
    made = Procedure.objects.create(unit=unit, code=code, name=change.name, field=change.field, folded=words)
    searching.put([made])
    return made


def _limits(
    change: ProcedureChange, before: ProcedureVersion | None, version: ProcedureVersion
) -> list[TimeLimit]:
    """The limits that the decision gives; else those of the version before it."""
    if change.limits_text:
        return [proposed_limit(one, version) for one in read_limits(change.limits_text).limits]
    return [*copied(before.limits.all(), version)] if before else []
