"""What this room holds as evidence of clauses of TCVN ISO 9001:2015 (``offers.holdings``)."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.intake.models import Import, RecordSystem
from chuan.offers import holdings
from chuan.offers.holdings import Holding
from chuan.people.models import Unit
from chuan.rules.types import Period


def held(unit: Unit, period: Period) -> Iterator[Holding]:
    """What figures are counted from: files taken in that cover days of the period, sources named. Two statements."""
    taken = Import.objects.filter(
        unit=unit, status=Import.Status.COMMITTED, covers_start__lt=period.end, covers_end__gt=period.start
    ).count()
    sources = RecordSystem.objects.filter(unit=unit).count()
    files, systems = reverse("intake:list"), reverse("record_systems:list")
    yield Holding("7.1.5.1", _("tệp của hệ thống nguồn đã nhập, đối chiếu"), files, taken)
    yield Holding("7.1.5.1", _("nguồn chính của sổ được ghi rõ"), systems, sources)
    yield Holding("7.1.3", _("hệ thống dùng chung được ghi là nguồn chính"), systems, sources)
    yield Holding("8.5.2", _("tệp giữ từng phiên bản của dòng hồ sơ, văn bản, đơn"), files, taken)


def offer() -> None:
    """Offer them; called when the programme starts."""
    holdings.offer(held)
