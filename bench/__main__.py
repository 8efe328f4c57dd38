"""``make bench``: every benchmark in a process of its own; a table on the screen, JSON in bench/out.

``python -m bench --write`` puts the table into docs/speed.md too; names of parts after it run only those.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent / "docs" / "speed.md"
PARTS = (
    "reading",
    "figures",
    "registers",
    "imports",
    "dossiers",
    "succession",
    "documents",
    "petitions",
    "mail_logs",
    "numbering",
    "search",
    "pages",
    "rooms",
    "starting",
    "writing",
    "deadlines",
    "typesetting",
    "peers",
)
HEAD = """\
# Speed

What `make bench` measured; `python -m bench --write` writes this page. Limits are promises: a figure at or
over its limit is marked **over**. Times are by the clock on the wall, the median where a thing is done often;
beside them stands how much of it was this process's own work, which is nearer to what a quiet machine needs.
Pages are asked of the whole application in one process (`django.test.Client`), signed in, with 200 wards ×
5 years × 40 indicators × 12 months = 480,000 figures and 1.8 million rows in all (`bench/province.py`).

Requests of one and of eight clients are asked of a real `chuan serve` on the same machine, which they share with it
(`bench/peers.py`). No other programme was measured on this machine, so none stands beside; "vòng lặp chuẩn" is the
time of a fixed loop of Python on the machine at that moment: divide by it to compare with another machine.
"""

Figure = dict[str, Any]


def main(arguments: Sequence[str]) -> int:
    """Run the parts; a part that fails is shown and makes the exit code 1."""
    machine = {
        "python": platform.python_version(), "machine": platform.machine(), "cores": os.cpu_count(), "load": _load(),
    }  # fmt: skip
    wanted = [part for part in PARTS if part in arguments] or PARTS
    out = HERE / "out"
    out.mkdir(exist_ok=True)
    measured, failed = [], False
    for part in wanted:
        found = run(part)
        failed = failed or found is None
        measured += found or []
    print("\n".join(table(measured)))
    told = json.dumps({"machine": machine, "measured": measured}, indent=1, ensure_ascii=False)
    (out / "bench.json").write_text(told, encoding="utf-8")
    if "--write" in arguments and not failed:
        PAGE.write_text(page(measured, machine), encoding="utf-8", newline="\n")
    return 1 if failed else 0


def _load() -> float | None:
    """How many programs wanted to run in the minute before; above the number of cores every figure is too high."""
    return round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None


def run(part: str) -> list[Figure] | None:
    """The figures of one part, run with an empty data folder; None when it failed. It may talk on the error stream."""
    with tempfile.TemporaryDirectory(prefix="chuan-bench-") as folder:
        env = {**os.environ, "CHUAN_DATA": folder, "CHUAN_SECRET_KEY": "bench-only"}
        command = [sys.executable, "-m", f"bench.{part}"]
        done = subprocess.run(command, env=env, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        print(f"bench.{part}: KHÔNG CHẠY ĐƯỢC (mã {done.returncode})")
        return None
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def is_over(figure: Figure) -> bool:
    """Whether a promise is broken."""
    return figure["limit"] is not None and figure["value"] >= figure["limit"]


def table(measured: Iterable[Figure]) -> list[str]:
    """The figures for a screen."""
    lines = [f"{'phép đo':<74}{'đo được':>14}{'CPU':>10}{'hứa':>12}"]
    for one in measured:
        promised = f"< {one['limit']:g} {one['unit']}" if one["limit"] else "–"
        mark = "  VƯỢT" if is_over(one) else ""
        cpu = f"{one['cpu']:.3g}" if one["cpu"] else ""
        lines.append(f"{one['name']:<74}{one['value']:>10.4g} {one['unit']:<3}{cpu:>10}{promised:>12}{mark}")
    return lines


def page(measured: Iterable[Figure], machine: dict[str, Any]) -> str:
    """docs/speed.md."""
    rows = [f"| {one['name'].strip()} | {_figure(one)} | {_cpu(one)} | {_promise(one)} |" for one in measured]
    where = (
        f"Machine: {machine['cores']} cores ({machine['machine']}), Python {machine['python']}, "
        f"load average {machine['load']} when it began."
    )
    return "\n".join(
        [HEAD, where, "", "| measured | figure | own work | promised |", "|---|---:|---:|---:|", *rows, ""]
    )


def _figure(one: Figure) -> str:
    return f"{one['value']:.3g} {one['unit']}".strip()


def _cpu(one: Figure) -> str:
    return f"{one['cpu']:.3g} {one['unit']}" if one["cpu"] else ""


def _promise(one: Figure) -> str:
    if not one["limit"]:
        return "–"
    return f"< {one['limit']:g} {one['unit']}" + (" **over**" if is_over(one) else "")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
