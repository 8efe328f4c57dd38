"""The promises of a plan beside those of the paper it rests on; how the number of promises is counted there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chuan.law.lexicons import reader_lexicon
from chuan.objectives.bases.refusals import NoPromiseRead
from chuan.objectives.conversion import rule_of
from chuan.objectives.models import Objective, Plan, Target
from chuan.rules.base_compare import (
    Counted,
    Ours,
    Pair,
    Standing,
    apart,
    compare,
    counted,
    promises_of,
)
from chuan.rules.targets.types import Quantity
from chuan.ui import words


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the comparison as the page shows it."""

    pair: Pair
    target: Target | None

    @property
    def ours_words(self) -> str:
        """The level of the plan."""
        return words.target(self.pair.ours.target) if self.pair.ours else ""

    @property
    def theirs_words(self) -> str:
        """The level of the paper."""
        return words.target(self.pair.theirs.target) if self.pair.theirs else ""


@dataclass(frozen=True, slots=True)
class Number:
    """ "21/21 chỉ tiêu" in the plan, how it is counted there and in the paper."""

    objective: Objective
    written: int
    here: Counted
    matched: Counted
    paper: Counted

    @property
    def by_lines(self) -> bool:
        """Whether the written number is that of the paper's lines, and not of its values as well."""
        lines, values = self.paper.supports(self.written)
        return lines and not values

    @property
    def by_values(self) -> bool:
        """Whether it is that of the paper's values, and not of its lines as well."""
        lines, values = self.paper.supports(self.written)
        return values and not lines

    @property
    def by_both(self) -> bool:
        """Whether lines and values are as many as written."""
        return all(self.paper.supports(self.written))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every row, how many of each standing, the numbers that sum up; ``stated``: numbers that the paper writes."""

    rows: tuple[Row, ...]
    numbers: tuple[Number, ...]
    stated: tuple[int, ...]

    def count(self, standing: Standing) -> int:
        """Rows of one standing."""
        return sum(one.pair.standing is standing for one in self.rows)

    @property
    def same(self) -> int:
        """Promises with the same level."""
        return self.count(Standing.SAME)

    @property
    def different(self) -> int:
        """Promises with another level."""
        return self.count(Standing.DIFFERENT)

    @property
    def missing(self) -> int:
        """Promises of the plan that the paper has not."""
        return self.count(Standing.MISSING)

    @property
    def extra(self) -> int:
        """Promises of the paper that the plan has not."""
        return self.count(Standing.EXTRA)


def compared(plan: Plan, text: str) -> Comparison:
    """The plan beside a paper's text; one statement. Raises ``NoPromiseRead``."""
    theirs, stated = apart(promises_of(text, reader_lexicon()))
    if not theirs:
        raise NoPromiseRead()
    rows = Target.objects.filter(objective__plan=plan).select_related("indicator", "objective")
    targets = list(rows.order_by("objective__position", "position"))
    measured = [one for one in targets if one.indicator is not None and one.quantity != Quantity.NONE]
    ours = [
        Ours(one.label, one.indicator.name if one.indicator else "", one.text, rule_of(one))
        for one in measured
    ]
    pairs = compare(ours, theirs)
    by_label = {one.label: one for one in measured}
    shown = tuple(Row(one, by_label[one.ours.label] if one.ours else None) for one in pairs)
    return Comparison(shown, tuple(_numbers(targets, shown, counted(theirs))), tuple(stated))


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
