"""Who keeps a trial and who puts one away. Trying itself keeps nothing: whoever may see the plan may try."""

from __future__ import annotations

from chuan.objectives.models import KeptTrial
from chuan.objectives.permissions import PLANNERS
from chuan.people.viewer import Viewer


def may_keep(viewer: Viewer, unit_id: int) -> bool:
    """Whether the viewer keeps trials of this unit's plans: any of its officials."""
    return viewer.official is not None and viewer.unit.pk == unit_id


def may_put_away(viewer: Viewer, trial: KeptTrial) -> bool:
    """Whether the viewer puts it away and brings it back: whoever kept it, or who plans for the unit."""
    own = may_keep(viewer, trial.target.objective.plan.owner_unit_id)
    return own and (trial.by_id == (viewer.official.pk if viewer.official else None) or viewer.has(*PLANNERS))
