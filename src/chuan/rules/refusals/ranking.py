"""Refusals about scoring and ranking officials."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals.refused import Refused
from chuan.rules.types import Period


@dataclass(kw_only=True, eq=False)
class RankingLawNotHeld(Refused):
    """A day for which no law of ranking is held."""

    what = "Chuẩn chưa có quy định về xếp loại ở ngày {on}."
    do = "Kiểm lại năm xếp loại; quy định được giữ từ {earliest} trở đi."
    on: date
    earliest: date


@dataclass(kw_only=True, eq=False)
class PointsBeyondScale(Refused):
    """Points under zero or over what the scale has."""

    what = "{what_is_scored} ghi {points}, ngoài thang từ 0 đến {most}."
    do = "Ghi lại số điểm trong thang; điểm thưởng ngoài thang thì nêu ở phần nhận xét."
    what_is_scored: str
    points: str
    most: str


@dataclass(kw_only=True, eq=False)
class ProductCountsWrong(Refused):
    """A product whose numbers cannot be."""

    what = "Dòng “{product}” có số không hợp lý: {fault}."
    do = "Sửa số được giao, số đã làm, số lần chưa đạt hoặc số lần chậm của dòng này."
    product: str
    fault: str


@dataclass(kw_only=True, eq=False)
class NoProducts(Refused):
    """Nothing was asked in the period, so results have no denominator."""

    what = "Chưa có sản phẩm, công việc nào được giao trong kỳ nên điểm kết quả chưa đo được."
    do = "Thêm ít nhất một sản phẩm, công việc được giao; kỳ vắng mặt thì ghi lý do thay vì chấm điểm."


@dataclass(kw_only=True, eq=False)
class RegimeWithoutPoints(Refused):
    """Points for a day whose law ranks by criteria in words."""

    what = "Kỳ này xếp loại theo tiêu chí bằng lời, quy định không có thang điểm."
    do = "Đánh dấu từng tiêu chí đạt hay không đạt rồi chọn mức."


@dataclass(kw_only=True, eq=False)
class RegimeWithoutWords(Refused):
    """Criteria in words for a day whose law gives points."""

    what = "Kỳ này xếp loại theo điểm, không theo danh sách tiêu chí bằng lời."
    do = "Chấm điểm tiêu chí chung và kết quả từng sản phẩm, công việc."


@dataclass(kw_only=True, eq=False)
class LeadingPartsWrong(Refused):
    """The parts of a leader's results are others than the law counts."""

    what = "Kết quả của lãnh đạo, quản lý gồm {asked} phần mà mới có {given}."
    do = "Ghi đủ kết quả đơn vị, khả năng tổ chức thực hiện và khả năng tập hợp, đoàn kết, mỗi phần từ 0 đến 100 %."
    asked: int
    given: int


@dataclass(kw_only=True, eq=False)
class PeriodsOverlap(Refused):
    """The same month scored twice."""

    what = "{first} và {second} chồng lên nhau nên một tháng bị tính hai lần."
    do = "Giữ một trong hai kỳ, hoặc chấm cả năm theo tháng hay theo quý."
    first: Period
    second: Period


@dataclass(kw_only=True, eq=False)
class PeriodNotOfYear(Refused):
    """A scored period that is not whole months of the year that is ranked."""

    what = "Kỳ {period} không phải các tháng trọn của {year}."
    do = "Chọn kỳ tháng hoặc quý nằm trong năm xếp loại."
    period: Period
    year: Period


@dataclass(kw_only=True, eq=False)
class CriterionUnknown(Refused):
    """An answer to a criterion that is not asked of this group on this day."""

    what = "Tiêu chí này không áp dụng cho nhóm “{group}” trong kỳ đang xếp loại."
    do = "Mở lại trang để thấy đúng các tiêu chí của kỳ và của nhóm."
    group: str


@dataclass(kw_only=True, eq=False)
class LevelsMiscounted(Refused):
    """A number of people under zero."""

    what = "Nhóm “{group}” có số người âm ở mức “{level}”."
    do = "Đếm lại số người đề nghị ở từng mức của nhóm này."
    group: str
    level: str


@dataclass(kw_only=True, eq=False)
class HeadAboveUnit(Refused):
    """A head ranked above his unit."""

    what = "Người đứng đầu đề nghị xếp “{head}”, cao hơn đơn vị là “{unit}”."
    do = "Xếp người đứng đầu không cao hơn đơn vị, hoặc xếp lại đơn vị trước."
    head: str
    unit: str
