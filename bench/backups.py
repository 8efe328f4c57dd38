"""Putting away and bringing back a house of 100,000 dossiers and 2,000 files: seconds and size, on both databases."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from bench.databases import again_on_postgresql, django
from bench.saying import say

FILES, EACH = 2_000, 100_000
T = TypeVar("T")


def main() -> None:
    """Fill a house, put it away, read it through, and replace it by what was put away."""
    where = django()
    from django.db import connection
    from django.utils import timezone

    from chuan import serving
    from chuan.people.models import Unit
    from chuan.upkeep.backing_up import make
    from chuan.upkeep.checking import check
    from chuan.upkeep.house import standing_house
    from chuan.upkeep.restoring import restore

    serving.prepare()
    if not Unit.objects.exists():
        _fill()
    connection.close()
    house = standing_house()
    with tempfile.TemporaryDirectory(dir=house.data) as folder:
        path = Path(folder) / "mot.tar"
        made = _timed(
            f"sao lưu 100.000 hồ sơ, 2.000 tệp ({where})", lambda: make(house, path, at=timezone.now()), 60
        )
        say(f"cỡ bản sao lưu ({where})", made.size / 1e6, "MB")
        say(f"cỡ cơ sở dữ liệu bên trong ({where})", (made.size - FILES * EACH) / 1e6, "MB")
        _timed(f"kiểm bản sao lưu ({where})", lambda: check(path), 20)
        back = lambda: restore(path, house, at=timezone.now(), replace=True)  # noqa: E731
        _timed(f"phục hồi, kiểm lại nhật ký ({where})", back, 120)
    again_on_postgresql("bench.backups")


def _timed(name: str, work: Callable[[], T], limit: float) -> T:
    began, cpu = time.perf_counter(), time.process_time()
    done = work()
    say(name, time.perf_counter() - began, "s", limit, cpu=time.process_time() - cpu)
    return done


def _fill() -> None:
    from bench import dossiers
    from chuan.files import actions as files

    unit = dossiers._ward()
    dossiers._procedures(unit)
    for number, first in enumerate(range(0, dossiers.DOSSIERS, dossiers.PORTION), start=1):
        dossiers._follow(unit, dict(dossiers._rows(first, first + dossiers.PORTION)), number)
    for _ in range(FILES):
        files.keep(os.urandom(EACH), media_type="application/pdf")


if __name__ == "__main__":
    main()
