"""Who opens and decides a round, and who may speak of a line."""

from __future__ import annotations

from chuan.objectives.models import Round, RoundAsked, RoundLine
from chuan.objectives.permissions import PLANNERS, require_own_unit
from chuan.objectives.rounds.refusals import LineOfOthers
from chuan.people.permissions import require_role
from chuan.people.viewer import Viewer


def may_run(viewer: Viewer, unit_id: int) -> bool:
    """Whether the viewer opens, decides and drafts for this unit: whoever plans its objectives."""
    return viewer.unit.pk == unit_id and viewer.has(*PLANNERS)


def require_runner(viewer: Viewer, unit_id: int) -> None:
    """Refuse unless ``may_run``."""
    require_own_unit(viewer, unit_id)
    require_role(viewer, *PLANNERS)


def is_mine(viewer: Viewer, line: RoundLine) -> bool:
    """Whether the viewer answers for the line, by name or by a post of today; nobody's line is whoever runs it."""
    if line.owner_official_id is not None:
        return viewer.official is not None and line.owner_official_id == viewer.official.pk
    return line.owner_post_id in viewer.post_ids


def may_propose(viewer: Viewer, line: RoundLine, round_: Round) -> bool:
    """Whether the viewer may propose to keep, change or drop the line."""
    own = viewer.unit.pk == round_.owner_unit_id and viewer.official is not None
    return own and (is_mine(viewer, line) or may_run(viewer, round_.owner_unit_id))


def require_proposer(viewer: Viewer, line: RoundLine, round_: Round) -> None:
    """Refuse unless ``may_propose``, naming who answers for the line."""
    require_own_unit(viewer, round_.owner_unit_id)
    if not may_propose(viewer, line, round_):
        raise LineOfOthers(owner=owner_words(line))


def require_speaker(viewer: Viewer, round_: Round) -> None:
    """Any official of the unit may remark and propose a new line; somebody of another unit sees none of it."""
    require_own_unit(viewer, round_.owner_unit_id)
    if viewer.official is None:
        require_role(viewer, *PLANNERS)


def was_asked(viewer: Viewer, asked: RoundAsked) -> bool:
    """Whether the viewer is the one who was asked, by name, post or role."""
    if asked.official_id is not None:
        return viewer.official is not None and asked.official_id == viewer.official.pk
    if asked.post_id is not None:
        return asked.post_id in viewer.post_ids
    return asked.role in viewer.roles


def owner_words(line: RoundLine) -> str:
    """Who answers for the line: name, else post, else ""."""
    if line.owner_official is not None:
        return line.owner_official.name
    return line.owner_post.title if line.owner_post is not None else ""
