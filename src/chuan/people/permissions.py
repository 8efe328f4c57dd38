"""Who may do what among people and in the trail. ``may_*`` answers, ``require_*`` refuses with a sentence."""

from __future__ import annotations

from django.utils.translation import gettext as _

from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.rules import refusals

STAFF_KEEPERS = (Role.CHAIRMAN, Role.ADMINISTRATOR)
"""They add officials, issue accounts, appoint, and grant or withdraw roles."""

TRAIL_READERS = (Role.CHAIRMAN, Role.ISO_SECRETARY, Role.AUDITOR, Role.ADMINISTRATOR)
"""They read the trail with its before and after (ISO 9001:2015, 7.5.3 and 9.2: kept, and open to audit)."""


def require_role(viewer: Viewer, *roles: Role) -> None:
    """Refuse with ``NotAllowed`` naming who may, unless the viewer holds one of the roles today."""
    if not viewer.has(*roles):
        raise refusals.NotAllowed(who=in_words(*roles))


def in_words(*roles: Role) -> str:
    """ "Chủ tịch hoặc Quản trị"."""
    return _(" hoặc ").join(str(role.label) for role in roles)


def may_keep_staff(viewer: Viewer) -> bool:
    """Whether the viewer may change who is in the unit and what each may do."""
    return viewer.has(*STAFF_KEEPERS)


def require_keep_staff(viewer: Viewer) -> None:
    """Refuse unless ``may_keep_staff``."""
    require_role(viewer, *STAFF_KEEPERS)


def may_read_trail(viewer: Viewer) -> bool:
    """Whether the viewer may open the trail of the unit."""
    return viewer.has(*TRAIL_READERS)


def require_read_trail(viewer: Viewer) -> None:
    """Refuse unless ``may_read_trail``."""
    require_role(viewer, *TRAIL_READERS)
