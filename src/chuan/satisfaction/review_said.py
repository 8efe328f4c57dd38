"""What surveys tell the management review (9.3.2 c1), and what they are evidence of (9.1.2)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.offers import holdings, review_inputs
from chuan.offers.holdings import Holding
from chuan.offers.review_inputs import Asked, Letter, Said
from chuan.rules.types import Period
from chuan.rules.wording import said
from chuan.satisfaction.models import Survey, SurveyAnswer
from chuan.satisfaction.results import tallies
from chuan.ui.measured import measured_said

ROOM = "Khảo sát người dân tự trả lời"
MOST = 6


def satisfaction(asked: Asked) -> Sequence[Said]:
    """The share of all answers of these days, then each survey by itself; totals from paper are told by dossiers.

    A unit that never opened a survey says nothing: nobody asks it to.
    """
    rows = Survey.objects.filter(
        unit=asked.unit, starts__lt=asked.period.end, ends__gt=asked.period.start, recorded_at__lte=asked.at
    )
    found = tallies(rows, 0)
    if not found:
        return ()
    shares = measured_said(asked, [("satisfaction.satisfied", reverse("satisfaction:all"))])
    sentence = _("%(name)s: %(yes)s/%(n)s phiếu hài lòng.")
    each = [
        Said(
            sentence % {"name": one.survey.title, "yes": said(one.hits), "n": said(one.answers)},
            reverse("satisfaction:one", args=[one.survey.uid]), short=not one.answers,
        )
        for one in found[:MOST]
    ]  # fmt: skip
    return [*shares, *each]


def held(unit: Any, period: Period) -> list[Holding]:
    """Answers of the period; one statement."""
    count = SurveyAnswer.objects.filter(survey__unit=unit, on__gte=period.start, on__lt=period.end).count()
    return [Holding("9.1.2", _("phiếu khảo sát người dân tự trả lời"), reverse("satisfaction:all"), count)]


def offer() -> None:
    """Register; called when the programme starts."""
    review_inputs.offer(Letter.SATISFACTION, ROOM, satisfaction)
    holdings.offer(held)
