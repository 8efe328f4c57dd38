"""Who calls a review, writes it and signs it; who reads it. ``may_*`` answers, ``require_*`` refuses.

What the leadership looked at is evidence for whoever audits (9.3.3), and for those who were called; a decision is read
by whom it was given to.
"""

from __future__ import annotations

from django.utils.translation import gettext as _

from chuan.people.models import RoleGrant
from chuan.people.permissions import require_role
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.reviews.models import Resolution, Review
from chuan.rules.refusals import NotAllowed, NotFound

HEADS = (Role.CHAIRMAN, Role.VICE_CHAIRMAN)
"""They chair and sign."""

KEEPERS = (Role.ISO_SECRETARY, *HEADS)
"""They call a review, collect its inputs, write the meeting and what was decided."""

READERS = (*KEEPERS, Role.ISO_BOARD, Role.AUDITOR, Role.INSPECTOR)


def may_read_all(viewer: Viewer) -> bool:
    """Whether the viewer reads every review of the unit."""
    return viewer.has(*READERS)


def may_keep(viewer: Viewer) -> bool:
    """Whether the viewer calls and writes reviews."""
    return viewer.has(*KEEPERS)


def require_keep(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless ``may_keep``."""
    require_role(viewer, *KEEPERS)


def require_own(viewer: Viewer, review: Review) -> None:
    """Raises ``NotAllowed``, and ``NotFound`` for a review of another unit: a unit that is over is only read."""
    require_keep(viewer)
    if review.owner_unit_id != viewer.unit.pk:
        raise NotFound(thing=_("cuộc xem xét này"))


def may_sign(viewer: Viewer, chair_id: int) -> bool:
    """Whether the viewer leads the unit today and chaired; where who chaired leads no more, any head does."""
    if not viewer.has(*HEADS) or viewer.official is None:
        return False
    return viewer.official.pk == chair_id or not _leads(viewer, chair_id)


def _leads(viewer: Viewer, official_id: int) -> bool:
    roles = [one.value for one in HEADS]
    return (
        RoleGrant.objects.on(viewer.on)
        .filter(unit=viewer.unit, official=official_id, role__in=roles)
        .exists()
    )


def may_settle(viewer: Viewer, resolution: Resolution) -> bool:
    """Whether the viewer says that a decision is done: its owner, or who keeps reviews."""
    mine = viewer.official is not None and viewer.official.pk == resolution.owner_id
    return resolution.review.owner_unit_id == viewer.unit.pk and (mine or may_keep(viewer))


def require_settle(viewer: Viewer, resolution: Resolution) -> None:
    """Raises ``NotAllowed`` unless ``may_settle``."""
    if not may_settle(viewer, resolution):
        raise NotAllowed(who=_("người được giao việc này, Thư ký ISO hoặc lãnh đạo"))
