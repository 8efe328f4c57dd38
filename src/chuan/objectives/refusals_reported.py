"""Reasons to say no to a report dropped for its figures, or to a figure read from one."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class ReportOfAnotherUnit(Refused):
    """The head of the paper names another commune-level unit."""

    what = "Báo cáo này của UBND {other}, không phải của {own}. Chưa lưu gì."
    do = "Chọn báo cáo của đơn vị mình, hoặc văn bản của cấp trên có số của {own}."
    other: str
    own: str


@dataclass(kw_only=True, eq=False)
class ReportJustRead(Refused):
    """Somebody dropped the very same file at the same moment."""

    what = "Tệp {name} vừa được nạp."
    do = "Mở báo cáo ấy trong danh sách bên dưới."
    name: str


@dataclass(kw_only=True, eq=False)
class NoPlanForReport(Refused):
    """Without a plan there is no indicator that a figure could be of."""

    what = "Đơn vị chưa có kế hoạch mục tiêu nào đang thực hiện, nên chưa biết đọc số cho chỉ tiêu nào."
    do = "Nạp Quyết định ban hành mục tiêu và xác nhận bản đọc trước, rồi nạp lại báo cáo này."


@dataclass(kw_only=True, eq=False)
class QuestionsOpen(Refused):
    """A figure with questions is recorded only when a person has looked at them."""

    what = "Số này còn điều cần xem: {questions}"
    do = "Đối chiếu với câu được tô ở văn bản, rồi đánh dấu “Tôi đã xem, ghi số này” hoặc sửa số."
    questions: str


@dataclass(kw_only=True, eq=False)
class UnitNotChosen(Refused):
    """The report writes another unit than the indicator's: a person says which is meant."""

    what = "Văn bản ghi {written}, chỉ tiêu tính bằng {unit}."
    do = "Chọn một trong hai cách hiểu, hoặc tự nhập số đúng."
    written: str
    unit: str


@dataclass(kw_only=True, eq=False)
class PeriodNotChosen(Refused):
    """The report does not say which days the figure is of, or they are no period of the indicator."""

    what = "Chưa biết số này của kỳ nào."
    do = "Mở phần Sửa, chọn kỳ rồi xác nhận."


@dataclass(kw_only=True, eq=False)
class LineSettled(Refused):
    """Somebody has settled the line meanwhile."""

    what = "Số này vừa được xử lý rồi: {state}."
    do = "Tải lại trang để xem; muốn sửa số đã ghi, mở hộ chiếu của số đó."
    state: str


@dataclass(kw_only=True, eq=False)
class CountedNotRead(Refused):
    """A register counts the indicator, or a better figure stands: the report is only compared."""

    what = "Chỉ tiêu này đang dùng số có cấp tin cậy cao hơn số lấy từ báo cáo."
    do = "Giữ số đang có; nếu nó sai, sửa trong sổ rồi đo lại."


@dataclass(kw_only=True, eq=False)
class UnitDoesNotFit(Refused):
    """A figure is given to an indicator that measures something else."""

    what = "Văn bản ghi “{written}”, không thể là số của “{name}” ({unit})."
    do = "Chọn chỉ tiêu khác, hoặc bỏ qua số này."
    written: str
    name: str
    unit: str
