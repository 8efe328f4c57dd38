"""Server time of the pages in a province: 200 wards × 5 years × 40 indicators × 12 months = 480,000 figures."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from datetime import date

from bench.databases import again_on_postgresql, django
from bench.saying import medians, say

LIMIT_MS = 100


def main() -> None:
    """Seed, then open each page; CHUAN_PROFILE=part of a name says where that page's time goes."""
    where = django()
    from django.test import Client
    from django.utils import timezone

    from bench.province import asked, build
    from chuan import serving
    from chuan.people.models import Unit

    serving.prepare()
    on, started = timezone.localdate(), time.perf_counter()
    counts = {} if Unit.objects.exists() else build(on)  # a folder filled before serves again, to look closer
    sys.stderr.write(f"{where}: {counts} trong {time.perf_counter() - started:.0f} s\n")
    province = asked(on)
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(province.account, backend="chuan.people.signin.LockingBackend")
    for name, address in addresses(province).items():
        _measure(client, f"{name} ({where})", address)
    again_on_postgresql("bench.pages")


def addresses(province: object) -> dict[str, str]:
    """The pages that were promised, by the name shown in the table."""
    last = province.years[-1]
    page = f"/muc-tieu/{province.target.uid}/"
    return {
        "Mục tiêu, năm đã khép": f"/muc-tieu/?nam={last}",
        "Mục tiêu, tại 31/10 của năm": f"/muc-tieu/?nam={last}&den={date(last, 10, 31):%d/%m/%Y}",
        "Mục tiêu, năm đang chạy": f"/muc-tieu/?nam={province.running}",
        "một mục tiêu": page,
        "một mục tiêu, tại 31/10": f"{page}?den={date(last, 10, 31):%d/%m/%Y}",
        "Việc của tôi": "/viec-cua-toi/",
        "Nhật ký": "/nhat-ky/",
        "Văn bản": "/van-ban/",
    }


def _measure(client: object, name: str, address: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def opened() -> object:
        answer = client.get(address)
        if answer.status_code != 200:
            raise SystemExit(f"{address}: {answer.status_code} {answer.headers.get('Location', '')}")
        return answer

    with CaptureQueriesContext(connection) as queries:
        size = len(opened().content)
    count = len(queries)  # before the log is cleared by the next request
    taken = medians(opened)
    say(f"trang {name}, {count} câu SQL, {size // 1024} KB", taken.wall, "ms", LIMIT_MS, cpu=taken.cpu)
    _profile(name, opened)


def _profile(name: str, opened: Callable[[], object]) -> None:
    """With CHUAN_PROFILE=part of a name: where that page's time goes, on the error stream."""
    wanted = os.environ.get("CHUAN_PROFILE")
    if not wanted or wanted not in name:
        return
    import cProfile
    import pstats

    profile = cProfile.Profile()
    profile.runcall(opened)
    sys.stderr.write(f"\n--- {name}\n")
    pstats.Stats(profile, stream=sys.stderr).sort_stats("cumulative").print_stats(45)


if __name__ == "__main__":
    main()
