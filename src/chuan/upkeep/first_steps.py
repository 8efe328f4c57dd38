"""First step of upkeep: there is a backup, so that nothing entered from now on can be lost with one disk."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from chuan.offers.first_steps import FirstStep, offer
from chuan.people.models import Unit
from chuan.upkeep.models import Backup
from chuan.upkeep.permissions import may_see_system


def offer_first_step() -> None:
    """Offer it; called once when the programme starts."""
    offer(
        FirstStep(
            "backup", 80, _("Sao lưu lần đầu, đặt nơi giữ bản thứ hai"),
            _("Máy hỏng thì khôi phục được từ bản sao lưu; để bản thứ hai ở ổ đĩa khác."),
            "upkeep:system", _("Mở trang Hệ thống"), _backed_up, may_see_system,
        )
    )  # fmt: skip


def _backed_up(unit: Unit, on: date) -> bool:
    return Backup.objects.filter(state=Backup.State.MADE).exists()
