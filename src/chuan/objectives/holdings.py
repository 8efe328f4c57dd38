"""What this room holds as evidence of clauses of TCVN ISO 9001:2015 (``offers.holdings``)."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.objectives.models import Measurement, Objective, Plan
from chuan.offers import holdings
from chuan.offers.holdings import Holding
from chuan.people.models import Unit
from chuan.rules.types import Period


def held(unit: Unit, period: Period) -> Iterator[Holding]:
    """The year's objectives, those planned as 6.2.2 asks, and figures frozen in the period. Four statements."""
    plans = Plan.objects.filter(owner_unit=unit, year=period.start.year)
    planned = Objective.objects.filter(plan__in=plans, plan__status=Plan.Status.STANDING).exclude(what="")
    figures = Measurement.objects.filter(
        indicator__unit=unit, period_start__lt=period.end, period_end__gt=period.start
    ).count()
    objectives = Objective.objects.filter(
        plan__in=plans, plan__status=Plan.Status.STANDING, parent=None
    ).count()
    year = reverse("objectives:year") + f"?nam={period.start.year}"
    yield Holding("6.2.1", _("mục tiêu của năm, theo quyết định"), year, objectives, kept=True)
    yield Holding("6.2.2", _("mục tiêu đã có việc phải làm"), year, planned.count())
    yield Holding(
        "5.1.1", _("quyết định ban hành mục tiêu"), year, plans.values("decision").distinct().count()
    )
    yield Holding("9.1.1", _("số đo đã chốt"), year, figures)
    yield Holding("9.1.3", _("số đo đã chốt"), year, figures)


def offer() -> None:
    """Offer them; called when the programme starts."""
    holdings.offer(held)
