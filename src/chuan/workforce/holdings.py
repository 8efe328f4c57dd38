"""What this room holds as evidence of clauses of TCVN ISO 9001:2015 (``offers.holdings``)."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.offers import holdings
from chuan.offers.holdings import Holding
from chuan.people.models import Unit
from chuan.rules.types import Period
from chuan.workforce.models import Evidence, Initiative, Requirement, Session, TrainingPlan


def held(unit: Unit, period: Period) -> Iterator[Holding]:
    """What posts ask for and how it is shown, training, initiatives; numbers only. Five statements."""
    within = Q(valid_to__isnull=True) | Q(valid_to__gt=period.start)
    asked = Requirement.objects.filter(within, post__unit=unit, valid_from__lt=period.end).count()
    shown = Evidence.objects.filter(
        official__unit=unit, voided_at=None, recorded_at__date__lt=period.end
    ).count()
    plans = TrainingPlan.objects.filter(unit=unit, year__gte=period.start.year, year__lt=period.end.year + 1)
    held_on = {"held_on__gte": period.start, "held_on__lt": period.end, "voided_at": None}
    sessions = Session.objects.filter(course__plan__unit=unit, **held_on).count()
    ideas = Initiative.objects.filter(
        unit=unit, voided_at=None, recognised_on__gte=period.start, recognised_on__lt=period.end
    ).count()
    matrix, training = reverse("workforce:competence"), reverse("workforce:training")
    yield Holding("7.2", _("yêu cầu của chức danh"), matrix, asked)
    yield Holding("7.2", _("bằng chứng năng lực"), matrix, shown)
    yield Holding("7.1.6", _("kế hoạch đào tạo"), training, plans.count())
    yield Holding("7.2", _("buổi đào tạo đã mở"), training, sessions)
    yield Holding("10.3", _("sáng kiến được công nhận trong kỳ"), reverse("workforce:titles"), ideas)


def offer() -> None:
    """Offer them; called when the programme starts."""
    holdings.offer(held)
