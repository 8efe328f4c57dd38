"""Reasons to say no to a pack being made or checked; no Django here, a pack is checked without it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class PeriodToCome(Refused):
    """A period that has not begun."""

    what = "Kỳ bắt đầu ngày {day} chưa tới nên chưa có gì để lập hồ sơ."
    do = "Chọn kỳ bắt đầu không sau hôm nay."
    day: date


@dataclass(kw_only=True, eq=False)
class PeriodUpsideDown(Refused):
    """The last day is before the first, or more than two years lie between."""

    what = "Từ ngày {first} đến ngày {last} không phải một kỳ để kiểm tra."
    do = "Ngày cuối không trước ngày đầu, và kỳ dài không quá hai năm."
    first: date
    last: date


@dataclass(kw_only=True, eq=False)
class PeriodUnreadable(Refused):
    """The command's period is none."""

    what = "Không hiểu kỳ “{typed}”."
    do = "Viết như 2021 (cả năm), 2021-06 (một tháng), hoặc 2021-01..2021-06 (từ tháng đến hết tháng)."
    typed: str


@dataclass(kw_only=True, eq=False)
class UnitIsAnother(Refused):
    """The command names a unit that is not the one of the account."""

    what = "Tài khoản này thuộc {unit}, không phải “{asked}”."
    do = "Dùng tài khoản của đơn vị cần lập hồ sơ, hoặc bỏ --unit."
    unit: str
    asked: str


@dataclass(kw_only=True, eq=False)
class AccountUnknown(Refused):
    """Nobody of that name may act."""

    what = "Không có tài khoản “{username}” đang dùng được."
    do = "Ghi đúng tên đăng nhập sau --as."
    username: str


@dataclass(kw_only=True, eq=False)
class NotMade(Refused):
    """The making stopped; the command says what the pack's page would say."""

    what = "{told}"
    do = "Gói chưa được ghi ra tệp nào."
    told: str


@dataclass(kw_only=True, eq=False)
class PackTooBig(Refused):
    """More than a pack may hold."""

    what = "Hồ sơ của kỳ này lớn quá {megabytes} MB."
    do = "Chia kỳ ngắn hơn (từng quý, từng tháng) rồi lập lại."
    megabytes: int


@dataclass(kw_only=True, eq=False)
class PackOversized(Refused):
    """Larger than any pack that is made here."""

    what = "Tệp “{name}” hoặc một tệp trong đó lớn hơn mọi gói mà Chuẩn lập nên không mở."
    do = "Xin lại gói từ đơn vị."
    name: str


@dataclass(kw_only=True, eq=False)
class PackUnsafe(Refused):
    """A path that would leave the pack's own folder."""

    what = "Gói có tệp mang đường dẫn lạ “{path}” nên không mở."
    do = "Không giải nén gói này; xin lại gói từ đơn vị."
    path: str
