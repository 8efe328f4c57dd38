"""What pages, papers and sheets are made of: frozen pictures of a year, of one target, of one figure.

Nothing here asks the database. ``reports`` fills these in; templates only read them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction

from chuan.documents.models import Document, Question
from chuan.objectives.models import Indicator, LateNotice, Measurement, Objective, Plan, Target
from chuan.rules.targets import PlannedPath
from chuan.rules.targets import types as rules
from chuan.rules.types import Period, Span


@dataclass(frozen=True, slots=True)
class Point:
    """One place on a trend: ``value`` in the target's unit, None where nothing was measured."""

    period: Period
    value: Fraction | None
    stage: rules.Stage | None = None
    cumulative: bool = False


@dataclass(frozen=True, slots=True)
class TargetLine:
    """One row of Mục tiêu: a promise, its figure so far and what that is worth."""

    target: Target
    indicator: Indicator | None
    objective: Objective
    label: str
    """Which place of the decision: "1.4a", "3.2", "7"."""
    name: str
    rule: rules.Target
    verdict: rules.Verdict
    result: rules.Result | None
    value: Fraction | None
    """The result in the target's unit (96.57… for a share), exact."""
    points: tuple[Point, ...]
    owner: str
    target_words: str
    """The promise in words: "trên 95 %"."""
    figure_words: str
    """The result in words: "96,57 %", "–"."""
    reason_words: str
    """Why the verdict is what it is: one sentence."""
    measure_words: str
    """How it is measured: "hằng tháng, nhập tay"."""
    illustrative: bool = False
    late_rows: int = 0
    """Rows that came in after the standing figures were frozen; 0 when none did."""
    sample: str = ""
    """What was checked where the figures come from samples ("hồ sơ kiểm tra"); such a figure is no share of all."""
    grades_words: str = ""
    """The grades behind the result where there are several: "9 tháng đếm từ tệp nhập (B), 3 tháng …"."""
    path: PlannedPath | None = None
    """Where the figure was planned to stand month by month, as set by the day of judging."""


@dataclass(frozen=True, slots=True)
class Promise:
    """One objective of the decision with everything beneath it."""

    objective: Objective
    number: str
    name: str
    verdict: rules.Verdict
    lines: tuple[TargetLine, ...]
    """All promises below in the order of the decision; the summarising one ("21/21") is not among them."""
    figure_words: str
    """The cell of the strip: "4/22 số đo đã đạt", "99,53 % · 96,57 %"."""
    reason_words: str
    own: TargetLine | None = None
    """The promise that sums up its children ("21/21 chỉ tiêu"), when there is one."""


@dataclass(frozen=True, slots=True)
class YearPicture:
    """A year at a glance: every promise of one plan, judged on a day."""

    plan: Plan
    on: date
    as_of: datetime | None
    """When the youngest figure was counted; None when there is none."""
    until: date | None
    """The last day that any figure speaks of ("Số liệu đến …")."""
    promises: tuple[Promise, ...]
    tally: Mapping[rules.Outcome, int]
    illustrative: bool

    @property
    def lines(self) -> tuple[TargetLine, ...]:
        """Every row of every promise, in order."""
        return tuple(line for promise in self.promises for line in promise.lines)


@dataclass(frozen=True, slots=True)
class MonthFigure:
    """One expected period: what was measured in it, and the total since 1 January with it."""

    period: Period
    measurement: Measurement | None
    value: Fraction | None
    cumulative_value: Fraction | None
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class YearLine:
    """What the same indicator was promised and brought in another year."""

    year: int
    plan: Plan
    target_words: str
    result: rules.Result | None
    value: Fraction | None
    figure_words: str
    verdict: rules.Verdict


@dataclass(frozen=True, slots=True)
class TargetPicture:
    """One promise with its chart, every version of every figure, its years, its open questions."""

    line: TargetLine
    months: tuple[MonthFigure, ...]
    measurements: tuple[Measurement, ...]
    years: tuple[YearLine, ...]
    questions: tuple[Question, ...]
    late_notices: tuple[LateNotice, ...]


@dataclass(frozen=True, slots=True)
class Passport:
    """Where one figure comes from: who produced it, when, from what, and which words it answers."""

    measurement: Measurement
    figure_words: str
    grade_words: str
    who: str
    recorded_at: datetime
    as_of: datetime
    period_words: str
    stage_words: str
    quotation: str
    """The decision's own words, letter for letter; "" when no plan promises this indicator."""
    span: Span | None
    document: Document | None
    source: str
    measure: str
    """The measure and its version ("dossiers.on_time@4"); "" for a figure put in by hand."""
    formula: str
    """By which formula it was counted; "" for a figure put in by hand, or by a version that is gone."""
    digest: str
    """The digest of the frozen rows; "" when there are none."""
    evidence: str
    excluded: Mapping[str, int] = field(default_factory=dict)
    corrects: Measurement | None = None
    corrected_by: Measurement | None = None
    versions: tuple[Measurement, ...] = ()
    bases: tuple[str, ...] = ()
    """What the promise rests on, as a person confirmed it."""
