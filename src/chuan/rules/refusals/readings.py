"""Refusals about documents, what was read in them, and the plan made of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals.refused import Refused


@dataclass(kw_only=True, eq=False)
class ReadingNotComplete(Refused):
    """Questions of the reader are unanswered."""

    what = "Bản đọc còn {questions_left} câu hỏi chưa trả lời."
    do = "Trả lời hết các câu hỏi đánh dấu bên cạnh văn bản rồi xác nhận."
    questions_left: int


@dataclass(kw_only=True, eq=False)
class ReadingAlreadyConfirmed(Refused):
    """A confirmed reading is never edited in place."""

    what = "Bản đọc này đã được xác nhận nên không sửa trực tiếp được nữa."
    do = "Bấm Đọc lại và ghi lý do để lập bản mới; bản cũ vẫn được giữ."


@dataclass(kw_only=True, eq=False)
class ReadingWaits(Refused):
    """A version of the reading waits for confirmation; there is never more than one."""

    what = "Văn bản này đang có một bản đọc chờ xác nhận."
    do = "Sửa rồi xác nhận bản đọc đó; các bản đã xác nhận trước vẫn được giữ."


@dataclass(kw_only=True, eq=False)
class ReadingChangedMeanwhile(Refused):
    """Somebody else saved the reading after this page was opened."""

    what = "Người khác vừa lưu thay đổi vào bản đọc này sau khi trang được mở, nên chưa lưu gì."
    do = "Các ô đã gõ vẫn còn trên trang này; xem những ô có ghi chú rồi bấm Lưu nháp lần nữa."


@dataclass(kw_only=True, eq=False)
class FieldsWrong(Refused):
    """Fields of a form could not be read; nothing was saved."""

    what = "Có {count} ô chưa đọc được nên chưa lưu thay đổi nào."
    do = "Sửa các ô có ghi chú lỗi rồi bấm Lưu nháp; những gì đã gõ vẫn còn trên trang."
    count: int


@dataclass(kw_only=True, eq=False)
class AnswerNotOffered(Refused):
    """A choice that the question does not have."""

    what = "Câu trả lời vừa gửi không có trong các lựa chọn của câu hỏi."
    do = "Mở lại trang rồi chọn một trong các câu trả lời ghi dưới câu hỏi."


@dataclass(kw_only=True, eq=False)
class AnswerMissing(Refused):
    """The choice needs a figure or words that were not given; ``field`` names the box."""

    what = "Câu trả lời này còn thiếu {field}."
    do = "Điền ô đó, hoặc chọn Chưa quyết, để sau."
    field: str


@dataclass(kw_only=True, eq=False)
class KOfNUnreadable(Refused):
    """What was typed is not "k of n"."""

    what = "“{typed}” chưa đọc được thành k trên n."
    do = "Viết như 9/10: số phải đạt, dấu gạch chéo, rồi tổng số."
    typed: str


@dataclass(kw_only=True, eq=False)
class RangeUnreadable(Refused):
    """What was typed is not a range."""

    what = "“{typed}” chưa đọc được thành một khoảng."
    do = "Viết như 14 - 15: số nhỏ trước, dấu gạch ngang, rồi số lớn."
    typed: str


@dataclass(kw_only=True, eq=False)
class TextTooLongForField(Refused):
    """More letters than the field keeps."""

    what = "Nội dung dài {characters} chữ cái, ô này giữ tối đa {limit}."
    do = "Rút gọn lại; nguyên văn vẫn còn trong văn bản gốc."
    characters: int
    limit: int


@dataclass(kw_only=True, eq=False)
class GroupsMiscounted(Refused):
    """Groups put together by hand are not as many as the decision says."""

    what = "Đang ghép thành {groups} chỉ tiêu, văn bản ghi {wanted}."
    do = "Mỗi dòng là một chỉ tiêu; ghép hoặc tách cho đủ {wanted} dòng, hoặc để trống ô này để ghép sau."
    groups: int
    wanted: int


@dataclass(kw_only=True, eq=False)
class LineNotSplit(Refused):
    """No place to split the line was chosen, or the place is not inside it."""

    what = "Chưa chọn được chỗ tách trong dòng {ordinal}."
    do = "Chọn một chỗ tách trong danh sách của dòng rồi bấm Tách."
    ordinal: str


@dataclass(kw_only=True, eq=False)
class LineNotJoined(Refused):
    """The line has no sibling after it."""

    what = "Sau dòng {ordinal} không còn dòng cùng cấp nào để ghép."
    do = "Bấm Ghép ở dòng đứng trước dòng cần ghép."
    ordinal: str


@dataclass(kw_only=True, eq=False)
class PlanStanding(Refused):
    """A plan of the year stands, made by a decision that this one does not supersede."""

    what = "Kế hoạch mục tiêu năm {year} theo {decision} đang có hiệu lực."
    do = "Chỉ quyết định ban hành sau và ghi rõ thay thế mới lập được kế hoạch khác; hãy nhập quyết định đó."
    year: str
    decision: str


@dataclass(kw_only=True, eq=False)
class TargetFixed(Refused):
    """Words and targets of a promulgated plan change only by a newer decision."""

    what = "Lời văn và mức phải đạt lấy từ {decision} đã ban hành nên không sửa ở đây được."
    do = "Muốn thay đổi, trình ký quyết định mới rồi nhập vào đây; người phụ trách và kế hoạch thì sửa được."
    decision: str


@dataclass(kw_only=True, eq=False)
class NotADecision(Refused):
    """The document read is of another type."""

    what = "Tệp này đọc ra là {type}, chưa thấy phần quyết định."
    do = "Chọn tệp quyết định ban hành mục tiêu chất lượng, hoặc lưu tệp này ở Văn bản."
    type: str = "văn bản loại khác"


@dataclass(kw_only=True, eq=False)
class DuplicateDocument(Refused):
    """The same file, or the same number, symbol and date, was received before."""

    what = "{document} đã có trong Chuẩn từ ngày {on}."
    do = "Mở văn bản đã có để xem; nếu đây là bản sửa, dùng Thêm bản mới ở trang văn bản đó."
    document: str
    on: date


@dataclass(kw_only=True, eq=False)
class StateSecret(Refused):
    """State secrets are not taken in: neither file, nor number, nor subject."""

    what = "Văn bản có dấu chỉ độ mật nên Chuẩn không nhận và không giữ lại gì của tệp này."
    do = "Đưa văn bản về sổ mật của cơ quan và xử lý theo quy định bảo vệ bí mật nhà nước."


@dataclass(kw_only=True, eq=False)
class WrongMove(Refused):
    """The thing's status does not allow this act; ``now`` lists what may be done."""

    what = "{label}: {meaning} Vì vậy chưa thể {verb}."
    do = "Lúc này {now}."
    label: str
    meaning: str
    verb: str
    now: str
