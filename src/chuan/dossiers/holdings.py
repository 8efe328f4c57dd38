"""What this room holds as evidence of clauses of TCVN ISO 9001:2015 (``offers.holdings``)."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.dossiers.models import Dossier, ProcedureVersion, Reconciliation, Sample, SurveyTotal
from chuan.offers import holdings
from chuan.offers.holdings import Holding
from chuan.people.models import Unit
from chuan.rules.types import Period


def held(unit: Unit, period: Period) -> Iterator[Holding]:
    """Dossiers by what they show, procedures, samples, surveys, reconciliations of the period. Five statements."""
    yield from _dossiers(unit, period)
    yield from _around(unit, period)


def _dossiers(unit: Unit, period: Period) -> Iterator[Holding]:
    received = Q(received_on__gte=period.start, received_on__lt=period.end)
    settled = Q(settled_on__gte=period.start, settled_on__lt=period.end)
    told = Dossier.objects.filter(owner_unit=unit).aggregate(
        received=Count("pk", filter=received), settled=Count("pk", filter=settled),
        late=Count("pk", filter=settled & Q(outcome="late")),
    )  # fmt: skip
    address = reverse("dossiers:list")
    yield Holding("8.2.3.1", _("hồ sơ được xem khi tiếp nhận"), address, told["received"])
    yield Holding("8.2.3.2", _("hồ sơ có giấy tiếp nhận, ngày hẹn"), address, told["received"])
    yield Holding("8.5.1", _("hồ sơ giải quyết theo thủ tục và hạn"), address, told["settled"])
    yield Holding("8.5.2", _("hồ sơ có mã, từng phiên bản"), address, told["received"])
    yield Holding("8.6", _("hồ sơ có kết quả và ngày trả"), address, told["settled"])
    yield Holding("8.7.1", _("hồ sơ trễ hạn được nhận ra"), address, told["late"])
    yield Holding("5.1.2", _("hồ sơ được theo dõi theo hạn"), address, told["received"])


def _around(unit: Unit, period: Period) -> Iterator[Holding]:
    overlaps = {"period_start__lt": period.end, "period_end__gt": period.start}
    versions = ProcedureVersion.objects.filter(procedure__unit=unit, valid_from__lt=period.end).count()
    samples = Sample.objects.filter(unit=unit, **overlaps).count()
    surveys = SurveyTotal.objects.filter(unit=unit, corrected_by=None, **overlaps).count()
    agreed = Reconciliation.objects.filter(unit=unit, **overlaps).count()
    procedures, figures = reverse("procedures:list"), reverse("dossier_figures:table")
    yield Holding("8.2.1", _("thủ tục công khai, hẹn ngày nào"), procedures, versions)
    yield Holding("8.2.2", _("thủ tục và thời hạn, có văn bản"), procedures, versions, kept=True)
    yield Holding("8.2.4", _("phiên bản của thủ tục"), procedures, versions)
    yield Holding("9.1.1", _("lần lấy mẫu kiểm tra"), reverse("dossier_figures:samples"), samples)
    yield Holding("9.1.2", _("lần khảo sát hài lòng"), reverse("dossier_figures:surveys"), surveys)
    yield Holding("9.1.3", _("biểu được đối chiếu"), reverse("dossier_figures:reconciliations"), agreed)
    yield Holding("9.1.3", _("bảng số liệu mở tới từng hồ sơ"), figures, 1)


def offer() -> None:
    """Offer them; called when the programme starts."""
    holdings.offer(held)
