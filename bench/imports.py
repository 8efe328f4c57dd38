"""One file of 50,000 dossiers from receipt to the figures and back: time, what others wait for, memory."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any, TypeVar

from bench.databases import django
from bench.saying import say

T = TypeVar("T")
ROWS, LATE = 50_000, 1_700
PREVIEW_S, COMMIT_S, MEMORY_MB = 10, 30, 300
PAPER, SOURCE = "Quyết định phân công dùng để đo", "Hệ thống một cửa điện tử"


def main() -> None:
    """The file is made in a process of its own, so that making it takes none of the memory that is measured."""
    where = django()
    from chuan import serving

    serving.prepare()
    command = [sys.executable, "-m", "bench.imports", "--file"]
    data = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    _walk(data, where)


def _walk(data: bytes, where: str) -> None:
    from django.utils import timezone

    from chuan.intake import actions
    from chuan.intake.previews import preview_of

    by = _clerk()
    held = actions.receive_file(data, "danh-sach.csv", by=by, at=timezone.now())
    actions.look(held, at=timezone.now())
    mapping = preview_of(held).mapping
    given: dict[str, Any] = {"by": by, "at": timezone.now(), "clock": timezone.now}
    actions.confirm_layout(held, mapping, name="Danh sách", source=SOURCE, **given)
    _timed(
        f"xem trước 50.000 dòng và so với sổ ({where})",
        lambda: actions.look(held, at=timezone.now()),
        PREVIEW_S,
    )
    _timed(f"nhập 50.000 dòng, tính hạn và ghi ({where})", lambda: actions.commit(held, **given), COMMIT_S)
    say("bộ nhớ lớn nhất khi nhập", _peak(), "MB", MEMORY_MB)
    _timed(
        f"rút 50.000 dòng ({where})", lambda: actions.withdraw(held, reason="Đo tốc độ", **given), COMMIT_S
    )


def _timed(what: str, do: Callable[[], T], limit: float) -> T:
    wall, cpu = time.perf_counter(), time.process_time()
    done = do()
    say(what, time.perf_counter() - wall, "s", limit, cpu=time.process_time() - cpu)
    return done


def _peak() -> float:
    """The most memory this process ever held, in megabytes; reading the file runs in another one."""
    import resource

    return (
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 if sys.platform == "linux" else 1024) / 1024
    )


def _clerk() -> Any:
    from datetime import date

    from django.utils import timezone

    from chuan.people.models import Account, Official, RoleGrant, Unit
    from chuan.people.roles import Role
    from chuan.people.viewer import viewer_of

    since = date(2010, 1, 1)
    unit = Unit.objects.create(kind="ward", name="Bắc Hồng", place="Đo", valid_from=since, example=True)
    account = Account.objects.create_user("nguoi-nhap")
    official = Official.objects.create(unit=unit, name="Người Nhập", account=account, example=True)
    RoleGrant.objects.create(
        role=Role.ONE_STOP_CLERK, official=official, unit=unit, valid_from=since, citation=PAPER
    )
    return viewer_of(account, on=timezone.localdate())


def _file() -> None:
    from chuan.demo_exports import formats, invented, sheets

    dossiers = invented.dossiers(random.Random(2021), ROWS, LATE)
    sys.stdout.buffer.write(formats.as_csv(";", "utf-8")(sheets.dossier_list(dossiers)))


if __name__ == "__main__":
    _file() if "--file" in sys.argv else main()
