"""Taking the previewed rows in: read again, compared again, worked out before the transaction; then all or nothing."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from chuan.files.models import Blob
from chuan.intake.actions.looking import look
from chuan.intake.actions.moving import moved
from chuan.intake.actions.writing import Place, Written, last_versions, lock, rescope, write_versions, written
from chuan.intake.arriving import ArrivedRows
from chuan.intake.keys import KEPT_SCOPE, belongs_on, packed
from chuan.intake.letting_go import let_go_of_original
from chuan.intake.listings import keep_listing
from chuan.intake.looking import Clock, Looked, Told, acts_so_far, look_into, open_import
from chuan.intake.models import Import
from chuan.intake.permissions import require_import, require_own, require_see_rows
from chuan.intake.previews import preview_of
from chuan.intake.refusals import DoubtsOpen, GoneUnanswered, ImportedMeanwhile, NothingReadable, PeriodUnsaid
from chuan.offers import registers
from chuan.offers.registers import Arrival, Arrived, Writing
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import IMPORT
from chuan.rules.refusals import HeaderMissing, Refused
from chuan.rules.types import Period
from chuan.trail.actions import act

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Batch:
    """Everything one import writes, worked out. ``kept`` are rows gone that a person keeps counted."""

    place: Place
    rows: tuple[Written, ...]
    kept: tuple[str, ...]
    moved: tuple[str, ...]
    scope: str
    listing: Blob | None
    covers: Period | None
    unreadable: int


def commit(
    imported: Import,
    *,
    by: Viewer,
    at: datetime,
    keep_gone: bool | None = None,
    despite: Collection[str] = (),
    on_progress: Told | None = None,
    clock: Clock | None = None,
) -> Import:
    """Take the rows in, in one transaction.

    ``keep_gone`` answers for rows that the source no longer lists: True keeps them counted, False takes them out.
    ``despite`` names the kinds of doubts (``Preview.must_confirm``) that a person has confirmed. ``clock`` reads
    the moment anew after the long part: an act older than 30 s is refused. Raises PeriodUnsaid, GoneUnanswered,
    DoubtsOpen, ImportedMeanwhile (it is previewed again), TakenMeanwhile, WrongMove, and what the register's
    follower refuses. Whatever is raised, nothing of the file is taken in and the import waits for a confirmation.
    """
    begin(imported, by=by, at=at, keep_gone=keep_gone, despite=despite)
    return carry_through(
        imported, by=by, at=at, keep_gone=keep_gone, despite=despite, on_progress=on_progress, clock=clock
    )


def begin(
    imported: Import, *, by: Viewer, at: datetime, keep_gone: bool | None, despite: Collection[str] = ()
) -> Import:
    """Refuse what can be refused at once, then claim the import: status ``committing``."""
    require_import(by)
    require_see_rows(by, imported.register)
    require_own(by, imported)
    IMPORT.next(imported.status, "begin")
    _require_answers(imported, keep_gone, despite)
    if acts_so_far(imported.unit_id, imported.register) != imported.basis:
        _look_again(imported, at=at)
        raise ImportedMeanwhile()
    return moved(imported, "begin", refusal="", touched_at=at, done=0, total=0)


def carry_through(
    imported: Import,
    *,
    by: Viewer,
    at: datetime,
    keep_gone: bool | None,
    despite: Collection[str] = (),
    on_progress: Told | None = None,
    clock: Clock | None = None,
) -> Import:
    """The rest of ``commit`` for an import that ``begin`` has claimed."""
    try:
        _carry(imported, by, at, keep_gone, despite, on_progress or _silent, clock)
    except ImportedMeanwhile:
        fall_back(imported, "", at=at)
        _look_again(imported, at=at)
        raise
    except Refused as refused:
        fall_back(imported, refused.sentence, at=at)
        raise
    except Exception:
        fall_back(imported, Refused().sentence, at=at)
        raise
    done_at = clock() if clock else at
    let_go_of_original(imported, at=done_at)
    tell_rooms(imported, at=done_at)
    return imported


def fall_back(imported: Import, sentence: str, *, at: datetime) -> None:
    """The import waits for a confirmation again, with the reason why it was not taken in."""
    imported.refresh_from_db()  # the transaction took back what the act had set
    if imported.status == Import.Status.COMMITTING:
        moved(imported, "fall_back", refusal=sentence, touched_at=at, stage="", done=0, total=0)


def tell_rooms(imported: Import, *, at: datetime) -> None:
    """After the transaction: a fault in a room that listens undoes nothing, and is told in the log."""
    try:
        registers.imported(imported.unit, imported.register, imported.covers, at)
    except Exception:
        logger.exception("a room could not follow import %s", imported.uid)


def prepared(
    imported: Import,
    rows: Sequence[Arrived],
    covers: Period | None,
    *,
    at: datetime,
    withdrawing: bool = False,
) -> Writing:
    """What the room that owns the register makes of the rows, worked out and not yet written."""
    follower = registers.follower_of(imported.register)
    if follower is None or not rows:
        return _nothing
    unit = imported.unit
    arrival = Arrival(unit.pk, unit.uid, imported.register, imported.uid, covers, rows, withdrawing)
    return follower.prepare(arrival, at=at)


def recorded_at(writing: Writing, clock: Clock | None, worked_out_at: datetime) -> datetime:
    """The moment everything is recorded at: read anew now that the long part is done, also for the register's room."""
    if clock is None:
        return worked_out_at
    moment = clock()
    if hasattr(writing, "at"):
        writing.at = moment
    return moment


def _carry(
    imported: Import,
    by: Viewer,
    at: datetime,
    keep_gone: bool | None,
    despite: Collection[str],
    tell: Told,
    clock: Clock | None,
) -> None:
    tell("đang đọc", 0, 0)
    batch = _batch(imported, keep_gone, tell)
    tell("đang tính", 0, len(batch.rows))
    moment = clock() if clock else at
    writing = prepared(imported, ArrivedRows(imported.source, batch.rows), batch.covers, at=moment)
    tell("đang ghi", 0, len(batch.rows))
    moment = recorded_at(writing, clock, moment)
    subject = Subject("import", imported.uid)
    with act("import.commit", subject, by=by, unit_uid=by.unit_uid, at=moment) as doing:
        lock(imported.unit)
        if acts_so_far(imported.unit_id, imported.register) != imported.basis:
            raise ImportedMeanwhile()
        _write(batch)
        writing()
        doing.detail = _told(imported, batch, keep_gone, despite)
        moved(imported, "commit", **_taken(batch, by, moment, keep_gone))


def _batch(imported: Import, keep_gone: bool | None, tell: Told) -> Batch:
    """Read the file again and compare it again; the tables are let go as soon as the rows are there."""
    if imported.layout is None:
        raise HeaderMissing(name=imported.file_name, looked="cả tệp")
    opened = open_import(imported, layouts=[imported.layout])
    looked = look_into(imported, opened, tell=lambda stage, done, total: tell("đang so", done, total))
    if looked.basis != imported.basis:
        raise ImportedMeanwhile()
    place = Place(imported.unit_id, looked.register.key, looked.layout.source)
    return Batch(
        place=place,
        rows=tuple(_rows(imported, looked, place, keep_gone)),
        kept=tuple(looked.compared.gone) if keep_gone else (),
        moved=tuple(looked.compared.moved),
        scope=looked.scope,
        listing=keep_listing(looked.compared.same),
        covers=looked.covers,
        unreadable=len(looked.result.unreadable),
    )


def _rows(imported: Import, looked: Looked, place: Place, keep_gone: bool | None) -> Iterator[Written]:
    compared, register, period = looked.compared, looked.register, looked.period
    gone = compared.gone if keep_gone is False else []
    codes = [*(row.code for row in compared.new), *(row.code for row in compared.changed), *gone]
    last = last_versions(place, codes)

    def made(code: str, text: str, at: str, after_due: bool, day: date | None) -> Written:
        return written(code, last.get(code, 0) + 1, text, at, after_due, day, looked.scope, imported.pk)

    for row in compared.new:
        day = belongs_on(register, row.values, period)
        yield made(row.code, packed(row.values), row.place, False, day)
    for change in compared.changed:
        day = belongs_on(register, change.after, period)
        yield made(change.code, packed(change.after), change.place, change.after_due, day)
    for code in gone:
        yield made(code, "", "", False, None)


def _write(batch: Batch) -> None:
    write_versions(batch.place, batch.rows)
    rescope(batch.place, batch.moved, batch.scope)
    rescope(batch.place, batch.kept, KEPT_SCOPE)


def _taken(batch: Batch, by: Viewer, at: datetime, keep_gone: bool | None) -> dict[str, object]:
    covers = batch.covers
    return {
        "committed_by": by.official,
        "committed_at": at,
        "covers_start": covers.start if covers else None,
        "covers_end": covers.end if covers else None,
        "keep_gone": keep_gone,
        "listed": batch.listing,
        "touched_at": at,
        "stage": "",
        "done": len(batch.rows),
        "total": len(batch.rows),
    }


def _told(
    imported: Import, batch: Batch, keep_gone: bool | None, despite: Collection[str]
) -> dict[str, object]:
    detail: dict[str, object] = {
        "file": imported.file_name,
        "sha256": imported.blob.digest,
        "register": imported.register,
        "source": imported.source,
        "layout": str(imported.layout),
        "rows_new": imported.rows_new,
        "rows_changed": imported.rows_changed,
        "rows_gone": imported.rows_gone,
        "rows_unreadable": imported.rows_unreadable,
    }
    if batch.covers is not None:
        detail |= {"start": batch.covers.start, "end": batch.covers.end}
    if keep_gone is not None:
        detail["keep_gone"] = keep_gone
    if despite:
        detail["despite"] = sorted(despite)
    return detail


def _look_again(imported: Import, *, at: datetime) -> None:
    """A fresh preview, with the reason why the one confirmed was not taken in."""
    look(imported, at=at)
    if imported.status == Import.Status.PREVIEWED:
        imported.refusal = ImportedMeanwhile().sentence
        imported.save(update_fields=["refusal"])


def _require_answers(imported: Import, keep_gone: bool | None, despite: Collection[str]) -> None:
    if imported.covers is None:
        raise PeriodUnsaid()
    if imported.rows_unreadable and not preview_of(imported).rows:
        raise NothingReadable(count=imported.rows_unreadable)
    if imported.rows_gone and keep_gone is None:
        raise GoneUnanswered(count=imported.rows_gone)
    open_doubts = [one for one in preview_of(imported).doubts if one.kind not in despite]
    if open_doubts:
        raise DoubtsOpen(count=len({one.kind for one in open_doubts}), first=open_doubts[0].sentence)


def _silent(stage: str, done: int, total: int) -> None:
    """Nobody watches."""


def _nothing() -> None:
    """Nothing to write."""
