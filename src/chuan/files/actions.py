"""Keeping and reading bytes: content-addressed, written whole or not at all."""

from __future__ import annotations

import hashlib
import os
import tempfile
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db.models import Model

from chuan.files.flushing import flush_folder
from chuan.files.models import Blob


def keep(data: bytes, *, media_type: str) -> Blob:
    """Store the bytes under their SHA-256 and return their row; the same bytes twice are one blob."""
    digest = hashlib.sha256(data).hexdigest()
    path = path_of(digest)
    if not path.exists():
        _write_whole(path, data)
    blob, _ = Blob.objects.get_or_create(
        digest=digest, defaults={"size": len(data), "media_type": media_type}
    )
    if blob.let_go_at is not None:
        blob.let_go_at = None
        blob.save(update_fields=["let_go_at"])
    return blob


def read(blob: Blob) -> bytes:
    """The bytes, checked against their digest. Raises OSError when the file is damaged or gone."""
    data = path_of(blob.digest).read_bytes()
    if hashlib.sha256(data).hexdigest() != blob.digest:
        raise OSError(f"blob {blob.digest} is damaged")
    return data


def let_go(blob: Blob, *, at: datetime, besides: type[Model]) -> bool:
    """Throw the bytes away and keep their digest; False when a row of another table than ``besides`` needs them."""
    if any(_points(field, blob, besides) for field in Blob._meta.get_fields(include_hidden=True)):
        return False
    Blob.objects.filter(pk=blob.pk).update(let_go_at=at)
    blob.let_go_at = at
    path_of(blob.digest).unlink(missing_ok=True)
    return True


def _points(field: object, blob: Blob, besides: type[Model]) -> bool:
    """Whether a row of the table behind this reverse relation holds the blob."""
    table, name = getattr(field, "related_model", None), getattr(getattr(field, "field", None), "name", "")
    if table is None or not name or table is besides:
        return False
    return bool(table._default_manager.filter(**{name: blob}).exists())


def path_of(digest: str) -> Path:
    """Where the bytes of this digest lie, in two levels of folders."""
    return Path(settings.FILES_DIR) / digest[:2] / digest[2:4] / digest


def flush_names(path: Path) -> None:
    """Make a kept file's name survive a power cut, and the two folders above it, which may be new."""
    for folder in list(path.parents)[:3]:
        flush_folder(folder)


def _write_whole(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
        flush_names(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
