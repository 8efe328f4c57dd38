"""Reasons to say no about titles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class YearOpenAlready(Refused):
    """The unit has this year already."""

    what = "Năm {year} đã được mở để xét danh hiệu."
    do = "Chọn năm {year} ở đầu trang rồi ghi tiếp."
    year: str


@dataclass(kw_only=True, eq=False)
class YearNotHeld(Refused):
    """A year before the law that is held, or one that has not begun."""

    what = "Năm {year} không mở được để xét danh hiệu."
    do = "Chọn một năm từ {earliest} đến {latest}."
    year: str
    earliest: str
    latest: str


@dataclass(kw_only=True, eq=False)
class NobodyNamed(Refused):
    """A decision without anybody it gives the title to."""

    what = "Quyết định chưa nêu ai được tặng danh hiệu."
    do = "Đánh dấu từng người trong quyết định, hoặc ghi tên tập thể nếu là danh hiệu của tập thể."


@dataclass(kw_only=True, eq=False)
class WhoseTitle(Refused):
    """People and a team's title, or a team and a person's title."""

    what = "Danh hiệu “{title}” là danh hiệu của {whose}."
    do = "Chọn danh hiệu khác, hoặc sửa lại người, tập thể được tặng."
    title: str
    whose: str


@dataclass(kw_only=True, eq=False)
class DecisionLater(Refused):
    """A decision of a day to come, or of before the year."""

    what = "Quyết định ghi ngày {on} không hợp với năm xét {year}."
    do = "Kiểm tra lại ngày ký: không sớm hơn ngày đầu năm xét và không sau hôm nay."
    on: date
    year: str


@dataclass(kw_only=True, eq=False)
class RewardedAlready(Refused):
    """Somebody has the title of the year already."""

    what = "{names} đã có danh hiệu này trong năm."
    do = "Bỏ đánh dấu các tên ấy, hoặc bỏ dòng ghi nhầm trước đó."
    names: str


@dataclass(kw_only=True, eq=False)
class FightersOver(Refused):
    """More emulation fighters than the share allows, without a reason. ``source``: act and article of the share."""

    what = "{warning} Căn cứ: {source}."
    do = "Xem lại tên, ghi quyết định lao động tiên tiến trước; nếu đã ký như vậy thì ghi vì sao vượt tỷ lệ."
    warning: str
    source: str


@dataclass(kw_only=True, eq=False)
class NothingConcluded(Refused):
    """The results of a year are said to be complete, or open again, though they are already."""

    what = "Kết quả của năm {year} đã ở trạng thái ấy."
    do = "Mở lại trang để xem hiện trạng."
    year: str


@dataclass(kw_only=True, eq=False)
class NoDecisionYet(Refused):
    """A year is said to be complete without any decision."""

    what = "Năm {year} chưa ghi quyết định nào về danh hiệu “Lao động tiên tiến”."
    do = "Ghi quyết định trước; khi ghi, đánh dấu là đã đủ kết quả của năm."
    year: str


@dataclass(kw_only=True, eq=False)
class NothingChosen(Refused):
    """A form sent without anybody marked."""

    what = "Chưa đánh dấu ai."
    do = "Đánh dấu ít nhất một người, hoặc ghi tên tập thể."


@dataclass(kw_only=True, eq=False)
class CandidateAlready(Refused):
    """Somebody stands for the title already."""

    what = "{names} đã có tên trong danh sách của danh hiệu này."
    do = "Bỏ đánh dấu các tên ấy."
    names: str


@dataclass(kw_only=True, eq=False)
class DayLater(Refused):
    """A day to come, or before the year."""

    what = "Ngày {on} không hợp với năm xét {year}."
    do = "Ghi ngày trong khoảng từ đầu năm xét đến hôm nay."
    on: date
    year: str


@dataclass(kw_only=True, eq=False)
class FactWrong(Refused):
    """A value that is none of those that may be said."""

    what = "“{value}” không phải là giá trị ghi được cho {what_of}."
    do = "Chọn lại trong danh sách; số ngày là số từ 0 đến 366."
    value: str
    what_of: str


@dataclass(kw_only=True, eq=False)
class NothingSaidNew(Refused):
    """A form of facts that says nothing that is not kept already."""

    what = "Không có gì khác với điều đang ghi."
    do = "Sửa ít nhất một mục, hoặc quay lại."


@dataclass(kw_only=True, eq=False)
class CouncilTooSmall(Refused):
    """A council of fewer than three, or whose chair or secretary is no member, or both the same."""

    what = "Hội đồng cần ít nhất ba thành viên, trong đó có một Chủ tịch Hội đồng và một thư ký khác nhau."
    do = "Chọn lại theo quyết định thành lập Hội đồng."


@dataclass(kw_only=True, eq=False)
class NoMember(Refused):
    """Somebody present who is no member."""

    what = "{names} không phải là thành viên Hội đồng."
    do = "Chỉ đánh dấu thành viên dự họp; người dự khác ghi trong biên bản."
    names: str


@dataclass(kw_only=True, eq=False)
class NobodyProposed(Refused):
    """A vote on nobody, or on somebody who was not proposed."""

    what = "Chưa có ai được đề nghị để Hội đồng bỏ phiếu."
    do = "Đề nghị từ danh sách đăng ký trước, rồi ghi kết quả bỏ phiếu."


@dataclass(kw_only=True, eq=False)
class NobodyPassed(Refused):
    """A decision is to be drafted though no vote passed."""

    what = "Chưa có ai đạt số phiếu cần thiết."
    do = "Ghi kết quả bỏ phiếu của Hội đồng trước khi soạn quyết định."
