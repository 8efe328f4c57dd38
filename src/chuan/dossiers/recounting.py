"""After a procedure's time changes: the dossiers of that procedure are counted anew."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from chuan.dossiers.models import Dossier
from chuan.dossiers.rebuilding import rebuild
from chuan.people.models import Unit

_CHUNK = 500


def recount(unit: Unit, codes: Sequence[str], *, at: datetime) -> int:
    """Reckon the due days of the unit's dossiers of these procedures again; returns how many were looked at.

    It works after the act that changed the procedure: reckoning thousands of dossiers takes longer than other
    writers should wait.
    """
    ids = [
        pk for start in range(0, len(codes), _CHUNK) for pk in _dossiers(unit, codes[start : start + _CHUNK])
    ]
    if ids:
        write = rebuild(unit, ids, why="procedure", at=at)
        with transaction.atomic():
            write()
    return len(ids)


def _dossiers(unit: Unit, codes: Sequence[str]) -> list[int]:
    rows = Dossier.objects.filter(owner_unit=unit, procedure_code__in=codes)
    return list(rows.order_by("pk").values_list("pk", flat=True))
