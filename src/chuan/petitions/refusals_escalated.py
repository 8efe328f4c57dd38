"""Every reason to say no about what higher bodies received and said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class LeadersDenounced(Refused):
    """A denunciation against the Chairman or a deputy: it is not the ward's to know of."""

    what = "Đơn tố cáo Chủ tịch, Phó Chủ tịch phường là việc của cấp trên, không phải vượt cấp."
    do = "Không ghi gì về đơn ấy ở đây; bỏ những chữ đã gõ rồi rời trang này."


@dataclass(kw_only=True, eq=False)
class AgainstNotSaid(Refused):
    """A denunciation of which nobody said whom it is against."""

    what = "Chưa chọn đơn tố cáo ai."
    do = "Chọn một câu ở ô Tố cáo ai; không ghi tên người gửi đơn."


@dataclass(kw_only=True, eq=False)
class OwnWardSpeaks(Refused):
    """The ward named as the higher body."""

    what = "Nơi nhận phải là cấp trên hoặc cơ quan khác, không phải chính {ward}."
    do = "Ghi tên cơ quan đã nhận đơn, hoặc đã có văn bản báo số đơn."
    ward: str


@dataclass(kw_only=True, eq=False)
class AlreadyEntered(Refused):
    """The same letter twice: one body, one paper, one day."""

    what = "Đã ghi {number}: cùng nơi nhận, cùng số văn bản, cùng ngày."
    do = "Mở {number} để ghi thêm; nếu là vụ khác, ghi rõ số văn bản của vụ ấy."
    number: str


@dataclass(kw_only=True, eq=False)
class WordsLacking(Refused):
    """The unit's own verdict without a reason."""

    what = "Kết luận riêng của phường phải có lý do."
    do = "Ghi lý do vào ô bên dưới, không ghi tên, địa chỉ hay điều gì cho biết ai gửi đơn."


@dataclass(kw_only=True, eq=False)
class KeptByFile(Refused):
    """What a higher body's list says, changed by hand."""

    what = "Dòng này do danh sách của cấp trên ghi, không sửa hay bỏ bằng tay được."
    do = "Nhập danh sách mới của cấp trên, hoặc thu hồi lần nhập cũ ở Nhập từ tệp."


@dataclass(kw_only=True, eq=False)
class EscalationGone(Refused):
    """Something done to a row that does not stand any more."""

    what = "Dòng {number} đã bỏ hoặc không còn trong danh sách của cấp trên."
    do = "Quay lại trang Vượt cấp để xem các dòng đang dùng."
    number: str


@dataclass(kw_only=True, eq=False)
class FileNotFound(Refused):
    """A code of the ward's own file that nobody here bears."""

    what = "Không có đơn nào mang mã {number} mà anh/chị mở được."
    do = "Kiểm tra mã ở trang Đơn thư, hoặc chọn câu khác."
    number: str


@dataclass(kw_only=True, eq=False)
class StatementBackwards(Refused):
    """A statement whose last day is before its first, or that is longer than two years."""

    what = "Thời gian của báo cáo không đúng: từ {first} đến {last}."
    do = "Ghi ngày đầu trước ngày cuối, không quá hai năm."
    first: date
    last: date


@dataclass(kw_only=True, eq=False)
class StatementOfDaysToCome(Refused):
    """A paper that speaks of days after it was signed."""

    what = "Văn bản ngày {paper_on} chưa thể nói về ngày {last}."
    do = "Ghi ngày cuối không sau ngày của văn bản."
    paper_on: date
    last: date


@dataclass(kw_only=True, eq=False)
class StatementGone(Refused):
    """A statement voided twice."""

    what = "Báo cáo {paper} của cấp trên đã bỏ rồi."
    do = "Quay lại trang Vượt cấp để xem các báo cáo đang dùng."
    paper: str
