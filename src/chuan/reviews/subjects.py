"""How reviews and their decisions are named in other rooms."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.offers import subjects
from chuan.offers.subjects import Described, Subject
from chuan.people.viewer import Viewer
from chuan.reviews.models import Resolution, Review
from chuan.rules.wording import said

Found = Mapping[uuid.UUID, Described]


def register() -> None:
    """Offer the kinds; called when the programme starts."""
    subjects.register("review", reviews)
    subjects.register("review_next", next_ones)
    subjects.register("review_decision", decisions)


def reviews(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Reviews the viewer may see, with the verb of their step."""
    rows = Review.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {one.uid: _review(one) for one in rows}


def next_ones(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """The review that has to follow a signed one."""
    rows = Review.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        one.uid: Described(
            Subject("review_next", one.uid), _("Cuộc xem xét của lãnh đạo tiếp theo"), reverse("reviews:call"),
            note=_("lần trước họp ngày %s; mỗi năm ít nhất một lần") % said(one.held_on),
            verb=_("Triệu tập"), icon="calendar3",
        )
        for one in rows
    }  # fmt: skip


def decisions(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Decisions the viewer may see: of reviews he reads, and those given to him."""
    rows = Resolution.objects.seen_by(viewer).filter(uid__in=list(uids)).select_related("review")
    return {
        one.uid: Described(
            Subject("review_decision", one.uid), one.words[:160], reverse("reviews:decision", args=[one.uid]),
            note=_("kết luận của cuộc xem xét %s") % one.review.code, verb=_("Ghi đã xong"), icon="check2-square",
            settled=one.state != Resolution.State.OPEN,
        )
        for one in rows
    }  # fmt: skip


def _review(one: Review) -> Described:
    verbs = {"called": _("Ghi cuộc họp"), "held": _("Ghi kết luận"), "decided": _("Ký biên bản")}
    return Described(
        Subject("review", one.uid), _("Xem xét của lãnh đạo %s") % one.code, reverse("reviews:one", args=[one.uid]),
        note=one.label, verb=verbs.get(one.status, ""), icon="chat-left-text", settled=not one.is_open,
    )  # fmt: skip
