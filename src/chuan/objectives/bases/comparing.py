"""The promises of a plan beside those of the paper it rests on; how the number of promises is counted there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from chuan.law.lexicons import reader_lexicon
from chuan.objectives.bases.refusals import NoPromiseRead
from chuan.objectives.bases.rows import Comparison, Number, Place, Row, place_of
from chuan.objectives.conversion import rule_of
from chuan.objectives.models import BasisMatch, Plan, Target
from chuan.rules.base_compare import (
    Counted,
    Ours,
    Pair,
    Standing,
    Theirs,
    apart,
    compare,
    counted,
    paired,
    promises_of,
)
from chuan.rules.targets.types import Quantity


def compared(
    plan: Plan, text: str, *, year: int | None = None, settled: Iterable[BasisMatch] = ()
) -> Comparison:
    """The plan beside a paper's text; one statement. Raises ``NoPromiseRead``.

    ``year``: whose levels are wanted of a table, else the plan's; ``settled``: what was confirmed, which is not
    paired again.
    """
    theirs, stated = read(text, year or plan.year, plan.owner_unit.name)
    if not theirs:
        raise NoPromiseRead()
    targets = targets_of(plan)
    rows = _rows([one for one in targets if is_measured(one)], theirs, list(settled))
    return Comparison(rows, tuple(_numbers(targets, rows, counted(theirs))), stated)


@lru_cache(maxsize=24)
def read(text: str, year: int, home: str) -> tuple[tuple[Theirs, ...], tuple[int, ...]]:
    """What a paper promises and the numbers of promises it writes; remembered, for a page shows several papers."""
    theirs, stated = apart(promises_of(text, reader_lexicon(), year=year, home=home))
    return tuple(theirs), tuple(stated)


def targets_of(plan: Plan) -> list[Target]:
    """Every promise of the plan in its order; one statement."""
    rows = Target.objects.filter(objective__plan=plan).select_related("indicator", "objective")
    return list(rows.order_by("objective__position", "position"))


def is_measured(target: Target) -> bool:
    """Whether there is a level that could be compared."""
    return target.indicator is not None and target.quantity != Quantity.NONE


def ours_of(target: Target) -> Ours:
    """A promise of the plan as the rules compare it."""
    name = target.indicator.name if target.indicator else ""
    return Ours(target.label, name, target.text, rule_of(target))


def _rows(
    measured: Sequence[Target], theirs: Sequence[Theirs], settled: Sequence[BasisMatch]
) -> tuple[Row, ...]:
    """In the plan's order, then what only the paper has; a promise that was confirmed is paired as it was."""
    of_target = {one.target_id: one for one in settled if one.target_id is not None}
    used = {(one.span_start, one.part): one for one in settled if one.span_start is not None}
    at = {place_of(one): one for one in theirs}
    free = [one for one in measured if one.pk not in of_target]
    pairs = compare([ours_of(one) for one in free], [one for one in theirs if place_of(one) not in used])
    proposed = dict(zip((one.pk for one in free), pairs, strict=False))
    rows = [
        Row(proposed[one.pk], one) if one.pk in proposed else _settled(one, of_target[one.pk], at)
        for one in measured
    ]
    rows += [Row(one, None) for one in pairs[len(free) :]]
    extras = [one for one in settled if one.target_id is None]
    return (*rows, *(_settled(None, one, at) for one in extras))


def _settled(target: Target | None, match: BasisMatch, at: dict[Place, Theirs]) -> Row:
    theirs = at.get((match.span_start, match.part)) if match.span_start is not None else None
    if target is None:
        return Row(Pair(Standing.EXTRA, None, theirs), None, match)
    return Row(paired(ours_of(target), theirs), target, match)


def _numbers(targets: Sequence[Target], rows: Sequence[Row], paper: Counted) -> list[Number]:
    found = []
    for one in targets:
        if one.indicator is not None or one.n is None:
            continue
        below = [each for each in targets if each.objective.parent_id == one.objective_id]
        here = Counted(len({each.objective_id for each in below}), len(below))
        labels = {each.label for each in below}
        like = [
            row.pair.theirs
            for row in rows
            if row.pair.ours and row.pair.ours.label in labels and row.pair.theirs
        ]
        found.append(Number(one.objective, one.n, here, counted(like), paper))
    return found
