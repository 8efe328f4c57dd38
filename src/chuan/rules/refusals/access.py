"""Refusals about who may do what, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from chuan.rules.refusals.refused import Refused


@dataclass(kw_only=True, eq=False)
class NotAllowed(Refused):
    """The viewer's role does not include this act; ``who`` names those who may."""

    what = "Việc này thuộc quyền của {who}."
    do = "Chuyển việc cho {who}, hoặc đề nghị người quản trị giao thêm vai trò kèm văn bản."
    who: str


@dataclass(kw_only=True, eq=False)
class NotYours(Refused):
    """The thing may be seen, but another official answers for it."""

    what = "{thing} do {owner} phụ trách."
    do = "Nhờ {owner} làm, hoặc đề nghị lãnh đạo giao lại việc này."
    thing: str
    owner: str


@dataclass(kw_only=True, eq=False)
class NotFound(Refused):
    """It does not exist, or belongs to another unit; the two are never told apart."""

    what = "Không thấy {thing} trong phạm vi được xem."
    do = "Kiểm tra lại địa chỉ hoặc tìm theo tên; nếu vừa đổi công tác, báo người quản trị cập nhật vai trò."
    thing: str = "trang này"


@dataclass(kw_only=True, eq=False)
class AccountLocked(Refused):
    """Too many wrong passwords."""

    what = "Tài khoản tạm khóa vì sai mật khẩu nhiều lần."
    do = "Đợi {minutes} phút rồi đăng nhập lại, hoặc nhờ người quản trị cấp mật khẩu mới."
    minutes: int


@dataclass(kw_only=True, eq=False)
class PasswordIssuedMustChange(Refused):
    """The password was issued by somebody else and is known to two people."""

    what = "Mật khẩu đang dùng do người khác cấp nên chưa phải của riêng mình."
    do = "Đặt mật khẩu mới trước khi làm việc khác."


@dataclass(kw_only=True, eq=False)
class PasswordIssuedLongAgo(Refused):
    """A one-time password that nobody used in time (OWASP ASVS 5.0, 6.4.1)."""

    what = "Mật khẩu dùng một lần này cấp đã quá {days} ngày nên không mở được nữa."
    do = "Nhờ người quản trị cấp lại mật khẩu rồi đăng nhập và đặt mật khẩu của mình."
    days: int


@dataclass(kw_only=True, eq=False)
class ActionTooOld(Refused):
    """The act took longer than the trail allows (spine.md §2.2)."""

    what = "Thao tác kéo dài quá {seconds} giây nên chưa được ghi, dữ liệu vẫn như cũ."
    do = "Bấm làm lại; nếu lặp lại nhiều lần, báo người quản trị kiểm tra máy chủ."
    seconds: int = 30


@dataclass(kw_only=True, eq=False)
class ClockSetBack(Refused):
    """The machine's clock is earlier than the house has written before: every deadline would be wrong."""

    what = "Đồng hồ máy chủ đang là {now}, sớm hơn lần ghi gần nhất ({last}), nên chưa ghi gì."
    do = "Nhờ người quản trị chỉnh lại ngày giờ của máy chủ rồi bấm làm lại."
    now: datetime
    last: datetime
