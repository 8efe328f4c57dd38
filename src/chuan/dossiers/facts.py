"""Acts that create legal facts of a dossier: done where the register of record is, refused here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.dossiers.refusals import NotKeptHere
from chuan.intake.record_systems import require_kept, system_on
from chuan.intake.refusals import FollowedElsewhere
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound

REGISTER = "dossiers"


@dataclass(frozen=True, slots=True)
class Fact:
    """A legal fact: its button, and the words of its refusal. ``key``: the one that ``intake`` words itself."""

    button: str | Promise
    key: str = ""
    thing: str | Promise = ""
    act: str | Promise = ""
    harm: str | Promise = ""


_TWICE = _("hai giấy khác nhau cho một hồ sơ")

FACTS: Mapping[str, Fact] = {
    "cap-ma": Fact(_("Tiếp nhận, cấp mã hồ sơ"), key="dossier_code"),
    "giay-hen": Fact(_("In giấy tiếp nhận và hẹn trả"), key="receipt"),
    "bo-sung": Fact(_("Yêu cầu bổ sung"), "", _("Phiếu yêu cầu bổ sung"), _("lập phiếu này"), _TWICE),
    "gia-han": Fact(
        _("Gia hạn, đổi ngày hẹn"), "", _("Ngày hẹn trả"), _("đổi ngày này"), _("hai ngày hẹn cho một hồ sơ")
    ),
    "tra": Fact(
        _("Ghi đã có kết quả, đã trả"),
        "",
        _("Ngày có kết quả và ngày trả"),
        _("ghi hai ngày này"),
        _("hai ngày xong cho một hồ sơ"),
    ),
}
"""What only the register of record may write, by its place in the address."""


def require_fact(which: str, viewer: Viewer, *, at: datetime) -> None:
    """Always refused: another system keeps dossiers, or Chuẩn does and has no such act yet.

    Raises ``NotFound`` for no such act, ``FollowedElsewhere`` naming the system, ``NotKeptHere``.
    """
    fact = FACTS.get(which)
    if fact is None:
        raise NotFound(thing=str(_("việc này")))
    _require_kept(fact, viewer.unit, timezone.localtime(at).date())
    raise NotKeptHere(act=str(fact.button))


def _require_kept(fact: Fact, unit: Unit, on: date) -> None:
    if fact.key:
        require_kept(unit, REGISTER, on, fact=fact.key)
        return
    system = system_on(unit, REGISTER, on)
    if not system.keeps:
        raise FollowedElsewhere(
            thing=str(fact.thing), system=system.name, act=str(fact.act), harm=str(fact.harm),
            way=str(_("Làm việc này ở hệ thống ấy, rồi nhập tệp mới vào Chuẩn")),
        )  # fmt: skip
