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
    """What was counted for one candidate. ``absent``: ballots in writing of members who were not there."""

    candidate: str
    agreed: int
    against: int
    spoilt: int = 0
    absent: int = 0


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


def council_vote(
    members: int, present: int, rows: Sequence[Ballots], title: Title, law: Law
) -> tuple[VoteVerdict, ...]:
    """Every candidate's verdict, or nothing at all.

    Each row has to add up to the ballots given out: one for each member present, and those in writing. Raises
    `CouncilMiscounted`, `CouncilTooFew`, `VotesWrong`.
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
    if row.absent > members - present:
        return f"Ghi {row.absent} phiếu gửi bằng văn bản mà chỉ {members - present} thành viên vắng."
    given, counted = present + row.absent, row.agreed + row.against + row.spoilt
    if counted == given:
        return ""
    parts = f"{row.agreed} đồng ý + {row.against} không đồng ý + {row.spoilt} không hợp lệ = {counted}"
    return f"{parts}, khác {given} phiếu phát ra."


def _twice(rows: Sequence[Ballots]) -> tuple[tuple[str, str], ...]:
    names = [row.candidate for row in rows]
    return tuple(
        (name, "Có hai dòng cho cùng một người.") for name in sorted({*names}) if names.count(name) > 1
    )


def _verdict(row: Ballots, members: int, present: int, title: Title, law: Law) -> VoteVerdict:
    least, of_members = law[f"council.{title}"], law["council.base"].value == "members"
    base = members if of_members else present + row.absent
    more_than = law["council.more_than"].value == "yes"
    needed = _needed(base, amount(least), more_than=more_than)
    share = Fraction(row.agreed, base)
    bar = f"{'trên' if more_than else 'từ'} {said_share(amount(least))}"
    of = f"tổng số {base} thành viên" if of_members else f"{base} phiếu phát ra"
    sentence = f"{row.agreed} phiếu đồng ý trên {of} ({said_share(share)}), cần {bar}, tức {needed} phiếu."
    return VoteVerdict(
        row.candidate, row.agreed, base, needed, row.agreed >= needed, sentence, least.citation, least.sure
    )


def _needed(base: int, least: Fraction, *, more_than: bool) -> int:
    """The fewest ballots that reach a share, or that are more than it."""
    return floor(base * least) + 1 if more_than else ceil(base * least)
