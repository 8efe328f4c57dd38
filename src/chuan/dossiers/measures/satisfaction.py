"""Satisfied with how they were served, as surveys of the period total it."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum
from django.utils.translation import gettext as _

from chuan.dossiers.measures import reasons
from chuan.dossiers.models import SurveyTotal
from chuan.offers.measures import Counts, Obstacle, Row, RowOutcome, Scope
from chuan.offers.subjects import Subject
from chuan.rules.types import Citation
from chuan.rules.wording import said


class Satisfaction:
    """Answers "satisfied" of all answers, over the surveys whose days lie in the period.

    Grade C: totals taken from a paper or an export. A survey that lies within a longer one of the period is left
    out, so that nobody's answer counts twice.
    """

    key = "dossiers.satisfaction"
    version = 1
    title = "Tỷ lệ người dân hài lòng"
    formula = "Số người trả lời hài lòng / số người được hỏi, cộng các đợt khảo sát của kỳ."
    grade = "C"
    source = Citation(
        number="766/QĐ-TTg", article="Bộ chỉ số phục vụ người dân, doanh nghiệp: mức độ hài lòng"
    )
    registers: tuple[str, ...] = ("survey_totals",)
    case_words, hit_words, miss_words = "người được hỏi", "hài lòng", "chưa hài lòng"
    mend = ("Nhập kết quả khảo sát", "/ho-so/so-lieu/hai-long/")

    def _standing(self, scope: Scope) -> QuerySet[Any]:
        standing = SurveyTotal.objects.filter(
            Q(corrected_by__isnull=True) | Q(corrected_by__recorded_at__gt=scope.as_of),
            recorded_at__lte=scope.as_of, unit__uid=scope.unit_uid,
            period_start__gte=scope.period.start, period_end__lte=scope.period.end,
        )  # fmt: skip
        longer = standing.filter(
            Q(period_start__lt=OuterRef("period_start")) | Q(period_end__gt=OuterRef("period_end")),
            period_start__lte=OuterRef("period_start"), period_end__gte=OuterRef("period_end"),
        )  # fmt: skip
        return standing.annotate(inside=Exists(longer))

    def counts(self, scope: Scope) -> Counts:
        """The totals, in one statement."""
        grouped = self._standing(scope).order_by().values("inside")
        found = {
            inside: (n, satisfied, asked)
            for inside, n, satisfied, asked in grouped.annotate(
                n=Count("pk"), yes=Sum("satisfied"), all=Sum("asked")
            ).values_list("inside", "n", "yes", "all")
        }
        _n, satisfied, asked = found.get(False, (0, 0, 0))
        left_out = {reasons.INSIDE: found[True][0]} if True in found else {}
        return Counts(Fraction(satisfied), Fraction(asked), left_out)

    def rows(self, scope: Scope, after: str | None, limit: int) -> Sequence[Row]:
        """Two rows a survey, of one uid: its satisfied answers and the others. They are never parted by a page."""
        surveys = self._standing(scope).order_by("uid")
        if after is not None:
            surveys = surveys.filter(uid__gt=uuid.UUID(after))
        return [row for one in surveys[: max(1, limit // 2)] for row in _rows(one)]

    def obstacles(self, scope: Scope) -> tuple[Obstacle, ...]:
        """No survey of the period was entered."""
        if self._standing(scope).filter(asked__gt=0).exists():
            return ()
        return (Obstacle("no_survey", _("chưa nhập kết quả khảo sát nào của kỳ.")),)


def _rows(survey: SurveyTotal) -> Iterator[Row]:
    subject = Subject("survey_total", survey.uid)
    facts = (survey.source, f"từ {said(survey.period_start)}", f"{survey.satisfied}/{survey.asked} hài lòng")
    if getattr(survey, "inside"):  # noqa: B009 - an annotation
        yield Row(subject, RowOutcome.EXCLUDED, reasons.INSIDE, facts=facts)
        return
    yield Row(subject, RowOutcome.HIT, weight=Fraction(survey.satisfied), facts=facts)
    rest = Fraction(survey.asked - survey.satisfied)
    yield Row(subject, RowOutcome.MISS, reasons.NOT_SATISFIED, weight=rest, facts=facts)
