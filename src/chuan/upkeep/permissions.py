"""Who sees to the upkeep of the house. ``may_*`` answers, ``require_*`` refuses with a sentence."""

from __future__ import annotations

from chuan.people.permissions import STAFF_KEEPERS, require_role
from chuan.people.viewer import Viewer


def may_see_system(viewer: Viewer) -> bool:
    """Whether the viewer may open the system page, have the house examined and put away."""
    return viewer.has(*STAFF_KEEPERS)


def require_see_system(viewer: Viewer) -> None:
    """Refuse unless ``may_see_system``."""
    require_role(viewer, *STAFF_KEEPERS)
