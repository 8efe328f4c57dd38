"""Who may put in the totals of the months before the start."""

from __future__ import annotations

from chuan.objectives.models import Plan
from chuan.objectives.permissions import RECORDERS, require_own_unit
from chuan.people.permissions import require_role
from chuan.people.viewer import Viewer


def require_starter(viewer: Viewer, plan: Plan) -> None:
    """Refuse unless the viewer plans and records for the unit: the office clerk or the ISO secretary."""
    require_own_unit(viewer, plan.owner_unit_id)
    require_role(viewer, *RECORDERS)
