"""What the files that stand say of many dossiers: every version of their rows, read in a few statements."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from chuan.dossiers.merging import Version
from chuan.intake.versions import histories

REGISTER = "dossiers"


def versions_of(
    unit_id: int, codes: Sequence[str], *, without: uuid.UUID | None = None
) -> dict[str, list[Version]]:
    """Versions of the rows of these codes whose imports stand, by code.

    ``without``: an import that is about to be withdrawn.
    """
    return {
        code: [
            Version(one.source, one.version, one.values, one.recorded_at)
            for one in seen
            if not one.withdrawn and one.import_uid != without
        ]
        for code, seen in histories([unit_id], REGISTER, codes).items()
    }
