"""What dossiers tell the management review: satisfaction (9.3.2 c1), time and channel (c3), samples and totals (c5)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Count, Q

from chuan.dossiers.models import Difference, SurveyTotal
from chuan.offers import review_inputs
from chuan.offers.review_inputs import Asked, Letter, Said
from chuan.rules.wording import said
from chuan.ui.measured import measured_said

ROOM = "Hồ sơ"
FIGURES = "/ho-so/so-lieu/"
MOST = 6
"""Surveys that are named; the sentence says how many there are."""


def satisfaction(asked: Asked) -> Sequence[Said]:
    """Satisfied of those asked: surveys on paper, by telephone or from the portal, as their totals were entered."""
    return [*measured_said(asked, [("dossiers.satisfaction", f"{FIGURES}hai-long/")]), *_surveys(asked)]


def _surveys(asked: Asked) -> list[Said]:
    """Each survey of these days by its source, on paper or by telephone; one statement."""
    rows = SurveyTotal.objects.standing().filter(
        unit=asked.unit, period_start__gte=asked.period.start, period_end__lte=asked.period.end,
        recorded_at__lte=asked.at,
    )  # fmt: skip
    told = [
        f"{one.source}: {said(one.satisfied)}/{said(one.asked)} hài lòng"
        for one in rows.order_by("period_start", "pk")
    ]
    if not told:
        return []
    more = f" và {said(len(told) - MOST)} đợt khác" if len(told) > MOST else ""
    return [Said(f"{said(len(told))} đợt khảo sát. {'; '.join(told[:MOST])}{more}.", f"{FIGURES}hai-long/")]


def services(asked: Asked) -> Sequence[Said]:
    """Solved on time of those solved; handed in online of those received."""
    return measured_said(asked, [("dossiers.on_time", FIGURES), ("dossiers.online", FIGURES)])


def monitoring(asked: Asked) -> Sequence[Said]:
    """Checked samples, and how our own counts agreed with official totals."""
    return [*measured_said(asked, [("dossiers.by_the_book", f"{FIGURES}kiem-tra/")]), _reconciled(asked)]


def _reconciled(asked: Asked) -> Said:
    """Differences of the reconciliations of these days; one statement."""
    found = Difference.objects.filter(
        reconciliation__unit=asked.unit, reconciliation__period_start__gte=asked.period.start,
        reconciliation__period_end__lte=asked.period.end,
    ).aggregate(
        checks=Count("reconciliation", distinct=True), all=Count("pk"), open=Count("pk", filter=Q(status="open"))
    )  # fmt: skip
    address = f"{FIGURES}doi-chieu/"
    if not found["checks"]:
        return Said("Chưa đối chiếu số đếm hồ sơ với biểu chính thức nào của kỳ.", address, short=True)
    return Said(
        f"Đối chiếu với biểu chính thức: {said(found['all'])} ô lệch ở {said(found['checks'])} lần đối chiếu, "
        f"{said(found['open'])} ô chưa giải thích.",
        address,
    )


def offer() -> None:
    """Register; called when the programme starts."""
    review_inputs.offer(Letter.SATISFACTION, ROOM, satisfaction)
    review_inputs.offer(Letter.PROCESSES, ROOM, services)
    review_inputs.offer(Letter.MONITORING, ROOM, monitoring)
