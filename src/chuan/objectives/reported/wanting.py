"""What is looked for in a report: the indicators of a plan with their words, and what people taught before."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.law.report_words import words_for
from chuan.objectives.models import Indicator, Objective, Plan, ReportBinding, Target
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.rules.report_figures import Home, Taught, Wanted


@dataclass(frozen=True)
class Sought:
    """A plan's indicators by their uid as text, and who answers for each."""

    plan: Plan
    indicators: dict[str, Indicator]
    objectives: dict[int, Objective]

    def wanted(self) -> list[Wanted]:
        """As the reader takes them."""
        return [wanted_of(one) for one in self.indicators.values()]


def sought(plan: Plan) -> Sought:
    """The indicators that a plan promises; one statement."""
    targets = Target.objects.filter(objective__plan=plan, indicator__isnull=False).select_related(
        "indicator__unit", "objective__owner_post", "objective__owner_official",
        "objective__parent__owner_post", "objective__parent__owner_official",
    )  # fmt: skip
    indicators: dict[str, Indicator] = {}
    objectives: dict[int, Objective] = {}
    for target in targets:
        if target.indicator is not None:
            indicators.setdefault(str(target.indicator.uid), target.indicator)
            objectives.setdefault(target.indicator.pk, target.objective)
    return Sought(plan, indicators, objectives)


def plan_for(unit: Unit, year: int | None) -> Plan | None:
    """The standing plan of the year; where none stands, the latest."""
    plans = list(
        Plan.objects.standing().filter(owner_unit=unit).select_related("owner_unit").order_by("-year")
    )
    return next((one for one in plans if one.year == year), plans[0] if plans else None)


def taught(unit: Unit) -> list[Taught]:
    """What people of the unit taught and did not forget."""
    rows = ReportBinding.objects.standing().filter(unit=unit).select_related("indicator")
    keys = ((one, str(one.indicator.uid) if one.indicator else "") for one in rows)
    return [Taught(one.phrase, one.column, key, one.written_unit) for one, key in keys]


def home_of(unit: Unit) -> Home:
    """The unit as papers name it."""
    return Home(unit.get_kind_display().lower(), unit.name)


def names_of(viewer: Viewer) -> list[str]:
    """Names of the viewer's unit and of those it came from: a merged ward's old reports are its own."""
    return list(Unit.objects.filter(pk__in=viewer.unit_ids).values_list("name", flat=True))


def wanted_of(one: Indicator) -> Wanted:
    """An indicator as the reader looks for it."""
    words = words_for(one.code, one.name)
    return Wanted(
        str(one.uid), one.name, one.measured_in, one.shape, words.wordings, words.never, words.known
    )
