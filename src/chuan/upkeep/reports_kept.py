"""The last report and other small facts about health: files beside the data, not rows in it.

A broken or full database must not keep the doctor from saying so, and a restored one must not bring back
an old verdict.
"""

from __future__ import annotations

import json
import os
import tempfile
import uuid
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from chuan.offers.examinations import Finding, Grade
from chuan.upkeep.doctor import Examined, Report

REPORT, POINTS, ASKED = "report.json", "trail-points.json", "asked"


def folder() -> Path:
    """Where these files lie; made when it is not there."""
    place = Path(settings.HEALTH_DIR)
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    return place


def keep(report: Report) -> None:
    """Keep the report as the last one. A disk that cannot be written has been found already."""
    _write(REPORT, as_json(report))


def last() -> Report | None:
    """The last report kept; None where there is none or it cannot be read."""
    raw = _read(REPORT)
    try:
        return _report(raw) if raw else None
    except (KeyError, TypeError, ValueError):
        return None


def as_json(report: Report) -> dict[str, Any]:
    """The report for machines: ``chuan doctor --json``."""
    return {
        "at": report.at.isoformat(),
        "full": report.full,
        "grade": report.grade.value,
        "examined": [
            {
                "key": one.key,
                "title": one.title,
                "grade": one.grade.value,
                "ms": one.ms,
                "findings": [_finding_as_json(found) for found in one.findings],
            }
            for one in report.examined
        ],
    }


def points() -> dict[str, tuple[int, str]]:
    """For each chain of the trail, up to which line it was found whole, and that line's hash."""
    raw = _read(POINTS)
    try:
        return {chain: (int(seq), str(found)) for chain, (seq, found) in (raw or {}).items()}
    except (AttributeError, TypeError, ValueError):
        return {}


def keep_points(found: dict[str, tuple[int, str]]) -> None:
    """Remember how far each chain was found whole."""
    _write(POINTS, found)


def _finding_as_json(found: Finding) -> dict[str, Any]:
    unit = str(found.unit_uid) if found.unit_uid else None
    return {
        "grade": found.grade.value, "sentence": str(found.sentence), "mend": str(found.mend),
        "address": found.address, "unit": unit,
    }  # fmt: skip


def _report(raw: dict[str, Any]) -> Report:
    return Report(
        at=datetime.fromisoformat(raw["at"]),
        full=bool(raw["full"]),
        examined=tuple(
            Examined(one["key"], one["title"], tuple(_finding(f) for f in one["findings"]), int(one["ms"]))
            for one in raw["examined"]
        ),
    )


def _finding(raw: dict[str, Any]) -> Finding:
    unit = uuid.UUID(raw["unit"]) if raw["unit"] else None
    return Finding(Grade(raw["grade"]), raw["sentence"], raw["mend"], raw["address"], unit)


def _read(name: str) -> Any:
    try:
        return json.loads((folder() / name).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _write(name: str, what: Any) -> None:
    """Whole or not at all; a disk that refuses is left to the examination of the disk."""
    try:
        handle, temporary = tempfile.mkstemp(dir=folder(), prefix=".new-")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(what, file, ensure_ascii=False)
        os.replace(temporary, folder() / name)
    except OSError:
        return
