"""Every reason to say no while a petition written here is joined with its row of the system of record."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class AlreadyListed(Refused):
    """A petition joined that its source lists already, or that stands no more."""

    what = "Đơn {number} đã có dòng ở hệ thống nguồn, hoặc không còn đứng riêng."
    do = "Tải lại trang Ghép với nguồn rồi chọn lại."
    number: str


@dataclass(kw_only=True, eq=False)
class WorkedOnBoth(Refused):
    """Two petitions joined on both of which lines were written here."""

    what = "Cả hai đơn đều đã có dòng ghi ở đây nên không ghép được."
    do = "Nếu là một đơn, lưu một đơn với lý do trùng và nối hai đơn ở trang Đơn trùng."


@dataclass(kw_only=True, eq=False)
class KindsDiffer(Refused):
    """A petition joined with a row of another kind: each kind has its own law."""

    what = "Đơn ở đây là {ours}, dòng của nguồn ghi {theirs}."
    do = "Xem lại có đúng là một đơn không; nếu đúng, sửa loại ở nơi ghi sai rồi ghép."
    ours: str
    theirs: str


@dataclass(kw_only=True, eq=False)
class CodeMissing(Refused):
    """No code, or a word in its place."""

    what = "Chưa ghi mã của hệ thống nguồn, hoặc mã không có chữ số nào."
    do = "Ghi đúng mã hệ thống ấy cấp cho đơn, không ghi tên."


@dataclass(kw_only=True, eq=False)
class CodeTaken(Refused):
    """A code typed that another petition of the ward bears already."""

    what = "Mã {number} đã ghi ở đơn {other}."
    do = "Kiểm tra mã ở hệ thống nguồn, hoặc bỏ mã ở đơn kia trước."
    number: str
    other: str


@dataclass(kw_only=True, eq=False)
class NotJoined(Refused):
    """A join taken back that was none."""

    what = "Đơn {number} chưa được ghép tay với dòng nào của hệ thống nguồn."
    do = "Không cần bỏ ghép; tải lại trang để xem đơn đang đứng thế nào."
    number: str
