"""What this room holds as evidence of clauses of TCVN ISO 9001:2015 (``offers.holdings``)."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.offers import holdings
from chuan.offers.holdings import Holding
from chuan.people.models import Appointment, Handover, RoleGrant, Unit
from chuan.rules.types import Period


def held(unit: Unit, period: Period) -> Iterator[Holding]:
    """5.3: posts held and roles given on some day of the period, handovers confirmed in it. Three statements."""
    within = Q(valid_to__isnull=True) | Q(valid_to__gt=period.start)
    stood = {"valid_from__lt": period.end}
    posts = Appointment.objects.filter(within, post__unit=unit, **stood).count()
    roles = RoleGrant.objects.filter(within, unit=unit, **stood).count()
    handed = Handover.objects.filter(unit=unit, on__gte=period.start, on__lt=period.end).count()
    yield Holding("5.3", _("chức danh có người giữ, theo văn bản"), reverse("people:everybody"), posts)
    yield Holding("5.3", _("vai trò được giao, theo văn bản"), reverse("people:roles"), roles)
    yield Holding("5.3", _("lần bàn giao"), reverse("people:handovers"), handed)
    yield Holding("7.1.2", _("người giữ chức danh"), reverse("people:everybody"), posts)


def offer() -> None:
    """Offer them; called when the programme starts."""
    holdings.offer(held)
