"""Refusals about titles, councils and their votes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals.refused import Refused
from chuan.rules.wording import said


@dataclass(kw_only=True, eq=False)
class TitleLawNotHeld(Refused):
    """A day for which no law of titles is held."""

    what = "Chuẩn chưa có quy định về danh hiệu thi đua ở ngày {on}."
    do = "Kiểm lại năm xét danh hiệu; quy định được giữ từ {earliest} trở đi."
    on: date
    earliest: date


@dataclass(kw_only=True, eq=False)
class TitleOfOthers(Refused):
    """A team's title asked for a person, or the other way round."""

    what = "Danh hiệu “{title}” không dành cho {who}."
    do = "Chọn danh hiệu khác trong danh sách."
    title: str
    who: str


@dataclass(kw_only=True, eq=False)
class PeopleMiscounted(Refused):
    """A part of a team larger than the team."""

    what = "Tập thể có {people} người mà ghi {part} người {which}."
    do = "Đếm lại danh sách của tập thể; mỗi người chỉ tính một lần."
    people: int
    part: int
    which: str


@dataclass(kw_only=True, eq=False)
class CouncilMiscounted(Refused):
    """More members present than the council has, or none at all."""

    what = "Hội đồng có {members} thành viên mà ghi {present} người dự họp."
    do = "Kiểm lại quyết định thành lập Hội đồng và danh sách người dự họp."
    members: int
    present: int


@dataclass(kw_only=True, eq=False)
class CouncilTooFew(Refused):
    """A meeting without its quorum."""

    what = "Chỉ {present} trong {members} thành viên Hội đồng dự họp, cần ít nhất {needed}."
    do = "Họp lại khi đủ số thành viên; kết quả bỏ phiếu hôm nay không dùng để đề nghị được."
    members: int
    present: int
    needed: int


@dataclass(kw_only=True, eq=False)
class VotesWrong(Refused):
    """Rows of votes that do not add up; nothing was kept. ``rows`` pairs a name and a sentence."""

    what = "Có {count} dòng kiểm phiếu cần sửa, chưa ghi dòng nào: {list}."
    do = "Đếm lại phiếu của các dòng này; phiếu đồng ý, không đồng ý và không hợp lệ cộng lại bằng số phiếu phát ra."
    rows: tuple[tuple[str, str], ...]

    @property
    def sentence(self) -> str:
        """As elsewhere, with the first five rows by name; the page shows them all."""
        names = ", ".join(name for name, _ in self.rows[:5])
        left = len(self.rows) - 5
        listed = f"{names} và {said(left)} dòng khác" if left > 0 else names
        return f"{self.what} {self.do}".format(count=said(len(self.rows)), list=listed)
