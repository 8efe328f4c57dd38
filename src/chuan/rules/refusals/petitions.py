"""Refusals about petitions: kinds, steps, prolongations, dialogues, competence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals.refused import Refused


@dataclass(kw_only=True, eq=False)
class MixedNotSplit(Refused):
    """A letter of several kinds that was not split into them."""

    what = "Đơn có nhiều nội dung khác loại chưa được tách."
    do = "Tách thành ít nhất hai phần, mỗi phần một loại: phản ánh, kiến nghị, khiếu nại hoặc tố cáo."


@dataclass(kw_only=True, eq=False)
class PetitionLawNotHeld(Refused):
    """A day for which no law of petitions is held."""

    what = "Chuẩn chưa có quy định về đơn thư ở ngày {on}."
    do = "Kiểm lại ngày nhận đơn; quy định được giữ từ {earliest} trở đi."
    on: date
    earliest: date


@dataclass(kw_only=True, eq=False)
class PetitionNotReceived(Refused):
    """A petition without the moment it was received."""

    what = "Chưa có ngày nhận đơn nên không tính được thời hạn."
    do = "Ghi ngày nhận đơn trước, rồi mới ghi các việc sau đó."


@dataclass(kw_only=True, eq=False)
class PetitionStepTooEarly(Refused):
    """Something happened to a petition before it was received."""

    what = "Việc “{step}” ngày {on} đứng trước ngày nhận đơn {received}."
    do = "Kiểm lại hai ngày rồi sửa ngày ghi nhầm."
    step: str
    on: date
    received: date


@dataclass(kw_only=True, eq=False)
class PetitionEnded(Refused):
    """Something that cannot follow the end of a petition."""

    what = "Việc “{step}” ngày {on} đứng sau khi vụ việc đã kết thúc ngày {ended}."
    do = "Kiểm lại ngày kết thúc, hoặc bỏ việc ghi thừa."
    step: str
    on: date
    ended: date


@dataclass(kw_only=True, eq=False)
class NotAccepted(Refused):
    """A step of the solving of a petition that was not accepted for it."""

    what = "Việc “{step}” ngày {on} chỉ có sau khi đã thụ lý, mà đơn này chưa thụ lý."
    do = "Ghi ngày thụ lý trước, hoặc chọn cách xử lý khác cho đơn chưa thụ lý."
    step: str
    on: date


@dataclass(kw_only=True, eq=False)
class SuspendedTwice(Refused):
    """A suspension of what is suspended."""

    what = "Vụ việc đang tạm đình chỉ từ ngày {since}."
    do = "Ghi quyết định tiếp tục giải quyết trước khi tạm đình chỉ lần nữa."
    since: date


@dataclass(kw_only=True, eq=False)
class ResumedUnsuspended(Refused):
    """A resuming of what was not suspended."""

    what = "Ngày {on} tiếp tục giải quyết mà trước đó vụ việc không tạm đình chỉ."
    do = "Ghi quyết định tạm đình chỉ đứng trước, hoặc bỏ việc ghi thừa."
    on: date


@dataclass(kw_only=True, eq=False)
class StillSuspended(Refused):
    """A result while the case is suspended."""

    what = "Vụ việc đang tạm đình chỉ từ ngày {since} nên chưa thể có kết quả giải quyết."
    do = "Ghi quyết định tiếp tục giải quyết trước, rồi mới ghi kết quả."
    since: date


@dataclass(kw_only=True, eq=False)
class NotProlongable(Refused):
    """A period that no law allows to prolong."""

    what = "Thời hạn “{clock}” không được gia hạn."
    do = "Chỉ gia hạn thời hạn giải quyết khiếu nại hoặc tố cáo đã thụ lý."
    clock: str


@dataclass(kw_only=True, eq=False)
class ProlongedUnsigned(Refused):
    """A prolongation without its signed document."""

    what = "Chưa có văn bản đã ký để gia hạn."
    do = "Ký văn bản xác định vụ việc phức tạp hoặc quyết định gia hạn trước, rồi ghi số văn bản vào đây."


@dataclass(kw_only=True, eq=False)
class ProlongedPlain(Refused):
    """A prolongation of a case that was not determined to be complex."""

    what = "Vụ việc chưa được xác định là phức tạp nên không được gia hạn."
    do = "Xác định tiêu chí phức tạp bằng văn bản trước, rồi mới gia hạn."


@dataclass(kw_only=True, eq=False)
class ProlongedTooOften(Refused):
    """More prolongations than the law allows."""

    what = "Vụ việc này chỉ được gia hạn {most} lần và đã gia hạn đủ."
    do = "Giữ nguyên hạn hiện có; nếu vụ việc đặc biệt phức tạp thì xác định bằng văn bản trước."
    most: int


@dataclass(kw_only=True, eq=False)
class ProlongedTooLong(Refused):
    """A prolongation of no days, or of more than the law allows."""

    what = "Gia hạn {days} ngày là sai: mỗi lần gia hạn từ 1 đến {most} ngày."
    do = "Ghi số ngày theo văn bản đã ký, không quá {most} ngày."
    days: int
    most: int


@dataclass(kw_only=True, eq=False)
class ProlongedTooEarly(Refused):
    """A prolongation signed before the petition was accepted."""

    what = "Văn bản gia hạn ký ngày {signed}, trước ngày thụ lý {accepted}."
    do = "Kiểm lại ngày ký văn bản và ngày thụ lý."
    signed: date
    accepted: date


@dataclass(kw_only=True, eq=False)
class ProlongedTooLate(Refused):
    """A prolongation signed after the period had run out."""

    what = "Văn bản gia hạn ký ngày {signed}, sau khi đã hết hạn ngày {due}."
    do = "Hạn giữ nguyên và vụ việc tính là quá hạn; ghi lý do chậm vào hồ sơ thay vì gia hạn."
    signed: date
    due: date


@dataclass(kw_only=True, eq=False)
class CriteriaTooMany(Refused):
    """More criteria met than the law has."""

    what = "Luật có {most} tiêu chí phức tạp mà đã chọn {met}."
    do = "Chọn lại các tiêu chí mà vụ việc thật sự có."
    most: int
    met: int


@dataclass(kw_only=True, eq=False)
class NoticeTooShort(Refused):
    """A dialogue announced too shortly before it is held."""

    what = (
        "Báo ngày {notified} cho buổi đối thoại ngày {held} là sát quá: phải báo trước ít nhất {least} ngày."
    )
    do = "Lùi buổi đối thoại tới ngày {earliest} hoặc muộn hơn."
    notified: date
    held: date
    least: int
    earliest: date


@dataclass(kw_only=True, eq=False)
class CompetenceAnswerUnknown(Refused):
    """An answer that a question of competence does not have."""

    what = "Câu “{question}” không có câu trả lời này."
    do = "Chọn một câu trả lời đang hiện; nếu ngày áp dụng đã đổi thì mở lại từ đầu."
    question: str
