"""A file is received as it stands, byte for byte; what is in it is looked at afterwards. And setting it aside."""

from __future__ import annotations

import hashlib
import mimetypes
from datetime import datetime
from pathlib import PurePath

from django.utils import timezone

from chuan.exchange.tables import TABLES, check_size
from chuan.files import actions as files
from chuan.intake.actions.moving import moved
from chuan.intake.letting_go import let_go_of_original
from chuan.intake.models import Import
from chuan.intake.permissions import require_import, require_own
from chuan.intake.refusals import FileWaits, said_moment
from chuan.offers.subjects import Subject
from chuan.people.models import Official, Unit
from chuan.people.viewer import Viewer
from chuan.rules.refusals import FileEmpty
from chuan.trail.actions import Actor, System, act

WATCHER = System("system/watched-folder")
"""Who the trail names for a file that nobody brought by hand."""

_WAITING = (Import.Status.READING, Import.Status.UNMAPPED, Import.Status.PREVIEWED, Import.Status.COMMITTING)


def receive_file(data: bytes, name: str, *, by: Viewer, at: datetime, illustrative: bool = False) -> Import:
    """Keep the bytes and begin an import: status ``reading``. Call ``running.start_look`` next.

    ``illustrative`` marks everything the file brings as invented. Raises FileEmpty, TableTooBig, FileWaits
    (the same bytes are here and wait); whatever else is wrong with the file, a look says.
    """
    require_import(by)
    return _receive(data, name, unit=by.unit, by=by, official=by.official, at=at, illustrative=illustrative)


def receive_watched(data: bytes, name: str, *, unit: Unit, at: datetime) -> Import:
    """The same for a file found in the watched folder: nobody's hand, the programme's line in the trail."""
    return _receive(data, name, unit=unit, by=WATCHER, official=None, at=at, illustrative=False)


def discard(imported: Import, *, by: Viewer, at: datetime) -> Import:
    """Set a file aside that was never taken in; it stays in the list, its bytes do not.

    Raises WrongMove, TakenMeanwhile.
    """
    require_import(by)
    require_own(by, imported)
    subject = Subject("import", imported.uid)
    with act("import.discard", subject, by=by, unit_uid=by.unit_uid, at=at, file=imported.file_name):
        moved(imported, "discard", touched_at=at)
    let_go_of_original(imported, at=at)
    return imported


def _receive(
    data: bytes,
    name: str,
    *,
    unit: Unit,
    by: Actor,
    official: Official | None,
    at: datetime,
    illustrative: bool,
) -> Import:
    shown = _plain_name(name)
    if not data:
        raise FileEmpty(name=shown)
    check_size(len(data), limits=TABLES)
    _refuse_waiting(data, unit)
    media_type = mimetypes.guess_type(shown)[0] or "application/octet-stream"
    blob = files.keep(data, media_type=media_type)
    imported = Import(
        unit=unit,
        blob=blob,
        file_name=shown,
        by=official,
        arrived_at=at,
        touched_at=at,
        illustrative=illustrative,
    )
    detail = {"file": shown, "sha256": blob.digest, "bytes": blob.size}
    subject = Subject("import", imported.uid)
    with act("import.receive", subject, by=by, unit_uid=unit.uid, at=at, **detail):
        imported.save()
    return imported


def _refuse_waiting(data: bytes, unit: Unit) -> None:
    digest = hashlib.sha256(data).hexdigest()
    held = Import.objects.filter(unit=unit, blob__digest=digest, status__in=_WAITING).first()
    if held is not None:
        refused = FileWaits(name=held.file_name, at=said_moment(timezone.localtime(held.arrived_at)))
        refused.add_note(str(held.uid))  # the page makes it a link
        raise refused


def _plain_name(name: str) -> str:
    """The name alone, without a folder and control letters, its ending kept when it is long."""
    bare = "".join(letter for letter in PurePath(name.replace("\\", "/")).name if letter.isprintable())
    return bare if len(bare) <= 255 else bare[:200] + bare[-55:]
