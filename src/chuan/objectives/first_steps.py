"""First step of objectives: a reading is confirmed and has become the year's plan."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from chuan.documents.permissions import may_confirm
from chuan.objectives.models import Plan
from chuan.offers.first_steps import FirstStep, offer
from chuan.people.models import Unit


def offer_first_step() -> None:
    """Offer it; called once when the programme starts."""
    offer(
        FirstStep(
            "plan", 70, _("Xác nhận bản đọc thành kế hoạch mục tiêu"),
            _("Từ lúc ấy các kỳ nhập kết quả hiện ở Việc của tôi của từng người phụ trách."),
            "documents:list", _("Mở bản đọc"), _planned, may_confirm,
        )
    )  # fmt: skip


def _planned(unit: Unit, on: date) -> bool:
    return Plan.objects.filter(unit=unit).exists()
