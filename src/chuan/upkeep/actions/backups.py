"""Backups into the folder of backups: asked for by a person, by a command or by the hour; each ends in the trail."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.db import DatabaseError
from django.utils import timezone
from django_tasks import task

from chuan.offers.subjects import Subject
from chuan.offers.uids import new_uid
from chuan.people.actions.own import first_unit_uid
from chuan.people.models import Unit
from chuan.people.permissions import STAFF_KEEPERS, require_role
from chuan.people.viewer import Viewer
from chuan.rules.refusals import Refused
from chuan.trail.actions import System, act
from chuan.upkeep import backing_up, locks, places, retention, second_place
from chuan.upkeep.backing_up import Made, Tell, silent
from chuan.upkeep.backups import running
from chuan.upkeep.house import standing_house
from chuan.upkeep.models import Backup
from chuan.upkeep.refusals import BackupBroken, BackupRuns

logger = logging.getLogger(__name__)

BACKUPS = System("system/backups")
_LOCK = ".dang-sao-luu"
_SIGNS = 1.0
"""Seconds between two signs of life."""
Clock = Callable[[], datetime]


def make(*, by: Viewer, at: datetime) -> Backup:
    """Put a backup in line; it is made in the background. Raises ``NotAllowed``, ``BackupRuns``."""
    require_role(by, *STAFF_KEEPERS)
    if running(at) is not None:
        raise BackupRuns()
    backup = _new(asked_by=by.trail_name, at=at)
    with act("backup.ask", Subject("backup", backup.uid), by=by, unit_uid=by.unit.uid, at=at):
        backup.save()
    make_later.enqueue(str(backup.uid))
    return backup


def make_now(*, at: datetime, tell: Tell = silent, clock: Clock = timezone.now) -> Backup:
    """Make one at once, for a command or by the hour; the row says what became of it."""
    backup = _new(asked_by=BACKUPS.trail_name, at=at)
    backup.save()
    return carry_out(backup, tell=tell, clock=clock)


def make_at(path: Path, *, at: datetime, tell: Tell = silent, clock: Clock = timezone.now) -> Made:
    """Make one into any file, for a command. Whoever takes a whole copy away leaves a line in the trail.

    Raises what ``backing_up.make`` raises; a failure leaves no row, the command itself says it.
    """
    made = backing_up.make(standing_house(), path, at=at, tell=tell)
    _settle_made(_new(asked_by=BACKUPS.trail_name, at=at), made, clock, copies=False)
    return made


@task()
def make_later(uid: str) -> None:
    """Background: make the backup that somebody asked for."""
    backup = Backup.objects.filter(uid=uid, state=Backup.State.RUNNING).first()
    if backup is not None:
        carry_out(backup, clock=timezone.now)


def carry_out(backup: Backup, *, tell: Tell = silent, clock: Clock) -> Backup:
    """Make it, copy it to the second place, let old ones go; whatever happens, the row and the trail say it.

    The work runs outside every transaction; ``clock`` is read again for each act.
    """
    place = places.folder()
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        with locks.alone(place / _LOCK) as is_alone:
            if not is_alone:
                raise BackupRuns()
            backing_up.sweep(place)
            at = clock()
            path = place / places.name_at(at)
            made = backing_up.make(standing_house(), path, at=at, tell=_signs(backup, tell, clock))
            _settle_made(backup, made, clock)
            _let_go_old(backup, made)
    except Refused as refused:
        _settle_failed(backup, refused, clock())
    except OSError as error:
        _settle_failed(backup, BackupBroken(why=error.strerror or str(error)), clock())
    return backup


def _new(*, asked_by: str, at: datetime) -> Backup:
    return Backup(uid=new_uid(), begun_at=at, asked_by=asked_by, touched_at=at)


def _signs(backup: Backup, tell: Tell, clock: Clock) -> Tell:
    """Tells on, and notes a sign of life on the row now and then; a database too busy to take it stops nothing."""
    last = 0.0

    def told(done: int, total: int) -> None:
        nonlocal last
        tell(done, total)
        if done < total and time.monotonic() - last < _SIGNS:
            return
        last = time.monotonic()
        try:
            Backup.objects.filter(pk=backup.pk).update(done=done, total=total, touched_at=clock())
        except DatabaseError:
            logger.warning("a sign of life of the backup could not be written")

    return told


def _settle_made(backup: Backup, made: Made, clock: Clock, *, copies: bool = True) -> None:
    second, said = _to_second(made) if copies else ("", "")
    told = {
        "state": Backup.State.MADE, "path": str(made.path), "size": made.size, "sha256": made.sha256,
        "unwell": made.unwell, "second": second, "refusal": said,
    }  # fmt: skip
    at = clock()
    for name, value in {**told, "made_at": at, "touched_at": at}.items():
        setattr(backup, name, value)
    _write(backup, "backup.make", {"sha256": made.sha256, "bytes": made.size, "file": made.path.name}, at)


def _to_second(made: Made) -> tuple[str, str]:
    """Path of the copy, and why there is none."""
    place = places.second()
    if place is None:
        return "", ""
    try:
        return str(second_place.copy(made, place)), ""
    except Refused as refused:
        return "", refused.sentence
    except OSError as error:
        return "", BackupBroken(why=error.strerror or str(error)).sentence


def _settle_failed(backup: Backup, refused: Refused, at: datetime) -> None:
    logger.error("backup failed: %s", refused.code)
    backup.state, backup.refusal, backup.touched_at = Backup.State.FAILED, refused.sentence, at
    try:
        _write(backup, "backup.fail", {"reason": refused.sentence}, at)
    except DatabaseError:
        logger.exception("the failed backup could not be written down either")


def _write(backup: Backup, verb: str, detail: dict[str, object], at: datetime) -> None:
    unit = house_unit()
    if unit is None:
        backup.save()
        return
    with act(verb, Subject("backup", backup.uid), by=BACKUPS, unit_uid=unit.uid, at=at, **detail):
        backup.save()


def house_unit() -> Unit | None:
    """In whose trail the upkeep of the machine is written: the first unit where people work today.

    A ward that went into another keeps officials who stayed behind; its chain is closed and gets no further line.
    """
    uid = first_unit_uid()
    return Unit.objects.filter(uid=uid, officials__isnull=False).first() if uid else None


def _let_go_old(backup: Backup, made: Made) -> None:
    rule = places.rule()
    gone = retention.let_go(made.path.parent, rule, ours=made.manifest)
    Backup.objects.filter(path__in=[str(path) for path in gone]).update(state=Backup.State.LET_GO)
    second = places.second()
    if second is not None and backup.second:
        retention.let_go(second, rule, ours=made.manifest)
