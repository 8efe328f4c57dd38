"""Eight writers at once, each act with its line in the chain: how many a second, how many fail, how long one waits.

The writers are started first and wait for the word; starting them is not counted.
"""

from __future__ import annotations

import subprocess
import sys
import time

from bench.databases import again_on_postgresql, django
from bench.saying import say

WRITERS, EACH = 8, 150


def main() -> None:
    """Let eight processes write, then verify the chain whole; on SQLite, then on PostgreSQL."""
    where = django()
    from chuan import serving
    from chuan.trail.models import Entry
    from chuan.trail.verify import verify_all

    serving.prepare()
    took, told = _race()
    failed = sum(int(words[0]) for words in told)
    say(f"{WRITERS} người ghi cùng lúc, thao tác một giây ({where})", (WRITERS * EACH - failed) / took, "/s")
    say(f"{WRITERS} người ghi cùng lúc, thao tác hỏng ({where})", failed, "")
    say(
        f"{WRITERS} người ghi cùng lúc, lần chờ lâu nhất ({where})",
        max(float(words[1]) for words in told),
        "s",
    )
    verdicts = verify_all()
    if Entry.objects.count() != WRITERS * EACH - failed or not all(verdict.ok for verdict in verdicts):
        raise SystemExit(f"Chuỗi không nguyên vẹn: {[verdict.sentence for verdict in verdicts]}")
    again_on_postgresql("bench.writing")


def _race() -> tuple[float, list[list[str]]]:
    """Seconds from the word to the last writer's end, and what each said: failures, longest wait."""
    command = [sys.executable, "-m", "bench.writing", "child"]
    children = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(WRITERS)
    ]
    for child in children:
        assert child.stdout is not None
        child.stdout.readline()
    started = time.perf_counter()
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    told = [child.stdout.readline().split() for child in children if child.stdout]
    took = time.perf_counter() - started
    for child in children:
        child.communicate()
    return took, told


def write() -> None:
    """One writer: says that it is ready, waits for the word, writes, says failures and the longest wait."""
    django()
    import uuid

    from django.db import OperationalError, connection
    from django.utils import timezone

    from chuan.offers.subjects import Subject
    from chuan.offers.uids import new_uid
    from chuan.trail.actions import SYSTEM, act

    connection.ensure_connection()
    print("ready", flush=True)
    sys.stdin.readline()
    unit, failed, longest = uuid.UUID(int=1), 0, 0.0
    for number in range(EACH):
        began = time.perf_counter()
        try:
            with act(
                "bench",
                Subject("thing", new_uid()),
                by=SYSTEM,
                unit_uid=unit,
                at=timezone.now(),
                number=number,
            ):
                pass
        except OperationalError:
            failed += 1
        longest = max(longest, time.perf_counter() - began)
    print(failed, f"{longest:.4f}", flush=True)


if __name__ == "__main__":
    write() if sys.argv[1:] == ["child"] else main()
