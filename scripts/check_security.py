"""Part of ``make check``: bandit (what ruff's S rules do not know) and this house's own semgrep rules.

Both run at once and read only. Semgrep runs over the source and over its samples: in the samples exactly the
marked lines must be found, in the source none. What could not be run is said loudly, and fails when CI=true.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RULES = ROOT / "scripts" / "semgrep"
SAMPLES = RULES / "samples"
BIN = Path("Scripts" if os.name == "nt" else "bin")
SEMGREP = ROOT / ".venv" / "semgrep" / BIN / ("semgrep.exe" if os.name == "nt" else "semgrep")
BANDIT = [sys.executable, "-m", "bandit", "-q", "-c", "pyproject.toml", "-r", "src/chuan"]
LONGEST = 300
MARK = re.compile(r"found: ([a-z-]+)")

Place = tuple[str, int, str]
"""File, line, rule."""


def main() -> int:
    """0 when nothing was found and every rule finds what it must."""
    bandit = subprocess.Popen(BANDIT, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    faults = semgrep()
    said, _none = bandit.communicate(timeout=LONGEST)
    print("\n".join([*faults, *([said] if bandit.returncode else [])]), end="\n" if faults else "")
    return 1 if bandit.returncode or faults else 0


def semgrep() -> list[str]:
    """What is wrong, a line each; nothing when semgrep is not there and need not be."""
    if not SEMGREP.exists():
        print("SEMGREP KHÔNG CHẠY: không cài được vào .venv/semgrep (requirements-semgrep.lock).", flush=True)
        return ["semgrep: missing, and CI=true"] if os.environ.get("CI") == "true" else []
    told = _run()
    if told["errors"]:
        return [f"semgrep: {one.get('message', one)}" for one in told["errors"]]
    found = {_place(one): one["extra"]["message"] for one in told["results"]}
    return [*_in_source(found), *_in_samples(set(found))]


def _run() -> dict:
    command = [
        str(SEMGREP), "scan", "--metrics=off", "--disable-version-check", "--no-git-ignore", "--json", "--quiet",
        "--config", str(RULES), "--exclude", "migrations", "src/chuan", str(SAMPLES.relative_to(ROOT)),
    ]  # fmt: skip
    settings = {"SEMGREP_SEND_METRICS": "off", "SEMGREP_USER_AGENT_APPEND": ""}
    path = {"PATH": f"{SEMGREP.parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **settings, **path},
        stdout=subprocess.PIPE,
        timeout=LONGEST,
        check=False,
    )
    try:
        return json.loads(done.stdout)
    except ValueError:
        return {"errors": [{"message": f"ended with {done.returncode} and no result"}], "results": []}


def _place(found: dict) -> Place:
    return Path(found["path"]).as_posix(), found["start"]["line"], found["check_id"].rsplit(".", 1)[-1]


def _in_source(found: dict[Place, str]) -> list[str]:
    outside = sorted(place for place in found if not _is_sample(place))
    return [f"{path}:{line}: {rule}: {found[path, line, rule]}" for path, line, rule in outside]


def _in_samples(found: set[Place]) -> list[str]:
    """Rules that miss a bad line, find a good one, or have no bad line at all."""
    seen, marked = {place for place in found if _is_sample(place)}, set(marks())
    unmarked = rules() - {rule for _path, _line, rule in marked}
    return [
        *(
            f"{path}:{line}: {rule}: not found, though it is marked"
            for path, line, rule in sorted(marked - seen)
        ),
        *(
            f"{path}:{line}: {rule}: found, though nothing is wrong"
            for path, line, rule in sorted(seen - marked)
        ),
        *(f"{rule}: no bad line in the samples" for rule in sorted(unmarked)),
    ]


def _is_sample(place: Place) -> bool:
    return place[0].startswith(SAMPLES.relative_to(ROOT).as_posix())


def marks() -> Iterator[Place]:
    """Every marked line of the samples."""
    for path in sorted(SAMPLES.rglob("*.*")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            for rule in MARK.findall(line):
                yield path.relative_to(ROOT).as_posix(), number, rule


def rules() -> set[str]:
    """The names of all rules."""
    texts = (path.read_text(encoding="utf-8") for path in RULES.glob("*.yml"))
    return {name for text in texts for name in re.findall(r"(?m)^  - id: ([a-z-]+)$", text)}


if __name__ == "__main__":
    sys.exit(main())
