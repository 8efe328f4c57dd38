"""Ranking, as kept about one official: each period with its result, and the sentences written at its steps."""

from __future__ import annotations

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from chuan.offers.kept_about import Asked, Line, Section
from chuan.rules.lifecycles.ranking import RANKING
from chuan.ui import formatters as say
from chuan.workforce.kept_lines import own, parts
from chuan.workforce.models import Assessment, AssessmentWords, RankedElsewhere
from chuan.workforce.ranking.board import stage_words
from chuan.workforce.ranking.laws import level_words, named


def results(asked: Asked, term: str) -> Section:
    """Periods with level and decision, and lines of other programmes that a person said are his; two statements."""
    rows = own(Assessment.objects.all(), asked).select_related("round").order_by("-round__starts", "-pk")
    lines = [
        Line(
            named(one.round), parts(stage_words(one), level_words(one.decided_level), one.decision),
            one.round.opened_on, reverse("workforce:assessment", args=[one.uid]),
        )
        for one in rows
    ] + _elsewhere(asked)  # fmt: skip
    note = _("Bản tự chấm từng mục của mỗi kỳ mở ở tên kỳ.") if lines else ""
    return Section("ranking", _("Xếp loại"), lines, term, note=note)


def sentences(asked: Asked, term: str) -> Section:
    """What he and others wrote at the steps of his rankings, also at those taken back; one statement."""
    seen = own(Assessment.objects.all(), asked)
    rows = AssessmentWords.objects.filter(event__assessment__in=seen).exclude(text="", purged_at=None)
    asked_for = rows.select_related("event__assessment__round", "event__by")
    ordered = asked_for.order_by("-event__assessment__round__starts", "event__assessment_id", "event__seq")
    lines = [Line(_step(one), _written(one), one.event.occurred_on) for one in ordered]
    return Section("ranking_words", _("Lời văn khi xếp loại"), lines, term)


def _step(one: AssessmentWords) -> str:
    """ "Xếp loại năm 2021: nộp bản tự đánh giá"."""
    verbs = {"void": _("bỏ bước ghi nhầm"), "regroup": _("đổi nhóm")} | dict(RANKING.verbs)
    return f"{named(one.event.assessment.round)}: {verbs[one.event.verb]}"


def _written(one: AssessmentWords) -> str:
    if one.purged_at is not None:
        return _("lời văn đã xóa ngày %s theo thời hạn lưu") % say.day(localdate(one.purged_at))
    return f"{one.event.by.name}: {one.text}" if one.event.by else one.text


def _elsewhere(asked: Asked) -> list[Line]:
    rows = own(RankedElsewhere.objects.all(), asked, "assessment__official")
    return [
        Line(_("Dòng trong tệp của %s") % one.source, parts(one.name, level_words(one.level)), one.starts)
        for one in rows.order_by("-starts", "-pk")
    ]
