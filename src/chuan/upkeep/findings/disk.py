"""Room on the disks that the house writes to, and whether it may write there at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from chuan.offers.examinations import Finding, Looking, broken, fine, look
from chuan.upkeep import places

GB = 10**9
LITTLE, TOO_LITTLE = 5 * GB, GB
"""Free bytes: below the first somebody should look, below the second a day's work may not fit."""


def examine(looking: Looking) -> Iterator[Finding]:
    """The data folder and the places of backups, each once even where both lie on one disk."""
    seen: set[int] = set()
    for place in (Path(settings.DATA_DIR), places.folder(), places.second()):
        if place is None or not place.is_dir():
            continue
        yield from _writable(place)
        device = place.stat().st_dev
        if device not in seen:
            yield _room(place)
        seen.add(device)


def _room(place: Path) -> Finding:
    free = shutil.disk_usage(place).free
    said = _("còn trống %(free)s GB ở %(place)s") % {"free": _gb(free), "place": place}
    mend = _("Xóa bớt tệp không cần trên đĩa này, hoặc chuyển dữ liệu sang đĩa lớn hơn.")
    if free < TOO_LITTLE:
        return broken(_("Đĩa sắp đầy: %s.") % said, mend)
    return (
        look(_("Đĩa còn ít chỗ: %s.") % said, mend)
        if free < LITTLE
        else fine(said[0].upper() + said[1:] + ".")
    )


def _writable(place: Path) -> Iterator[Finding]:
    try:
        with tempfile.TemporaryFile(dir=place) as file:
            file.write(b"1")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        yield broken(
            _("Không ghi được vào %(place)s (%(why)s).") % {"place": place, "why": error.strerror},
            _("Kiểm lại đĩa và quyền ghi của tài khoản chạy Chuẩn trên thư mục này."),
        )


def _gb(size: int) -> str:
    return f"{size / GB:.1f}".replace(".", ",")
