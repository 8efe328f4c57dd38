"""A new code in place of a lost receipt."""

from __future__ import annotations

from datetime import datetime

from chuan.people.viewer import Viewer
from chuan.petitions.actions.recording import step
from chuan.petitions.models import Petition
from chuan.petitions.permissions import require_keep, require_seen
from chuan.petitions.receiving.codes import kept, new_code


def renew_receipt(petition: Petition, *, by: Viewer, at: datetime) -> str:
    """Give the petition another code; the one before opens nothing any more. Told once, kept nowhere."""
    require_keep(by)
    require_seen(by, petition)
    code = new_code()
    with step(petition, "receipt", by=by, at=at) as doing:
        doing.petition.receipt = kept(code)
        doing.petition.save(update_fields=["receipt"])
    return code
