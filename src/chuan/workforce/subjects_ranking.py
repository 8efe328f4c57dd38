"""How rounds and assessments are named in other rooms: never by a level, points or a reason."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.offers import subjects
from chuan.offers.subjects import Described, Subject
from chuan.people.viewer import Viewer
from chuan.workforce.models import Assessment, RankingRound
from chuan.workforce.ranking.laws import named

Found = Mapping[uuid.UUID, Described]


def register() -> None:
    """Offer both kinds; called when the programme starts."""
    subjects.register("ranking_round", rounds)
    subjects.register("assessment", assessments)


def rounds(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Rounds of the viewer's unit."""
    rows = RankingRound.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        one.uid: Described(
            Subject("ranking_round", one.uid), named(one), reverse("workforce:ranking_round", args=[one.uid])
        )
        for one in rows
    }


def assessments(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Assessments the viewer may see: his own by what it is, others' by whose."""
    rows = Assessment.objects.seen_by(viewer).filter(uid__in=list(uids)).select_related("round", "official")
    return {one.uid: _described(one, viewer) for one in rows}


def _described(one: Assessment, viewer: Viewer) -> Described:
    own = viewer.official is not None and viewer.official.pk == one.official_id
    name = named(one.round)
    return Described(
        Subject("assessment", one.uid),
        _("%s của anh chị") % name if own else f"{name}: {one.official.name}",
        reverse("workforce:assessment", args=[one.uid]),
        verb=_("Tự đánh giá") if own and one.status == "opened" else _("Mở"),
        icon="person",
        settled=one.status in ("decided", "closed", "left_out"),
    )
