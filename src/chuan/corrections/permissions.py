"""Who raises, who works on it, who judges and closes. Everybody of the unit reads the register."""

from __future__ import annotations

from django.utils.translation import gettext as _

from chuan.corrections.models import CorrectiveAction, Nonconformity
from chuan.people.permissions import require_role
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotAllowed, NotYours

KEEPERS = (Role.ISO_SECRETARY, Role.CHAIRMAN, Role.VICE_CHAIRMAN)
"""They analyse, plan, judge and close; who does an action is the official it was given to."""

JUDGES = (*KEEPERS, Role.AUDITOR)
"""They say whether it worked."""


def may_raise(viewer: Viewer) -> bool:
    """Any official of the unit: who sees that something is wrong says so."""
    return viewer.official is not None


def require_raise(viewer: Viewer, source: str = "") -> None:
    """Raises ``NotAllowed`` unless ``may_raise``; what an inspector's minutes name is raised when he closes them."""
    by_inspector = viewer.guest is not None and source == Nonconformity.Source.INSPECTION.value
    if not (may_raise(viewer) or by_inspector):
        raise NotAllowed(who=_("cán bộ của đơn vị"))


def may_keep(viewer: Viewer) -> bool:
    """Whether the viewer works on nonconformities."""
    return viewer.has(*KEEPERS)


def require_keep(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless ``may_keep``."""
    require_role(viewer, *KEEPERS)


def may_judge(viewer: Viewer) -> bool:
    """Whether the viewer says what the effect was."""
    return viewer.has(*JUDGES)


def require_judge(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless ``may_judge``."""
    require_role(viewer, *JUDGES)


def may_do(viewer: Viewer, action: CorrectiveAction) -> bool:
    """Whether the viewer says that an action is done: its owner, or who works on the matter."""
    own = viewer.official is not None and viewer.official.pk == action.owner_id
    return own or may_keep(viewer)


def require_do(viewer: Viewer, action: CorrectiveAction) -> None:
    """Raises ``NotYours`` unless ``may_do``."""
    if not may_do(viewer, action):
        raise NotYours(thing=_("Hành động này"), owner=action.owner.name)
