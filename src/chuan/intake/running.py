"""Where the work on a file is done: at once when it is small, else in the background, with its progress on the row.

A process may die half way. Nothing of a file is stored before its one transaction, so an import that gave no
sign for ``SILENT`` is taken up again: what was being read is read once more, what was being taken in waits for a
person again.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Collection
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone
from django_tasks import task

from chuan.intake.actions.committing import begin, carry_through, fall_back
from chuan.intake.actions.looking import look
from chuan.intake.actions.moving import moved
from chuan.intake.actions.withdrawing import require_withdrawable, withdraw
from chuan.intake.looking import acts_so_far
from chuan.intake.models import Import, Layout
from chuan.intake.permissions import require_import, require_see_rows
from chuan.intake.previews import preview_of
from chuan.intake.reading import Column, fingerprint
from chuan.intake.refusals import ReadingStopped, StoppedHalfWay, TakenMeanwhile
from chuan.offers.registers import followed
from chuan.people.models import Account, Unit
from chuan.people.viewer import Viewer, viewer_of
from chuan.rules.refusals import NotAllowed, Refused

logger = logging.getLogger(__name__)

SMALL = 400_000
"""Bytes up to which a file is worked on while the person waits."""
SILENT = timedelta(minutes=3)
"""No step of the work is silent longer, unless its process has died."""

_LOOKED_AT = (Import.Status.READING, Import.Status.UNMAPPED, Import.Status.PREVIEWED)
QUEUED = timedelta(hours=1)
"""What waits for its turn is kept by the queue, also over a restart; only after this it counts as lost."""

_WAITS, _WAITS_AGAIN, _AGAIN, _WITHDRAWS = "chờ đến lượt", "chờ đọc lại", "đang đọc lại", "đang rút"
FEW = 3000
"""Rows up to which an import is taken back while the person waits."""


def start_look(imported: Import, *, at: datetime) -> Import:
    """Look into the file now, or have it looked at; the status says which."""
    if imported.blob.size <= SMALL:
        return look(imported, at=at)
    _note(imported, _WAITS, 0, 0, at)
    look_later.enqueue(str(imported.uid))
    return imported


def start_commit(
    imported: Import,
    *,
    by: Viewer,
    at: datetime,
    keep_gone: bool | None,
    despite: Collection[str] = (),
) -> Import:
    """Take the rows in now, or have them taken in; what can be refused at once is refused here.

    See ``actions.commit`` for the arguments and refusals.
    """
    begin(imported, by=by, at=at, keep_gone=keep_gone, despite=despite)
    if imported.blob.size <= SMALL:
        return carry_through(imported, by=by, at=at, keep_gone=keep_gone, despite=despite, clock=timezone.now)
    _note(imported, _WAITS, 0, 0, at)
    commit_later.enqueue(str(imported.uid), str(by.account.uid), keep_gone, sorted(despite))
    return imported


def start_withdraw(imported: Import, *, reason: str, by: Viewer, at: datetime) -> Import:
    """Take the import back now, or have it taken back when it brought many rows; the status says which.

    See ``actions.withdraw`` for the refusals; TakenMeanwhile while it is being taken back already.
    """
    if _at_work(imported, at):
        raise TakenMeanwhile(status=_WITHDRAWS)
    if imported.rows_new + imported.rows_changed + imported.rows_gone <= FEW:
        return withdraw(imported, reason=reason, by=by, at=at, clock=timezone.now)
    require_withdrawable(imported, reason, by=by)
    _note(imported, _WITHDRAWS, 0, 0, at)
    withdraw_later.enqueue(str(imported.uid), str(by.account.uid), reason)
    return imported


def freshen(imported: Import, *, at: datetime) -> Import:
    """Look again before a page shows it, where something changed since: the register, or the layouts known here.

    What a person then confirms is what stands now; a large file is looked at in the background.
    """
    if _at_work(imported, at) or not (_is_stale(imported) or _is_known_now(imported)):
        return imported
    try:
        return start_look(imported, at=at)
    except Refused:  # somebody was quicker
        imported.refresh_from_db()
        return imported


def freshen_waiting(unit: Unit, *, at: datetime) -> int:
    """After a layout was confirmed: every other file of that header goes on to its preview; how many."""
    waiting = Import.objects.filter(unit=unit, status=Import.Status.UNMAPPED).select_related("unit", "blob")
    return sum(freshen(one, at=at).status != Import.Status.UNMAPPED for one in waiting)


def pick_up_stale(at: datetime) -> int:
    """Take up again what a dead process left; how many imports. Called at start and before lists are shown."""
    waits = Q(stage__in=(_WAITS, _WAITS_AGAIN))
    silent = Import.objects.filter(~waits & Q(touched_at__lt=at - SILENT) | Q(touched_at__lt=at - QUEUED))
    stopped = list(silent.filter(status=Import.Status.COMMITTING))
    unread = list(silent.filter(status=Import.Status.READING))
    return sum(_returned(one, at) for one in stopped) + sum(_read_again(one, at) for one in unread)


@task()
def look_later(uid: str) -> None:
    """Background: look into a file."""
    imported = _load(uid)
    if imported is None or imported.status not in _LOOKED_AT:
        return
    again = imported.stage in (_WAITS_AGAIN, _AGAIN)
    _note(imported, _AGAIN if again else "đang đọc", 0, 0, timezone.now())
    try:
        look(imported, at=timezone.now())
    except Refused:
        logger.exception("look into import %s", uid)
    except Exception:
        logger.exception("look into import %s", uid)
        moved(imported, "refuse", refusal=ReadingStopped(name=imported.file_name).sentence, stage="")


@task()
def commit_later(uid: str, account: str, keep_gone: bool | None, despite: list[str]) -> None:
    """Background: take the rows in for whoever asked, as he stands today. A refusal stays on the import."""
    imported = _load(uid)
    if imported is None or imported.status != Import.Status.COMMITTING:
        return
    at = timezone.now()
    try:
        by = _viewer(account, at)
        require_import(by)
        require_see_rows(by, imported.register)
    except Refused as refused:
        fall_back(imported, refused.sentence, at=at)
        return
    try:
        carry_through(
            imported,
            by=by,
            at=at,
            keep_gone=keep_gone,
            despite=despite,
            on_progress=lambda stage, done, total: _note(imported, stage, done, total, timezone.now()),
            clock=timezone.now,
        )
    except Refused as refused:
        logger.info("import %s was not taken in: %s", uid, refused.code)
    except Exception:
        logger.exception("import %s was not taken in", uid)


@task()
def withdraw_later(uid: str, account: str, reason: str) -> None:
    """Background: take the import back for whoever asked, as he stands today. A refusal stays on the import."""
    imported = _load(uid)
    if imported is None or imported.status != Import.Status.COMMITTED:
        return
    at, said = timezone.now(), ""
    try:
        withdraw(imported, reason=reason, by=_viewer(account, at), at=at, clock=timezone.now)
    except Refused as refused:
        said = refused.sentence
    except Exception:
        logger.exception("import %s was not withdrawn", uid)
        said = Refused().sentence
    if said:
        rows = Import.objects.filter(pk=imported.pk, status=Import.Status.COMMITTED)
        rows.update(stage="", refusal=said, touched_at=timezone.now())


def _at_work(imported: Import, at: datetime) -> bool:
    """Whether something is being done with it in the background right now."""
    return bool(imported.stage) and (imported.touched_at or at) > at - SILENT


def _is_stale(imported: Import) -> bool:
    if imported.status != Import.Status.PREVIEWED or imported.basis is None:
        return False
    return acts_so_far(imported.unit_id, imported.register) != imported.basis


def _is_known_now(imported: Import) -> bool:
    if imported.status != Import.Status.UNMAPPED:
        return False
    columns = [Column(at, (key,), key) for at, key in enumerate(preview_of(imported).header)]
    keys = [register.key for register in followed()]
    return Layout.objects.filter(
        unit_id=imported.unit_id, register__in=keys, fingerprint=fingerprint(columns)
    ).exists()


def _viewer(account: str, at: datetime) -> Viewer:
    held = Account.objects.filter(uid=account, is_active=True).first()
    viewer = viewer_of(held, on=timezone.localtime(at).date()) if held else None
    if viewer is None:
        raise NotAllowed(who="người còn tài khoản của đơn vị")
    return viewer


def _load(uid: str) -> Import | None:
    return Import.objects.select_related("unit", "blob", "layout").filter(uid=uuid.UUID(uid)).first()


def _note(imported: Import, stage: str, done: int, total: int, at: datetime) -> None:
    """A sign of life, outside every transaction: the page shows it."""
    Import.objects.filter(pk=imported.pk).update(stage=stage, done=done, total=total, touched_at=at)
    imported.stage, imported.done, imported.total, imported.touched_at = stage, done, total, at


def _returned(imported: Import, at: datetime) -> int:
    try:
        moved(
            imported, "fall_back", refusal=StoppedHalfWay().sentence, touched_at=at, stage="", done=0, total=0
        )
    except Refused:  # it came to its end meanwhile
        return 0
    return 1


def _read_again(imported: Import, at: datetime) -> int:
    """Once more in the background; a file whose reading died twice is refused."""
    try:
        if imported.stage in (_WAITS_AGAIN, _AGAIN):
            sentence = ReadingStopped(name=imported.file_name).sentence
            moved(imported, "refuse", refusal=sentence, touched_at=at, stage="")
            return 1
    except Refused:
        return 0
    _note(imported, _WAITS_AGAIN, 0, 0, at)
    look_later.enqueue(str(imported.uid))
    return 1
