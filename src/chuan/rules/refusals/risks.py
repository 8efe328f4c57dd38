"""Refusals about scales, scores and treatments of risks and opportunities."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals.refused import Refused


@dataclass(kw_only=True, eq=False)
class ScaleTooShort(Refused):
    """A scale that tells too little or too much apart."""

    what = "Thang {which} có {count} mức."
    do = "Ghi từ {least} đến {most} mức, mỗi mức một dòng."
    which: str
    count: int
    least: int
    most: int


@dataclass(kw_only=True, eq=False)
class ScaleRepeats(Refused):
    """Two steps of a scale are called alike."""

    what = "Thang {which} có hai mức cùng tên “{word}”."
    do = "Gọi mỗi mức một tên khác nhau."
    which: str
    word: str


@dataclass(kw_only=True, eq=False)
class BoundsWrong(Refused):
    """The scores at which levels begin do not rise, or lie outside the table."""

    what = "Điểm bắt đầu các mức phải tăng dần, trong khoảng 2 đến {most}; đang ghi {bounds}."
    do = "Sửa lại ba con số, ví dụ 5, 10, 17."
    bounds: str
    most: int


@dataclass(kw_only=True, eq=False)
class ScoreOffScale(Refused):
    """A score that the scale does not have."""

    what = "Thang {which} chỉ có mức từ 1 đến {most}; đang chấm {given}."
    do = "Chọn một mức trong thang."
    which: str
    most: int
    given: int


@dataclass(kw_only=True, eq=False)
class TreatmentOfOthers(Refused):
    """A way of treating risks for an opportunity, or the other way round."""

    what = "“{treatment}” không phải là cách xử lý {nature}."
    do = "Chọn một cách trong danh sách."
    treatment: str
    nature: str


@dataclass(kw_only=True, eq=False)
class ReasonForLeaving(Refused):
    """What is accepted or let go needs a reason: nothing else will be done about it."""

    what = "Chấp nhận rủi ro hoặc bỏ qua cơ hội thì phải nêu lý do."
    do = "Ghi một câu vì sao không làm gì thêm."


@dataclass(kw_only=True, eq=False)
class AcceptedAboveOnesPlace(Refused):
    """A level that has to be treated is accepted only by who leads the unit."""

    what = "Rủi ro mức “{level}” phải được xử lý; chấp nhận mức này là việc của lãnh đạo."
    do = "Chọn cách xử lý khác, hoặc đưa Chủ tịch, Phó Chủ tịch quyết định."
    level: str


@dataclass(kw_only=True, eq=False)
class NotScoredYet(Refused):
    """What has no level cannot be treated."""

    what = "Chưa chấm mức, nên chưa chọn được cách xử lý."
    do = "Bấm Chấm mức trước."


@dataclass(kw_only=True, eq=False)
class NothingPlanned(Refused):
    """A treatment without anything to be done."""

    what = "Chưa có hành động nào đã làm xong."
    do = "Thêm hành động, ghi kết quả khi xong; hoặc chọn chấp nhận kèm lý do."


@dataclass(kw_only=True, eq=False)
class ActionsOpen(Refused):
    """Something planned is neither done nor dropped."""

    what = "Còn {count} hành động chưa xong."
    do = "Ghi kết quả từng hành động, hoặc thôi hành động kèm lý do."
    count: int


@dataclass(kw_only=True, eq=False)
class ResidualMissing(Refused):
    """Treated, but nobody said what is left of it."""

    what = "Chưa chấm mức còn lại sau khi xử lý."
    do = "Bấm Chấm mức, chọn sau khi xử lý."


@dataclass(kw_only=True, eq=False)
class RiskDueBeforePlanned(Refused):
    """An action that would have been due before it was planned."""

    what = "Hạn {due} trước ngày lập {planned}."
    do = "Chọn hạn từ ngày lập trở đi."
    due: date
    planned: date


@dataclass(kw_only=True, eq=False)
class BeforeItWasFound(Refused):
    """Scored, looked at or ended before it was known."""

    what = "Ngày {given} trước ngày nêu {found}."
    do = "Chọn ngày từ ngày nêu trở đi."
    given: date
    found: date


@dataclass(kw_only=True, eq=False)
class InFuture(Refused):
    """What is told as done lies ahead."""

    what = "Ngày {given} chưa đến."
    do = "Chọn hôm nay hoặc một ngày đã qua."
    given: date


@dataclass(kw_only=True, eq=False)
class BeforeLastScore(Refused):
    """An earlier score would change what a matrix of a past day showed."""

    what = "Đã có lần chấm ngày {last}, sau ngày {given}."
    do = "Chấm từ ngày {last} trở đi; lần trước giữ nguyên."
    given: date
    last: date


@dataclass(kw_only=True, eq=False)
class LookNotMoved(Refused):
    """The day of the next look is what it was."""

    what = "Ngày xem lại vẫn là {day}."
    do = "Chọn một ngày khác, hoặc quay lại."
    day: date


@dataclass(kw_only=True, eq=False)
class LookMovedTooFar(Refused):
    """Put off further than its level lets a look wait."""

    what = "Ngày xem lại {day} xa hơn {months} tháng kể từ hôm nay."
    do = "Mức này phải xem lại muộn nhất {limit}; chọn ngày sớm hơn, hoặc rà soát ngay."
    day: date
    months: int
    limit: date
