"""How many are advanced workers: of all in post and of those considered, who is missing and why; shares of fighters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from chuan.rules.ranking import amount, said_share
from chuan.rules.refusals.titles import PeopleMiscounted
from chuan.rules.titles.facts import Eligibility, Judged, Met
from chuan.rules.titles.persons import Law
from chuan.rules.types import Citation, Sure

HONEST = (
    "Đạt 100 % tính trên tất cả người đang làm việc chỉ có thể khi không ai mới vào, nghỉ dài, bị kỷ luật hay "
    "xếp loại dưới “hoàn thành tốt nhiệm vụ”; mục tiêu ấy trái với việc xếp loại trung thực. "
    "Luật không đặt mức 100 % cho cá nhân."
)
"""The sentence that stands beside every target of all: it conflicts with any honest ranking."""


@dataclass(frozen=True, slots=True)
class InPost:
    """A person in post. ``advanced``: whether the decision gives him the title; None: no decision yet."""

    who: str
    eligibility: Eligibility
    advanced: bool | None


@dataclass(frozen=True, slots=True)
class Missing:
    """A person without the title, and what stood in the way; ``why`` is empty where the council said no."""

    who: str
    considered: Met
    why: tuple[Judged, ...]


@dataclass(frozen=True, slots=True)
class AdvancedShare:
    """Both shares with their denominators; a share is None, and ``sentence`` says why, while it cannot be measured."""

    advanced: int
    in_post: int
    considered: int
    of_all: Fraction | None
    of_considered: Fraction | None
    missing: tuple[Missing, ...]
    undecided: tuple[str, ...]
    unclear: tuple[str, ...]
    sentence: str
    honest: str = HONEST


def share_of_advanced(people: Sequence[InPost]) -> AdvancedShare:
    """The share of advanced workers of all in post, and of those considered (time in post, leave, discipline).

    Whoever got the title was considered, whatever the facts at hand say. Those who were considered and ranked too
    low stay in both denominators: without them the second would be 100 % by its making.
    """
    undecided = tuple(one.who for one in people if one.advanced is None)
    unclear = tuple(
        one.who for one in people if not one.advanced and one.eligibility.considered is Met.NOT_KNOWN
    )
    advanced = sum(1 for one in people if one.advanced)
    considered = sum(1 for one in people if one.advanced or one.eligibility.considered is Met.MET)
    of_all = Fraction(advanced, len(people)) if people and not undecided else None
    known = considered and not undecided and not unclear
    of_considered = Fraction(advanced, considered) if known else None
    missing = tuple(
        Missing(one.who, one.eligibility.considered, one.eligibility.unmet)
        for one in people
        if one.advanced is False
    )
    sentence = _sentence(len(people), undecided, (advanced, considered), of_all, of_considered, len(unclear))
    return AdvancedShare(
        advanced,
        len(people),
        considered,
        of_all,
        of_considered,
        missing,
        undecided,
        unclear,
        sentence,
    )


def _sentence(
    people: int,
    undecided: Sequence[str],
    counted: tuple[int, int],
    of_all: Fraction | None,
    of_considered: Fraction | None,
    unclear: int,
) -> str:
    if not people:
        return "Chưa đo được: không có ai đang làm việc trong kỳ."
    if of_all is None:
        return f"Chưa đo được: {len(undecided)} trong {people} người chưa có quyết định về danh hiệu."
    advanced, considered = counted
    first = f"{advanced} trong {people} người đang làm việc ({said_share(of_all)})"
    if of_considered is not None:
        return f"{first}; {advanced} trong {considered} người đủ điều kiện xét ({said_share(of_considered)})."
    why = f"{unclear} người chưa rõ có được xét không" if unclear else "không ai đủ điều kiện xét"
    return f"{first}; tính trên người đủ điều kiện xét thì chưa đo được: {why}."


@dataclass(frozen=True, slots=True)
class FighterShare:
    """How many emulation fighters the local rule allows among the advanced workers."""

    allowed: int
    proposed: int
    sentence: str
    citation: Citation
    sure: Sure

    @property
    def fits(self) -> bool:
        """Whether no more are proposed than allowed."""
        return self.proposed <= self.allowed


def fighters_allowed(proposed: int, advanced: int, law: Law) -> FighterShare | None:
    """The local cap on emulation fighters; None where no rule is held. Raises `PeopleMiscounted`."""
    cap = law.get("emulation_fighter.share")
    if cap is None:
        return None
    if not 0 <= proposed <= advanced:
        raise PeopleMiscounted(people=advanced, part=proposed, which="đề nghị chiến sĩ thi đua cơ sở")
    allowed = floor(advanced * amount(cap))
    sentence = (
        f"{said_share(amount(cap))} của {advanced} lao động tiên tiến được tối đa {allowed} người; "
        f"đang đề nghị {proposed}."
    )
    return FighterShare(allowed, proposed, sentence, cap.citation, cap.sure)
