"""Named rules about objectives of the year (``offers.self_checks``)."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.objectives.bases import kept
from chuan.objectives.bases.comparing import is_measured, targets_of
from chuan.objectives.models import Basis, FigureDue, Objective, Plan
from chuan.offers import self_checks
from chuan.offers.self_checks import Gap, Looked, SelfCheck, Severity
from chuan.ui import formatters as say

MOST = 30
"""How many are named one by one."""


def offer() -> None:
    """Register; called when the programme starts."""
    self_checks.offer(
        SelfCheck("objectives.no_plan", "6.2.1", later("Có mục tiêu chất lượng của năm"), Severity.BREACH, no_plan),
        SelfCheck(
            "objectives.unplanned", "6.2.2", later("Mục tiêu có việc phải làm"), Severity.WARNING, unplanned
        ),
        SelfCheck(
            "objectives.no_basis", "6.2.1", later("Mục tiêu đã đối chiếu với căn cứ"), Severity.HINT, no_basis
        ),
        SelfCheck("objectives.stale", "9.1.1", later("Số đo đến hạn được chốt"), Severity.WARNING, stale),
    )  # fmt: skip


def no_plan(looked: Looked) -> Iterator[Gap]:
    """No plan stands for the year of the day; one statement."""
    if not Plan.objects.standing().filter(owner_unit=looked.unit, year=looked.on.year).exists():
        words = _("Năm %s chưa có mục tiêu chất lượng. Nạp quyết định ban hành mục tiêu rồi xác nhận.")
        yield Gap(words % looked.on.year, reverse("objectives:year"))


def unplanned(looked: Looked) -> Iterator[Gap]:
    """Objectives of the year without a word on what is done for them; one statement."""
    rows = Objective.objects.filter(
        plan__owner_unit=looked.unit, plan__year=looked.on.year, plan__status=Plan.Status.STANDING, parent=None,
        what="",
    )  # fmt: skip
    for one in rows.order_by("pk")[:MOST]:
        words = _("Mục tiêu “%s” chưa ghi việc phải làm. Mở kế hoạch của năm và ghi.")
        yield Gap(words % one.name[:120], reverse("objectives:year") + f"?nam={looked.on.year}")


def no_basis(looked: Looked) -> Iterator[Gap]:
    """Promises of the year with a level that nobody held against a paper; three statements at most."""
    plan = Plan.objects.standing().filter(owner_unit=looked.unit, year=looked.on.year).first()
    if plan is None:
        return
    page = reverse("objectives:bases") + f"?nam={plan.year}"
    if not Basis.objects.standing().filter(plan=plan).exists():
        words = _(
            "Năm %s chưa giữ căn cứ nào của mục tiêu. Nạp nghị quyết hoặc văn bản giao chỉ tiêu rồi đối chiếu."
        )
        yield Gap(words % plan.year, page)
        return
    stands = kept.standing_by_target(plan)
    loose = sum(is_measured(one) and one.pk not in stands for one in targets_of(plan))
    if loose:
        words = _("%s chỉ tiêu chưa ai đối chiếu với căn cứ. Mở So với căn cứ và xác nhận từng dòng.")
        yield Gap(words % say.number(loose), page)


def stale(looked: Looked) -> Iterator[Gap]:
    """Figures of ended periods that nobody put in; one statement."""
    late = FigureDue.objects.filter(
        plan__owner_unit=looked.unit, plan__status=Plan.Status.STANDING, due_on__lt=looked.on, settled_by=None
    ).count()
    if late:
        words = _("%s số đo đã đến hạn mà chưa chốt. Nhập hoặc chốt số liệu của kỳ.")
        yield Gap(words % say.number(late), reverse("objectives:year"))
