"""Reasons to say no to what is sent, to whom, and to packets that come in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class NotIssuedForSending(Refused):
    """Only what was issued is sent."""

    what = "Văn bản chưa phát hành nên chưa gửi được."
    do = "Ký, cấp số, ký số cơ quan và phát hành trước."


@dataclass(kw_only=True, eq=False)
class NoSignedFile(Refused):
    """There is no PDF to be sent."""

    what = "Văn bản chưa có tệp PDF đã ký nên không có gì để gửi."
    do = "Nạp tệp PDF đã ký của văn bản rồi lập lại."


@dataclass(kw_only=True, eq=False)
class OrganCodeMissing(Refused):
    """A packet names its sender by the code of the agency."""

    what = "Đơn vị chưa khai báo mã định danh nên chưa lập được gói tin."
    do = "Khai báo mã định danh và cơ quan chủ quản ở Gửi nhận, mục Mã định danh."


@dataclass(kw_only=True, eq=False)
class OrganCodeWrong(Refused):
    """A code that neither rule makes."""

    what = "Mã định danh “{typed}” không đúng dạng nào đang dùng."
    do = "Viết như H27.31.5 (Quyết định 20/2020/QĐ-TTg) hoặc 000.05.31.H27 (QCVN 102:2016/BTTTT)."
    typed: str


@dataclass(kw_only=True, eq=False)
class NothingToPack(Refused):
    """No receiver is waiting for a packet."""

    what = "Không có nơi nhận nào chờ gửi bằng gói tin liên thông."
    do = "Khai báo mã định danh cho nơi nhận, rồi xếp lượt gửi ở trang Nơi nhận của văn bản."


@dataclass(kw_only=True, eq=False)
class TypeNotOnList(Refused):
    """The list of kinds of the standard does not hold this one."""

    what = "Danh mục loại văn bản của gói tin không có “{type}”."
    do = "Gửi văn bản này qua thư điện tử công vụ hoặc bản giấy."
    type: str


@dataclass(kw_only=True, eq=False)
class NothingChosen(Refused):
    """A line of recipients that still names nobody."""

    what = "Chưa chọn dòng này gửi cho ai."
    do = "Chọn một người, chức danh, nhóm, nơi nhận ngoài, hoặc “lưu, không gửi”."


@dataclass(kw_only=True, eq=False)
class AddressTwice(Refused):
    """A name that stands already."""

    what = "Đã có “{name}” trong danh sách."
    do = "Mở dòng ấy để sửa, hoặc đặt tên khác."
    name: str


@dataclass(kw_only=True, eq=False)
class GroupEmpty(Refused):
    """A group of nobody."""

    what = "Nhóm chưa có chức danh hay người nào."
    do = "Chọn ít nhất một chức danh hoặc một người."


@dataclass(kw_only=True, eq=False)
class NoAddress(Refused):
    """Mail without an address."""

    what = "{name} chưa có địa chỉ thư điện tử công vụ."
    do = "Ghi địa chỉ ở Nơi nhận ngoài rồi gửi lại."
    name: str


@dataclass(kw_only=True, eq=False)
class MailNotSet(Refused):
    """No mail server is configured."""

    what = "Máy chủ chưa cấu hình gửi thư nên Chuẩn không tự gửi được."
    do = "Tải tệp .eml, gửi từ hộp thư công vụ, rồi ghi đã gửi."


@dataclass(kw_only=True, eq=False)
class SentInFuture(Refused):
    """A sending that has not happened yet."""

    what = "Ngày {day} chưa tới."
    do = "Ghi thời điểm thật sự gửi, không sau bây giờ."
    day: date


@dataclass(kw_only=True, eq=False)
class PacketHere(Refused):
    """The very same file came in before."""

    what = "Gói tin “{name}” đã nhận rồi (tệp giống hệt “{earlier}”)."
    do = "Mở gói tin ấy ở Gói tin đến; không nhận hai lần."
    name: str
    earlier: str


@dataclass(kw_only=True, eq=False)
class PacketSecret(Refused):
    """A state secret at the door: nothing of it is stored (Luật Bảo vệ bí mật nhà nước)."""

    what = "Gói tin mang dấu độ mật nên Chuẩn không nhận, không lưu tệp, không ghi số và trích yếu."
    do = "Báo văn thư mật và nơi gửi; xóa tệp khỏi máy này và xử lý theo quy định bảo vệ bí mật nhà nước."


@dataclass(kw_only=True, eq=False)
class PacketSettled(Refused):
    """A packet about which somebody has decided already."""

    what = "Gói tin này đã được xử lý: {status}."
    do = "Tải lại trang để xem ai đã quyết định, lúc nào."
    status: str


@dataclass(kw_only=True, eq=False)
class PacketOtherKind(Refused):
    """A decision that does not fit what the packet is."""

    what = "Gói tin này không xử lý theo cách ấy được."
    do = "Mở trang gói tin và chọn một việc có trên trang."


@dataclass(kw_only=True, eq=False)
class TooManyPackets(Refused):
    """More files at once than one request can read."""

    what = "Một lần thả tối đa {most} gói tin, lần này có {count}."
    do = "Chia làm nhiều lần thả; chưa gói nào được nhận."
    most: int
    count: int


@dataclass(kw_only=True, eq=False)
class NotHisDelivery(Refused):
    """Somebody opens what was sent to another."""

    what = "Văn bản này không gửi cho ông, bà."
    do = "Mở Gửi nhận, mục Gửi cho tôi."
