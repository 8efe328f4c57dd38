"""Three years of results beside each promise: verdict, figure, grade; "chưa có" where there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from chuan.objectives import ways
from chuan.objectives.models import Indicator, Plan
from chuan.objectives.pictures import TargetLine, YearPicture
from chuan.objectives.reports import plan_for, year_picture
from chuan.objectives.standing import Series, standing
from chuan.offers import measures
from chuan.people.viewer import Viewer
from chuan.rules.next_year import Past
from chuan.rules.targets.types import Quantity
from chuan.ui import words

YEARS = 3


@dataclass(frozen=True, slots=True)
class YearResult:
    """What one year promised and brought; ``line`` is None where the year had no such promise."""

    year: int
    line: TargetLine | None = None
    grades: str = ""

    @property
    def figure(self) -> str:
        """The figure, that there is none, or that what there is cannot be held against anything yet; of a recognition
        whether it was given.
        """
        if self.line is None or self.line.result is None:
            return _("chưa xét được") if self.grades else _("chưa có")
        if self.line.rule.quantity is Quantity.YES_NO:
            return _("được công nhận") if self.line.value else _("chưa được công nhận")
        return self.line.figure_words

    @property
    def target_words(self) -> str:
        """What was promised then."""
        return self.line.target_words if self.line is not None else ""

    @property
    def outcome(self) -> str:
        """The verdict's name; "" where nothing was promised."""
        return str(self.line.verdict.outcome) if self.line is not None else ""

    def past(self) -> Past | None:
        """The same as the rules look at it."""
        if self.line is None:
            return None
        result = self.line.result
        counted = result.denominator if result is not None and result.counted else None
        cases = int(counted) if counted is not None else None
        said = self.figure if result is not None else ""
        return Past(self.year, self.line.rule, self.line.verdict.outcome, self.line.value, said, cases)


@dataclass(frozen=True, slots=True)
class Known:
    """One promise of this year with its three years, the latest first, and what feeds it."""

    line: TargetLine
    years: tuple[YearResult, ...]

    @property
    def fed(self) -> bool:
        """Whether a register counts it, its source is named, or any year has a figure."""
        indicator = self.line.indicator
        if indicator is None:
            return True
        measured = any(one.line is not None and one.line.result is not None for one in self.years)
        return bool(indicator.source) or measured or ways.measure_of(indicator) is not None

    @property
    def names(self) -> measures.CaseWords:
        """How its cases are called."""
        return measures.words_of(ways.measure_of(self.line.indicator))


def results_of(plan: Plan, viewer: Viewer, on: date) -> Mapping[int, Sequence[Known]]:
    """By objective of the plan, its promises in order; a constant number of statements a year."""
    pictures = _pictures(plan, viewer, on)
    years = {year: _by_code(picture, on) for year, picture in pictures.items()}
    found: dict[int, list[Known]] = {}
    for line in every_line(pictures[plan.year]):
        told = tuple(_of(line.indicator, year, years) for year in range(plan.year, plan.year - YEARS, -1))
        found.setdefault(line.objective.pk, []).append(Known(line, told))
    return {pk: sorted(each, key=lambda one: one.line.target.position) for pk, each in found.items()}


def every_line(picture: YearPicture) -> list[TargetLine]:
    """Every promise of the year, those that sum others up too."""
    return [line for one in picture.promises for line in ((one.own,) if one.own else ()) + one.lines]


def _pictures(plan: Plan, viewer: Viewer, on: date) -> dict[int, YearPicture]:
    found = {plan.year: year_picture(plan, on=on)}
    for year in range(plan.year - 1, plan.year - YEARS, -1):
        earlier = plan_for(viewer, year, on=on)
        if earlier is not None:
            found[year] = year_picture(earlier, on=on)
    return found


def _by_code(picture: YearPicture, on: date) -> dict[str, YearResult]:
    """Results of a year by the code of the indicator, with the letters of their grades."""
    lines = [one for one in picture.lines if one.indicator is not None]
    series = standing([one.indicator.pk for one in lines if one.indicator], picture.plan.period, on=on)
    return {
        one.indicator.code: YearResult(picture.plan.year, one, _grades(one.indicator, series))
        for one in lines
        if one.indicator is not None
    }


def _of(indicator: Indicator | None, year: int, years: Mapping[int, Mapping[str, YearResult]]) -> YearResult:
    known = years.get(year, {}).get(indicator.code) if indicator is not None else None
    return known or YearResult(year)


def _grades(indicator: Indicator, series: Series) -> str:
    """ "A", "B, D"; "" without a figure."""
    return ", ".join(sorted({one.grade for one in series.get(indicator.pk, ())}))


def grade_words(letters: str) -> str:
    """The grades in words, for the title of a letter."""
    return "; ".join(words.grade(one) for one in letters.split(", ") if one)
