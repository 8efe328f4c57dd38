"""Who chooses which figures the public reads: whoever may publish."""

from __future__ import annotations

from chuan.objectives.permissions import require_own_unit
from chuan.people.permissions import STAFF_KEEPERS, require_role
from chuan.people.viewer import Viewer


def may_choose_public(viewer: Viewer, unit_id: int) -> bool:
    """Whether the viewer chooses for this unit: its head, or the keeper of the house."""
    return viewer.unit.pk == unit_id and viewer.has(*STAFF_KEEPERS)


def require_choose_public(viewer: Viewer, unit_id: int) -> None:
    """Refuse unless ``may_choose_public``."""
    require_own_unit(viewer, unit_id)
    require_role(viewer, *STAFF_KEEPERS)
