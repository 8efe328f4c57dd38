"""Reasons to say no about the reception of citizens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class ReceptionDelegated(Refused):
    """The Chairman's reception given to somebody else, where the law does not allow it."""

    what = "Ngày {day}: Chủ tịch phải trực tiếp tiếp công dân, không giao cấp phó tiếp thay."
    do = "Chọn Chủ tịch là người tiếp, hoặc đổi sang ngày Chủ tịch có mặt ({act}, {article})."
    day: date
    act: str
    article: str


@dataclass(kw_only=True, eq=False)
class ReceptionHoursBackwards(Refused):
    """A sitting that ends before it begins."""

    what = "Buổi tiếp kết thúc trước khi bắt đầu."
    do = "Kiểm lại giờ bắt đầu và giờ kết thúc."


@dataclass(kw_only=True, eq=False)
class ReceptionDayTaken(Refused):
    """Two sittings that begin at the same hour of a day."""

    what = "Ngày {day} đã có một buổi tiếp bắt đầu cùng giờ."
    do = "Chọn giờ khác, hoặc sửa buổi đã có trong lịch."
    day: date


@dataclass(kw_only=True, eq=False)
class NothingPlanned(Refused):
    """A rule that gives no day that is not in the schedule yet."""

    what = "Không có ngày nào để thêm vào lịch."
    do = "Chọn khoảng thời gian khác, hoặc thứ và tuần khác; các ngày đã có trong lịch được giữ nguyên."


@dataclass(kw_only=True, eq=False)
class OnlineNotYet(Refused):
    """A sitting on a screen before the law knew of it."""

    what = "Ngày {day} chưa có quy định cho tiếp công dân trực tuyến."
    do = "Chọn tiếp trực tiếp, hoặc ngày từ khi quy định có hiệu lực."
    day: date


@dataclass(kw_only=True, eq=False)
class ReceptionSettled(Refused):
    """A sitting that was held or called off is not moved any more."""

    what = "Buổi tiếp này đã ghi nhận xong hoặc đã hoãn."
    do = "Mở lại trang lịch; cần buổi khác thì thêm ngày mới vào lịch."


@dataclass(kw_only=True, eq=False)
class ReceptionToCome(Refused):
    """A sitting said to have been held before its day."""

    what = "Ngày {day} chưa tới nên chưa ghi nhận đã tiếp được."
    do = "Ghi nhận trong ngày tiếp hoặc sau đó."
    day: date


@dataclass(kw_only=True, eq=False)
class LineNotTried(Refused):
    """A test of the line said of a sitting that needs none, or on a day it cannot have been."""

    what = "Buổi tiếp ngày {day} không ghi được việc thử đường truyền."
    do = "Chỉ ghi cho buổi trực tuyến chưa diễn ra, muộn nhất trong ngày tiếp."
    day: date


@dataclass(kw_only=True, eq=False)
class DenouncerNamed(Refused):
    """Something that tells who denounces, given to be kept."""

    what = "Sổ tiếp công dân không lưu họ tên, địa chỉ, giấy tờ của người tố cáo."
    do = "Bỏ các mục ấy; phong bì niêm phong giữ tên, sổ chỉ ghi mã đơn."


@dataclass(kw_only=True, eq=False)
class NobodyNamed(Refused):
    """A row without who came, where the register asks for it."""

    what = "Chưa ghi họ tên người đến."
    do = "Ghi họ tên, địa chỉ người đến; nhiều người thì ghi người đại diện."


@dataclass(kw_only=True, eq=False)
class TooFewPeople(Refused):
    """Fewer people than representatives named."""

    what = "Số người ít hơn số người đã ghi tên."
    do = "Sửa lại số người, hoặc bỏ bớt tên."


@dataclass(kw_only=True, eq=False)
class EntryVoided(Refused):
    """A row that was voided already."""

    what = "Dòng này đã được bỏ."
    do = "Mở lại sổ; ghi dòng mới nếu cần."


@dataclass(kw_only=True, eq=False)
class ReplyNotOwed(Refused):
    """A reply to a petition that waits for none."""

    what = "Đơn này không còn chờ trả lời sau khi tiếp."
    do = "Mở trang đơn để xem việc đã làm; các việc khác ghi ở đó."


@dataclass(kw_only=True, eq=False)
class NothingChosen(Refused):
    """No row was chosen."""

    what = "Chưa chọn dòng nào."
    do = "Đánh dấu các dòng đã nhập ở hệ thống nguồn, rồi bấm lại."


@dataclass(kw_only=True, eq=False)
class AnotherMatter(Refused):
    """A row joined to a petition of another kind, or one that is not taken."""

    what = "Không ghi nối với đơn {petition} được: khác loại, hoặc nội dung này không được nhận."
    do = "Để trống mã đơn, hoặc chọn đúng loại và nhận nội dung."
    petition: str
