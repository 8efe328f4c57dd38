"""After a procedure's time changes: the dossiers of that procedure are counted anew."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from chuan.dossiers.models import Dossier
from chuan.dossiers.procedures.types import national_code
from chuan.dossiers.rebuilding import rebuild
from chuan.people.models import Unit

_CHUNK = 500


def recount(unit: Unit, codes: Sequence[str], *, at: datetime) -> int:
    """Reckon the due days of the unit's dossiers of these procedures again; returns how many were looked at.

    It works after the act that changed the procedure: reckoning thousands of dossiers takes longer than other
    writers should wait.
    """
    spelt = spellings(unit, codes)
    ids = [
        pk for start in range(0, len(spelt), _CHUNK) for pk in _dossiers(unit, spelt[start : start + _CHUNK])
    ]
    if ids:
        write = rebuild(unit, ids, why="procedure", at=at)
        with transaction.atomic():
            write()
    return len(ids)


def spellings(unit: Unit, codes: Sequence[str]) -> list[str]:
    """The ways in which the unit's dossiers write these codes: some systems add the province's tail."""
    wanted = set(codes)
    written = Dossier.objects.filter(owner_unit=unit).order_by().values_list("procedure_code", flat=True)
    return sorted(code for code in written.distinct() if national_code(code) in wanted)


def _dossiers(unit: Unit, codes: Sequence[str]) -> list[int]:
    rows = Dossier.objects.filter(owner_unit=unit, procedure_code__in=codes)
    return list(rows.order_by("pk").values_list("pk", flat=True))
