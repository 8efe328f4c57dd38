"""Who may take which step of an assessment. Nobody assesses, decides or writes down his own."""

from __future__ import annotations

from django.utils.translation import gettext as _

from chuan.people.permissions import require_role
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound
from chuan.workforce import refusals_ranking as refusals
from chuan.workforce.models import Assessment, RankingRound
from chuan.workforce.permissions import HEADS, require_keep


def is_own(viewer: Viewer, assessment: Assessment) -> bool:
    """Whether it is the viewer's own ranking."""
    return viewer.official is not None and viewer.official.pk == assessment.official_id


def require_own_unit(by: Viewer, round_: RankingRound) -> None:
    """Raises ``NotFound`` for a round of another unit: rounds of units that are over are only read."""
    if round_.unit_id != by.unit.pk:
        raise NotFound(thing=_("kỳ xếp loại này"))


def require_himself(by: Viewer, assessment: Assessment) -> None:
    """Raises ``NotFound``, ``NotOwnAssessment`` unless it is his own."""
    require_own_unit(by, assessment.round)
    if not is_own(by, assessment):
        raise refusals.NotOwnAssessment(name=assessment.official.name)


def require_head(by: Viewer, assessment: Assessment) -> None:
    """Raises ``NotAllowed``, ``NotFound``, ``OwnAssessment``, ``RankedAbove`` unless he may assess this official."""
    require_role(by, *HEADS)
    _require_other(by, assessment)
    if assessment.above:
        raise refusals.RankedAbove(name=assessment.official.name)


def require_keeper(by: Viewer, assessment: Assessment) -> None:
    """Raises ``NotAllowed``, ``NotFound``, ``OwnAssessment`` unless he may write down results."""
    require_keep(by)
    _require_other(by, assessment)


def may_head(viewer: Viewer, assessment: Assessment) -> bool:
    """Whether ``require_head`` lets the viewer through."""
    mine = assessment.round.unit_id == viewer.unit.pk and not is_own(viewer, assessment)
    return mine and viewer.has(*HEADS) and not assessment.above


def _require_other(by: Viewer, assessment: Assessment) -> None:
    require_own_unit(by, assessment.round)
    if is_own(by, assessment):
        raise refusals.OwnAssessment()
