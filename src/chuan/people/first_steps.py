"""First steps among people: officials with accounts, a second keeper, a second lock."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from chuan.offers.first_steps import FirstStep, offer
from chuan.people import rooms
from chuan.people.models import Appointment, Official, Passkey, RoleGrant, TotpKey, Unit
from chuan.people.permissions import STAFF_KEEPERS, may_keep_staff

FEWEST_WITH_ACCOUNT = 3
"""A Chairman, someone who enters, someone who keeps the house: fewer is not yet an office at work."""


def offer_first_steps() -> None:
    """Offer them; called once when the programme starts."""
    offer(
        FirstStep(
            "officials", 10, _("Thêm cán bộ, bổ nhiệm và cấp tài khoản"),
            _("Mỗi việc trong hệ thống có một người chịu trách nhiệm; mỗi người vào bằng tài khoản của mình."),
            "people:add", _("Thêm cán bộ"), _enough_accounts, may_keep_staff,
        ),
        FirstStep(
            "keepers", 20, _("Giao vai trò Quản trị cho người thứ hai"),
            _("Một người quên mật khẩu thì người kia cấp lại được."),
            "people:everybody", _("Giao vai trò"), _two_keepers, may_keep_staff,
        ),
        FirstStep(
            "second_factor", 30, _("Bật xác thực hai lớp cho người quản trị"),
            _("Lộ mật khẩu thì người khác vẫn chưa vào được để đổi quyền của cả đơn vị."),
            "people:account", _("Mở tài khoản"), _second_lock, may_keep_staff,
        ),
        FirstStep(
            "rooms", 75, _("Chọn phân hệ đơn vị dùng"),
            _("Đủ để có mục tiêu đo được thì bắt đầu ngay; bật thêm từng phân hệ khi cần."),
            "people:rooms", _("Mở trang Phân hệ"), rooms.all_chosen, may_keep_staff,
        ),
    )  # fmt: skip


def _enough_accounts(unit: Unit, on: date) -> bool:
    posts = Appointment.objects.on(on).filter(official=OuterRef("pk"))
    able = Official.objects.filter(unit=unit, account__is_active=True).filter(Exists(posts))
    return able.count() >= FEWEST_WITH_ACCOUNT


def _two_keepers(unit: Unit, on: date) -> bool:
    keepers = RoleGrant.objects.on(on).filter(unit=unit, role__in=STAFF_KEEPERS)
    return keepers.filter(official__account__is_active=True).values("official").distinct().count() > 1


def _second_lock(unit: Unit, on: date) -> bool:
    """Whether every keeper has one; a unit of invented data needs none."""
    account = OuterRef("official__account")
    one_lock = (
        RoleGrant.objects.on(on)
        .filter(unit=unit, role__in=STAFF_KEEPERS, official__account__is_active=True)
        .exclude(Exists(TotpKey.objects.filter(account=account)))
        .exclude(Exists(Passkey.objects.filter(account=account)))
    )
    return unit.example or not one_lock.exists()
