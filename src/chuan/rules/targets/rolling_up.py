"""An objective over its children: k of n promises kept, or all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from chuan.rules.targets.types import Outcome, Quantity, Reason, Target, Verdict

_KEPT = (Outcome.MET, Outcome.EXCEEDED)
_WORST_FIRST = (Outcome.NOT_MET, Outcome.AT_RISK, Outcome.UNMEASURED, Outcome.ON_TRACK, Outcome.MET)


def roll_up(
    children: Sequence[Verdict],
    target: Target | None,
    *,
    open_question: bool = False,
    groups: Sequence[Sequence[int]] | None = None,
) -> Verdict:
    """The verdict on an objective from the verdicts below it.

    With a k-of-n target, k must be kept; k = n means all, however many there turn out to be
    ("21/21" over 20 bullets). Without a target all must be kept and the worst decides.
    ``groups`` are indexes of children that count as one (the two values of a bullet): a
    group is kept only if all of it is; a child in no group is not counted. While the
    question how to count is open, nothing is said.
    """
    seen = tuple(child.outcome for child in children)
    if open_question:
        return Verdict(Outcome.UNMEASURED, False, Reason.OPEN_QUESTION, children=seen)
    units = [_unit([children[index] for index in group]) for group in _groups(children, groups)]
    if not units:
        return Verdict(Outcome.UNMEASURED, False, Reason.NOTHING_TO_MEASURE, children=seen)
    needed = _needed(target, len(units))
    outcome, final, reason = _weigh(units, needed)
    kept = sum(unit.outcome is Outcome.MET for unit in units)
    return Verdict(
        outcome,
        final,
        reason,
        margin=Fraction(kept - needed),
        children=seen,
        detail=f"đã đạt {kept} trong {len(units)} mục, cần {needed}",
    )


@dataclass(frozen=True, slots=True)
class _Unit:
    """What counts as one: a child, or the children of a group. EXCEEDED is MET here."""

    outcome: Outcome
    final: bool


def _groups(children: Sequence[Verdict], groups: Sequence[Sequence[int]] | None) -> Sequence[Sequence[int]]:
    chosen = [[index] for index in range(len(children))] if groups is None else groups
    return [group for group in chosen if group]


def _unit(members: Sequence[Verdict]) -> _Unit:
    """The worst member decides; broken for good if one is, kept for good only if all are."""
    broken = [member for member in members if member.outcome is Outcome.NOT_MET]
    if broken:
        return _Unit(Outcome.NOT_MET, any(member.final for member in broken))
    outcomes = [Outcome.MET if member.outcome in _KEPT else member.outcome for member in members]
    return _Unit(min(outcomes, key=_WORST_FIRST.index), all(member.final for member in members))


def _needed(target: Target | None, units: int) -> int:
    if target is None or target.quantity is not Quantity.K_OF_N or target.k is None or target.k == target.n:
        return units
    return target.k


def _weigh(units: Sequence[_Unit], needed: int) -> tuple[Outcome, bool, Reason]:
    """Decided either way first; then what is kept or broken for now, likely, unknown."""
    among = Counter(unit.outcome for unit in units)
    for_good = Counter(unit.outcome for unit in units if unit.final)
    kept = Outcome.EXCEEDED if among[Outcome.MET] > needed else Outcome.MET
    likely = among[Outcome.MET] + among[Outcome.ON_TRACK]
    if needed > len(units):
        return Outcome.UNMEASURED, False, Reason.CHILD_UNMEASURED
    if for_good[Outcome.MET] >= needed:
        return kept, True, Reason.DECIDED
    if len(units) - for_good[Outcome.NOT_MET] < needed:
        return Outcome.NOT_MET, True, Reason.DECIDED
    if among[Outcome.MET] >= needed:
        return kept, False, Reason.STANDS
    if len(units) - among[Outcome.NOT_MET] < needed:
        return Outcome.NOT_MET, False, Reason.ONLY_ESTIMATE
    if likely >= needed:
        return Outcome.ON_TRACK, False, Reason.STANDS
    if likely + among[Outcome.UNMEASURED] >= needed:
        return Outcome.UNMEASURED, False, Reason.CHILD_UNMEASURED
    return Outcome.AT_RISK, False, Reason.STANDS
