"""Every reason to say no on the public page and in its queue."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class PublicNotHere(Refused):
    """The public page switched on where the machine is not one for the Internet."""

    what = "Máy chủ này không mở trang cho người dân."
    do = "Máy của phường, xã không đưa ra Internet. Trang này chỉ chạy trên máy chủ của tỉnh, do nơi ấy mở."


@dataclass(kw_only=True, eq=False)
class PublicTooMany(Refused):
    """More posts than the page takes from one network, or for one unit."""

    what = "Lúc này trang nhận quá nhiều phản ánh nên chưa gửi được."
    do = (
        "Nội dung đã gõ còn nguyên ở dưới (ảnh phải chọn lại). Đợi {wait} rồi bấm gửi lần nữa; "
        "việc gấp thì gọi Ủy ban nhân dân."
    )
    wait: str


@dataclass(kw_only=True, eq=False)
class PublicQueueFull(Refused):
    """More posts wait than anybody reads."""

    what = "Đang có quá nhiều phản ánh chờ xem nên trang tạm ngừng nhận."
    do = "Chép lại nội dung đã gõ ở dưới, gửi lại ngày mai, hoặc gọi, đến Ủy ban nhân dân."


@dataclass(kw_only=True, eq=False)
class PublicTooFast(Refused):
    """A form sent sooner than a person reads it, or without the mark of our own page."""

    what = "Trang gửi đi nhanh quá hoặc để mở lâu quá nên chưa nhận."
    do = "Đọc lại nội dung rồi bấm gửi lần nữa (ảnh phải chọn lại)."


@dataclass(kw_only=True, eq=False)
class PublicTrap(Refused):
    """The box that people leave empty was filled in."""

    what = "Có chữ ở ô phải để trống."
    do = "Ô ấy đã được xóa. Bấm gửi lần nữa (ảnh phải chọn lại)."


@dataclass(kw_only=True, eq=False)
class PublicTextMissing(Refused):
    """A post that says nothing."""

    what = "Chưa viết phản ánh điều gì."
    do = "Viết vài câu: việc gì, ở đâu, từ khi nào."


@dataclass(kw_only=True, eq=False)
class PublicPhotosTooMany(Refused):
    """More photos than a post takes."""

    what = "Đã chọn {count} ảnh, mỗi lần gửi tối đa {most} ảnh."
    do = "Chọn lại những ảnh rõ nhất."
    count: int
    most: int


@dataclass(kw_only=True, eq=False)
class PublicCodeWrong(Refused):
    """A code under which nothing waits here."""

    what = "Không thấy gì theo mã này."
    do = "Xem lại từng chữ. Mã của khiếu nại, tố cáo chỉ tra tại nơi tiếp công dân; mất mã thì hỏi ở đó."


@dataclass(kw_only=True, eq=False)
class PublicCodesTooFast(Refused):
    """Too many wrong codes from one network."""

    what = "Đã thử nhiều mã không đúng."
    do = "Đợi {wait} rồi tra lại."
    wait: str


@dataclass(kw_only=True, eq=False)
class PublicSupplyMissing(Refused):
    """An answer to our question without a word."""

    what = "Chưa viết điều cần bổ sung."
    do = "Trả lời câu hỏi ở trên rồi gửi."


@dataclass(kw_only=True, eq=False)
class PublicNotAsked(Refused):
    """Something sent that is not, or no longer, asked for."""

    what = "Việc này đã ghi rồi, hoặc lúc này không hỏi nữa."
    do = "Xem tình trạng mới ở dưới; không phải gửi lại."


@dataclass(kw_only=True, eq=False)
class PublicSettled(Refused):
    """A post that somebody decided on already, or whose words are gone."""

    what = "Bài này đã có người xử lý, hoặc nội dung đã hủy."
    do = "Quay lại danh sách để xem tình trạng mới."


@dataclass(kw_only=True, eq=False)
class PublicWhyMissing(Refused):
    """A post set aside without a reason."""

    what = "Chưa chọn vì sao không nhận."
    do = "Chọn một lý do; người gửi đọc được lý do ấy khi tra mã."


@dataclass(kw_only=True, eq=False)
class PublicNoResult(Refused):
    """A result shown, or taken off, where there is none."""

    what = "Đơn này chưa có câu trả lời để đưa lên trang, hoặc kết quả không còn ở trên trang."
    do = "Ghi trả lời phản ánh trước, rồi đưa kết quả lên trang."


@dataclass(kw_only=True, eq=False)
class PublicTellsSender(Refused):
    """Words for everybody that tell who sent it."""

    what = "Trong chữ sắp đưa lên trang có tên, địa chỉ hoặc số điện thoại của người gửi."
    do = "Bỏ những chữ ấy đi; chỉ viết việc gì và kết quả thế nào."
