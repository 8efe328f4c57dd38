"""The decision of a round begun as a draft in the room of documents: reviewed, signed and numbered there."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from chuan.documents.actions import outgoing
from chuan.documents.models import Document
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.trail.actions import act
from chuan.workforce.models import RankingRound
from chuan.workforce.permissions import require_keep
from chuan.workforce.ranking.papers import decision_content
from chuan.workforce.ranking.rights import require_own_unit


def begin_decision(round_: RankingRound, *, by: Viewer, at: datetime) -> Document:
    """Make the draft, and a line of the round that names it; nobody's name and no level stand in it.

    Two acts, the draft first: a draft without its line is only a draft. Raises ``NotAllowed``, ``NotFound``.
    """
    require_keep(by)
    require_own_unit(by, round_)
    content = decision_content(round_, timezone.localtime(at).date())
    document = outgoing.create(content, by=by, at=at)
    subject = Subject("ranking_round", round_.uid)
    with act("ranking.draft", subject, by=by, unit_uid=by.unit_uid, at=at, document=str(document.uid)):
        return document
