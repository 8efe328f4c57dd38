"""A thousand numbers taken by eight processes at once: how long, and whether each number is there once.

    python -m bench.numbering [WRITERS] [EACH]

Runs on a database of its own: a SQLite file in a folder that is thrown away, or the one of DATABASE_URL.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time

from bench.databases import again_on_postgresql
from bench.saying import say

WRITERS, EACH = 8, 125


def main(writers: int = WRITERS, each: int = EACH) -> None:
    """Number ``writers * each`` signed documents and say how it went."""
    with tempfile.TemporaryDirectory() as folder:
        env = os.environ | {"CHUAN_DATA": folder, "DJANGO_SETTINGS_MODULE": "chuan.settings"}
        command = [sys.executable, "-m", "tests.documents.outgoing.writer", str(writers), str(each)]
        running = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True)
        began, given, held = 0.0, 0, []
        assert running.stdout
        for line in running.stdout:
            verb, *words = line.split()
            began = began or (time.perf_counter() if verb == "pid" else 0.0)
            given += verb == "gave"
            if verb == "over":
                took = time.perf_counter() - began
            if verb == "held":
                held.append(int(words[0]))
        running.wait()
    where = "PostgreSQL" if os.environ.get("DATABASE_URL") else "SQLite"
    say(f"cấp {given} số, {writers} tiến trình cùng lúc ({where})", took, "s")
    wrong = held != list(range(1, len(held) + 1))
    say(f"số trùng hoặc thiếu khi {writers} tiến trình cùng cấp ({where})", float(wrong), "", 1)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
    again_on_postgresql("bench.numbering")
