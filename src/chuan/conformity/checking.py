"""Named rules about conformity itself, and what this room holds as evidence of clauses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.conformity.models import CheckRun, ClauseNote, Confirmation, Declaration
from chuan.dossiers.models import ProcedureVersion
from chuan.law.qms import qms_value
from chuan.offers import holdings, self_checks
from chuan.offers.holdings import Holding
from chuan.offers.self_checks import Gap, Looked, SelfCheck, Severity
from chuan.people.models import Unit
from chuan.rules.law import NotInForce
from chuan.rules.types import Period
from chuan.rules.wording import said

LAW = "19/2014/QĐ-TTg, Điều 4"


def offer() -> None:
    """Register; called when the programme starts."""
    self_checks.offer(
        SelfCheck(
            "conformity.not_confirmed", "5.1.1", later("Người đứng đầu xác nhận hiệu lực của hệ thống"),
            Severity.WARNING, not_confirmed, LAW,
        ),
        SelfCheck(
            "conformity.scope_changed", "4.3", later("Công bố lại khi phạm vi thay đổi"), Severity.WARNING,
            scope_changed, "19/2014/QĐ-TTg, Điều 4 khoản 4 điểm c",
        ),
    )  # fmt: skip
    holdings.offer(held)


def not_confirmed(looked: Looked) -> Iterator[Gap]:
    """The head has not confirmed within the last months of the review; one statement."""
    try:
        months = qms_value("review_months", looked.on).whole
    except NotInForce:
        return
    since = looked.on - timedelta(days=months * 365 // 12)
    rows = Confirmation.objects.filter(unit=looked.unit, confirmed_on__gt=since, confirmed_on__lte=looked.on)
    if not rows.exists():
        words = _(
            "Trong %s tháng qua người đứng đầu chưa xác nhận hệ thống có hiệu lực. Xác nhận ở trang Nhiệm vụ của năm."
        )
        yield Gap(words % months, reverse("conformity:duties"))


def scope_changed(looked: Looked) -> Iterator[Gap]:
    """Procedures that came in after the last declaration was drafted: the scope holds them all. Two statements."""
    last = (
        Declaration.objects.filter(unit=looked.unit, recorded_at__lte=looked.at)
        .order_by("-recorded_at")
        .first()
    )
    if last is None:
        return
    declared = localdate(last.recorded_at)
    after = ProcedureVersion.objects.filter(
        procedure__unit=looked.unit, valid_from__gt=declared, valid_from__lte=looked.on
    )
    if new := after.count():
        words = _(
            "Từ lần công bố %(day)s có %(n)s phiên bản thủ tục mới. Xem phạm vi có đổi không, đổi thì công bố lại."
        )
        yield Gap(words % {"day": said(declared), "n": new}, reverse("conformity:duties"))


def held(unit: Unit, period: Period) -> Iterator[Holding]:
    """Confirmations, kept self-checks, sayings about clauses; four statements."""
    days = (period.start, period.end - timedelta(days=1))
    confirmed = Confirmation.objects.filter(unit=unit, confirmed_on__range=days).count()
    kept = CheckRun.objects.filter(unit=unit, on__range=days).count()
    noted = ClauseNote.objects.filter(
        unit=unit, kind=ClauseNote.Kind.NOT_APPLIED, valid_from__lt=period.end
    ).count()
    home = reverse("conformity:home")  # leads on to the checks whoever may read them
    yield Holding("4.3", _("phạm vi được người đứng đầu xác nhận"), home, confirmed, kept=True)
    yield Holding("5.1.1", _("lần xác nhận hiệu lực của hệ thống"), home, confirmed)
    yield Holding("10.1", _("lần tự kiểm tra đã lưu"), home, kept)
    yield Holding("4.3", _("lời ghi vì sao một điều không áp dụng"), reverse("conformity:clauses"), noted)
