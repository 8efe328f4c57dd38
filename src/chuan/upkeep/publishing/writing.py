"""Public pages onto a disk: written beside, then the folders change names; or into one archive.

A folder is written over only where everything in it came from this command: its list says so.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from chuan.upkeep.publishing.refusals import FolderForeign, FolderIsFile, FolderOfAnother, FolderUnwritable
from chuan.upkeep.publishing.site import FORMAT, LIST, Site
from chuan.upkeep.refusals import FolderMissing


def require_place(folder: Path, site: Site) -> None:
    """Refuse a file, a folder with anything that is not ours, another unit's pages, a place that is not there."""
    if not folder.parent.is_dir():
        raise FolderMissing(path=str(folder.parent))
    if not os.path.lexists(folder):
        return
    if not folder.is_dir():
        raise FolderIsFile(path=str(folder))
    lying = sorted(one.name for one in folder.iterdir())
    told = _told(folder / LIST)
    ours = {*told.get("files", ()), LIST} if told else set()
    if foreign := [name for name in lying if name not in ours]:
        raise FolderForeign(path=str(folder), name=foreign[0])
    if told and told.get("unit") != str(site.unit.uid):
        other = str(told.get("unit_name", ""))
        raise FolderOfAnother(path=str(folder), other=other, unit=site.unit.committee)


@contextmanager
def beside(site: Site, folder: Path) -> Iterator[Path]:
    """Write everything into a new folder beside; it is gone afterwards unless it was put in place.

    Raises what ``require_place`` raises, ``FolderUnwritable``.
    """
    require_place(folder, site)
    staged = folder.with_name(f".{folder.name}.moi-{os.getpid()}")
    try:
        with _said(folder):
            staged.mkdir()
            for name, data in site.files.items():
                # nosemgrep: file-written-here - public pages, into the folder that the command was asked for
                (staged / name).write_bytes(data)
        yield staged
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def put_in_place(staged: Path, folder: Path) -> None:
    """The new folder takes the name; the old one goes only then. Raises ``FolderUnwritable``, the old one standing."""
    old = folder.with_name(f".{folder.name}.cu-{os.getpid()}")
    with _said(folder):
        if folder.exists():
            folder.rename(old)
        try:
            staged.rename(folder)
        except OSError:
            if old.exists():
                old.rename(folder)
            raise
    shutil.rmtree(old, ignore_errors=True)


def zipped(site: Site) -> bytes:
    """One archive, the same bytes for the same pages."""
    out, on = io.BytesIO(), site.on
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in site.files.items():
            entry = zipfile.ZipInfo(name, (on.year, on.month, on.day, 0, 0, 0))
            entry.compress_type, entry.create_system, entry.external_attr = (
                zipfile.ZIP_DEFLATED,
                3,
                0o644 << 16,
            )
            archive.writestr(entry, data)
    return out.getvalue()


def _told(path: Path) -> dict[str, Any]:
    """What the list of a folder says; nothing where there is none that can be read."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    is_ours = isinstance(told, dict) and told.get("format") == FORMAT and isinstance(told.get("files"), dict)
    return told if is_ours else {}


@contextmanager
def _said(folder: Path) -> Iterator[None]:
    try:
        yield
    except PermissionError as error:
        raise FolderUnwritable(path=str(folder), why=error.strerror or str(error)) from error
