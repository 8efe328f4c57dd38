"""Reading the house's own source for the guards."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "chuan"

FLOORS = [
    {"rules"},
    {"law"},
    {"offers"},
    {"trail", "files", "search", "logs"},
    {"ui", "paper", "exchange"},
    {"people"},
    {"intake"},
    {"clocks"},
    {"processes"},
    {"corrections"},
    {"documents"},
    {"dossiers", "petitions", "workforce", "risks", "audits"},
    {"satisfaction"},
    {"objectives"},
    {"reviews"},
    {"conformity"},
    {"briefing"},
    {"upkeep"},
    {"sign_doing_cli"},
    {
        "oversight",
        "api",
        "backup_cli",
        "demo_exports",
        "intake_cli",
        "edxml_cli",
        "lint_cli",
        "search_cli",
        "doctor_cli",
        "sign_cli",
        "signature_cli",
    },
]
"""Lowest first (docs/map.md)."""


def modules(*folders: str) -> Iterator[tuple[Path, ast.Module]]:
    """Every Python file below the given rooms (all rooms when none is given), parsed; no migrations."""
    roots = [SOURCE / folder for folder in folders] or [SOURCE]
    for root in roots:
        for path in sorted(root.rglob("*.py")):
            if "migrations" not in path.parts:
                yield path, ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    """The path as a reader of the failure wants it."""
    return str(path.relative_to(ROOT))


def floor_of(room: str) -> int:
    """The number of the floor a room stands on; the roof (urls, cli, …) is above all."""
    return next((n for n, rooms in enumerate(FLOORS) if room in rooms), len(FLOORS))
