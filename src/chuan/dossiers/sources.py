"""What the files that stand say of many dossiers: every version of their rows, read in a few statements."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence

from chuan.dossiers.merging import DATES, Values, Version
from chuan.intake.keys import field_of, unpacked
from chuan.intake.versions import Told, counted

REGISTER = "dossiers"


def versions_of(
    unit_ids: Collection[int], codes: Sequence[str], *, without: uuid.UUID | None = None
) -> dict[str, list[Version]]:
    """Versions of the rows of these codes whose imports stand, by code.

    Of each source the last one holds all its values; of the ones before it only the dates matter (``merge``) and
    are read. ``without``: an import that is about to be withdrawn.
    """
    found = counted(unit_ids, REGISTER, codes, without=without)
    return {code: _versions(told) for code, told in found.items()}


def _versions(told: Sequence[Told]) -> list[Version]:
    inorder = sorted(told, key=lambda one: (one.recorded_at, one.version))
    last = {one.source: one for one in inorder}
    return [
        Version(one.source, one.version, _values(one, whole=one is last[one.source]), one.recorded_at)
        for one in inorder
    ]


def _values(told: Told, *, whole: bool) -> Values | None:
    if whole or not told.text:
        return unpacked(told.text)
    return {name: value for name in DATES if (value := field_of(told.text, name))}
