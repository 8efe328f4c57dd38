"""What the files that stand say of many dossiers: every version of their rows, read in a few statements."""

from __future__ import annotations

import json
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from chuan.dossiers.merging import Version
from chuan.intake.models import Import, OutsideRow

REGISTER = "dossiers"
BATCH = 500
"""How many codes are asked for in one statement."""

Versions = Mapping[str, Sequence[Version]]


def versions_of(
    unit_id: int, codes: Sequence[str], *, without: uuid.UUID | None = None
) -> dict[str, list[Version]]:
    """Versions of the rows of these codes whose imports stand, by code.

    ``without``: an import that is about to be withdrawn.
    """
    found: dict[str, list[Version]] = defaultdict(list)
    for start in range(0, len(codes), BATCH):
        for code, version in _read(unit_id, codes[start : start + BATCH], without):
            found[code].append(version)
    return found


def _read(unit_id: int, codes: Sequence[str], without: uuid.UUID | None) -> Iterable[tuple[str, Version]]:
    rows = OutsideRow.objects.filter(
        unit_id=unit_id,
        register=REGISTER,
        outside_code__in=codes,
        brought_by__status=Import.Status.COMMITTED,
    )
    if without is not None:
        rows = rows.exclude(brought_by__uid=without)
    told = rows.values_list(
        "outside_code", "source", "version", "fields", "after_due", "brought_by__committed_at"
    )
    for code, source, number, text, after_due, at in told.iterator(chunk_size=2000):
        assert at is not None  # a committed import has its moment (a constraint of the table)
        yield code, Version(source, number, json.loads(text) if text else None, at, after_due)
