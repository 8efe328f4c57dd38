"""Nguồn chính: which system keeps a register on a day, and what Chuẩn may not do while another keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from chuan.intake.models import RecordSystem
from chuan.intake.refusals import FollowedElsewhere
from chuan.law.record_systems import lawful_system
from chuan.people.models import Unit
from chuan.rules.types import Sure


@dataclass(frozen=True, slots=True)
class System:
    """Who keeps a register on a day. ``keeps``: Chuẩn itself. ``sure`` is None where the unit named its document."""

    name: str
    keeps: bool
    citation: str
    since: date | None
    sure: Sure | None = None


_FACTS = {
    "number": ("Số văn bản", "cấp số", "hai dãy số", "Lấy số ở hệ thống ấy"),
    "seal": ("Chữ ký số của văn bản", "ký số, đóng dấu", "hai bản gốc", "Ký và đóng dấu ở hệ thống ấy"),
    "issue": ("Văn bản đi", "phát hành", "gửi hai lần", "Phát hành ở hệ thống ấy"),
    "send": ("Gói tin và thư của văn bản", "gửi và trả lời", "gửi hai lần", "Gửi và trả lời ở hệ thống ấy"),
    "arrival_number": (
        "Số đến của văn bản",
        "cấp số đến",
        "hai dãy số đến",
        "Đăng ký văn bản đến ở hệ thống ấy",
    ),
    "dossier_code": ("Mã hồ sơ", "cấp mã", "hai dãy mã", "Tiếp nhận ở hệ thống ấy để có mã"),
    "receipt": (
        "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        "in giấy tiếp nhận",
        "tiếp nhận hai lần",
        "In giấy ở hệ thống ấy",
    ),
}
"""Legal facts that only the register of record creates: (thing, act, harm, way out)."""


def system_on(unit: Unit, register: str, on: date) -> System:
    """Who keeps the register on the day: what the unit has said by a document, else the lawful system, followed."""
    rows = RecordSystem.objects.filter(unit=unit, register=register, valid_from__lte=on)
    row = rows.order_by("-valid_from").first()
    if row is not None:
        return System(row.system, row.keeps, row.citation, row.valid_from)
    return _by_law(register, on)


def require_kept(unit: Unit, register: str, on: date, *, fact: str) -> None:
    """Refuse to create a legal fact ("number", "seal", "dossier_code", …) where another system keeps the register.

    Raises ``FollowedElsewhere``; KeyError for an unknown fact.
    """
    thing, act, harm, way = _FACTS[fact]
    system = system_on(unit, register, on)
    if not system.keeps:
        raise FollowedElsewhere(thing=thing, system=system.name, act=act, harm=harm, way=way)


def _by_law(register: str, on: date) -> System:
    value = lawful_system(register, on)
    if value is None:
        return System(_("hệ thống nguồn"), False, "", None, Sure.UNVERIFIED)
    citation = ", ".join(part for part in (value.citation.number, value.citation.article) if part)
    return System(value.value, False, citation, value.valid_from, value.sure)
