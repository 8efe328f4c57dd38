"""Reasons to say no in ranking; points, ticks and caps have theirs in ``rules.refusals.ranking``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class RoundExists(Refused):
    """The same days are ranked already, or some of them by a round of the same kind."""

    what = "Đơn vị đã có kỳ xếp loại trùng ngày: {first} đến {last}."
    do = "Mở kỳ đã có, hoặc chọn kỳ khác."
    first: date
    last: date


@dataclass(kw_only=True, eq=False)
class PeriodNotOffered(Refused):
    """A month or quarter under a law that ranks by the year."""

    what = "Quy định của kỳ này xếp loại theo năm, không theo tháng hay quý."
    do = "Chọn kỳ năm."


@dataclass(kw_only=True, eq=False)
class PeriodNotBegun(Refused):
    """A period of the future."""

    what = "Kỳ này bắt đầu ngày {first}, chưa tới."
    do = "Chọn kỳ đã bắt đầu."
    first: date


@dataclass(kw_only=True, eq=False)
class NobodyInPost(Refused):
    """A period in which nobody held a post of the unit."""

    what = "Không ai giữ chức danh của đơn vị trong kỳ này."
    do = "Ghi phân công của cán bộ trước, trên trang Cán bộ."


@dataclass(kw_only=True, eq=False)
class RoundOver(Refused):
    """A step in a round that was closed."""

    what = "Kỳ xếp loại này đã kết thúc."
    do = "Xem lại kết quả; kiến nghị mới do lãnh đạo quyết định mở kỳ khác."


@dataclass(kw_only=True, eq=False)
class StillWaiting(Refused):
    """A round that is to be closed while somebody's result is open."""

    what = "Còn {count} người chưa có kết quả: {names}."
    do = "Quyết định, hoặc ghi lý do không xếp loại, rồi kết thúc kỳ."
    count: int
    names: str


@dataclass(kw_only=True, eq=False)
class OwnAssessment(Refused):
    """Somebody who would assess or decide himself, or write down what others said of him."""

    what = "Đây là xếp loại của chính anh chị."
    do = "Việc này do người khác ghi: lãnh đạo hoặc công chức nội vụ."


@dataclass(kw_only=True, eq=False)
class NotOwnAssessment(Refused):
    """A self-assessment or an appeal written by another."""

    what = "Chỉ {name} được tự đánh giá hoặc kiến nghị về mình."
    do = "Nhờ người ấy tự ghi; nếu không có bản tự đánh giá thì ghi lý do."
    name: str


@dataclass(kw_only=True, eq=False)
class RankedAbove(Refused):
    """A step inside the unit for somebody whom a higher body ranks."""

    what = "{name} do cấp trên xếp loại."
    do = "Khi có văn bản của cấp trên thì ghi kết quả đã xếp."
    name: str


@dataclass(kw_only=True, eq=False)
class TicksContradict(Refused):
    """A level that the person's own ticks speak against."""

    what = "{list}"
    do = "Sửa dấu đã đánh, hoặc đề nghị mức khác."
    list: str


@dataclass(kw_only=True, eq=False)
class TicksMissing(Refused):
    """Criteria of the proposed level that were left without an answer."""

    what = "Chưa đánh dấu tiêu chí nào đạt, không đạt: {list}."
    do = "Đánh dấu đủ các tiêu chí của mức đang đề nghị."
    list: str


@dataclass(kw_only=True, eq=False)
class WhyMissing(Refused):
    """Another level than figures, ticks or the person himself say, without a word."""

    what = "{fact}"
    do = "Ghi một câu vì sao ở phần nhận xét."
    fact: str


@dataclass(kw_only=True, eq=False)
class GroundsMissing(Refused):
    """Questions on which a failed year depends are open."""

    what = "Chưa trả lời: {list}"
    do = "Trả lời có hoặc không; không biết thì hỏi công chức nội vụ trước khi nộp."
    list: str


@dataclass(kw_only=True, eq=False)
class OpinionsWrong(Refused):
    """Votes of some rows do not add up; no row is kept."""

    what = "Có {count} dòng cần sửa, chưa ghi dòng nào: {list}."
    do = "Số đồng ý, không đồng ý và không ý kiến cộng lại phải bằng số người dự họp."
    count: int
    list: str


@dataclass(kw_only=True, eq=False)
class NobodyPresent(Refused):
    """A meeting without anybody."""

    what = "Cuộc họp ghi {present} người dự."
    do = "Ghi số người dự họp, ít nhất 1."
    present: int


@dataclass(kw_only=True, eq=False)
class NothingChosen(Refused):
    """A list in which no row was filled in."""

    what = "Chưa có dòng nào được điền."
    do = "Điền ít nhất một dòng; dòng để trống giữ nguyên hiện trạng."


@dataclass(kw_only=True, eq=False)
class OverCap(Refused):
    """More outstanding than the share allows, without a reason. ``source``: act and article of the share."""

    what = "{warnings} Căn cứ: {source}."
    do = "Xem lại danh sách; nếu văn bản đã ký như vậy thì ghi vì sao vượt tỷ lệ."
    warnings: str
    source: str


@dataclass(kw_only=True, eq=False)
class NotYetRanked(Refused):
    """A day to come."""

    what = "Ngày {day} chưa tới."
    do = "Ghi ngày đã qua hoặc hôm nay."
    day: date


@dataclass(kw_only=True, eq=False)
class NotTheLast(Refused):
    """A step is taken back while later ones rest on it."""

    what = "Chỉ bỏ được bước mới nhất còn hiệu lực."
    do = "Bỏ lần lượt từ bước sau cùng."


@dataclass(kw_only=True, eq=False)
class GroupUnknown(Refused):
    """A group that the law of the period has not."""

    what = "Nhóm này không có trong quy định của kỳ xếp loại."
    do = "Chọn một nhóm trong danh sách."


@dataclass(kw_only=True, eq=False)
class AnotherRegime(Refused):
    """A form of the other regime, or of a year instead of a month."""

    what = "Mẫu tự đánh giá này không dùng cho kỳ đang mở."
    do = "Mở lại trang tự đánh giá của kỳ."


@dataclass(kw_only=True, eq=False)
class ChosenTwice(Refused):
    """Two lines of files said to be one man's."""

    what = "{name} được chọn cho hai dòng."
    do = "Chọn lại: mỗi người một dòng; dòng không phải của ai thì để trống."
    name: str
