"""Why something is not done to a controlled document, its revisions or a request to change it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class CodeUnreadable(Refused):
    """A code with spaces, marks or nothing in it."""

    what = "Mã hiệu “{typed}” không đúng cách viết."
    do = "Viết chữ hoa và số, nối bằng dấu chấm, gạch ngang hoặc gạch chéo, tối đa 40 chữ, ví dụ QT.XNKBCXB.02."
    typed: str


@dataclass(kw_only=True, eq=False)
class CodeTaken(Refused):
    """Two documents of a unit under one code."""

    what = "Mã hiệu {taken} đã dùng cho “{title}”."
    do = "Chọn mã khác, hoặc mở tài liệu ấy để lập bản sửa."
    taken: str
    title: str


@dataclass(kw_only=True, eq=False)
class ParentWrong(Refused):
    """A form belongs to a procedure, and nothing belongs to itself."""

    what = "Tài liệu cấp trên phải là một quy trình khác."
    do = "Chọn quy trình mà biểu mẫu này thuộc về, hoặc để trống."


@dataclass(kw_only=True, eq=False)
class RevisionInTheMaking(Refused):
    """One revision at a time."""

    what = "Lần ban hành {number} đang được lập nên chưa lập thêm được."
    do = "Hoàn thành hoặc bỏ lần ban hành ấy trước."
    number: str


@dataclass(kw_only=True, eq=False)
class DocumentRetired(Refused):
    """Nothing is changed in what is used no more."""

    what = "Tài liệu đã ngừng áp dụng từ {on}."
    do = "Lập tài liệu mới với mã khác nếu cần dùng lại."
    on: date


@dataclass(kw_only=True, eq=False)
class RevisionChangedMeanwhile(Refused):
    """Somebody else saved after the page was opened."""

    what = "{who} vừa lưu bản này lúc {at}, sau khi trang được mở, nên chưa lưu gì."
    do = "Những gì đã gõ vẫn còn dưới đây; xem chỗ khác nhau, sửa cho khớp rồi bấm Lưu lần nữa."
    who: str
    at: datetime


@dataclass(kw_only=True, eq=False)
class RevisionSecret(Refused):
    """A text or file marked as a state secret (Luật Bảo vệ bí mật nhà nước)."""

    what = "Nội dung có dấu chỉ độ mật ({mark}) nên Chuẩn không lưu."
    do = "Tài liệu mật soạn trên máy riêng không nối mạng và không đưa vào đây."
    mark: str


@dataclass(kw_only=True, eq=False)
class RevisionEmpty(Refused):
    """Nothing to review."""

    what = "Lần ban hành này chưa có nội dung và chưa có tệp."
    do = "Soạn nội dung hoặc nạp tệp Word, PDF rồi trình."


@dataclass(kw_only=True, eq=False)
class RevisionUnfinished(Refused):
    """The template's open places and hints still stand in the text."""

    what = "Còn {count} dòng chưa viết: chỗ “…” hoặc lời gợi ý của mẫu, bắt đầu từ “{first}”."
    do = "Viết nội dung vào các chỗ ấy, bỏ dòng gợi ý không dùng, lưu lại rồi trình."
    count: int
    first: str


@dataclass(kw_only=True, eq=False)
class OpinionMissing(Refused):
    """Returning, dropping, retiring and leaving as it is are said with words."""

    what = "Chưa ghi ý kiến hoặc lý do."
    do = "Viết một câu nêu rõ vì sao."


@dataclass(kw_only=True, eq=False)
class OwnWorkReviewed(Refused):
    """Whoever wrote it does not review it where somebody else can."""

    what = "Người soạn không tự xem xét bản của mình; {who} xem xét được."
    do = "Nhờ người ấy xem xét."
    who: str


@dataclass(kw_only=True, eq=False)
class EffectInPast(Refused):
    """A revision takes effect on the day it is approved at the earliest."""

    what = "Ngày hiệu lực {day} trước ngày phê duyệt {today}."
    do = "Chọn từ ngày {today} trở đi; không ai phải theo một bản trước khi bản ấy được phê duyệt."
    day: date
    today: date


@dataclass(kw_only=True, eq=False)
class NotItsDayYet(Refused):
    """Taking effect before the day."""

    what = "Bản này có hiệu lực từ {day}, chưa tới ngày."
    do = "Đợi tới ngày ấy; máy tự coi là có hiệu lực từ ngày đó."
    day: date


@dataclass(kw_only=True, eq=False)
class EffectBegun(Refused):
    """What is already in force is not dropped but retired."""

    what = "Bản này đã có hiệu lực từ {day} nên không bỏ được."
    do = "Lập bản sửa, hoặc ngừng áp dụng tài liệu."
    day: date


@dataclass(kw_only=True, eq=False)
class NothingInForce(Refused):
    """There is no revision in force to do this to."""

    what = "Tài liệu chưa có lần ban hành nào đang hiệu lực."
    do = "Phê duyệt một lần ban hành trước."


@dataclass(kw_only=True, eq=False)
class RequestStillOpen(Refused):
    """A document that somebody asked to change is not retired before it is answered."""

    what = "Còn {count} đề nghị sửa chưa xong có tài liệu này."
    do = "Giải quyết xong đề nghị (hoặc ghi không cần sửa kèm lý do) rồi ngừng áp dụng."
    count: int


@dataclass(kw_only=True, eq=False)
class NothingAffected(Refused):
    """A request that touches no document."""

    what = "Chưa chọn tài liệu nào bị ảnh hưởng."
    do = "Chọn ít nhất một tài liệu trong danh mục."


@dataclass(kw_only=True, eq=False)
class DueBehind(Refused):
    """A day to be done by that has gone."""

    what = "Hạn {day} đã qua."
    do = "Chọn một ngày từ {today} trở đi."
    day: date
    today: date


@dataclass(kw_only=True, eq=False)
class AffectedUnanswered(Refused):
    """Neither a revision nor a reason."""

    what = "Chưa nói đã làm gì với tài liệu này."
    do = "Chọn lần ban hành đã sửa theo đề nghị, hoặc ghi lý do không cần sửa."


@dataclass(kw_only=True, eq=False)
class AffectedSettled(Refused):
    """Somebody else has answered meanwhile."""

    what = "Tài liệu này đã có người ghi là {outcome}."
    do = "Tải lại trang để xem điều đã ghi."
    outcome: str


@dataclass(kw_only=True, eq=False)
class FileNotStamped(Refused):
    """A PDF that cannot be copied with a stamp on its pages."""

    what = "Không lập được bản sao có đóng dấu của tệp này."
    do = "Xem nội dung trên trang; người quản lý tài liệu tải được tệp gốc."
