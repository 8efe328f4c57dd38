"""The watched folder: a file laid there is received as soon as nobody writes to it any more.

Set by CHUAN_WATCH, for a machine with one unit. A known layout is previewed and waits for one click; nothing is
taken in by itself. A received file leaves the folder, because its bytes are in the house and what the house lets go of
(names in a list of petitions) must not go on lying here; a line in ``da-nhan`` says so. A refused one goes to
``khong-nhan`` as it is, with the sentence beside it, for whoever put it there.
Only plain files that lie in the folder itself are touched: no links, no sub-folders, nothing hidden.
"""

from __future__ import annotations

import errno
import logging
import os
import stat
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from django.utils import timezone

from chuan.exchange.tables import TABLES, check_size
from chuan.intake import actions, running
from chuan.intake.models import Import
from chuan.intake.refusals import UnitUnclear
from chuan.people.models import Unit
from chuan.rules.refusals import Refused

logger = logging.getLogger(__name__)

TAKEN, REFUSED = "da-nhan", "khong-nhan"
EVERY = 5
"""Seconds between two looks into the folder; a file is received when it did not change from one to the next."""
_HALF_WRITTEN = (".tmp", ".part", ".crdownload", ".ly-do.txt")

State = tuple[int, int]
"""Size and moment of the last change."""


@dataclass(slots=True)
class Watch:
    """One folder, with what was seen of its files the last time."""

    folder: Path
    seen: dict[str, State] = field(default_factory=dict)

    def sweep(self, *, at: datetime) -> list[Import]:
        """Receive every file that did not change since the last sweep. Raises OSError for a folder that is gone."""
        for name in (TAKEN, REFUSED):
            self._require_plain(self.folder / name)
        now = dict(self._files())
        still = [name for name, state in now.items() if self.seen.get(name) == state]
        self.seen = now
        return [found for name in sorted(still) if (found := self._take(name, at)) is not None]

    def _files(self) -> list[tuple[str, State]]:
        with os.scandir(self.folder) as entries:
            return [
                (entry.name, (found.st_size, found.st_mtime_ns))
                for entry in entries
                if not entry.name.startswith((".", "~$"))
                and not entry.name.lower().endswith(_HALF_WRITTEN)
                and stat.S_ISREG((found := entry.stat(follow_symlinks=False)).st_mode)
            ]

    def _take(self, name: str, at: datetime) -> Import | None:
        try:
            unit = only_unit(timezone.localtime(at).date())
            imported = actions.receive_watched(self._read(name), name, unit=unit, at=at)
        except Refused as refused:
            self._move(name, REFUSED, refused.sentence)
            return None
        except OSError:  # still held by the programme that writes it, or gone again: next time
            logger.warning("watched folder: %s could not be read yet", name)
            return None
        running.start_look(imported, at=at)
        is_refused = imported.status == Import.Status.REFUSED
        if is_refused:
            self._move(name, REFUSED, imported.refusal)
        else:
            self._let_go(name, at)
        return imported

    def _let_go(self, name: str, at: datetime) -> None:
        """Leave a line in place of a received file; the line is there before the file goes."""
        line = _free(self.folder / TAKEN, f"{name}.txt")
        moment = timezone.localtime(at)
        said = (
            f"Đã nhận lúc {moment:%H:%M ngày %d/%m/%Y}. Tệp nằm ở trang Nhập từ tệp, không còn ở thư mục này."
        )
        line.write_text(said + "\n", encoding="utf-8")
        (self.folder / name).unlink()
        self.seen.pop(name, None)

    def _read(self, name: str) -> bytes:
        """The bytes of a plain file; a link put in its place meanwhile is not followed. Raises TableTooBig."""
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        handle = os.open(self.folder / name, flags)
        with os.fdopen(handle, "rb") as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                raise OSError(errno.EINVAL, "not a plain file", name)
            check_size(found.st_size, limits=TABLES)
            return file.read(TABLES.file_bytes + 1)

    def _move(self, name: str, into: str, sentence: str) -> None:
        """Out of the way, under a name that is free; a reason stands beside a refused file."""
        free = _free(self.folder / into, name)
        os.rename(self.folder / name, free)
        self.seen.pop(name, None)
        if sentence:
            free.with_name(f"{free.name}.ly-do.txt").write_text(sentence + "\n", encoding="utf-8")

    @staticmethod
    def _require_plain(aside: Path) -> None:
        """A link in place of a folder could lead out of the watched one."""
        if aside.is_symlink():
            raise OSError(errno.ELOOP, "a link stands in place of the folder", str(aside))
        aside.mkdir(exist_ok=True)


def only_unit(on: date) -> Unit:
    """The unit that a file without a person belongs to. Raises UnitUnclear unless exactly one lives here."""
    units = list(Unit.objects.valid_on(on).filter(officials__isnull=False).distinct()[:2])
    if len(units) != 1:
        raise UnitUnclear(count=len(units))
    return units[0]


def _free(folder: Path, name: str) -> Path:
    stem, ending = os.path.splitext(name)
    names = [name, *(f"{stem} ({n}){ending}" for n in range(2, 10_000))]
    return next(folder / one for one in names if not os.path.lexists(folder / one))
