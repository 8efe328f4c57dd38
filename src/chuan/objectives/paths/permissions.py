"""Who may plan the months of a target: whoever plans for the unit, and the owner of the objective, his own."""

from __future__ import annotations

from django.utils.translation import gettext as _

from chuan.objectives.models import Objective, Plan
from chuan.objectives.permissions import PLANNERS, owner_of, owns, require_own_unit
from chuan.people.permissions import require_role
from chuan.people.viewer import Viewer
from chuan.rules import refusals


def may_set(viewer: Viewer, plan: Plan, objective: Objective) -> bool:
    """Whether the viewer may set the path of a target under this objective of a standing plan."""
    if plan.status != Plan.Status.STANDING or viewer.unit.pk != plan.owner_unit_id:
        return False
    return viewer.has(*PLANNERS) or owns(viewer, objective)


def require_setter(viewer: Viewer, plan: Plan, objective: Objective) -> None:
    """Refuse unless ``may_set``: naming the owner where there is one, else those who may. State is the action's."""
    require_own_unit(viewer, plan.owner_unit_id)
    if viewer.has(*PLANNERS) or owns(viewer, objective):
        return
    if owner := owner_of(objective):
        raise refusals.NotYours(thing=_("Mục tiêu “%(name)s”") % {"name": objective.name}, owner=owner)
    require_role(viewer, *PLANNERS)
