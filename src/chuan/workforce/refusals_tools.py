"""Reasons to say no about tools used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class RuleEmpty(Refused):
    """A rule without any system, or a system without a number."""

    what = "Quy định chưa nêu hệ thống nào với số lượt ít nhất một tháng."
    do = "Chọn ít nhất một hệ thống và ghi số lượt từ 1 trở lên."


@dataclass(kw_only=True, eq=False)
class RuleTwice(Refused):
    """One system named twice."""

    what = "“{source}” được nêu hai lần."
    do = "Mỗi hệ thống một dòng; bỏ dòng thừa."
    source: str


@dataclass(kw_only=True, eq=False)
class RuleInMidMonth(Refused):
    """A rule must be known before the month that it judges."""

    what = "Quy định bắt đầu từ {since}, giữa tháng."
    do = "Ghi ngày đầu một tháng: mỗi tháng xét theo quy định có từ ngày đầu tháng ấy."
    since: date


@dataclass(kw_only=True, eq=False)
class RuleStands(Refused):
    """Nothing would change."""

    what = "Quy định ấy đang có hiệu lực, không có gì đổi."
    do = "Sửa số lượt, hệ thống hoặc ngày bắt đầu rồi ghi lại."


@dataclass(kw_only=True, eq=False)
class NothingSaid(Refused):
    """A list of accounts sent without a word about any of them."""

    what = "Chưa chọn gì cho tài khoản nào."
    do = "Chọn ở ít nhất một dòng rồi bấm Xác nhận."


@dataclass(kw_only=True, eq=False)
class AccountSaidAlready(Refused):
    """Somebody was quicker."""

    what = "Tài khoản “{account}” vừa được người khác xác nhận."
    do = "Mở lại trang; nếu sai thì bỏ xác nhận ấy rồi xác nhận lại."
    account: str


@dataclass(kw_only=True, eq=False)
class AccountEnded(Refused):
    """It was taken back before."""

    what = "Xác nhận về tài khoản “{account}” đã được bỏ trước đó."
    do = "Không cần làm gì thêm; mở lại trang để xem hiện trạng."
    account: str


@dataclass(kw_only=True, eq=False)
class MonthsUnchosen(Refused):
    """A log counted, and no month of it to hand on; or months with a gap between."""

    what = "Chưa chọn tháng nào, hoặc các tháng đã chọn không liền nhau."
    do = "Chọn các tháng liền nhau mà nhật ký có đủ."


@dataclass(kw_only=True, eq=False)
class CountedLost(Refused):
    """What was counted did not come back whole, or too late."""

    what = "Bảng đã đếm không còn nguyên hoặc đã để quá lâu."
    do = "Đưa nhật ký lên đếm lại."


@dataclass(kw_only=True, eq=False)
class OwnUnasked(Refused):
    """Sign-ins are kept for security: they are counted only where the unit's own rule says so."""

    what = "Quy định sử dụng phần mềm của tháng {month} không nêu hệ thống Chuẩn."
    do = "Viết quy định có hệ thống tên “Chuẩn” từ một tháng, rồi đếm từ tháng ấy."
    month: str


@dataclass(kw_only=True, eq=False)
class OwnNotOver(Refused):
    """A month is counted once, when it is over."""

    what = "Tháng {month} chưa hết."
    do = "Mỗi tháng chỉ đếm một lần, sau ngày cuối tháng."
    month: str


@dataclass(kw_only=True, eq=False)
class OwnGone(Refused):
    """Sign-ins are not kept long enough to count a month of long ago."""

    what = "Không còn đủ phiên đăng nhập của tháng {month}: Chuẩn chỉ giữ từ {since}."
    do = "Tháng ấy là “chưa đo được”; đừng ghi tay. Từ nay Chuẩn tự đếm khi hết tháng."
    month: str
    since: date


@dataclass(kw_only=True, eq=False)
class OwnCounted(Refused):
    """Counted before; the numbers stand."""

    what = "Tháng {month} đã đếm rồi."
    do = "Số đã đếm giữ nguyên, không cần đếm lại."
    month: str
