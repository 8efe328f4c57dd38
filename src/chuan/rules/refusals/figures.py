"""Refusals about figures, periods and settings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals.refused import Refused
from chuan.rules.types import Period
from chuan.rules.wording import said


@dataclass(kw_only=True, eq=False)
class FigureInFuture(Refused):
    """A figure of days that have not come."""

    what = "Kỳ {period} đến {until} mới hết, chưa có số liệu để nhập."
    do = "Chọn kỳ đã qua, hoặc đợi hết kỳ rồi nhập."
    period: Period
    until: date


@dataclass(kw_only=True, eq=False)
class PeriodNotOfIndicator(Refused):
    """The indicator is measured in other periods."""

    what = "Chỉ tiêu này đo theo {frequency}, {period} không phải một kỳ của chỉ tiêu."
    do = "Chọn một kỳ trong danh sách, hoặc sửa tần suất đo ở phần kế hoạch."
    frequency: str
    period: Period


@dataclass(kw_only=True, eq=False)
class FigureStands(Refused):
    """A figure of this period exists; it is corrected, never overwritten."""

    what = "Số liệu {period} đã có: {figure}."
    do = "Bấm Sửa số liệu và ghi lý do; số cũ vẫn được giữ bên cạnh."
    period: Period
    figure: str


@dataclass(kw_only=True, eq=False)
class ReasonMissing(Refused):
    """A correction, a void or a re-confirmation without its reason."""

    what = "Chưa ghi lý do {act}."
    do = "Viết một câu để người xem sau hiểu vì sao, ví dụ: “Kho bạc gửi bảng kê chính thức”."
    act: str = "thay đổi"


@dataclass(kw_only=True, eq=False)
class EvidenceMissing(Refused):
    """A figure of grade C or D needs the paper that it was taken from."""

    what = "Số liệu này chưa có căn cứ kèm theo."
    do = "Đính kèm tệp hoặc chọn văn bản đã có, nơi ghi con số này."


@dataclass(kw_only=True, eq=False)
class NumberUnreadable(Refused):
    """What was typed is no number."""

    what = "“{typed}” chưa đọc được thành số."
    do = "Viết như 8550, 8.550 hoặc 8550,5; đơn vị đã ghi ở tên ô."
    typed: str


@dataclass(kw_only=True, eq=False)
class DateUnreadable(Refused):
    """What was typed is no date."""

    what = "“{typed}” chưa đọc được thành ngày."
    do = "Viết ngày, tháng, năm như 30/09/2021."
    typed: str


@dataclass(kw_only=True, eq=False)
class DateImpossible(Refused):
    """A day that the month does not have."""

    what = "Tháng {month} năm {year} không có ngày {day}."
    do = "Viết lại ngày, ví dụ {example}."
    day: str
    month: str
    year: str
    example: date


@dataclass(kw_only=True, eq=False)
class NumeratorOverDenominator(Refused):
    """A part larger than its whole."""

    what = "Phần đạt là {numerator}, lớn hơn tổng số {denominator}."
    do = "Kiểm tra hai ô có nhập đổi chỗ cho nhau không; phần đạt không thể lớn hơn tổng số."
    numerator: str
    denominator: str


@dataclass(kw_only=True, eq=False)
class DenominatorMissing(Refused):
    """A share without its whole cannot be added up over months."""

    what = "Chỉ tiêu này là tỷ lệ mà chưa có tổng số."
    do = "Nhập cả phần đạt và tổng số, ví dụ 1.240 trong 1.284; kỳ không phát sinh thì ghi tổng số là 0."


@dataclass(kw_only=True, eq=False)
class MeasureUnknown(Refused):
    """No measure of this name is offered by any register."""

    what = "Không có cách đo nào tên là “{key}”."
    do = "Chọn cách đo trong danh sách, hoặc chọn nhập tay kèm căn cứ."
    key: str


@dataclass(kw_only=True, eq=False)
class RegisterMeasured(Refused):
    """A figure is counted, never typed, where rows exist."""

    what = "Con số này được đếm từ {register} nên không nhập tay."
    do = "Sửa hoặc bổ sung dòng trong {register} rồi bấm Đo lại."
    register: str


@dataclass(kw_only=True, eq=False)
class NeverTyped(Refused):
    """A figure that is nobody's here to type, because others must have said it."""

    what = "Chỉ tiêu này không nhận số nhập tay: {why}."
    do = "Làm việc “{way}” ở {address}, rồi đo từ sổ."
    why: str
    way: str
    address: str


@dataclass(kw_only=True, eq=False)
class SheetWrong(Refused):
    """Cells of an Excel form were refused; nothing was loaded. ``cells`` pairs address and sentence."""

    what = "Bảng tính có {count} ô cần sửa, chưa nhập dòng nào: {list}."
    do = "Sửa các ô này trong tệp rồi tải lên lại."
    cells: tuple[tuple[str, str], ...]

    @property
    def sentence(self) -> str:
        """As elsewhere, with the first five cells by address; the page shows them all."""
        names = ", ".join(address for address, _ in self.cells[:5])
        left = len(self.cells) - 5
        listed = f"{names} và {said(left)} ô khác" if left > 0 else names
        return f"{self.what} {self.do}".format(count=said(len(self.cells)), list=listed)


@dataclass(kw_only=True, eq=False)
class SettingInPast(Refused):
    """A dated setting may not begin before what already stands on it."""

    what = "Thiết đặt bắt đầu từ {starts}, trước ngày {earliest} là ngày sớm nhất còn đổi được."
    do = "Chọn ngày bắt đầu từ {earliest} trở đi; số liệu đã chốt giữ theo thiết đặt cũ."
    starts: date
    earliest: date
