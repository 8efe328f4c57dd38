"""Refusals about periods, moments and the steps of a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals.refused import Refused


@dataclass(kw_only=True, eq=False)
class PeriodUnreadable(Refused):
    """A period that is not a whole number with a known unit."""

    what = "“{typed}” không phải một thời hạn."
    do = "Viết số nguyên từ 0 đến {most} kèm đơn vị: 5 working_day, 30 calendar_day hoặc 4 working_hour."
    typed: str
    most: int


@dataclass(kw_only=True, eq=False)
class MomentUnreadable(Refused):
    """A moment that cannot be read, or a day that does not exist."""

    what = "“{typed}” không phải một thời điểm."
    do = "Viết năm-tháng-ngày và giờ, ví dụ 2021-04-28T10:00, hoặc 28/04/2021 10:00."
    typed: str


@dataclass(kw_only=True, eq=False)
class HourMissing(Refused):
    """A day without an hour, where hours are counted."""

    what = "Thời hạn tính bằng giờ mà “{typed}” chỉ có ngày."
    do = "Ghi thêm giờ, ví dụ 2021-04-28T10:00."
    typed: str


@dataclass(kw_only=True, eq=False)
class CaseStepUnreadable(Refused):
    """A step that is no known verb, or lacks its number, its date or its moment."""

    what = "“{typed}” không phải một việc của hồ sơ."
    do = "Viết việc@thời điểm, ví dụ asked@2021-05-04T09:00; các việc: {verbs}."
    typed: str
    verbs: str


@dataclass(kw_only=True, eq=False)
class ReceiptMissing(Refused):
    """A case without the moment of receipt."""

    what = "Chưa có thời điểm tiếp nhận nên không tính được hạn."
    do = "Ghi --received, ví dụ --received 2021-04-28T10:00."


@dataclass(kw_only=True, eq=False)
class StepBeforeReceipt(Refused):
    """Something happened to a case before it was received."""

    what = "Việc “{step}” ngày {on} đứng trước khi tiếp nhận hồ sơ ({received})."
    do = "Kiểm lại hai thời điểm rồi sửa thời điểm ghi nhầm."
    step: str
    on: str
    received: str


@dataclass(kw_only=True, eq=False)
class StepAfterEnd(Refused):
    """Something happened to a case after its end."""

    what = "Việc “{step}” ngày {on} đứng sau khi hồ sơ đã kết thúc ({ended})."
    do = "Kiểm lại thời điểm kết thúc, hoặc bỏ việc ghi thừa."
    step: str
    on: str
    ended: str


@dataclass(kw_only=True, eq=False)
class SuppliedUnasked(Refused):
    """Papers supplied that nobody had asked for."""

    what = "Có lần bổ sung hồ sơ ngày {on} mà trước đó không có yêu cầu bổ sung nào đang chờ."
    do = "Thêm lần yêu cầu (asked@…) đứng trước, hoặc bỏ lần bổ sung này."
    on: str


@dataclass(kw_only=True, eq=False)
class CameBackUnsent(Refused):
    """A case that came back without having been sent."""

    what = "Hồ sơ quay lại ngày {on} mà trước đó chưa chuyển đi cơ quan khác."
    do = "Thêm lần chuyển đi (sent_out@…) đứng trước, hoặc bỏ lần quay lại này."
    on: str


@dataclass(kw_only=True, eq=False)
class ReceivedTooOften(Refused):
    """More receipts than the counter's and the competent body's."""

    what = "Hồ sơ có lần tiếp nhận thứ ba, ngày {on}."
    do = "Chỉ giữ lần nhận ở quầy và lần cơ quan có thẩm quyền nhận; hồ sơ nộp lại thì tính như hồ sơ mới."
    on: str


@dataclass(kw_only=True, eq=False)
class AppointmentNotLater(Refused):
    """A new date that is not after the apology."""

    what = "Ngày hẹn lại {appointed} không sau ngày xin lỗi {on}."
    do = "Ghi ngày hẹn mới muộn hơn, ví dụ apologised:2021-05-12@2021-05-06T09:00."
    appointed: date
    on: date


@dataclass(kw_only=True, eq=False)
class LawNotHeld(Refused):
    """A day for which no rule is held."""

    what = "Chuẩn chưa có quy định về thời hạn giải quyết hồ sơ ở ngày {on}."
    do = "Chọn ngày áp dụng pháp luật từ {earliest} trở đi bằng --law-date."
    on: date
    earliest: date


@dataclass(kw_only=True, eq=False)
class LawValueUnknown(Refused):
    """A unit's own value for something that is fixed, or that does not exist."""

    what = "“{typed}” không phải một quy định mà đơn vị được đặt riêng."
    do = "Viết khóa=giá trị; văn bản, cho một quy định chưa xác minh: {keys}."
    typed: str
    keys: str


@dataclass(kw_only=True, eq=False)
class HoursUnreadable(Refused):
    """Office hours that cannot be read or run backwards."""

    what = "“{typed}” không phải giờ làm việc."
    do = "Viết các buổi nối tiếp nhau, ví dụ 07:30-11:30,13:30-17:00."
    typed: str
