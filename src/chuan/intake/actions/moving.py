"""The one way an import goes from one status to the next: as its table says, and only if nobody was quicker."""

from __future__ import annotations

from typing import Any

from chuan.intake.models import Import
from chuan.intake.refusals import TakenMeanwhile
from chuan.rules.lifecycles import IMPORT


def moved(imported: Import, verb: str, **columns: Any) -> Import:
    """Give the import its next status and these columns, in one statement.

    Raises WrongMove where the table has no such move, TakenMeanwhile when its status changed since it was loaded.
    """
    was = imported.status
    columns["status"] = IMPORT.next(was, verb)
    if not Import.objects.filter(pk=imported.pk, status=was).update(**columns):
        imported.refresh_from_db()
        raise TakenMeanwhile(status=str(imported.get_status_display()))
    for name, value in columns.items():
        setattr(imported, name, value)
    return imported
