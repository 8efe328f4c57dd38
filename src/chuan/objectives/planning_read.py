"""What the planning pages show: a plan's gaps, what is proposed for them, its objectives, its history."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise as Later
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.documents.asking import words_of
from chuan.documents.models import Question
from chuan.objectives import judging
from chuan.objectives.completeness import DEFINED, FIELDS, Missing, completeness
from chuan.objectives.conversion import rule_of
from chuan.objectives.models import Indicator, Objective, Plan, Target
from chuan.objectives.permissions import owner_of
from chuan.objectives.pictures import Promise
from chuan.objectives.proposing import Proposed, proposals
from chuan.objectives.ways import citation_of, measure_of
from chuan.objectives.years_read import objectives_of
from chuan.offers import measures
from chuan.offers.measures import Measure
from chuan.people.models import Appointment, Official
from chuan.people.viewer import Viewer
from chuan.rules.targets.types import Quantity, Verdict
from chuan.rules.types import Sure
from chuan.ui import words

RollUp = Objective.RollUp

_SURE: dict[Sure, str | Later] = {
    Sure.READ: later("đã đọc văn bản"),
    Sure.REPORTED: later("theo nguồn khác thuật lại"),
    Sure.UNVERIFIED: later("chưa kiểm chứng"),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """One proposal as a row of the table; ``about`` names the indicator when it is about one."""

    key: str
    field: str
    value: str
    act: str
    sure: str
    about: str
    title: str
    """The proposed title when the unit has no such post; "" otherwise."""


@dataclass(frozen=True, slots=True)
class OfferGroup:
    """Everything proposed for one objective and its indicators."""

    objective: Objective
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class PlanRow:
    """An objective in the plan's list."""

    objective: Objective
    owner: str
    promised: str
    lacks: tuple[str, ...]
    """The fields that are still empty, of the objective and of its indicators."""


@dataclass(frozen=True, slots=True)
class Planning:
    """A plan as work: what it lacks, what is proposed, who answers."""

    plan: Plan
    missing: tuple[Missing, ...]
    whole: int
    """How many objectives and indicators there are to complete."""
    groups: tuple[OfferGroup, ...]
    rows: tuple[PlanRow, ...]
    history: tuple[Plan, ...]

    @property
    def done(self) -> int:
        """How many of them lack nothing."""
        return self.whole - len(self.missing)

    @property
    def offered(self) -> int:
        """How many proposals there are."""
        return sum(len(group.offers) for group in self.groups)

    @property
    def titles(self) -> tuple[str, ...]:
        """Proposed titles that the unit has no post of, each once."""
        return tuple(
            dict.fromkeys(offer.title for group in self.groups for offer in group.offers if offer.title)
        )


def planning(plan: Plan, viewer: Viewer) -> Planning:
    """The planning page of a plan: a constant number of statements."""
    objectives = objectives_of(plan)
    targets = list(Target.objects.filter(objective__plan=plan).select_related("indicator"))
    missing = completeness(plan)
    history = Plan.objects.seen_by(viewer).filter(year=plan.year, owner_unit=plan.owner_unit)
    return Planning(
        plan=plan,
        missing=missing,
        whole=len(objectives) + len({one.indicator_id for one in targets if one.indicator_id}),
        groups=_groups(proposals(plan), objectives, targets),
        rows=tuple(_row(one, targets, missing) for one in objectives),
        history=tuple(history.select_related("decision", "reading").order_by("-pk")),
    )


def staff_of(viewer: Viewer) -> list[tuple[Official, str]]:
    """Officials of the viewer's unit who hold a post on the day, with the titles; one statement."""
    held = Appointment.objects.on(viewer.on).filter(official__unit=viewer.unit)
    found: dict[int, tuple[Official, list[str]]] = {}
    for one in held.select_related("official", "post").order_by("official__name", "post__title"):
        found.setdefault(one.official_id, (one.official, []))[1].append(one.post.title)
    return [(official, ", ".join(titles)) for official, titles in found.values()]


def lacking(missing: Sequence[Missing]) -> list[tuple[str, int]]:
    """How often each field is missing: ("việc sẽ làm", 27)."""
    names = FIELDS | DEFINED
    counts = ((str(word), sum(name in one.fields for one in missing)) for name, word in names.items())
    return [(word, count) for word, count in counts if count]


# One objective


@dataclass(frozen=True, slots=True)
class Way:
    """One way to count the promises below an objective, with what it would mean today."""

    mode: str
    name: str
    meaning: str
    verdict: Verdict | None = None


def ways(promise: Promise) -> tuple[Way, ...]:
    """The ways to count that make sense for this objective, each judged with today's figures."""
    summing = promise.own is not None and promise.own.rule.quantity is Quantity.K_OF_N
    modes = [RollUp.VALUES if summing else RollUp.ALL, RollUp.LINES, RollUp.CHOSEN, RollUp.OPEN]
    now = RollUp(promise.objective.roll_up)
    offered = modes if now in modes else [now, *modes]
    return tuple(_way(promise, mode) for mode in offered)


def labels_below(promise: Promise) -> str:
    """Every measured value on its own line: what grouping by hand begins with."""
    return "\n".join(line.label for line in promise.lines)


def asked_about(objective: Objective) -> list[tuple[Question, str]]:
    """What the reader asked about this place of the decision, each with the answer in words ("" without one)."""
    rows = objective.plan.reading.questions.filter(about=objective.ordinal).select_related("answered_by")
    return [(row, words_of(row) if row.answer else "") for row in rows]


def targets_below(objective: Objective) -> list[tuple[Target, str]]:
    """The promises of the objective itself, each in words."""
    rows = Target.objects.filter(objective=objective).select_related("indicator")
    return [(row, words.target(rule_of(row))) for row in rows]


# One indicator


def promised_as(indicator: Indicator, viewer: Viewer) -> list[Target]:
    """Where the indicator is promised, the newest plan first."""
    plans = Plan.objects.seen_by(viewer)
    rows = Target.objects.filter(indicator=indicator, objective__plan__in=plans)
    related = ("objective__plan__decision", "objective__plan__owner_unit")
    return list(rows.select_related(*related).order_by("-objective__plan__year", "-objective__plan__pk"))


def _groups(
    found: Sequence[Proposed], objectives: Sequence[Objective], targets: Sequence[Target]
) -> tuple[OfferGroup, ...]:
    places = {target.label: target for target in targets}
    by_objective: dict[int, list[Offer]] = {}
    for one in found:
        place = places[one.label].objective_id if one.objective is None else one.objective.pk
        by_objective.setdefault(place, []).append(_offer(one))
    return tuple(OfferGroup(one, tuple(by_objective[one.pk])) for one in objectives if one.pk in by_objective)


def _offer(one: Proposed) -> Offer:
    unknown = one.field == "owner" and one.post is None
    return Offer(
        key=one.key,
        field=str((FIELDS | DEFINED)[one.field]),
        value=one.post.title if one.post else one.value,
        act=one.act,
        sure=str(_SURE[one.sure]),
        about=f"{one.label} {one.name}" if one.indicator else "",
        title=one.value if unknown else "",
    )


def _row(objective: Objective, targets: Sequence[Target], missing: Sequence[Missing]) -> PlanRow:
    own = [target for target in targets if target.objective_id == objective.pk]
    indicators = {target.indicator_id for target in own}
    mine = [one for one in missing if _is_of(one, objective, indicators)]
    names = FIELDS | DEFINED
    gaps = dict.fromkeys(str(names[field]) for one in mine for field in one.fields)
    promised = " · ".join(words.target(rule_of(target)) for target in own)
    return PlanRow(objective, owner_of(objective), promised, tuple(gaps))


def _is_of(missing: Missing, objective: Objective, indicators: set[int | None]) -> bool:
    if missing.indicator is not None:
        return missing.indicator.pk in indicators
    return missing.objective is not None and missing.objective.pk == objective.pk


def _way(promise: Promise, mode: RollUp) -> Way:
    return Way(mode, str(mode.label), _meaning(promise, mode), _judged(promise, mode))


def _judged(promise: Promise, mode: RollUp) -> Verdict | None:
    """The verdict that counting so would give today; None where it depends on groups not made yet."""
    if mode is RollUp.CHOSEN and promise.objective.roll_up != mode:
        return None
    tried = copy.copy(promise.objective)
    tried.roll_up = mode
    return judging.together(tried, promise.lines, promise.own.rule if promise.own else None)


def _meaning(promise: Promise, mode: RollUp) -> str:
    values, bullets = len(promise.lines), len({line.objective.pk for line in promise.lines})
    match mode:
        case RollUp.LINES:
            return _(
                "%(n)s gạch đầu dòng, mỗi gạch một chỉ tiêu; gạch nhiều số đo chỉ đạt khi mọi số đo ấy đạt."
            ) % {"n": bullets}
        case RollUp.CHOSEN:
            return _(
                "Tự ghép %(n)s số đo thành chỉ tiêu ở ô bên dưới; chỉ tiêu chỉ đạt khi mọi số đo của nó đạt."
            ) % {"n": values}
        case RollUp.OPEN:
            return _("Chưa chọn: mục tiêu này hiện “chưa đo được: còn câu hỏi” cho đến khi có người trả lời.")
    return _("%(n)s số đo, mỗi số đo là một chỉ tiêu.") % {"n": values}


def ways_offered(indicator: Indicator) -> list[tuple[str, str]]:
    """The measures that may count the indicator, each with its formula, source and grade.

    Those that answer the same promise as the one it names; all of them while it names none.
    """
    now = measure_of(indicator)
    return [(one.key, _described(one)) for one in (measures.same_kind(now) if now else measures.every())]


def _described(measure: Measure) -> str:
    facts = _("Công thức: %(formula)s Nguồn: %(source)s. Cấp %(grade)s.") % {
        "formula": measure.formula if measure.formula.endswith(".") else f"{measure.formula}.",
        "source": citation_of(measure), "grade": words.grade(measure.grade),
    }  # fmt: skip
    return format_html('{} <small class="d-block muted">{}</small>', measure.title, facts)
