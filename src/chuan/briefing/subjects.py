"""How things of this room are named elsewhere, in Việc của tôi above all."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.briefing.models import Answer, Brief, BriefLine, Foreseen
from chuan.briefing.permissions import may_read
from chuan.briefing.reminding import ANSWER, BRIEF, FORESEEN
from chuan.offers import subjects
from chuan.offers.subjects import Described, Subject
from chuan.people.viewer import Viewer
from chuan.ui import formatters as say

Found = Mapping[uuid.UUID, Described]
LINE = "brief_line"


def register() -> None:
    """Offer the kinds; called when the programme starts."""
    subjects.register(BRIEF, briefs)
    subjects.register(LINE, lines)
    subjects.register(FORESEEN, foreseen)
    subjects.register(ANSWER, answers)


def briefs(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Briefs the viewer reads."""
    return {
        one.uid: Described(
            Subject(BRIEF, one.uid), _("Bản tin sáng %s") % say.day(one.on), reverse("briefing:one", args=[one.uid]),
            note=_("đọc và trả lời từng dòng"), verb=_("Đọc"), icon="file-earmark-text",
        )
        for one in Brief.objects.seen_by(viewer).filter(uid__in=list(uids))
    }  # fmt: skip


def lines(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Lines the viewer may see, in their brief."""
    rows = BriefLine.objects.seen_by(viewer).filter(uid__in=list(uids)).select_related("brief")
    reads = may_read(viewer)
    return {
        one.uid: Described(
            Subject(LINE, one.uid), one.sentence,
            reverse("briefing:one", args=[one.brief.uid]) if reads else reverse("briefing:mine"),
            note=_("bản tin %s") % say.day(one.brief.on),
        )
        for one in rows
    }  # fmt: skip


def foreseen(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """What is told to the viewer beforehand: one reminder for all lines of a day."""
    return {
        one.uid: Described(
            Subject(FORESEEN, one.uid), _("Bản tin %s có việc của anh chị") % say.day(one.on),
            reverse("briefing:mine"), note=_("giải trình trước khi bản tin lên, nếu cần"), verb=_("Xem"),
            icon="chat-left-text",
        )
        for one in Foreseen.objects.seen_by(viewer).filter(uid__in=list(uids))
    }  # fmt: skip


def answers(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """What the head asked of the viewer, or of anybody for who reads the brief."""
    rows = Answer.objects.seen_by(viewer).filter(uid__in=list(uids)).select_related("line", "by")
    return {one.uid: _answer(one) for one in rows}


def _answer(one: Answer) -> Described:
    verbs = {
        Answer.Verb.ASSIGN.value: _("Ghi đã làm"), Answer.Verb.EXPLAIN.value: _("Giải trình"),
        Answer.Verb.REMIND.value: _("Đã nhận"),
    }  # fmt: skip
    return Described(
        Subject(ANSWER, one.uid), f"{one.get_verb_display()}: {one.words or one.line.sentence}"[:200],
        reverse("briefing:work", args=[one.uid]), note=_("từ bản tin sáng, %s") % one.by.name,
        verb=verbs.get(one.verb, ""), icon="check2-square", settled=one.state == Answer.State.DONE,
    )  # fmt: skip
