"""Who writes down the processes. Everybody of the unit reads them: they say who answers for what."""

from __future__ import annotations

from chuan.people.permissions import require_role
from chuan.people.roles import Role
from chuan.people.viewer import Viewer

KEEPERS = (Role.ISO_SECRETARY, Role.CHAIRMAN)


def may_keep(viewer: Viewer) -> bool:
    """Whether the viewer writes the list of processes."""
    return viewer.has(*KEEPERS)


def require_keep(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless ``may_keep``."""
    require_role(viewer, *KEEPERS)
