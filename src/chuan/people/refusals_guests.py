"""Every reason to say no that concerns guests of an inspecting body."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class GuestOnlyReads(Refused):
    """A guest sends something that is not his to send."""

    what = "Tài khoản kiểm tra chỉ xem, không sửa được gì của đơn vị."
    do = "Điều cần ghi nhận, ghi ở mục Phát hiện trên Trang kiểm tra."


@dataclass(kw_only=True, eq=False)
class NotForGuests(Refused):
    """A guest opens what is not open to inspectors."""

    what = "Trang này không mở cho tài khoản kiểm tra."
    do = "Cần xem thì đề nghị đơn vị cho xem tại chỗ; về Trang kiểm tra để xem tiếp."


@dataclass(kw_only=True, eq=False)
class NamesMissing(Refused):
    """Accounts for nobody."""

    what = "Chưa ghi người kiểm tra nào."
    do = "Ghi mỗi người một dòng: họ và tên; chức vụ."


@dataclass(kw_only=True, eq=False)
class NameTwice(Refused):
    """One person twice in a list."""

    what = "“{name}” đứng hai lần trong danh sách."
    do = "Để mỗi người một dòng; trùng tên thì ghi thêm chức vụ vào tên."
    name: str


@dataclass(kw_only=True, eq=False)
class TooManyGuests(Refused):
    """A list longer than any inspection."""

    what = "Một đợt kiểm tra nhận nhiều nhất {most} người."
    do = "Kiểm lại danh sách, mỗi người một dòng."
    most: int


@dataclass(kw_only=True, eq=False)
class VisitTooLong(Refused):
    """Days that no inspection lasts."""

    what = "Từ {since} đến {last} dài quá {days} ngày."
    do = "Ghi đúng những ngày ghi trong quyết định kiểm tra; cần thêm thì mở đợt khác."
    since: date
    last: date
    days: int


@dataclass(kw_only=True, eq=False)
class VisitOver(Refused):
    """Accounts for days that are over."""

    what = "Ngày cuối {last} đã qua."
    do = "Đợt kiểm tra đã xong thì ghi lại theo biên bản, không cần mở tài khoản."
    last: date


@dataclass(kw_only=True, eq=False)
class GuestGone(Refused):
    """A guest whose days are over or whose account was ended."""

    what = "Tài khoản của {name} đã kết thúc."
    do = "Cần vào lại thì thêm người này vào đợt kiểm tra còn đang mở."
    name: str
