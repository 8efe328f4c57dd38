"""Who keeps context, parties and risks. Everybody of the unit reads them, and may name a risk or an opportunity."""

from __future__ import annotations

from chuan.people.permissions import in_words, require_role
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.risks.models import Risk, RiskAction
from chuan.rules.refusals import NotAllowed

KEEPERS = (Role.ISO_SECRETARY, Role.CHAIRMAN, Role.VICE_CHAIRMAN)
LEADERS = (Role.CHAIRMAN, Role.VICE_CHAIRMAN)


def may_keep(viewer: Viewer) -> bool:
    """Whether the viewer writes context, parties, the scale, and every risk."""
    return viewer.has(*KEEPERS)


def require_keep(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless ``may_keep``."""
    require_role(viewer, *KEEPERS)


def leads(viewer: Viewer) -> bool:
    """Whether the viewer may accept what has to be treated."""
    return viewer.has(*LEADERS)


def may_note(viewer: Viewer) -> bool:
    """Whether the viewer may name a risk: any official of the unit, for who does the work sees it first."""
    return viewer.official is not None


def require_note(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless ``may_note``."""
    if not may_note(viewer):
        raise NotAllowed(who="cán bộ của đơn vị")


def may_work(viewer: Viewer, risk: Risk) -> bool:
    """Whether the viewer scores, treats and plans it: who keeps the register, and who answers for this risk."""
    if may_keep(viewer):
        return True
    if viewer.official is None:
        return False
    if risk.owner_official_id is not None:
        return risk.owner_official_id == viewer.official.pk
    return risk.owner_post_id in viewer.post_ids


def require_work(viewer: Viewer, risk: Risk) -> None:
    """Raises ``NotAllowed`` unless ``may_work``."""
    if not may_work(viewer, risk):
        raise NotAllowed(who=f"{in_words(*KEEPERS)} hoặc người phụ trách rủi ro này")


def may_do(viewer: Viewer, action: RiskAction) -> bool:
    """Whether the viewer says that an action is done: who was given it, and who works on its risk."""
    own = viewer.official is not None and action.owner_id == viewer.official.pk
    return own or may_work(viewer, action.risk)


def require_do(viewer: Viewer, action: RiskAction) -> None:
    """Raises ``NotAllowed`` unless ``may_do``."""
    if not may_do(viewer, action):
        raise NotAllowed(who=f"{in_words(*KEEPERS)} hoặc người được giao việc này")
