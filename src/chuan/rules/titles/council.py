"""A council's vote: quorum and share as data, ballots that have to add up, by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from chuan.rules.ranking import amount, said_share
from chuan.rules.refusals.titles import CouncilMiscounted, CouncilTooFew, VotesWrong
from chuan.rules.titles.facts import Title
from chuan.rules.titles.persons import Law
from chuan.rules.types import Citation, Sure


@dataclass(frozen=True, slots=True)
class Ballots:
    """What was counted for one candidate. ``absent``: ballots in writing of members who were not there.

    ``recused_there``, ``recused_away``: members at the meeting, and missing from it, who have no ballot on this row.
    """

    candidate: str
    agreed: int
    against: int
    spoilt: int = 0
    absent: int = 0
    recused_there: int = 0
    recused_away: int = 0

    @property
    def recused(self) -> int:
        """How many members have no ballot on this row."""
        return self.recused_there + self.recused_away


@dataclass(frozen=True, slots=True)
class VoteVerdict:
    """A candidate's vote: so many of ``base``, ``needed`` to be proposed; a sentence with the arithmetic."""

    candidate: str
    agreed: int
    base: int
    needed: int
    passed: bool
    sentence: str
    citation: Citation
    sure: Sure


def has_own_ballot(law: Law) -> bool:
    """Whether a member who is a candidate votes on himself; no text read says so, a unit may set it."""
    own = law.get("council.own_ballot")
    return own is None or own.value == "yes"


def council_vote(
    members: int, present: int, rows: Sequence[Ballots], title: Title, law: Law
) -> tuple[VoteVerdict, ...]:
    """Every candidate's verdict, or nothing at all.

    Each row has to add up to the ballots given out: one for each member present, and those in writing; not for who
    has no ballot on the row, and he is not among the members it is counted of. The quorum is that of the meeting.
    Raises `CouncilMiscounted`, `CouncilTooFew`, `VotesWrong`.
    """
    if not 0 < present <= members:
        raise CouncilMiscounted(members=members, present=present)
    quorum = ceil(members * amount(law["council.quorum"]))
    if present < quorum:
        raise CouncilTooFew(members=members, present=present, needed=quorum)
    wrong = [(row.candidate, fault) for row in rows if (fault := _fault(row, members, present))]
    twice = _twice(rows)
    if wrong or twice:
        raise VotesWrong(rows=(*wrong, *twice))
    return tuple(_verdict(row, members, present, title, law) for row in rows)


def _fault(row: Ballots, members: int, present: int) -> str:
    """What does not add up in a row; empty when it does."""
    if min(row.agreed, row.against, row.spoilt, row.absent) < 0:
        return "Số phiếu không thể âm."
    away = members - present - row.recused_away
    if row.absent > away:
        return f"Ghi {row.absent} phiếu gửi bằng văn bản mà chỉ {away} thành viên vắng."
    present -= row.recused_there
    given, counted = present + row.absent, row.agreed + row.against + row.spoilt
    if counted == given:
        return ""
    parts = f"{row.agreed} đồng ý + {row.against} không đồng ý + {row.spoilt} không hợp lệ = {counted}"
    own = " (thành viên được xét không bỏ phiếu cho mình)" if row.recused_there else ""
    return f"{parts}, khác {given} phiếu phát ra{own}."


def _twice(rows: Sequence[Ballots]) -> tuple[tuple[str, str], ...]:
    names = [row.candidate for row in rows]
    return tuple(
        (name, "Có hai dòng cho cùng một người.") for name in sorted({*names}) if names.count(name) > 1
    )


def _verdict(row: Ballots, members: int, present: int, title: Title, law: Law) -> VoteVerdict:
    least, of_members = law[f"council.{title}"], law["council.base"].value == "members"
    base = members - row.recused if of_members else present - row.recused_there + row.absent
    more_than = law["council.more_than"].value == "yes"
    needed = _needed(base, amount(least), more_than=more_than)
    share = Fraction(row.agreed, base)
    bar = f"{'trên' if more_than else 'từ'} {said_share(amount(least))}"
    own = " (không tính người được xét)" if row.recused else ""
    of = f"tổng số {base} thành viên{own}" if of_members else f"{base} phiếu phát ra"
    sentence = f"{row.agreed} phiếu đồng ý trên {of} ({said_share(share)}), cần {bar}, tức {needed} phiếu."
    return VoteVerdict(
        row.candidate, row.agreed, base, needed, row.agreed >= needed, sentence, least.citation, least.sure
    )


def _needed(base: int, least: Fraction, *, more_than: bool) -> int:
    """The fewest ballots that reach a share, or that are more than it."""
    return floor(base * least) + 1 if more_than else ceil(base * least)
