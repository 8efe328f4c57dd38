"""Who plans audits, who does them, who reads what was found. ``may_*`` answers, ``require_*`` refuses.

The programme and the days of an audit are everybody's of the unit to know; what a team writes is its own and the
readers' until it is reported (TCVN ISO 9001:2015, 9.2.2 d), and the findings are then everybody's to mend.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from chuan.audits.refusals import NotOfTheTeam
from chuan.people.permissions import require_role
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound

if TYPE_CHECKING:
    from chuan.audits.models import Audit

KEEPERS = (Role.ISO_SECRETARY,)
"""They keep the programme, plan audits, choose teams."""

APPROVERS = (Role.CHAIRMAN, Role.VICE_CHAIRMAN)
"""They approve the programme of a year."""

READERS = (Role.ISO_SECRETARY, Role.ISO_BOARD, Role.AUDITOR, *APPROVERS, Role.INSPECTOR)
"""They see what a team writes while it works."""


def may_keep(viewer: Viewer) -> bool:
    """Whether the viewer plans audits and chooses teams."""
    return viewer.has(*KEEPERS)


def require_keep(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless ``may_keep``."""
    require_role(viewer, *KEEPERS)


def may_approve(viewer: Viewer) -> bool:
    """Whether the viewer approves the programme."""
    return viewer.has(*APPROVERS)


def require_approve(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless ``may_approve``."""
    require_role(viewer, *APPROVERS)


def is_on_team(audit: Audit, viewer: Viewer) -> bool:
    """Whether the viewer is of the team today; one statement."""
    if viewer.official is None:
        return False
    return audit.team.filter(official=viewer.official, left_at__isnull=True).exists()


def may_work(audit: Audit, viewer: Viewer) -> bool:
    """Whether the viewer writes for the team: its members; who keeps the audits where somebody from outside audits."""
    if audit.owner_unit_id != viewer.unit.pk:
        return False
    if is_on_team(audit, viewer):
        return True
    outside = audit.team.filter(official__isnull=True, left_at__isnull=True)
    return may_keep(viewer) and outside.exists()


def may_prepare(audit: Audit, viewer: Viewer) -> bool:
    """Whether the viewer draws samples and adds questions: the team and who keeps the audits, before the report."""
    if audit.owner_unit_id != viewer.unit.pk or audit.status not in ("planned", "announced", "under_way"):
        return False
    return may_keep(viewer) or may_work(audit, viewer)


def require_work(audit: Audit, viewer: Viewer, *, keeper_too: bool = False) -> None:
    """Raises ``NotFound`` where the sheets are not the viewer's to see, ``NotOfTheTeam`` where he only reads them.

    ``keeper_too``: whoever keeps the audits prepares it as well (questions, samples).
    """
    require_read_work(audit, viewer)
    keeps = keeper_too and may_keep(viewer) and audit.owner_unit_id == viewer.unit.pk
    if not keeps and not may_work(audit, viewer):
        raise NotOfTheTeam()


def may_read_work(audit: Audit, viewer: Viewer) -> bool:
    """Whether the viewer sees checklist and samples."""
    return viewer.has(*READERS) or is_on_team(audit, viewer)


def require_read_work(audit: Audit, viewer: Viewer) -> None:
    """Raises ``NotFound`` unless ``may_read_work``: to others the sheets are not there."""
    if not may_read_work(audit, viewer):
        raise NotFound(thing=_("phiếu đánh giá này"))


def require_own(unit_id: int, viewer: Viewer, thing: str) -> None:
    """Raises ``NotFound`` for a thing of another unit: reads span predecessors, writes do not."""
    if unit_id != viewer.unit.pk:
        raise NotFound(thing=thing)
