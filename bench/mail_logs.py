"""A mail server's log of two million lines counted by account and month: time and memory."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.saying import say

LINES, ACCOUNTS = 2_000_000, 60
SECONDS, MEMORY_MB = 60, 300


def main() -> None:
    """The log is written line by line, so that making it takes none of the memory that is measured."""
    from chuan.exchange.mail_logs import asked_for, count_files

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mail.log"
        with path.open("w", encoding="ascii") as file:
            file.writelines(lines())
        wall, cpu = time.perf_counter(), time.process_time()
        with path.open("rb") as log:
            counted = count_files([(path.name, log)], asked_for("bachong.example", 2021))
    say(
        "đếm nhật ký thư 2.000.000 dòng",
        time.perf_counter() - wall,
        "s",
        SECONDS,
        cpu=time.process_time() - cpu,
    )
    say("bộ nhớ lớn nhất khi đếm", _peak(), "MB", MEMORY_MB)
    assert counted.lines >= LINES, counted.lines


def lines() -> Iterator[str]:
    """Five lines a mail, as Postfix writes them; a third comes from outside."""
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    for n in range(LINES // 5):
        at = f"{months[n * 12 // (LINES // 5)]} {n % 28 + 1:2d} 0{n % 10}:{n % 60:02d}:{n % 60:02d} mail postfix"
        sender = f"cb{n % ACCOUNTS}@bachong.example" if n % 3 else f"a{n}@noi-khac.example"
        number = f"{n:010X}"
        yield f"{at}/smtpd[811]: {number}: client=may-{n % 40}.bachong.example[10.0.0.{n % 40}]\n"
        yield f"{at}/cleanup[812]: {number}: message-id=<{n}@may.bachong.example>\n"
        yield f"{at}/qmgr[813]: {number}: from=<{sender}>, size={n % 9000}, nrcpt=1 (queue active)\n"
        yield (
            f"{at}/smtp[814]: {number}: to=<ai-do@noi-khac.example>, relay=mx.noi-khac.example[10.1.1.1]:25, delay=1, "
            f"dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as {n:08X})\n"
        )
        yield f"{at}/qmgr[813]: {number}: removed\n"


def _peak() -> float:
    """The most memory this process ever held, in megabytes."""
    import resource

    return (
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 if sys.platform == "linux" else 1024) / 1024
    )


if __name__ == "__main__":
    main()
