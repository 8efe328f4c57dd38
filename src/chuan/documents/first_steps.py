"""First step of documents: the Decision on the objectives is read in."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from chuan.documents.models import Reading
from chuan.documents.permissions import may_read_in
from chuan.offers.first_steps import FirstStep, offer
from chuan.people.models import Unit


def offer_first_step() -> None:
    """Offer it; called once when the programme starts."""
    offer(
        FirstStep(
            "decision", 60, _("Nạp quyết định ban hành mục tiêu chất lượng"),
            _("Máy đọc từng mục tiêu, chỉ tiêu, mức phải đạt; người xem lại rồi mới thành kế hoạch."),
            "documents:receive", _("Nạp quyết định"), _read_in, may_read_in,
        )
    )  # fmt: skip


def _read_in(unit: Unit, on: date) -> bool:
    return Reading.objects.filter(document__owner_unit=unit).exists()
