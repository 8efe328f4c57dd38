"""Eight writers at once, each act with its line in the chain: how many a second, how many fail."""

from __future__ import annotations

import os
import subprocess
import sys
import time

from bench.figures import say

WRITERS, EACH = 8, 100


def main() -> None:
    """Start eight processes; each writes its acts; then the chain is verified whole."""
    _django()
    from chuan import serving
    from chuan.trail.models import Entry
    from chuan.trail.verify import verify_all

    serving.prepare()
    started = time.perf_counter()
    children = [subprocess.Popen([sys.executable, "-m", "bench.writing", "child"]) for _ in range(WRITERS)]
    failures = sum(child.wait() for child in children)
    took = time.perf_counter() - started
    say(f"{WRITERS} người ghi cùng lúc, mỗi người {EACH} thao tác: thao tác một giây", WRITERS * EACH / took, "/s")
    say("thao tác hỏng vì khóa", failures, "", None)
    assert Entry.objects.count() == WRITERS * EACH - failures
    assert all(verdict.ok for verdict in verify_all())


def write() -> int:
    """One writer: count of acts that failed."""
    _django()
    import uuid

    from django.db import OperationalError
    from django.utils import timezone

    from chuan.offers.subjects import Subject
    from chuan.offers.uids import new_uid
    from chuan.trail.actions import SYSTEM, act

    unit, failed = uuid.UUID(int=1), 0
    for number in range(EACH):
        try:
            with act("bench", Subject("thing", new_uid()), by=SYSTEM, unit_uid=unit, at=timezone.now(), number=number):
                pass
        except OperationalError:
            failed += 1
    return failed


def _django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chuan.settings")
    import django

    django.setup()


if __name__ == "__main__":
    sys.exit(write()) if sys.argv[1:] == ["child"] else main()
