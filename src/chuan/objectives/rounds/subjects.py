"""How rounds, their lines and those who were asked are named in other rooms: tasks, the trail, links."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from chuan.objectives.models import Round, RoundAsked, RoundLine
from chuan.objectives.rounds.actions.holding import ASKED
from chuan.objectives.rounds.addresses import of_line, of_round
from chuan.offers import subjects
from chuan.offers.subjects import Described, Subject
from chuan.people.viewer import Viewer
from chuan.ui import formatters as say

Found = Mapping[uuid.UUID, Described]


def register() -> None:
    """Offer the kinds of rounds; called when the programme starts."""
    subjects.register("next_year", rounds)
    subjects.register("next_year_line", lines)
    subjects.register(ASKED, asked)


def rounds(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """A round by its year."""
    rows = Round.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        row.uid: Described(
            Subject("next_year", row.uid), _("Đợt xây dựng mục tiêu năm %s") % row.year, of_round(row),
            icon="bullseye",
        )
        for row in rows
    }  # fmt: skip


def lines(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """A line by its words."""
    seen = Round.objects.seen_by(viewer)
    rows = RoundLine.objects.filter(uid__in=list(uids), round__in=seen).select_related("round")
    return {
        row.uid: Described(
            Subject("next_year_line", row.uid),
            _("Mục tiêu năm %(year)s: %(words)s") % {"year": row.round.year, "words": str(row)[:160]},
            of_line(row), icon="bullseye",
        )
        for row in rows
    }  # fmt: skip


def asked(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """To answer about one's own lines by the closing day."""
    seen = Round.objects.seen_by(viewer)
    rows = RoundAsked.objects.filter(uid__in=list(uids), round__in=seen).select_related("round")
    return {
        row.uid: Described(
            Subject(ASKED, row.uid),
            _("Góp ý mục tiêu năm %s: giữ, sửa hay bỏ các dòng bạn phụ trách") % row.round.year,
            f"{of_round(row.round)}?cua=toi",
            note=_("hạn góp ý %s") % say.day(row.round.closes_on),
            verb=_("Góp ý"),
            icon="pencil",
            settled=row.answered_on is not None or not row.round.is_open,
        )
        for row in rows
    }
