"""First step of the calendar: the year is confirmed, so that days due are certain."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from chuan.clocks.offices import calendar_of
from chuan.clocks.permissions import may_keep_calendar
from chuan.offers.first_steps import FirstStep, offer
from chuan.people.models import Unit


def offer_first_step() -> None:
    """Offer it; called once when the programme starts."""
    offer(
        FirstStep(
            "calendar", 40, _("Xác nhận lịch làm việc của năm"),
            _("Mọi ngày hạn tính theo ngày làm việc; so lịch đề xuất với thông báo nghỉ lễ rồi xác nhận."),
            "calendar:now", _("Mở lịch"), _confirmed, may_keep_calendar,
        )
    )  # fmt: skip


def _confirmed(unit: Unit, on: date) -> bool:
    return bool(calendar_of(unit).years.get(on.year))
