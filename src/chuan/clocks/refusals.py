"""Every reason to say no about the office's calendar and its own law values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class YearOutOfReach(Refused):
    """A year for which no calendar is kept."""

    what = "Lịch năm {year} nằm ngoài các năm cơ quan giữ lịch."
    do = "Chọn một năm từ {first} đến {last}."
    year: str
    first: str
    last: str


@dataclass(kw_only=True, eq=False)
class YearWithoutDays(Refused):
    """A year with fewer days off than the law gives is not a calendar yet."""

    what = "Lịch năm {year} mới có {held} ngày làm việc được nghỉ; luật định mỗi năm ít nhất {least} ngày nghỉ lễ, tết."
    do = "Ghi đủ ngày nghỉ của năm {year} theo thông báo rồi mới xác nhận."
    year: str
    held: int
    least: int


@dataclass(kw_only=True, eq=False)
class YearConfirmed(Refused):
    """Confirmed already, by the same notice."""

    what = "Lịch năm {year} đã được xác nhận theo {citation}."
    do = "Không phải làm gì thêm; nếu có thông báo mới, ghi số và ngày của thông báo đó."
    year: str
    citation: str


@dataclass(kw_only=True, eq=False)
class NoDays(Refused):
    """Nothing to write."""

    what = "Chưa có ngày nào để ghi."
    do = "Ghi ít nhất một ngày rồi lưu lại."


@dataclass(kw_only=True, eq=False)
class TooManyDays(Refused):
    """More days at once than any notice holds: a slip in one of the two dates."""

    what = "Từ ngày đến ngày là {given} ngày, nhiều hơn {most} ngày ghi được một lần."
    do = "Kiểm lại hai ngày; kỳ nghỉ dài hơn thì ghi làm nhiều lần."
    given: int
    most: int


@dataclass(kw_only=True, eq=False)
class DayTwice(Refused):
    """One day given two meanings in one act."""

    what = "Ngày {day} được ghi hai lần trong cùng một lần lưu."
    do = "Giữ lại một dòng cho ngày này."
    day: date


@dataclass(kw_only=True, eq=False)
class DayWithoutReason(Refused):
    """A day is never changed without saying why."""

    what = "Chưa ghi vì sao ngày {day} khác thường."
    do = "Ghi như trong thông báo, ví dụ “Tết Âm lịch” hoặc “nghỉ theo chỉ đạo phòng, chống bão”."
    day: date


@dataclass(kw_only=True, eq=False)
class NothingChanges(Refused):
    """The calendar says so already."""

    what = "Lịch đã ghi đúng như vậy nên không có gì thay đổi."
    do = "Kiểm lại ngày định sửa."


@dataclass(kw_only=True, eq=False)
class HoursMissing(Refused):
    """A half day, or an open counter, without its hours."""

    what = "Ngày {day} chưa có giờ làm việc."
    do = "Ghi giờ của buổi có làm việc, ví dụ 07:30-11:30."
    day: date


@dataclass(kw_only=True, eq=False)
class NoticeFromTomorrow(Refused):
    """A notice that is dated after today cannot be known today."""

    what = "Ngày biết thông báo {known} muộn hơn hôm nay."
    do = "Ghi ngày cơ quan nhận được thông báo; chưa nhận thì chưa ghi vào lịch."
    known: date


@dataclass(kw_only=True, eq=False)
class SwapOfWorkingDays(Refused):
    """A swap takes a working day off and works a rest day instead."""

    what = "Ngày {day} không phải {wanted} nên không hoán đổi như vậy được."
    do = "Ngày nghỉ phải là ngày làm việc, ngày làm bù phải là ngày nghỉ hằng tuần; kiểm lại hai ngày trong thông báo."
    day: date
    wanted: str


@dataclass(kw_only=True, eq=False)
class SwapTooFar(Refused):
    """Swapped days lie close together; far apart one of them is a slip."""

    what = "Hai ngày {off} và {worked} cách nhau quá {most} ngày."
    do = "Kiểm lại ngày, tháng, năm của hai ngày trong thông báo."
    off: date
    worked: date
    most: int


@dataclass(kw_only=True, eq=False)
class LawValueFixed(Refused):
    """The act itself says so: no unit sets its own value."""

    what = "Nội dung này do {act} quy định nên đơn vị không đặt riêng được."
    do = "Chỉ đặt riêng nội dung ghi “chưa xác minh”, kèm văn bản của đơn vị hoặc cấp trên."
    act: str


@dataclass(kw_only=True, eq=False)
class LawChoiceUnknown(Refused):
    """A value that is none of those the rule can take."""

    what = "“{typed}” không phải một cách tính của nội dung này."
    do = "Chọn một trong các cách ghi sẵn."
    typed: str


@dataclass(kw_only=True, eq=False)
class NoFeedKey(Refused):
    """There is no key to end."""

    what = "Tài khoản này chưa có khóa lịch nào đang dùng."
    do = "Lập khóa mới khi cần đưa việc vào ứng dụng lịch."
