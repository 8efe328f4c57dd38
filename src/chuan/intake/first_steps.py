"""First step of imports: which system keeps each register is said."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from chuan.intake.models import RecordSystem
from chuan.intake.permissions import may_set_record_system
from chuan.offers.first_steps import FirstStep, offer
from chuan.people.models import Unit


def offer_first_step() -> None:
    """Offer it; called once when the programme starts."""
    offer(
        FirstStep(
            "record_systems", 50, _("Khai nguồn chính của từng sổ"),
            _("Sổ hồ sơ, văn bản nào giữ ở hệ thống nào; mỗi con số đếm được đều ghi nguồn này."),
            "record_systems:list", _("Khai nguồn chính"), _declared, may_set_record_system,
        )
    )  # fmt: skip


def _declared(unit: Unit, on: date) -> bool:
    return RecordSystem.objects.filter(unit=unit, valid_from__lte=on).exists()
