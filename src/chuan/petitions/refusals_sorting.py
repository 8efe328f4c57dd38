"""Every reason to say no while a petition is sorted, with the sentence shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class WayUnfinished(Refused):
    """Competence said to be decided while a question is still open."""

    what = "Chưa trả lời xong các câu hỏi về thẩm quyền."
    do = "Trả lời câu đang hiện, rồi ghi kết quả."


@dataclass(kw_only=True, eq=False)
class AgainstLeaders(Refused):
    """A denunciation of the Chairman or a deputy, found out after it was taken in."""

    what = "Tố cáo Chủ tịch, Phó Chủ tịch không xử lý ở đây nên không ghi kết quả xem xét."
    do = "Dừng lại, cất kín, chuyển nguyên phong bì tới {where}; không cho ai khác trong đơn vị xem."
    where: str


@dataclass(kw_only=True, eq=False)
class BodyMissing(Refused):
    """A letter forwarded to nobody."""

    what = "Chưa ghi đơn chuyển tới cơ quan nào."
    do = "Ghi tên cơ quan nhận, không ghi tên người."


@dataclass(kw_only=True, eq=False)
class HandlerMissing(Refused):
    """Work handed to nobody."""

    what = "Chưa chọn người nhận việc."
    do = "Chọn một cán bộ không liên quan tới nội dung đơn."


@dataclass(kw_only=True, eq=False)
class HandlerElsewhere(Refused):
    """Work handed to somebody who is not an official of the unit on the day."""

    what = "{name} không giữ chức danh nào của đơn vị ngày này."
    do = "Chọn một cán bộ đang làm việc ở đơn vị."
    name: str


@dataclass(kw_only=True, eq=False)
class NotBothTold(Refused):
    """The notice of an accepted denunciation, given to one side only."""

    what = "Chưa báo đủ người tố cáo và người bị tố cáo."
    do = "Báo cả hai rồi ghi ngày báo sau cùng."


@dataclass(kw_only=True, eq=False)
class ForwardedAlready(Refused):
    """A denunciation of the same content forwarded more often than the law allows."""

    what = "Tố cáo cùng nội dung đã chuyển ngày {on}; chỉ được chuyển {most} lần ({source})."
    do = "Chọn “Lưu đơn” và ghi lý do là đã chuyển."
    on: date
    most: int
    source: str


@dataclass(kw_only=True, eq=False)
class BeforeReceipt(Refused):
    """A step said to have happened before the letter came."""

    what = "Ngày {day} đứng trước ngày nhận đơn {received}."
    do = "Ghi ngày việc đã xảy ra, từ {received} trở đi."
    day: date
    received: date


@dataclass(kw_only=True, eq=False)
class PaperAfterStep(Refused):
    """A step that rests on a paper signed later than it."""

    what = "Văn bản ký ngày {signed}, sau ngày {day} ghi cho việc này."
    do = "Ghi ngày việc từ ngày ký văn bản trở đi."
    signed: date
    day: date


@dataclass(kw_only=True, eq=False)
class SortedAlready(Refused):
    """Competence asked again of a letter whose outcome stands."""

    what = "Đơn đã có cách xử lý ({stage}) nên không xem xét lại thẩm quyền."
    do = "Nếu ghi nhầm thì bỏ dòng ghi nhầm ở trang đơn trước."
    stage: str
