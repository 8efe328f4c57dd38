"""Reasons to say no in this room; what closes and what worked has its sentences in ``rules.refusals.corrections``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class WordsMissing(Refused):
    """Nothing was said where something has to be."""

    what = "Chưa ghi {thing}."
    do = "Ghi một câu ngắn, đủ để người khác đọc lại hiểu được."
    thing: str


@dataclass(kw_only=True, eq=False)
class DayToCome(Refused):
    """A day that has not come."""

    what = "Ngày {day} chưa tới."
    do = "Ghi ngày việc đã xảy ra, không muộn hơn hôm nay."
    day: date


@dataclass(kw_only=True, eq=False)
class DayBefore(Refused):
    """A step dated before the one it follows."""

    what = "Ngày {day} đến trước {earlier_what} ({earlier})."
    do = "Kiểm lại ngày, ghi từ ngày đó trở đi."
    day: date
    earlier: date
    earlier_what: str


@dataclass(kw_only=True, eq=False)
class AlreadyRaised(Refused):
    """The proposal was raised already."""

    what = "Việc này đã được nêu thành {named}."
    do = "Mở {named} để xem đang đến bước nào."
    named: str


@dataclass(kw_only=True, eq=False)
class ProposalGone(Refused):
    """A proposal that nobody makes any more, or that was put aside."""

    what = "Đề nghị này không còn: số liệu đã khác, hoặc có người vừa xử lý."
    do = "Mở lại danh sách đề nghị để xem những việc còn lại."


@dataclass(kw_only=True, eq=False)
class CauseMissing(Refused):
    """An analysis without a cause, or with one that is not on the list of the day."""

    what = "Chưa chọn nguyên nhân nào trong danh mục."
    do = "Chọn ít nhất một nguyên nhân; không có trong danh mục thì chọn nguyên nhân khác và nói rõ."


@dataclass(kw_only=True, eq=False)
class ActionMissing(Refused):
    """A plan without an action."""

    what = "Kế hoạch chưa có hành động khắc phục nào."
    do = "Ghi ít nhất một hành động, người làm và hạn."


@dataclass(kw_only=True, eq=False)
class OwnerUnknown(Refused):
    """An action given to nobody of the unit."""

    what = "Người làm phải là cán bộ đang làm việc của đơn vị."
    do = "Chọn lại người làm trong danh sách."


@dataclass(kw_only=True, eq=False)
class CheckUnclear(Refused):
    """It was not said how the effect will be seen."""

    what = "Chưa nói sẽ đánh giá hiệu lực bằng gì."
    do = "Chọn một thước đo có sẵn, hoặc ghi cách xem và xem ở đâu."


@dataclass(kw_only=True, eq=False)
class CheckSet(Refused):
    """The way of judging was set when the actions were planned, and does not move afterwards."""

    what = "Cách đánh giá hiệu lực của vòng này đã định khi lập kế hoạch."
    do = "Giữ nguyên để lần đánh giá sau so đúng với điều đã đặt ra; muốn đổi thì mở vòng sau."


@dataclass(kw_only=True, eq=False)
class ActionOver(Refused):
    """An action that is done or dropped already."""

    what = "Hành động này đã xong hoặc đã bỏ."
    do = "Mở lại trang để thấy kết quả vừa ghi."


@dataclass(kw_only=True, eq=False)
class LastAction(Refused):
    """Dropping the only action of a round."""

    what = "Đây là hành động duy nhất còn lại của vòng này nên chưa bỏ được."
    do = "Lập hành động khác trước, rồi bỏ hành động này kèm lý do."


@dataclass(kw_only=True, eq=False)
class DocumentUnknown(Refused):
    """A paper that is no controlled document of the unit."""

    what = "Tài liệu này không có trong danh mục tài liệu kiểm soát của đơn vị."
    do = "Chọn lại trong danh sách."


@dataclass(kw_only=True, eq=False)
class NotRevised(Refused):
    """A document said to be revised that has no later revision."""

    what = "{document} chưa có lần ban hành nào có hiệu lực từ {since}."
    do = "Ban hành lần sửa đổi trước, hoặc ghi lý do không cần sửa."
    document: str
    since: date


@dataclass(kw_only=True, eq=False)
class CaseOver(Refused):
    """A step in a matter that is over."""

    what = "{named} đã kết thúc."
    do = "Việc tương tự xảy ra lại thì nêu sự không phù hợp mới; Chuẩn sẽ báo là tái diễn."
    named: str


@dataclass(kw_only=True, eq=False)
class ActionsStillOpen(Refused):
    """Judging before the actions are done."""

    what = "Hành động khắc phục chưa xong nên chưa có gì để đánh giá."
    do = "Chờ mọi hành động xong và hết các kỳ theo dõi."


@dataclass(kw_only=True, eq=False)
class CauseLineUnclear(Refused):
    """A line of the unit's list that is no branch and cause."""

    what = "Dòng “{line}” không đọc được thành một nguyên nhân."
    do = "Mỗi dòng ghi nhánh, dấu hai chấm, nguyên nhân; ví dụ “Người: Vắng mà không có người thay”."
    line: str


@dataclass(kw_only=True, eq=False)
class CauseTwice(Refused):
    """The same words twice."""

    what = "Nguyên nhân “{words}” ghi hai lần."
    do = "Bỏ bớt một dòng."
    words: str


@dataclass(kw_only=True, eq=False)
class CausesTooMany(Refused):
    """A list nobody can choose from."""

    what = "Danh mục dài quá {most} nguyên nhân."
    do = "Gộp những nguyên nhân gần nhau để còn nhận ra điều lặp lại."
    most: int
