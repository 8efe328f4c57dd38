"""Who reads what is lacking, says why a clause does not apply, keeps a self-check, confirms that the system works.

Clauses and duties are read by everybody of the unit; what the rules found names people and their overdue work, so it is
read by who leads, keeps and audits the system (TCVN ISO 9001:2015, 5.3).
"""

from __future__ import annotations

from chuan.people.permissions import require_role
from chuan.people.roles import Role
from chuan.people.viewer import Viewer

HEADS = (Role.CHAIRMAN, Role.VICE_CHAIRMAN)

KEEPERS = (Role.ISO_SECRETARY, *HEADS)

READERS = (*KEEPERS, Role.ISO_BOARD, Role.AUDITOR, Role.INSPECTOR)


def may_read_checks(viewer: Viewer) -> bool:
    """Whether the viewer reads self-checks, live and kept."""
    return viewer.has(*READERS)


def require_read_checks(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless ``may_read_checks``."""
    require_role(viewer, *READERS)


def may_keep(viewer: Viewer) -> bool:
    """Whether the viewer keeps self-checks, says of clauses and duties."""
    return viewer.has(*KEEPERS)


def require_keep(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless ``may_keep``."""
    require_role(viewer, *KEEPERS)


def may_confirm(viewer: Viewer) -> bool:
    """Whether the viewer is the head, who confirms that the system works (19/2014/QĐ-TTg, Điều 4)."""
    return viewer.has(Role.CHAIRMAN) and viewer.official is not None


def require_confirm(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless the viewer is the Chairman."""
    require_role(viewer, Role.CHAIRMAN)
