"""Evidence of clause 9.2 that this room holds: programmes kept up to date; audits, answers, findings as they were."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.audits.models import Answer, Audit, Finding, Programme
from chuan.offers import holdings
from chuan.offers.holdings import Holding
from chuan.people.models import Unit
from chuan.rules.types import Period


def offer() -> None:
    """Register; called when the programme starts."""
    holdings.offer(held)


def held(unit: Unit, period: Period) -> Iterator[Holding]:
    """Four statements."""
    year = f"{reverse('audits:year')}?nam={period.start.year}"
    audits = Audit.objects.filter(owner_unit=unit, ends_on__gte=period.start, ends_on__lt=period.end)
    programmes = Programme.objects.filter(owner_unit=unit, year=period.start.year).count()
    yield Holding("9.2.1", _("cuộc đánh giá đã báo cáo"), year, audits.told().count())
    yield Holding("9.2.2", _("chương trình đánh giá của năm"), year, programmes, kept=True)
    answers = Answer.objects.filter(item__audit__in=audits)
    yield Holding("9.2.2", _("câu trả lời trên phiếu, cả các lần sửa"), year, answers.count())
    findings = Finding.objects.standing().filter(audit__in=audits)
    yield Holding("9.2.2", _("phát hiện"), year, findings.count())
