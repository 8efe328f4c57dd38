"""Reasons to say no that only this room knows, with the sentence shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused
from chuan.rules.types import Period


@dataclass(kw_only=True, eq=False)
class BetterFigureStands(Refused):
    """A figure counted from rows is not replaced by one copied from a paper."""

    what = "Số liệu {period} đang dùng cấp tin cậy {standing}, tốt hơn cấp tin cậy {offered} vừa nhập."
    do = "Giữ số đang có; nếu nó sai, sửa dòng trong sổ rồi đo lại, hoặc nhập số có căn cứ cùng cấp."
    period: Period
    standing: str
    offered: str


@dataclass(kw_only=True, eq=False)
class MeasureObstructed(Refused):
    """The register cannot speak for this period; ``why`` is the measure's own sentence."""

    what = "Chưa đo được {period}: {why}"
    do = "Bổ sung phần còn thiếu trong sổ rồi đo lại ở trang Thay số nhập tay bằng số đếm."
    period: Period
    why: str


@dataclass(kw_only=True, eq=False)
class TooFresh(Refused):
    """Rows may still be on their way into the register (60 seconds)."""

    what = "Thời điểm chốt số liệu còn quá gần, có thể còn dòng đang được ghi."
    do = "Đợi một phút rồi bấm Đo lại."


@dataclass(kw_only=True, eq=False)
class NothingChanged(Refused):
    """The new figure says what the standing one says."""

    what = "Số liệu {period} mới giống hệt số đang có, không có gì để sửa."
    do = "Giữ nguyên số đang có."
    period: Period


@dataclass(kw_only=True, eq=False)
class NothingToCorrect(Refused):
    """There is no figure of the period, or another one replaced it meanwhile."""

    what = "Số liệu này đã được thay bằng bản mới hơn."
    do = "Mở bản đang dùng rồi sửa ở đó."


@dataclass(kw_only=True, eq=False)
class GradeNotByHand(Refused):
    """Grades A and B are counted; a person gives C or D."""

    what = "Hạng {grade} chỉ dành cho số đếm từ sổ hoặc từ tệp nhập."
    do = "Chọn C khi lấy từ biểu tổng hợp, D khi lấy từ báo cáo có văn bản."
    grade: str


@dataclass(kw_only=True, eq=False)
class FigureOutOfRange(Refused):
    """A figure that its kind cannot have: a negative count, half a case, over a hundred per cent."""

    what = "“{typed}” không phải {needed}."
    do = "Kiểm tra lại con số và ô đã nhập."
    typed: str
    needed: str


@dataclass(kw_only=True, eq=False)
class FigureMissing(Refused):
    """Nothing was put in where a figure is needed."""

    what = "Chưa nhập {needed}."
    do = "Nhập đủ rồi lưu; chưa có số thì để kỳ này trống, đừng ghi 0."
    needed: str


@dataclass(kw_only=True, eq=False)
class PlanFieldUnknown(Refused):
    """A field that a plan does not have."""

    what = "Kế hoạch không có ô “{field}”."
    do = "Chọn một trong: việc sẽ làm, nguồn lực, người phụ trách, thời hạn, cách đánh giá."
    field: str


@dataclass(kw_only=True, eq=False)
class YearUnknown(Refused):
    """Neither subject nor date says which year the objectives are for."""

    what = "Quyết định chưa cho biết mục tiêu của năm nào."
    do = "Ghi ngày ban hành ở bản đọc, hoặc sửa trích yếu cho có năm, rồi xác nhận lại."


@dataclass(kw_only=True, eq=False)
class PlanClosed(Refused):
    """A replaced plan is kept as it was."""

    what = "Kế hoạch này đã được thay thế nên chỉ để xem."
    do = "Mở kế hoạch đang thực hiện của năm rồi sửa ở đó."


@dataclass(kw_only=True, eq=False)
class SheetNotOurs(Refused):
    """A workbook that Chuẩn did not make, or from which the key column was removed."""

    what = "Tệp này không phải biểu nhập số liệu do Chuẩn xuất ra."
    do = "Bấm Tải biểu nhập ở trang Mục tiêu, điền vào biểu đó rồi tải lên, giữ nguyên các cột."


@dataclass(kw_only=True, eq=False)
class ReportOfTomorrow(Refused):
    """A report speaks of days that are over, today at the latest."""

    what = "Chưa thể lập báo cáo đến ngày {day}, ngày đó chưa đến."
    do = "Chọn hôm nay hoặc một ngày trước đó."
    day: date
