"""Taking a catalogue of procedures in: every row becomes a proposed version, one act for the whole file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from django.db.models import Max

from chuan.dossiers import searching
from chuan.dossiers.actions.procedure_versions import confirm_all
from chuan.dossiers.catalogue import read_catalogue, standing_content
from chuan.dossiers.limit_rows import copied, proposed_limit
from chuan.dossiers.models import Procedure, ProcedureVersion, TimeLimit
from chuan.dossiers.permissions import require_keep_procedures
from chuan.dossiers.procedures.comparing import Preview, Row, compare
from chuan.dossiers.refusals_procedures import CatalogueUnchanged, PreviewStale
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import PROCEDURE_VERSION
from chuan.rules.vietnamese import fold
from chuan.trail import actions as trail

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Imported:
    """How many procedures a file brought, changed, left as they were; how many rows could not be read."""

    new: int
    changed: int
    same: int
    unreadable: int


def import_catalogue(
    data: bytes, name: str, *, valid_from: date, by: Viewer, at: datetime, seen: str = ""
) -> Imported:
    """Take a catalogue in as proposals, in force from ``valid_from`` where the file names no day.

    A proposal that still waits is replaced by the newer one. ``seen`` is the mark of the preview that the person
    looked at. Raises ``PreviewStale``, ``CatalogueUnchanged``, ``NotAllowed`` and what the file is refused for.
    """
    require_keep_procedures(by)
    catalogue = read_catalogue(data, name=name)
    preview = compare(catalogue, standing_content(by.unit))
    if seen and preview.mark != seen:
        raise PreviewStale()
    if not preview.to_write:
        raise CatalogueUnchanged(same=preview.same)
    done = Imported(len(preview.new), len(preview.changed), preview.same, len(preview.unreadable))
    subject = Subject("unit", by.unit.uid)
    with trail.act("procedures.import", subject, by=by, unit_uid=by.unit.uid, at=at) as act:
        Unit.objects.select_for_update().get(pk=by.unit.pk)
        if compare(catalogue, standing_content(by.unit)).mark != preview.mark:
            raise PreviewStale()  # another import was committed while this file was read
        _write(preview, name, unit=by.unit, valid_from=valid_from, at=at)
        act.detail = {"file": name, "new": done.new, "changed": done.changed, "same": done.same}
    return done


def load_catalogue(
    data: bytes, name: str, *, valid_from: date, citation: str, by: Viewer, at: datetime
) -> Imported:
    """Take a catalogue in and confirm at once, by the act named, every version whose limits are whole."""
    done = import_catalogue(data, name, valid_from=valid_from, by=by, at=at)
    waiting = ProcedureVersion.objects.filter(procedure__unit=by.unit, came_from=name[:255])
    confirm_all(waiting, citation=citation, by=by, at=at)
    return done


def _write(preview: Preview, name: str, *, unit: Unit, valid_from: date, at: datetime) -> None:
    procedures = _procedures(preview.new, unit)
    codes = [row.offered.code for row in preview.changed]
    procedures |= {one.code: one for chunk in chunks(codes) for one in unit.procedures.filter(code__in=chunk)}
    numbers = _numbers(procedures.values())
    before = _limits_before(procedures[row.offered.code].pk for row in preview.changed if row.keeps_limits)
    _set_aside(procedures.values())
    versions = [
        _version(row, procedures[row.offered.code], numbers, name, valid_from, at) for row in preview.to_write
    ]
    made = ProcedureVersion.objects.bulk_create(versions, batch_size=_CHUNK)
    limits = [
        limit
        for row, version in zip(preview.to_write, made, strict=True)
        for limit in _limits(row, version, before.get(version.procedure_id, ()))
    ]
    TimeLimit.objects.bulk_create(limits, batch_size=_CHUNK)


def _procedures(new: Sequence[Row], unit: Unit) -> dict[str, Procedure]:
    rows = [
        Procedure(
            unit=unit,
            code=row.offered.code,
            name=row.content["name"],
            field=row.content["field"],
            folded=folded(row.offered.code, row.content["name"], row.content["field"]),
        )
        for row in new
    ]
    made = Procedure.objects.bulk_create(rows, batch_size=_CHUNK)
    searching.put(made)
    return {one.code: one for one in made}


def folded(code: str, name: str, field: str) -> str:
    """What a search for a procedure looks through."""
    return fold(f"{code} {name} {field}")


def _numbers(procedures: Iterable[Procedure]) -> dict[int, int]:
    """The highest version number of each procedure."""
    found: dict[int, int] = {}
    for chunk in chunks([one.pk for one in procedures]):
        rows = ProcedureVersion.objects.filter(procedure_id__in=chunk).values("procedure_id")
        found |= {row["procedure_id"]: row["last"] for row in rows.annotate(last=Max("number"))}
    return found


def _set_aside(procedures: Iterable[Procedure]) -> None:
    """Proposals that still wait give way to the newer ones of the same procedures."""
    status = ProcedureVersion.Status
    for chunk in chunks([one.pk for one in procedures]):
        waiting = ProcedureVersion.objects.filter(procedure_id__in=chunk, status=status.PROPOSED)
        waiting.update(status=PROCEDURE_VERSION.next(status.PROPOSED, "reject"))


def _limits_before(procedure_ids: Iterable[int]) -> dict[int, list[TimeLimit]]:
    """Limits of the latest version that stands, by procedure."""
    found: dict[int, list[TimeLimit]] = {}
    for chunk in chunks([*procedure_ids]):
        rows = (
            ProcedureVersion.objects.filter(procedure_id__in=chunk)
            .exclude(status=ProcedureVersion.Status.REJECTED)
            .order_by("number")
            .prefetch_related("limits")
        )
        found |= {row.procedure_id: [*row.limits.all()] for row in rows}
    return found


def _version(
    row: Row, procedure: Procedure, numbers: dict[int, int], name: str, valid_from: date, at: datetime
) -> ProcedureVersion:
    return ProcedureVersion(
        procedure=procedure,
        number=numbers.get(procedure.pk, 0) + 1,
        valid_from=row.offered.valid_from or valid_from,
        came_from=name[:255],
        recorded_at=at,
        **row.content,
    )


def _limits(row: Row, version: ProcedureVersion, before: Sequence[TimeLimit]) -> Iterator[TimeLimit]:
    if row.keeps_limits:
        yield from copied(before, version)
        return
    yield from (proposed_limit(one, version) for one in row.offered.limits)


def chunks(ids: Sequence[int] | Sequence[str]) -> Iterator[list[int] | list[str]]:
    """Ids in portions that every database takes in one statement."""
    rest = iter(ids)
    while portion := list(islice(rest, _CHUNK)):
        yield portion  # type: ignore[misc]
