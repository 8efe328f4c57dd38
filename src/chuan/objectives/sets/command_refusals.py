"""What the command ``chuan figures`` cannot do, with the sentence it prints."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class SetUnknown(Refused):
    """No set of that code or name."""

    what = "Không có bộ số liệu nào mang mã hoặc tên “{wanted}”."
    do = "Xem mã bộ ở trang Chốt số liệu rồi gõ lại."
    wanted: str


@dataclass(kw_only=True, eq=False)
class SeveralSets(Refused):
    """Several sets have the name."""

    what = "Có nhiều bộ số liệu tên “{wanted}”: {codes}."
    do = "Gõ mã của bộ cần xuất thay cho tên."
    wanted: str
    codes: str


@dataclass(kw_only=True, eq=False)
class WhoUnknown(Refused):
    """No account of that name, or nobody in office behind it."""

    what = "Không có tài khoản “{username}” đang làm việc ở đơn vị."
    do = "Gõ đúng tên đăng nhập của người được xuất số liệu."
    username: str
