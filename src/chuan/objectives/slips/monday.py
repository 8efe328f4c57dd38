"""What the Monday meeting looks at, on one page: figures owed, objectives off pace, what is new, what falls due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Generic, TypeVar

from django.utils.translation import gettext as _

from chuan.corrections.models import CorrectiveAction
from chuan.objectives import addresses, leeway, sayings
from chuan.objectives.models import Measurement, Plan
from chuan.objectives.paths.saying import ahead_words
from chuan.objectives.pictures import TargetLine
from chuan.objectives.slips.owing import owing
from chuan.objectives.slips.reminders import Behind, behind
from chuan.objectives.years_read import plan_for, year_picture
from chuan.people.viewer import Viewer
from chuan.rules.targets.types import Outcome
from chuan.ui import formatters as say

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
_OWING, _OFF, _NEW, _DUE = 7, 7, 6, 5
"""Lines of each part that one sheet of A4 holds."""
_TROUBLE = (Outcome.NOT_MET, Outcome.AT_RISK)
_FIGURES_NAMED = 3


@dataclass(frozen=True)
class Part(Generic[T_co]):
    """The first lines of a part, and how many there are in all."""

    lines: tuple[T_co, ...]
    total: int

    @property
    def more(self) -> int:
        """How many are not on the sheet."""
        return self.total - len(self.lines)


@dataclass(frozen=True)
class OffPace:
    """A promise that is missed or will be if it goes on so, with its margin; behind its path, how far."""

    line: TargetLine
    left: str
    address: str


@dataclass(frozen=True)
class NewFigure:
    """A figure put in or counted since the last Monday."""

    measurement: Measurement
    figure: str
    period: str
    address: str


@dataclass(frozen=True)
class MondaySheet:
    """One week on one page."""

    on: date
    since: date
    until: date
    plan: Plan | None
    owing: Part[Behind]
    owed: int
    off: Part[OffPace]
    unmeasured: int
    promised: int
    new: Part[NewFigure]
    due: Part[CorrectiveAction]
    illustrative: bool
    on_path: tuple[int, int] = (0, 0)
    """Of the promises judged by a planned path: how many keep up, how many are behind."""

    @property
    def path_words(self) -> str:
        """Both counts in a sentence; "" where no path judges anything."""
        kept, behind_path = self.on_path
        if not kept and not behind_path:
            return ""
        return _("So với lộ trình đã đặt: %(kept)s theo kịp, %(behind)s chậm.") % {
            "kept": kept, "behind": behind_path,
        }  # fmt: skip


def week_of(on: date) -> tuple[date, date]:
    """The Monday before the day, and the Sunday that ends its week: a Monday looks back over a whole week."""
    return on - timedelta(days=on.weekday() or 7), on + timedelta(days=6 - on.weekday())


def monday_sheet(viewer: Viewer, *, on: date, at: datetime) -> MondaySheet:
    """The sheet of the viewer's unit on a day; a constant number of statements, and what measures ask."""
    since, until = week_of(on)
    unit = viewer.unit
    every = owing(unit, on=on, at=at).figures
    plan = _plan(viewer, on)
    lines = year_picture(plan, on=on).lines if plan else ()
    return MondaySheet(
        on=on, since=since, until=until, plan=plan, owing=_part(behind(unit, every, on), _OWING), owed=len(every),
        off=_part(_off(lines), _OFF), promised=len(lines),
        unmeasured=sum(one.verdict.outcome is Outcome.UNMEASURED for one in lines),
        new=_new(viewer, since, at), due=_due(viewer, until), illustrative=unit.example,
        on_path=_on_paths(lines),
    )  # fmt: skip


def figures_words(one: Behind) -> str:
    """The figures of one owner in a line: "3.2 tháng 8, tháng 9; 4 năm 2021 và 5 số khác"."""
    named = [f"{owed.label} {owed.period}" for owed in one.figures[:_FIGURES_NAMED]]
    more = len(one.figures) - len(named)
    said = "; ".join(named)
    return _("%(named)s và %(n)s số khác") % {"named": said, "n": say.number(more)} if more else said


def _plan(viewer: Viewer, on: date) -> Plan | None:
    """The plan of this year, else the last one before it."""
    years = (
        Plan.objects.seen_by(viewer)
        .filter(year__lte=on.year)
        .order_by("-year")
        .values_list("year", flat=True)
    )
    year = years.first()
    return plan_for(viewer, year, on=on) if year else None


def _off(lines: Sequence[TargetLine]) -> list[OffPace]:
    """Missed for good first; a promise not yet measured is never called off pace."""
    found = [one for one in lines if one.verdict.outcome in _TROUBLE]
    found.sort(key=lambda one: (one.verdict.outcome is not Outcome.NOT_MET, not one.verdict.final))
    return [OffPace(one, _left(one), addresses.of_target(one.target)) for one in found]


def _left(line: TargetLine) -> str:
    """Where a path judges the line, how far it is from it; else what is left to the promise."""
    return ahead_words(line) or leeway.words(line)


def _on_paths(lines: Sequence[TargetLine]) -> tuple[int, int]:
    """How many lines stand where their path is or past it, and how many are behind."""
    ahead = [one.verdict.pace.ahead for one in lines if one.verdict.pace is not None]
    known = [one for one in ahead if one is not None]
    return sum(one >= 0 for one in known), sum(one < 0 for one in known)


def _new(viewer: Viewer, since: date, at: datetime) -> Part[NewFigure]:
    """Figures that stand and were recorded since the Monday, the last first."""
    rows = Measurement.objects.seen_by(viewer).standing().filter(
        indicator__unit=viewer.unit, recorded_at__date__gte=since, recorded_at__lte=at
    )  # fmt: skip
    some = rows.select_related("indicator").order_by("-recorded_at", "-pk")[:_NEW]
    lines = tuple(
        NewFigure(one, sayings.measured(one.indicator, one), sayings.period_of(one), addresses.of_measurement(one))
        for one in some
    )  # fmt: skip
    return Part(lines, rows.count())


def _due(viewer: Viewer, until: date) -> Part[CorrectiveAction]:
    """Corrective actions due by the end of the week, late ones first."""
    rows = CorrectiveAction.objects.seen_by(viewer).open().filter(
        due_on__lte=until, case__owner_unit=viewer.unit
    )  # fmt: skip
    return Part(tuple(rows.select_related("case", "owner").order_by("due_on", "pk")[:_DUE]), rows.count())


def _part(every: Sequence[T], most: int) -> Part[T]:
    return Part(tuple(every[:most]), len(every))
