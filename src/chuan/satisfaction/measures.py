"""Satisfied of all who answered by themselves (9.1.2): counted from answers, never added to totals from paper."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from fractions import Fraction

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.offers import measures
from chuan.offers.measures import Counts, Obstacle, Row, RowOutcome, Scope
from chuan.offers.subjects import Subject
from chuan.rules.surveys import satisfied
from chuan.rules.surveys.counting import SATISFIED_FROM
from chuan.rules.types import Citation
from chuan.rules.wording import said
from chuan.satisfaction.models import SurveyAnswer
from chuan.satisfaction.models.surveys import SurveyAnswerQuerySet

NOT_SATISFIED = "chưa hài lòng"
FEW = 30
"""Below so many answers one more moves the share by more than three points; said beside the figure."""


class Satisfied:
    """Marks 4 and 5 at the first question, of all answers of surveys of the unit given on days of the period.

    Grade A: rows of a register of Chuẩn's own. Who answers chooses to; nobody knows who did not, and one person can
    answer twice: the notes say so.
    """

    key = "satisfaction.satisfied"
    version = 1
    title = "Người dân tự trả lời khảo sát: tỷ lệ hài lòng"
    formula = "Số phiếu chọn hài lòng hoặc rất hài lòng ở câu chung / số phiếu người dân tự trả lời trong kỳ."
    grade = "A"
    source = Citation(number="TCVN ISO 9001:2015", article="9.1.2")
    registers: tuple[str, ...] = ("surveys",)
    kind = "dossiers.satisfaction"
    case_words, hit_words, miss_words = "phiếu", "hài lòng", "chưa hài lòng"
    mend = ("Mở khảo sát", "/hai-long/")

    def _answers(self, scope: Scope) -> SurveyAnswerQuerySet:
        known = timezone.localtime(scope.as_of).date()
        return SurveyAnswer.objects.filter(
            survey__unit__uid=scope.unit_uid,
            on__gte=scope.period.start,
            on__lt=scope.period.end,
            on__lte=known,
        )

    def counts(self, scope: Scope) -> Counts:
        """The totals, in one statement."""
        told = self._answers(scope).aggregate(
            n=Count("pk"), yes=Count("pk", filter=Q(mark__gte=SATISFIED_FROM))
        )
        return Counts(Fraction(told["yes"]), Fraction(told["n"]))

    def rows(self, scope: Scope, after: str | None, limit: int) -> Sequence[Row]:
        """One row an answer: its survey and its mark; never its words, its day only to who may open it."""
        found = self._answers(scope).select_related("survey").order_by("uid")
        if after is not None:
            found = found.filter(uid__gt=uuid.UUID(after))
        return [_row(one) for one in found[:limit]]

    def obstacles(self, scope: Scope) -> tuple[Obstacle, ...]:
        """Nobody answered in these days."""
        if self._answers(scope).exists():
            return ()
        return (Obstacle("no_answers", _("chưa có phiếu nào người dân tự trả lời trong kỳ.")),)

    def notes(self, scope: Scope) -> tuple[str, ...]:
        """What the share cannot tell."""
        told = [
            _(
                "Ai trả lời là tự chọn; không biết bao nhiêu người không trả lời, và có ai trả lời hai lần không."
            )
        ]
        if 0 < (n := self._answers(scope).count()) < FEW:
            told.append(_("Mới có %s phiếu: thêm vài phiếu là tỷ lệ đổi nhiều.") % said(n))
        return tuple(told)


def _row(one: SurveyAnswer) -> Row:
    hit = satisfied(one.mark)
    return Row(
        Subject("survey_answer", one.uid), RowOutcome.HIT if hit else RowOutcome.MISS,
        "" if hit else NOT_SATISFIED, facts=(one.survey.title, f"mức {one.mark}/5"),
    )  # fmt: skip


def register() -> None:
    """Offer it; called when the programme starts."""
    measures.register(Satisfied())
