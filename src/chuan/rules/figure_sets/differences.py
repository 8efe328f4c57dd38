"""What changed between two sets of figures, promised figure by promised figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from chuan.rules.figure_sets.lines import FigureLines, SetFigure, SetTarget


class Cause(StrEnum):
    """Why the figure of a period is another one."""

    CORRECTED = "corrected"  # a higher version of the same period
    ADDED = "added"  # a period that the earlier set held nothing of
    GONE = "gone"  # the earlier set held it, the later one does not


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One period's figure before and after."""

    cause: Cause
    before: SetFigure | None
    after: SetFigure | None


@dataclass(frozen=True, slots=True)
class Difference:
    """One promised figure in two sets; None where a set does not hold it."""

    before: SetTarget | None
    after: SetTarget | None
    figures: tuple[FigureChange, ...]

    @property
    def shown(self) -> SetTarget:
        """The side that names it: the later one where it stands in both."""
        shown = self.after or self.before
        assert shown is not None
        return shown

    @property
    def value_changed(self) -> bool:
        """Whether the exact result is another one, not only the words for it."""
        return _parts(self.before, "numerator", "denominator") != _parts(
            self.after, "numerator", "denominator"
        )

    @property
    def stage_changed(self) -> bool:
        """Whether an estimate became official, or the reverse."""
        return _parts(self.before, "stage") != _parts(self.after, "stage")

    @property
    def verdict_changed(self) -> bool:
        """Whether it is judged otherwise."""
        return _parts(self.before, "outcome", "final") != _parts(self.after, "outcome", "final")

    @property
    def promise_changed(self) -> bool:
        """Whether another level is asked for: a newer decision."""
        return _parts(self.before, "target_words") != _parts(self.after, "target_words")

    @property
    def is_one(self) -> bool:
        """Whether anything changed at all."""
        changed = self.value_changed or self.stage_changed or self.verdict_changed or self.promise_changed
        return changed or bool(self.figures)


def differences(before: FigureLines, after: FigureLines) -> tuple[Difference, ...]:
    """The promised figures that changed, in the order of the later set, then those that are gone."""
    earlier = {one.key: one for one in before.targets}
    found = [_between(earlier.pop(one.key, None), one) for one in after.targets]
    found += [_between(one, None) for one in earlier.values()]
    return tuple(one for one in found if one.is_one)


def _between(before: SetTarget | None, after: SetTarget | None) -> Difference:
    return Difference(before, after, tuple(_changes(_periods(before), _periods(after))))


Periods = Mapping[tuple[str, str], SetFigure]


def _periods(target: SetTarget | None) -> Periods:
    return {(one.start, one.end): one for one in target.figures} if target else {}


def _changes(before: Periods, after: Periods) -> Iterator[FigureChange]:
    for period in sorted(before.keys() | after.keys()):
        old, new = before.get(period), after.get(period)
        if old is None:
            yield FigureChange(Cause.ADDED, None, new)
        elif new is None:
            yield FigureChange(Cause.GONE, old, None)
        elif old.uid != new.uid:
            yield FigureChange(Cause.CORRECTED, old, new)


def _parts(target: SetTarget | None, *names: str) -> tuple[object, ...]:
    return tuple(getattr(target, name) for name in names) if target else ()
