"""Who may plan and who may put figures in. State and completeness are decided by the actions."""

from __future__ import annotations

from django.utils.translation import gettext as _

from chuan.objectives.models import Indicator, Objective, Plan
from chuan.people.permissions import require_role
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.rules import refusals

PLANNERS = (Role.CHAIRMAN, Role.VICE_CHAIRMAN, Role.OFFICE_CLERK, Role.ISO_SECRETARY)
"""They give objectives to officials and confirm proposals (ISO 9001:2015, 5.3 and 6.2.2)."""

RECORDERS = (Role.OFFICE_CLERK, Role.ISO_SECRETARY)
"""They may put in any figure of the unit; owners put in their own."""


def require_planner(viewer: Viewer, plan: Plan) -> None:
    """Refuse unless the viewer plans for the unit that answers for the plan."""
    require_own_unit(viewer, plan.owner_unit_id)
    require_role(viewer, *PLANNERS)


def may_record(viewer: Viewer, objective: Objective | None) -> bool:
    """Whether the viewer may put in figures of an indicator promised under this objective."""
    return viewer.has(*RECORDERS) or (objective is not None and owns(viewer, objective))


def require_recorder(viewer: Viewer, indicator: Indicator, objective: Objective | None) -> None:
    """Refuse unless ``may_record``: naming the owner where there is one, else those who may."""
    require_own_unit(viewer, indicator.unit_id)
    if may_record(viewer, objective):
        return
    owner = owner_of(objective)
    if owner:
        raise refusals.NotYours(thing=_("Chỉ tiêu “%(name)s”") % {"name": indicator.name}, owner=owner)
    require_role(viewer, *RECORDERS)


def require_own_unit(viewer: Viewer, unit_id: int) -> None:
    """Writes go to the unit that owns the thing; anything else does not exist for the viewer."""
    if viewer.unit.pk != unit_id:
        raise refusals.NotFound(thing=_("chỉ tiêu này"))


def owns(viewer: Viewer, objective: Objective) -> bool:
    """Whether the objective was given to the viewer by name, or to a post the viewer holds today."""
    if objective.owner_official_id is not None:
        return viewer.official is not None and objective.owner_official_id == viewer.official.pk
    if objective.owner_post_id is not None:
        return objective.owner_post_id in viewer.post_ids
    return objective.parent is not None and owns(viewer, objective.parent)


def owner_of(objective: Objective | None) -> str:
    """Who answers, as shown: the official's name, else the post's title, else the parent's owner, else ""."""
    if objective is None:
        return ""
    if objective.owner_official is not None:
        return objective.owner_official.name
    if objective.owner_post is not None:
        return objective.owner_post.title
    return owner_of(objective.parent)
