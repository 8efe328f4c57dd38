"""One version of a procedure: corrected, confirmed by naming the act, set aside, ended, revised."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max, Q, QuerySet

from chuan.dossiers import searching
from chuan.dossiers.limit_rows import CHANNELS, LimitGiven, clear, copied, given_limit
from chuan.dossiers.models import Procedure, ProcedureVersion, TimeLimit
from chuan.dossiers.permissions import require_keep_procedures
from chuan.dossiers.procedures.comparing import COMPARED, dumped
from chuan.dossiers.procedures.types import NAME_LETTERS
from chuan.dossiers.recounting import recount
from chuan.dossiers.refusals_procedures import (
    AlreadyEnded,
    CitationMissing,
    EndBeforeStart,
    GroupChanged,
    LimitsUnclear,
    LimitTwice,
    LimitWrong,
    NothingToConfirm,
    RevisionWaits,
)
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import PROCEDURE_VERSION
from chuan.rules.refusals import NotFound, ReasonMissing
from chuan.rules.time_limits import LONGEST, UNITS
from chuan.rules.vietnamese import fold
from chuan.trail import actions as trail

CITATION_LETTERS = 300


@dataclass(frozen=True, slots=True)
class Given:
    """What a person makes of a proposal."""

    name: str
    field: str
    valid_from: date
    limits: tuple[LimitGiven, ...]
    components: tuple[str, ...]
    fees: str = ""
    results: str = ""


def correct(version: ProcedureVersion, given: Given, *, by: Viewer, at: datetime) -> None:
    """Put a proposal right: what is saved here is no longer in doubt.

    Raises ``WrongMove`` for a confirmed version, ``LimitWrong``, ``LimitTwice``.
    """
    _check(version, "correct", by=by)
    _check_limits(given.limits)
    with _act("procedure.correct", version, by=by, at=at) as act:
        _hold(version, "correct")
        before = [str(one) for one in version.limits.all()]
        version.limits.all().delete()
        limits = [given_limit(one, version) for one in given.limits]
        TimeLimit.objects.bulk_create(limits)
        for name in ("field", "valid_from", "fees", "results"):
            setattr(version, name, getattr(given, name))
        version.name = given.name[:NAME_LETTERS]
        version.components = dumped(given.components)
        version.save()
        act.detail = {"before": before, "after": [str(one) for one in limits], "since": f"{given.valid_from}"}


def confirm(version: ProcedureVersion, *, citation: str, by: Viewer, at: datetime) -> int:
    """Confirm a proposal by the act that decides it; the version before it ends where this one begins.

    Returns how many dossiers were counted anew. Raises ``CitationMissing``, ``LimitsUnclear``, ``WrongMove``.
    """
    _check(version, "confirm", by=by)
    citation = _citation(citation)
    unclear = sum(not clear(one) for one in version.limits.all())
    if unclear:
        raise LimitsUnclear(procedure=version.procedure.code, count=unclear)
    with _act("procedure.confirm", version, by=by, at=at) as act:
        _hold(version, "confirm")
        _confirm(version, citation, by=by, at=at)
        searching.put([version.procedure])
        act.detail = {"version": version.number, "citation": citation, "since": f"{version.valid_from}"}
    return recount(by.unit, [version.procedure.code], at=at)


def confirm_all(
    versions: QuerySet[ProcedureVersion], *, citation: str, by: Viewer, at: datetime, shown: int | None = None
) -> int:
    """Confirm every proposal among these whose limits are all clear; returns how many.

    A version with an act of its own keeps it, the others take ``citation``. ``shown`` is how many the person was
    told. Raises ``NothingToConfirm``, ``CitationMissing``, ``GroupChanged``.
    """
    require_keep_procedures(by)
    subject = Subject("unit", by.unit.uid)
    with trail.act("procedures.confirm", subject, by=by, unit_uid=by.unit.uid, at=at) as act:
        Unit.objects.select_for_update().get(pk=by.unit.pk)
        ready = [*ready_ones(versions.filter(procedure__unit=by.unit))]
        if not ready:
            raise NothingToConfirm()
        if shown is not None and shown != len(ready):
            raise GroupChanged(shown=shown, now=len(ready))
        if not citation.strip() and any(not one.citation for one in ready):
            raise CitationMissing()
        for one in ready:
            _confirm(one, one.citation or _citation(citation), by=by, at=at)
        searching.put(one.procedure for one in ready)
        act.detail = {"codes": [one.procedure.code for one in ready], "citation": citation.strip()}
    recount(by.unit, [one.procedure.code for one in ready], at=at)
    return len(ready)


def reject(version: ProcedureVersion, *, reason: str, by: Viewer, at: datetime) -> None:
    """Set a proposal aside, saying why. Raises ``ReasonMissing``, ``WrongMove``."""
    _check(version, "reject", by=by)
    if not reason.strip():
        raise ReasonMissing(act="không dùng đề xuất")
    with _act("procedure.reject", version, by=by, at=at) as act:
        _hold(version, "reject")
        version.status = PROCEDURE_VERSION.next(version.status, "reject")
        version.save(update_fields=["status"])
        act.detail = {"version": version.number, "reason": reason.strip()}


def end(version: ProcedureVersion, *, on: date, citation: str, by: Viewer, at: datetime) -> int:
    """A confirmed version is repealed: ``on`` is the first day on which it is no longer in force.

    Dossiers received before keep it. Returns how many dossiers were counted anew.
    """
    _check(version, "end", by=by)
    citation = _citation(citation)
    if on < version.valid_from:
        raise EndBeforeStart(since=version.valid_from, until=on)
    with _act("procedure.end", version, by=by, at=at) as act:
        _hold(version, "end")
        if version.ended_by and version.valid_to:
            raise AlreadyEnded(until=version.valid_to)
        version.valid_to, version.ended_by = on, citation
        version.save(update_fields=["valid_to", "ended_by"])
        act.detail = {"version": version.number, "until": f"{on}", "citation": citation}
    return recount(by.unit, [version.procedure.code], at=at)


def revise(version: ProcedureVersion, *, by: Viewer, at: datetime) -> ProcedureVersion:
    """A new proposal that says what this version says, to be put right and confirmed. Raises ``RevisionWaits``."""
    _check(version, "revise", by=by)
    with _act("procedure.revise", version, by=by, at=at) as act:
        procedure = Procedure.objects.select_for_update().get(pk=version.procedure_id)
        if procedure.versions.filter(status=ProcedureVersion.Status.PROPOSED).exists():
            raise RevisionWaits()
        content = {name: getattr(version, name) for name in COMPARED}
        made = ProcedureVersion.objects.create(
            procedure=procedure, number=next_number(procedure), valid_from=version.valid_from,
            came_from=version.came_from, recorded_at=at, **content,
        )  # fmt: skip
        TimeLimit.objects.bulk_create(copied(version.limits.all(), made))
        act.detail = {"before": version.number, "version": made.number}
    return made


def ready_ones(versions: QuerySet[ProcedureVersion]) -> QuerySet[ProcedureVersion]:
    """Proposals that have limits, all of them clear."""
    doubtful = TimeLimit.objects.filter(Q(total=None) | Q(unit="") | ~Q(doubt="")).values("version_id")
    waiting = versions.filter(status=ProcedureVersion.Status.PROPOSED)
    with_limits = waiting.filter(pk__in=TimeLimit.objects.values("version_id"))
    return with_limits.exclude(pk__in=doubtful).select_related("procedure").order_by("procedure__code")


def next_number(procedure: Procedure) -> int:
    """One more than the highest version number of the procedure."""
    last = procedure.versions.aggregate(last=Max("number"))["last"]
    return int(last or 0) + 1


def _confirm(version: ProcedureVersion, citation: str, *, by: Viewer, at: datetime) -> None:
    procedure = version.procedure
    later = _neighbours(version).filter(valid_from__gt=version.valid_from).order_by("valid_from").first()
    if later is not None and (version.valid_to is None or version.valid_to > later.valid_from):
        version.valid_to = later.valid_from
    earlier = _neighbours(version).filter(valid_from__lte=version.valid_from)
    earlier.filter(Q(valid_to=None) | Q(valid_to__gt=version.valid_from)).update(valid_to=version.valid_from)
    version.status = PROCEDURE_VERSION.next(version.status, "confirm")
    version.citation, version.confirmed_by, version.confirmed_at = citation, by.official, at
    version.save()
    if later is None:
        procedure.name, procedure.field = version.name, version.field
        procedure.folded = fold(f"{procedure.code} {version.name} {version.field}")
        procedure.save(update_fields=["name", "field", "folded"])


def _neighbours(version: ProcedureVersion) -> QuerySet[ProcedureVersion]:
    confirmed = ProcedureVersion.Status.CONFIRMED
    return ProcedureVersion.objects.filter(procedure=version.procedure_id, status=confirmed).exclude(
        pk=version.pk
    )


def _check(version: ProcedureVersion, verb: str, *, by: Viewer) -> None:
    require_keep_procedures(by)
    _check_owner(version, by)
    PROCEDURE_VERSION.next(version.status, verb)


def _hold(version: ProcedureVersion, verb: str) -> None:
    """Lock the procedure and look again: somebody else may have settled the version meanwhile."""
    Procedure.objects.select_for_update().get(pk=version.procedure_id)
    version.refresh_from_db(fields=["status", "valid_from", "valid_to", "ended_by"])
    PROCEDURE_VERSION.next(version.status, verb)


def _check_owner(version: ProcedureVersion, by: Viewer) -> None:
    if version.procedure.unit_id != by.unit.pk:
        raise NotFound(thing="thủ tục này")


def _citation(text: str) -> str:
    if not text.strip():
        raise CitationMissing()
    return " ".join(text.split())[:CITATION_LETTERS]


def _check_limits(limits: Sequence[LimitGiven]) -> None:
    seen: set[tuple[str, str]] = set()
    for row, one in enumerate(limits, start=1):
        if why := _wrong(one):
            raise LimitWrong(row=row, why=why)
        if (one.case.strip(), one.channel) in seen:
            raise LimitTwice(case=one.case or "mọi trường hợp")
        seen.add((one.case.strip(), one.channel))


def _wrong(one: LimitGiven) -> str:
    if one.total is None or not 0 <= one.total <= LONGEST:
        return f"số phải từ 0 đến {LONGEST}"
    if one.unit not in UNITS:
        return "chưa chọn đơn vị"
    if one.total == 0 and one.unit != "working_day":
        return "số 0 (trong ngày) chỉ đi với ngày làm việc"
    return "" if one.channel in CHANNELS else "hình thức nộp không có trong danh mục"


def _act(
    verb: str, version: ProcedureVersion, *, by: Viewer, at: datetime
) -> AbstractContextManager[trail.Act]:
    subject = Subject("procedure", version.procedure.uid)
    return trail.act(verb, subject, by=by, unit_uid=by.unit.uid, at=at)
