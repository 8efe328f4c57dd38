"""Reasons to say no from the assignment of a case to its end, with the sentence shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class StepBeforeLast(Refused):
    """A step that moves the case on, dated before the one it follows."""

    what = "Ngày {on} đứng trước việc “{step}” ngày {last}."
    do = "Kiểm lại ngày; việc sau phải từ ngày {last} trở đi."
    on: date
    step: str
    last: date


@dataclass(kw_only=True, eq=False)
class HandlerNotHere(Refused):
    """A case given to somebody who is no official of the unit, or who cannot sign in."""

    what = "{name} không nhận việc được: không thuộc đơn vị hoặc không có tài khoản đang dùng."
    do = "Chọn cán bộ khác của đơn vị."
    name: str


@dataclass(kw_only=True, eq=False)
class HandlerAlready(Refused):
    """A case given to the official who has it."""

    what = "{name} đang được giao đơn này rồi."
    do = "Chọn người khác nếu muốn đổi người."
    name: str


@dataclass(kw_only=True, eq=False)
class DeterminedAlready(Refused):
    """A second determination that says the same."""

    what = "Vụ việc đã được xác định là {words} theo văn bản {document}."
    do = "Không cần ghi lần nữa; nếu ghi nhầm thì bỏ dòng cũ ở trang đơn rồi ghi lại."
    words: str
    document: str


@dataclass(kw_only=True, eq=False)
class CriteriaNone(Refused):
    """A determination that names no criterion."""

    what = "Chưa có tiêu chí nào thì vụ việc là vụ thường, không phải xác định."
    do = "Ghi số tiêu chí mà văn bản đã nêu, từ 1 trở lên."


@dataclass(kw_only=True, eq=False)
class ProlongedFirst(Refused):
    """A prolongation signed before the case was determined to be complex."""

    what = "Gia hạn ký ngày {signed}, trước khi xác định vụ việc phức tạp ngày {determined}."
    do = "Văn bản xác định mức độ phức tạp phải có trước; kiểm lại ngày ký hai văn bản."
    signed: date
    determined: date


@dataclass(kw_only=True, eq=False)
class CopiesTooFew(Refused):
    """Minutes of a dialogue in fewer copies than the law asks for."""

    what = "Biên bản đối thoại lập {copies} bản là thiếu: ít nhất {least} bản."
    do = "Lập đủ số bản để các bên cùng giữ, rồi ghi lại số bản."
    copies: int
    least: int


@dataclass(kw_only=True, eq=False)
class WithdrawnAfterStop(Refused):
    """A stop of a complaint signed before it was withdrawn."""

    what = "Quyết định đình chỉ ngày {stopped} đứng trước ngày rút khiếu nại {withdrawn}."
    do = "Kiểm lại hai ngày: phải rút trước rồi mới đình chỉ."
    stopped: date
    withdrawn: date


@dataclass(kw_only=True, eq=False)
class PublishUnchecked(Refused):
    """A conclusion about a denunciation published without looking for what tells the denouncer."""

    what = "Chưa xem lại bản công khai có điều gì làm lộ người tố cáo hay không."
    do = "Xem lại bản công khai, che hết điều làm lộ người tố cáo, rồi đánh dấu vào ô đã xem."


@dataclass(kw_only=True, eq=False)
class FileUndeclared(Refused):
    """A file of a denunciation that nobody has declared free of what tells the denouncer."""

    what = "Chưa xác nhận tệp không có tên, địa chỉ, bút tích của người tố cáo."
    do = "Mở tệp xem từng trang; nếu có thì dùng bản đã che, nếu không thì đánh dấu vào ô xác nhận."


@dataclass(kw_only=True, eq=False)
class FileByKeeper(Refused):
    """A file of a denunciation put in by somebody who does not keep the register."""

    what = "Tệp kèm đơn tố cáo chỉ do người tiếp nhận, xử lý đơn đưa vào."
    do = "Giao bản giấy cho người tiếp nhận, xử lý đơn; người ấy xem, che rồi đưa vào."


@dataclass(kw_only=True, eq=False)
class TaskDueEarly(Refused):
    """Something to be done by a day that lies before it was asked for."""

    what = "Hạn làm xong {due} đứng trước ngày giao {on}."
    do = "Chọn hạn từ ngày {on} trở đi."
    due: date
    on: date


@dataclass(kw_only=True, eq=False)
class TaskEnded(Refused):
    """Something told done that is done, or was taken back."""

    what = "Việc này đã ghi xong hoặc đã được bỏ."
    do = "Mở lại trang đơn để xem các việc còn lại."


@dataclass(kw_only=True, eq=False)
class TasksOpen(Refused):
    """A case closed while something of its result is still to be done."""

    what = "Còn {count} việc thực hiện kết quả chưa xong nên chưa kết thúc được."
    do = "Ghi xong từng việc, hoặc bỏ dòng ghi nhầm, rồi mới kết thúc và lưu hồ sơ."
    count: int
