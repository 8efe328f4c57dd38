"""A whole import is taken back: nothing is erased, its versions stand no more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from chuan.intake.actions.committing import prepared, recorded_at, tell_rooms
from chuan.intake.actions.moving import moved
from chuan.intake.actions.writing import Place, Written, fall, lock, place_of, stand, write_versions, written
from chuan.intake.arriving import ArrivedRows
from chuan.intake.keys import day_of, unpacked
from chuan.intake.looking import Clock, acts_so_far
from chuan.intake.models import Import, OutsideRow
from chuan.intake.opening import register_named
from chuan.intake.permissions import require_own, require_see_rows, require_withdraw
from chuan.intake.refusals import ImportedMeanwhile
from chuan.intake.replaying import Replayed, stand_without
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import IMPORT
from chuan.rules.refusals import ReasonMissing
from chuan.trail.actions import act


def withdraw(
    imported: Import, *, reason: str, by: Viewer, at: datetime, clock: Clock | None = None
) -> Import:
    """Take an import back, with the reason: each row stands as the other imports say, or not at all.

    A row that a later file still lists stays, also when that file brought no change of it. ``clock`` reads the moment
    anew after the long part, as in ``commit``. Raises ReasonMissing, WrongMove, ImportedMeanwhile, and what the
    register's follower refuses.
    """
    said = require_withdrawable(imported, reason, by=by)
    basis = acts_so_far(imported.unit_id, imported.register)
    rows = _rows(imported)
    moment = clock() if clock else at
    arrived = ArrivedRows(imported.source, rows)
    writing = prepared(imported, arrived, imported.covers, at=moment, withdrawing=True)
    moment = recorded_at(writing, clock, moment)
    place, subject = place_of(imported), Subject("import", imported.uid)
    with act("import.withdraw", subject, by=by, unit_uid=by.unit_uid, at=moment, reason=said) as doing:
        lock(imported.unit)
        if acts_so_far(imported.unit_id, imported.register) != basis:
            raise ImportedMeanwhile()
        _write(place, rows)
        writing()
        doing.detail |= {"file": imported.file_name, "rows": len(rows)}
        moved(
            imported,
            "withdraw",
            withdrawn_by=by.official,
            withdrawn_at=moment,
            reason=said,
            touched_at=moment,
            stage="",
            refusal="",
        )
    tell_rooms(imported, at=moment)
    return imported


def require_withdrawable(imported: Import, reason: str, *, by: Viewer) -> str:
    """The reason, blanks made single. Raises what ``withdraw`` refuses at once."""
    require_withdraw(by)
    require_see_rows(by, imported.register)
    require_own(by, imported)
    IMPORT.next(imported.status, "withdraw")
    said = " ".join(reason.split())
    if not said:
        raise ReasonMissing(act="rút tệp đã nhập")
    return said


def _rows(imported: Import) -> list[Replayed]:
    """The rows of which the import brought the version that stands, or took them away, told again without it."""
    brought = OutsideRow.objects.filter(brought_by=imported).order_by("outside_code")
    codes = list(dict.fromkeys(brought.values_list("outside_code", flat=True)))
    return stand_without(imported, codes)


def _write(place: Place, rows: Sequence[Replayed]) -> None:
    fall(place, [row.code for row in rows if not row.text])
    stand(place, (_written(place, row, row.version) for row in rows if row.text and not row.needs_version))
    write_versions(place, (_written(place, row, row.last + 1) for row in rows if row.needs_version))


def _written(place: Place, row: Replayed, version: int) -> Written:
    register = register_named(place.register)
    day = day_of(register, row.code, unpacked(row.text) or {}) if register else None
    scope, pk = (row.by.scope, row.by.pk) if row.by else ("", 0)
    return written(row.code, version, row.text, row.place, row.after_due, day, scope, pk)
