"""First steps of petitions: somebody receives them, and it is said which system keeps their register."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from chuan.intake.models import RecordSystem
from chuan.intake.permissions import may_set_record_system
from chuan.offers.first_steps import FirstStep, offer
from chuan.people.models import RoleGrant, Unit
from chuan.people.permissions import may_keep_staff
from chuan.petitions.permissions import KEEPERS


def offer_first_steps() -> None:
    """Offer them; called once when the programme starts."""
    offer(
        FirstStep(
            "petition_clerk", 55, _("Giao vai trò tiếp dân, xử lý đơn"),
            _("Chỉ người giữ vai trò này và lãnh đạo mở được đơn; chưa giao thì không ai nhận được đơn."),
            "people:everybody", _("Giao vai trò"), _clerk_named, may_keep_staff,
        ),
        FirstStep(
            "petition_register", 56, _("Nói rõ hệ thống nào giữ sổ đơn"),
            _("Nơi khác giữ sổ thì đơn ghi ở đây chỉ để theo dõi, và số liệu đếm theo sổ ấy."),
            "record_systems:list", _("Khai nơi giữ sổ đơn"), _register_declared, may_set_record_system,
        ),
    )  # fmt: skip


def _clerk_named(unit: Unit, on: date) -> bool:
    return RoleGrant.objects.on(on).filter(unit=unit, role__in=KEEPERS).exists()


def _register_declared(unit: Unit, on: date) -> bool:
    return RecordSystem.objects.filter(unit=unit, register="petitions", valid_from__lte=on).exists()
