"""What this room holds as evidence of clauses of TCVN ISO 9001:2015 (``offers.holdings``)."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.offers import holdings
from chuan.offers.holdings import Holding
from chuan.people.models import Unit
from chuan.petitions.models import Petition, ReceptionEntry
from chuan.rules.types import Period


def held(unit: Unit, period: Period) -> Iterator[Holding]:
    """Letters received and left, citizens received, in the period; numbers only. Two statements."""
    told = Petition.objects.filter(owner_unit=unit).aggregate(
        received=Count("pk", filter=Q(received_on__gte=period.start, received_on__lt=period.end)),
        left=Count("pk", filter=Q(left_on__gte=period.start, left_on__lt=period.end)),
    )
    talks = ReceptionEntry.objects.filter(unit=unit, day__gte=period.start, day__lt=period.end).count()
    letters = reverse("petitions:list")
    yield Holding("8.2.1", _("đơn, phản ánh, kiến nghị đã nhận"), letters, told["received"])
    yield Holding("8.2.1", _("lượt tiếp công dân"), reverse("petitions:reception"), talks)
    yield Holding("8.5.5", _("đơn đã xử lý xong"), letters, told["left"])
    yield Holding("9.1.2", _("đơn, phản ánh, kiến nghị đã nhận"), letters, told["received"])


def offer() -> None:
    """Offer them; called when the programme starts."""
    holdings.offer(held)
