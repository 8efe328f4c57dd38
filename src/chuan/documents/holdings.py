"""What this room holds as evidence of clauses of TCVN ISO 9001:2015 (``offers.holdings``)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.documents.models import (
    Acknowledgement,
    ChangeRequest,
    ControlledDocument,
    Dissemination,
    Document,
    Revision,
)
from chuan.offers import holdings
from chuan.offers.holdings import Holding
from chuan.people.models import Unit
from chuan.rules.types import Period

Kind = ControlledDocument.Kind
BY_KIND = {
    Kind.POLICY: ("5.2.1",),
    Kind.SYSTEM_PROCEDURE: ("4.4.2", "7.5.1"),
    Kind.SERVICE_PROCEDURE: ("4.4.2", "7.5.1", "8.1", "8.2.2", "8.5.1"),
    Kind.FORM: ("7.5.1",),
    Kind.OUTSIDE: ("7.5.3.2",),
}
"""What a controlled document of a kind shows by itself, beside the clauses written on its card."""


def held(unit: Unit, period: Period) -> Iterator[Holding]:
    """Documents in force at the end of the period by their clauses, and the records of their life. Six statements."""
    yield from _documents(unit, period)
    yield from _records(unit, period)


def _documents(unit: Unit, period: Period) -> Iterator[Holding]:
    stood = Revision.objects.in_force(period.end - timedelta(days=1)).filter(controlled__unit=unit)
    counts: Counter[str] = Counter()
    for kind, clauses in stood.values_list("controlled__kind", "controlled__clauses"):
        counts.update({*BY_KIND.get(Kind(kind), ()), *re.findall(r"\d+(?:\.\d+)*", clauses)})
    address = reverse("controlled:list")
    for clause in sorted({*counts, "4.3", "5.2.1", "7.5.1"}):
        yield Holding(clause, _("tài liệu đang có hiệu lực"), address, counts[clause], kept=True)


def _records(unit: Unit, period: Period) -> Iterator[Holding]:
    days = (period.start, period.end - timedelta(days=1))
    approved = Revision.objects.filter(controlled__unit=unit, approved_on__range=days).count()
    asked = ChangeRequest.objects.filter(unit=unit, recorded_at__date__range=days).count()
    spread = Dissemination.objects.filter(unit=unit, started_on__range=days).count()
    known = Acknowledgement.objects.filter(
        verb=Acknowledgement.CONFIRMED, must_know__dissemination__unit=unit, recorded_on__range=days
    ).count()
    papers = Document.objects.filter(owner_unit=unit, issued_on__range=days).count()
    shelf, knowing = reverse("controlled:list"), reverse("documents:knowing")
    yield Holding("7.5.2", _("lần ban hành được phê duyệt"), shelf, approved)
    yield Holding("7.5.3.1", _("lần ban hành được phê duyệt"), shelf, approved)
    yield Holding("6.3", _("đề nghị sửa tài liệu"), reverse("controlled:requests"), asked)
    yield Holding("8.5.6", _("đề nghị sửa tài liệu"), reverse("controlled:requests"), asked)
    yield Holding("7.4", _("lần phổ biến văn bản, tài liệu"), knowing, spread)
    yield Holding("5.2.2", _("lượt xác nhận đã nắm"), knowing, known)
    yield Holding("7.3", _("lượt xác nhận đã nắm"), knowing, known)
    yield Holding("7.4", _("văn bản của kỳ"), reverse("documents:books"), papers)
    yield Holding("7.1.6", _("tài liệu, văn bản tìm lại được"), shelf, papers + approved)


def offer() -> None:
    """Offer them; called when the programme starts."""
    holdings.offer(held)
