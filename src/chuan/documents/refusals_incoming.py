"""Reasons to say no to what is done with documents that come in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class ArrivalSecret(Refused):
    """A state secret at the door (Luật Bảo vệ bí mật nhà nước; trap T-32): nothing of it is stored."""

    what = (
        "Văn bản có dấu chỉ độ mật ({mark}) nên Chuẩn không nhận: không giữ tệp, không giữ số và trích yếu."
    )
    do = (
        "Giao văn thư mật đăng ký ở sổ văn bản mật đến, xử lý trên máy không nối mạng. Nếu chữ ấy không phải độ "
        "mật, viết nó trong câu."
    )
    mark: str


@dataclass(kw_only=True, eq=False)
class SameFileHere(Refused):
    """This very file came in before."""

    what = "Tệp này đã nhận rồi: {document}."
    do = "Mở văn bản ấy để làm tiếp; không nhận hai lần."
    document: str


@dataclass(kw_only=True, eq=False)
class SameHere(Refused):
    """The same number, symbol and agency is registered already."""

    what = "Có {count} văn bản đến cùng số, ký hiệu và cơ quan: {document}."
    do = "So hai bên ở bảng dưới. Nếu đúng là văn bản khác, đánh dấu “Đăng ký dù trùng”; nếu trùng, trả lại kèm lý do."
    count: int
    document: str


@dataclass(kw_only=True, eq=False)
class ArrivedInFuture(Refused):
    """A day of arrival that has not come."""

    what = "Ngày đến {day} chưa tới."
    do = "Ghi ngày thật sự nhận văn bản, không sau hôm nay."
    day: date


@dataclass(kw_only=True, eq=False)
class IssuedAfterArrival(Refused):
    """A document dated after it came."""

    what = "Ngày văn bản {issued} sau ngày đến {arrived}."
    do = "Xem lại ngày trên văn bản và ngày đến."
    issued: date
    arrived: date


@dataclass(kw_only=True, eq=False)
class DueBeforeArrival(Refused):
    """A due day before the document came, or before it was given out."""

    what = "Hạn {due} trước ngày {since}."
    do = "Chọn hạn từ ngày {since} trở đi."
    due: date
    since: date


@dataclass(kw_only=True, eq=False)
class ArrivalIncomplete(Refused):
    """What a register needs at least."""

    what = "Chưa ghi {field} nên chưa đăng ký được."
    do = "Ghi {field} như trên văn bản."
    field: str


@dataclass(kw_only=True, eq=False)
class NobodyLeads(Refused):
    """Assigned to nobody (NĐ 30/2020 art 23.2: who leads, who cooperates, until when)."""

    what = "Chưa chọn người chủ trì."
    do = "Chọn một người hoặc một chức danh chủ trì; để biết và phối hợp chọn thêm ở dưới."


@dataclass(kw_only=True, eq=False)
class DueMissing(Refused):
    """A leader's direction names the time (NĐ 30/2020 art 23.2)."""

    what = "Chưa ghi thời hạn giải quyết."
    do = "Ghi ngày, hoặc số ngày làm việc."


@dataclass(kw_only=True, eq=False)
class DueNotReckoned(Refused):
    """The calendar does not reach the day."""

    what = "Chưa có lịch nghỉ của năm đến hạn nên không đếm được {days} ngày làm việc."
    do = "Ghi thẳng ngày đến hạn."
    days: int


@dataclass(kw_only=True, eq=False)
class NotServing(Refused):
    """Assigned to somebody who does not serve on that day."""

    what = "{name} không công tác ở đơn vị vào ngày {on}."
    do = "Chọn người đang công tác, hoặc chọn chức danh."
    name: str
    on: date


@dataclass(kw_only=True, eq=False)
class PostVacant(Refused):
    """Assigned to a post that nobody holds."""

    what = "Chức danh {post} chưa có ai giữ vào ngày {on}."
    do = "Chọn người, hoặc chức danh khác."
    post: str
    on: date


@dataclass(kw_only=True, eq=False)
class ChosenTwice(Refused):
    """One person in two parts of one document."""

    what = "{name} được chọn ở hai phần việc."
    do = "Mỗi người một phần: chủ trì, phối hợp hoặc để biết."
    name: str


@dataclass(kw_only=True, eq=False)
class NotHisPart(Refused):
    """Somebody works on what was not given to him."""

    what = "Việc này không giao cho ông, bà."
    do = "Người chủ trì, người được giao phần việc, hoặc văn phòng thay mặt mới ghi được."


@dataclass(kw_only=True, eq=False)
class ResultMissing(Refused):
    """Finished without a word of what came of it."""

    what = "Chưa ghi kết quả giải quyết."
    do = "Viết một câu: đã trả lời, đã tổ chức thực hiện, đã báo cáo …"


@dataclass(kw_only=True, eq=False)
class ReplyUnknown(Refused):
    """A reply that is no document of the unit."""

    what = "Không có văn bản đi nào của đơn vị mang số {number}."
    do = "Chọn văn bản trả lời trong danh sách, hoặc ghi số vào ô Số, ký hiệu văn bản trả lời."
    number: str


@dataclass(kw_only=True, eq=False)
class WordMissing(Refused):
    """An empty note or opinion."""

    what = "Chưa viết gì."
    do = "Viết ý kiến rồi bấm Ghi."


@dataclass(kw_only=True, eq=False)
class FollowedRow(Refused):
    """The document stands in a register that another system keeps."""

    what = "Văn bản này theo sổ của {system}; việc đăng ký, phân công và ghi kết quả làm ở hệ thống ấy."
    do = "Ghi ở hệ thống ấy rồi nhập lại sổ; ở đây chỉ ghi chú thêm."
    system: str


@dataclass(kw_only=True, eq=False)
class NothingToFile(Refused):
    """Neither file code nor retention changes."""

    what = "Hồ sơ và thời hạn lưu trữ đã ghi như vậy rồi."
    do = "Sửa một trong hai ô rồi ghi."


@dataclass(kw_only=True, eq=False)
class BookEmpty(Refused):
    """Nothing stands in the book."""

    what = "Sổ năm {year} chưa có dòng nào."
    do = "Chọn năm khác, hoặc nhập sổ của hệ thống văn bản."
    year: str
