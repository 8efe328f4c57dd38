"""Which scan of a petition is being marked now; one whose hours are over is destroyed on the way."""

from __future__ import annotations

from datetime import datetime

from chuan.people.viewer import Viewer
from chuan.petitions.actions.redacting import expire
from chuan.petitions.models import Petition, Redaction, WorkingCopy
from chuan.petitions.refusals_redacting import ScanGone


def standing_scan(petition: Petition, *, at: datetime) -> WorkingCopy | None:
    """The scan of the petition that is being marked, whoever marks it."""
    rows = WorkingCopy.objects.select_related("by", "sealed__blob", "petition__owner_unit")
    found = rows.filter(petition=petition).first()
    if found is not None and found.expires_at <= at:
        expire(found, at=at)
        return None
    return found


def own_scan(petition: Petition, viewer: Viewer, *, at: datetime) -> WorkingCopy:
    """The scan that the viewer marks himself. Raises ``ScanGone``."""
    found = standing_scan(petition, at=at)
    if found is None or viewer.official is None or found.by_id != viewer.official.pk:
        raise ScanGone()
    return found


def copies_of(petition: Petition) -> list[Redaction]:
    """Every covered copy of a petition, the newest first."""
    rows = Redaction.objects.filter(petition=petition).select_related("by", "confirmed_by", "withdrawn_by")
    return list(rows.order_by("-number"))
