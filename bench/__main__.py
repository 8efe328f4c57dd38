"""``make bench``: every benchmark in a process of its own; a table on the screen, JSON in bench/out."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PARTS = ("bench.reading", "bench.pages", "bench.starting", "bench.writing")


def main() -> int:
    """Run the parts; a part that fails is shown and makes the exit code 1."""
    out = HERE / "out"
    out.mkdir(exist_ok=True)
    measured, failed = [], False
    for part in PARTS:
        with tempfile.TemporaryDirectory(prefix="chuan-bench-") as folder:
            env = {**os.environ, "CHUAN_DATA": folder, "CHUAN_SECRET_KEY": "bench-only"}
            done = subprocess.run([sys.executable, "-m", part], env=env, capture_output=True, text=True, check=False)
        if done.returncode:
            failed = True
            print(f"{part}: KHÔNG CHẠY ĐƯỢC\n{done.stderr[-2000:]}")
            continue
        measured += [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    _table(measured)
    machine = {"python": platform.python_version(), "machine": platform.machine(), "cores": os.cpu_count()}
    (out / "bench.json").write_text(json.dumps({"machine": machine, "measured": measured}, indent=1, ensure_ascii=False))
    return 1 if failed else 0


def _table(measured: list[dict]) -> None:
    print(f"{'phép đo':<64}{'đo được':>14}{'hứa':>14}")
    for one in measured:
        promised = f"< {one['limit']:g} {one['unit']}" if one.get("limit") else "–"
        over = "  VƯỢT" if one.get("limit") and one["value"] >= one["limit"] else ""
        print(f"{one['name']:<64}{one['value']:>10.4g} {one['unit']:<3}{promised:>14}{over}")


if __name__ == "__main__":
    sys.exit(main())
