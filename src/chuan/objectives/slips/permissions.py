"""Who sees who is behind, reminds, and takes the sheet to the Monday meeting: whoever plans the unit's objectives."""

from __future__ import annotations

from chuan.objectives.permissions import PLANNERS
from chuan.people.permissions import require_role
from chuan.people.viewer import Viewer


def may_remind(viewer: Viewer) -> bool:
    """Whether the viewer sees who is behind."""
    return viewer.has(*PLANNERS)


def require_reminder(viewer: Viewer) -> None:
    """Refuse unless ``may_remind``."""
    require_role(viewer, *PLANNERS)
