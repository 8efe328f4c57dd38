"""``make test``: the suite on SQLite, then on PostgreSQL, then the journeys in a real Chromium.

What is missing is installed from Debian's packages where that is allowed; what could not be run is said
loudly, and is a failure when CI=true.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from throwaway_postgres import PostgresUnavailable, throwaway_postgres

ROOT = Path(__file__).resolve().parents[1]
IN_CI = os.environ.get("CI") == "true"
WITHOUT_DATABASE = (
    "rules", "guards", "exchange", "law", "edxml", "paper", "signatures", "signing/test_authority.py",
    "signing/test_levels.py", "signing/test_signing.py", "signing/test_token.py", "search/test_folding.py",
    "intake/test_processes.py", "intake/reading", "intake/test_demo_exports.py", "journeys", "offers",
    "objectives/test_catalogue.py", "serving/test_serve.py", "upkeep/test_schema.py",
)  # fmt: skip
"""Tests that touch no database, or bring a SQLite file of their own: once is enough. What else of the suite asks for
no database is left out by itself (CHUAN_TESTS_ONLY, tests/conftest.py); these are not even read a second time."""
PAGES_OF = (
    "audits", "briefing", "clocks", "conformity", "corrections", "documents", "dossiers", "handing", "intake",
    "objectives", "people_room", "petitions", "processes", "reviews", "risks", "workforce",
)  # fmt: skip
"""Rooms whose pages are tried on SQLite only: what they ask the database for (lists, reports, actions) is tried on
both, and most of a page's test is reading its HTML. It keeps the run short on two cores."""
DRAWN = (
    "ui", "cli", "upkeep/test_bad_archives.py", "upkeep/test_schedule.py", "files/test_sealing.py", "signing",
    "intake/test_bad_files.py", "people_room/test_oidc.py", "people_room/test_totp.py", "people_room/test_passkeys.py",
    "people_room/test_passwords.py", "people_room/test_sign_in.py", "people_room/test_door.py",
    "people_room/test_bar.py", "search/test_page.py",
)  # fmt: skip
"""Parts, commands, doors, keys: they ask for next to nothing that one database would answer otherwise."""
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first that is there: the shell is the same browser without windows of its own, for half the work."""


def main() -> int:
    """Run every part; 0 when all that had to run is green."""
    install_missing()
    parts: list[tuple[str, Callable[[], bool | None]]] = [
        ("SQLite", on_sqlite),
        ("PostgreSQL", on_postgresql),
        ("Chromium", in_browser),
    ]
    results = {}
    with tempfile.TemporaryDirectory(prefix="chuan-prepared-") as shared:
        os.environ["CHUAN_TESTS_PREPARED"] = shared  # made once for all parts (tests/prepared.py)
        for name, part in parts:
            print(f"\n=== {name} ===", flush=True)
            started = time.monotonic()
            results[name] = (part(), time.monotonic() - started)
    return report(results)


PROGRAMS = {
    "softhsm2-util": ("softhsm2",), "pdfsig": ("poppler-utils",), "tesseract": ("tesseract-ocr", "tesseract-ocr-vie"),
}  # fmt: skip
"""Programs that tests of signatures and scans use, with their packages; without one a test skips, in CI it fails."""


def on_sqlite() -> bool:
    """The whole suite but the browser journeys."""
    return pytest("-m", "not browser", *workers())


def on_postgresql() -> bool | None:
    """What talks to the database again, on a throw-away PostgreSQL cluster; None when there is none to be had."""
    with ExitStack() as stack:
        try:
            url = stack.enter_context(throwaway_postgres())
        except PostgresUnavailable as unavailable:
            print(f"PostgreSQL: {unavailable}")
            return None
        apart = [f"--ignore={place}" for place in left_to_sqlite()]
        only = {"DATABASE_URL": url, "CHUAN_TESTS_ONLY": "database"}
        return pytest("-m", "not browser", *apart, *workers(), **only)


def left_to_sqlite() -> list[str]:
    """Folders and files that are not run a second time on PostgreSQL."""
    places = [f"tests/{place}" for place in (*WITHOUT_DATABASE, *DRAWN)]
    for room in PAGES_OF:
        files = (ROOT / "tests" / room).rglob("*.py")
        places += [
            str(one.relative_to(ROOT)) for one in files if "page" in one.name or one.parent.name == "pages"
        ]
    return [place for place in places if not place.endswith(("__init__.py", "conftest.py"))]


def in_browser() -> bool | None:
    """The journeys; None when no Chromium is to be had."""
    if (path := browser()) is None:
        return None
    return pytest("-m", "browser", *workers(), CHUAN_BROWSER=path)


def browser() -> str | None:
    """Path of an installed Chromium, or None."""
    given = os.environ.get("CHUAN_BROWSER")
    return given or next((path for name in BROWSERS if (path := shutil.which(name))), None)


def postgres_there() -> bool:
    """Whether a PostgreSQL server is installed."""
    return bool(list(Path("/usr/lib/postgresql").glob("*/bin/initdb"))) or shutil.which("initdb") is not None


def workers() -> list[str]:
    """Three test processes on two cores: each waits for its disk, its server or its browser a third of its time."""
    return ["-n", str(3 if (os.cpu_count() or 1) > 1 else 1), "--dist", "loadfile", "--no-loadscope-reorder"]


def install_missing() -> None:
    """Everything the parts need, before they begin."""
    for program, packages in PROGRAMS.items():
        if shutil.which(program) is None:
            install(*packages)
    if not postgres_there():
        install("postgresql")
    if shutil.which(BROWSERS[0]) is None:
        install(BROWSERS[0])
    if browser() is None:
        install("chromium")


def install(*packages: str) -> None:
    """Install Debian packages where that is possible; silence is not an error, absence is seen later."""
    if shutil.which("apt-get") is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        print(f"Không cài được gói {', '.join(packages)} ở máy này (cần apt-get và quyền quản trị).")
        return
    quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, "stdout": subprocess.DEVNULL}
    subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)
    subprocess.run(["apt-get", "install", "-y", "-qq", *packages], check=False, **quiet)


def pytest(*arguments: str, **environment: str) -> bool:
    """Run pytest with a data folder of its own; True when it is green."""
    with tempfile.TemporaryDirectory(prefix="chuan-tests-") as folder:
        env = {**os.environ, "CHUAN_DATA": folder, "CHUAN_SECRET_KEY": "tests-only", **environment}
        command = [sys.executable, "-m", "pytest", "-q", *arguments]
        return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode == 0


def report(results: dict[str, tuple[bool | None, float]]) -> int:
    """Print what ran, what did not, and decide."""
    print("\n=== Kết quả ===")
    words = {True: "đạt", False: "KHÔNG ĐẠT", None: "KHÔNG CHẠY ĐƯỢC PHẦN NÀY"}
    for name, (result, seconds) in results.items():
        print(f"{name:<12}{words[result]}  ({seconds:.0f} giây)")
    outcomes = [result for result, _ in results.values()]
    failed = False in outcomes or (IN_CI and None in outcomes)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
