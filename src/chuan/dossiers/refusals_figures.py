"""Every reason to say no on the pages of figures, with the sentence shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused
from chuan.rules.types import Period


@dataclass(kw_only=True, eq=False)
class NoTotals(Refused):
    """An import that holds no official totals, or holds them no more."""

    what = "Tệp “{name}” không phải biểu tổng hợp hồ sơ đang dùng."
    do = "Chọn một biểu đã nhập và chưa rút ở danh sách."
    name: str


@dataclass(kw_only=True, eq=False)
class PeriodUnsaid(Refused):
    """A form of which nobody said what days it speaks of."""

    what = "Chưa biết biểu “{name}” nói về kỳ nào nên chưa đối chiếu được."
    do = "Rút biểu này, nhập lại và ghi kỳ của tệp trước khi xác nhận."
    name: str


@dataclass(kw_only=True, eq=False)
class UnitNotInForm(Refused):
    """A form with one row a unit has none for this unit."""

    what = "Tệp {name} không có dòng của {unit}."
    do = "Xem lại tên đơn vị trong tệp, hoặc nhập biểu có dòng của đơn vị rồi đối chiếu."
    name: str
    unit: str


@dataclass(kw_only=True, eq=False)
class ReasonMissing(Refused):
    """Something is closed, mended or corrected without a word of why."""

    what = "Chưa ghi lý do."
    do = "Viết một câu để người xem sau hiểu vì sao."


@dataclass(kw_only=True, eq=False)
class NothingSolved(Refused):
    """A sample is asked of a period in which nothing was solved."""

    what = "Kỳ {period} chưa có hồ sơ nào giải quyết xong để lấy mẫu."
    do = "Chọn kỳ khác, hoặc nhập tệp hồ sơ của kỳ này trước."
    period: Period


@dataclass(kw_only=True, eq=False)
class SampleSize(Refused):
    """A sample of nothing, or too large to be checked by hand."""

    what = "Cỡ mẫu {size} không dùng được."
    do = "Ghi từ 1 đến {most} hồ sơ."
    size: int
    most: int


@dataclass(kw_only=True, eq=False)
class SeedOutOfRange(Refused):
    """A seed that cannot be kept."""

    what = "Số gieo {seed} không dùng được."
    do = "Ghi số nguyên từ 0 đến {most}, hoặc để trống để Chuẩn chọn."
    seed: int
    most: int


@dataclass(kw_only=True, eq=False)
class SampleDrawn(Refused):
    """The same period and seed give the same sample, which is already there."""

    what = "Kỳ này đã có mẫu với số gieo {seed}."
    do = "Mở mẫu đã lấy, hoặc ghi số gieo khác để lấy mẫu khác."
    seed: int


@dataclass(kw_only=True, eq=False)
class OwnDossier(Refused):
    """A dossier is checked by whoever handled it."""

    what = "Hồ sơ {dossier} do chính bạn giải quyết nên người khác phải kiểm tra."
    do = "Nhờ một cán bộ khác mở phiếu này và kiểm tra."
    dossier: str


@dataclass(kw_only=True, eq=False)
class NobodyChecks(Refused):
    """An account without an official signs nothing."""

    what = "Tài khoản này chưa gắn với cán bộ nào nên không đứng tên kiểm tra được."
    do = "Đăng nhập bằng tài khoản của cán bộ, hoặc nhờ người quản trị gắn tài khoản."


@dataclass(kw_only=True, eq=False)
class AnswersMissing(Refused):
    """A form with unanswered questions; ``which`` are their numbers."""

    what = "Còn câu chưa trả lời: {which}."
    do = "Chọn Đạt, Không đạt hoặc Không áp dụng cho từng câu rồi lưu."
    which: str


@dataclass(kw_only=True, eq=False)
class FaultsUnsaid(Refused):
    """Something was found wrong and nobody said what."""

    what = "Có câu không đạt mà chưa ghi sai sót."
    do = "Ghi bằng lời: thiếu gì, chậm ở bước nào, căn cứ nào."


@dataclass(kw_only=True, eq=False)
class NothingApplies(Refused):
    """Every question was left aside: nothing was checked."""

    what = "Mọi câu đều ghi không áp dụng nên chưa kiểm tra được gì."
    do = "Trả lời ít nhất một câu Đạt hoặc Không đạt."


@dataclass(kw_only=True, eq=False)
class CheckedMeanwhile(Refused):
    """Another check of the dossier was written since the page was opened."""

    what = "Hồ sơ này vừa được người khác kiểm tra."
    do = "Mở lại phiếu để xem, rồi ghi bản sửa kèm lý do nếu cần."


@dataclass(kw_only=True, eq=False)
class SurveyBackwards(Refused):
    """A survey that ends before it begins, or is not over."""

    what = "Kỳ khảo sát từ {first} đến {last} không dùng được."
    do = "Ghi ngày đầu trước hoặc bằng ngày cuối, và ngày cuối không ở sau hôm nay."
    first: date
    last: date


@dataclass(kw_only=True, eq=False)
class MoreSatisfiedThanAsked(Refused):
    """More content than were asked, or nobody asked."""

    what = "{satisfied} phiếu hài lòng trong {asked} phiếu là không thể."
    do = "Kiểm tra hai con số ở văn bản: số hài lòng không lớn hơn số phiếu, và có ít nhất một phiếu."
    asked: int
    satisfied: int


@dataclass(kw_only=True, eq=False)
class SurveyOverlaps(Refused):
    """Two totals that speak of the same days would count people twice."""

    what = "Kỳ khảo sát {period} trùng ngày với kết quả đã nhập {other}."
    do = "Sửa kết quả đã nhập kèm lý do, hoặc ghi những ngày khác."
    period: Period
    other: Period


@dataclass(kw_only=True, eq=False)
class SurveyWithoutPaper(Refused):
    """Totals without a paper or a file."""

    what = "Chưa ghi kết quả khảo sát lấy từ đâu."
    do = "Ghi số, ngày văn bản hoặc đợt khảo sát; nạp kèm tệp nếu có."


@dataclass(kw_only=True, eq=False)
class SurveyCorrected(Refused):
    """A total that another one already replaced."""

    what = "Kết quả này đã được thay bằng bản mới hơn."
    do = "Mở bản đang dùng rồi sửa ở đó."


@dataclass(kw_only=True, eq=False)
class SurveySheetWrong(Refused):
    """A worksheet of totals that cannot be read; ``where`` names cells and what is wrong."""

    what = "Chưa nhập dòng nào vì tệp còn chỗ sai: {where}."
    do = "Sửa các ô này rồi nạp lại; dòng đầu bảng phải có các cột {columns}."
    where: str
    columns: str
