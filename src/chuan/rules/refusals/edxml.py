"""Refusals about edXML packets: what comes in from the document axis, and what may not leave."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals.refused import Refused


@dataclass(kw_only=True, eq=False)
class NotEdxml(Refused):
    """The text is no XML, or its outermost element is another one; ``found`` says what stands there."""

    what = "Tệp “{name}” không phải gói tin văn bản điện tử (edXML): {found}."
    do = "Chọn đúng tệp .edxml nhận từ trục liên thông; nếu tệp bị cắt cụt thì đề nghị nơi gửi gửi lại."
    name: str
    found: str


@dataclass(kw_only=True, eq=False)
class EdxmlDeclaresType(Refused):
    """A DOCTYPE or an entity: no sender needs one, and it is how such files attack."""

    what = "Gói tin “{name}” có phần khai báo DOCTYPE hoặc thực thể, là cách thường dùng để tấn công, nên không đọc."
    do = "Đề nghị nơi gửi gửi lại gói tin không có phần khai báo này."
    name: str


@dataclass(kw_only=True, eq=False)
class EdxmlTooDeep(Refused):
    """Elements inside elements beyond every known sender, or far too many of them."""

    what = (
        "Gói tin “{name}” có cấu trúc quá sâu hoặc quá nhiều phần tử nên đã dừng đọc để giữ an toàn cho máy."
    )
    do = "Hỏi lại nơi gửi; gói tin thông thường không quá {depth} tầng và {elements} phần tử."
    name: str
    depth: int
    elements: int


@dataclass(kw_only=True, eq=False)
class EdxmlEnvelopes(Refused):
    """More than one envelope: which one is meant must not be guessed."""

    what = "Tệp “{name}” chứa {count} phong bì edXML trong khi một gói tin chỉ có một."
    do = "Đề nghị nơi gửi tách thành từng gói tin rồi gửi lại."
    name: str
    count: int


@dataclass(kw_only=True, eq=False)
class EdxmlTooBig(Refused):
    """Over the limit of one packet; sizes in whole megabytes."""

    what = "Gói tin nặng {megabytes} MB, mức nhận tối đa là {limit} MB."
    do = "Đề nghị nơi gửi tách bớt tệp đính kèm thành gói tin khác, hoặc nhận tệp qua đường khác."
    megabytes: int
    limit: int


@dataclass(kw_only=True, eq=False)
class EdxmlAttachmentsTooMany(Refused):
    """More attachments than a packet may carry."""

    what = "Gói tin “{name}” có {count} tệp đính kèm, mức nhận tối đa là {limit}."
    do = "Đề nghị nơi gửi tách thành nhiều gói tin."
    name: str
    count: int
    limit: int


@dataclass(kw_only=True, eq=False)
class EdxmlAttachmentsTooBig(Refused):
    """The attachments, unpacked, weigh more than allowed; the limit in whole megabytes."""

    what = "Các tệp đính kèm của gói tin “{name}” khi mở ra nặng hơn {limit} MB."
    do = "Đề nghị nơi gửi tách bớt tệp đính kèm thành gói tin khác."
    name: str
    limit: int


@dataclass(kw_only=True, eq=False)
class EdxmlIncomplete(Refused):
    """A packet about to be written lacks something or says something that no receiver will take."""

    what = "Chưa lập được gói tin: {faults}."
    do = "Bổ sung hoặc sửa các mục này rồi lập lại."
    faults: str


@dataclass(kw_only=True, eq=False)
class EdxmlLetters(Refused):
    """A character that XML cannot carry."""

    what = "Mục {where} có ký tự điều khiển mà gói tin edXML không chứa được."
    do = "Xóa ký tự lạ (thường do dán từ phần mềm khác) rồi lập lại."
    where: str


@dataclass(kw_only=True, eq=False)
class EdxmlNotSame(Refused):
    """What was written does not read back as what was meant."""

    what = "Gói tin vừa lập khi đọc lại không giống nội dung cần gửi ({where}) nên chưa ghi ra."
    do = "Không gửi gói tin này; báo người quản trị kèm văn bản đang lập."
    where: str


@dataclass(kw_only=True, eq=False)
class EdxmlDescriptionWrong(Refused):
    """A JSON description that is not one; ``where`` is the key, ``why`` says what is wrong with it."""

    what = "Bản mô tả gói tin sai ở “{where}”: {why}."
    do = "Sửa theo mẫu mà lệnh “chuan edxml read TỆP --json” in ra rồi thử lại."
    where: str
    why: str
