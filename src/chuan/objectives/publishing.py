"""The public pages of objectives: what was promised, how far it is, and the figures behind it with their days.

Only plans that stand on a decision that has a day and has been issued. No owner, no evidence, no row.
Figures about petitions or officials that count fewer than five cases are not said: one might be known again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from chuan.objectives import sayings
from chuan.objectives.models import FigureSet, Indicator, Measurement, Plan, Target
from chuan.objectives.periods import last_day
from chuan.objectives.pictures import TargetLine, YearPicture
from chuan.objectives.sets.public import page_of, public_set, said
from chuan.objectives.sets.reading import read_set
from chuan.objectives.standing import Series, standing
from chuan.objectives.years_read import year_picture
from chuan.offers import public_choices, publishing
from chuan.offers.public_choices import Chosen
from chuan.offers.publishing import Asked, Page
from chuan.rules.targets.types import Stage
from chuan.ui import formatters as say
from chuan.ui import words

PLACE = 10
YEARS = 3
"""Years whose objectives are published, the youngest first."""
LEAST = 5
"""Fewer cases than this are not said of petitions and officials (a practice, as towards the level above)."""
GUARDED = ("petitions.", "workforce.")
"""Measures whose cases are people."""


@dataclass(frozen=True, slots=True)
class Row:
    """One promise as the public reads it."""

    label: str
    name: str
    target: str
    figure: str
    until: str
    grade: str
    shape: str
    outcome: str
    reason: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of one period."""

    period: str
    said: str
    stage: str
    grade: str
    on: str


@dataclass(frozen=True, slots=True)
class Counted:
    """One indicator with its figures; ``told``: why there are none."""

    name: str
    figures: tuple[Figure, ...]
    told: str


def pages(asked: Asked) -> Iterator[Page]:
    """Two pages for each year: the objectives, and the figures of every period."""
    for plan in public_plans(asked):
        yield from _pages_of(plan, asked)


def public_plans(asked: Asked) -> list[Plan]:
    """Plans of the unit that stand on a decision issued by the day."""
    rows = Plan.objects.standing().filter(
        owner_unit=asked.unit, decision__stage="issued", decision__issued_on__lte=asked.on
    )
    return list(rows.select_related("decision", "owner_unit").order_by("-year")[:YEARS])


def _pages_of(plan: Plan, asked: Asked) -> Iterator[Page]:
    indicators, chosen = _indicators(plan), public_set(plan, asked.on)
    picture, figures = _year(plan, indicators, chosen, asked)
    context = {
        "plan": plan,
        "on": asked.on,
        "from_set": said(chosen),
        "decision": _decision(plan),
        "illustrative": picture.illustrative,
    }
    slug, figures_slug = f"muc-tieu-{plan.year}", f"so-lieu-{plan.year}"
    promised = [
        (one.number, one.objective.text, [_row(line, figures) for line in one.lines])
        for one in picture.promises
    ]
    yield Page(
        slug, _("Mục tiêu chất lượng năm %s") % plan.year,
        _("Đã hứa gì, đến nay được bao nhiêu, đạt hay chưa."),
        render_to_string("objectives/public/objectives.html",
                         context | {"promised": promised, "until": picture.until, "figures": figures_slug}),
    )  # fmt: skip
    yield Page(
        figures_slug, _("Số liệu từng kỳ năm %s") % plan.year,
        _("Số liệu đứng sau mỗi mục tiêu, theo kỳ, kèm cách có được."),
        render_to_string("objectives/public/figures.html",
                         context | {"counted": [_counted(one, figures) for one in indicators], "objectives": slug}),
        above=slug,
    )  # fmt: skip


def _year(
    plan: Plan, indicators: Sequence[Indicator], chosen: FigureSet | None, asked: Asked
) -> tuple[YearPicture, Series]:
    """The year as the chosen set froze it; without one as the figures in use stand on the day."""
    if chosen is not None:
        frozen = read_set(chosen)
        return frozen.picture, frozen.figures
    figures = standing([one.pk for one in indicators], plan.period, on=asked.on)
    return year_picture(plan, on=asked.on, figures=figures), figures


def _indicators(plan: Plan) -> list[Indicator]:
    """The plan's indicators, once each, in the order of the decision."""
    targets = Target.objects.filter(objective__plan=plan, indicator__isnull=False).select_related("indicator")
    found: dict[int, Indicator] = {}
    for target in targets.order_by("objective__position", "position"):
        if target.indicator is not None:
            found.setdefault(target.indicator.pk, target.indicator)
    return list(found.values())


def _decision(plan: Plan) -> str:
    paper = plan.decision
    if not paper.number:
        return _("Quyết định ngày %s") % say.day(paper.issued_on)
    number = f"{paper.number}/{paper.symbol}" if paper.symbol else paper.number
    return _("Quyết định số %(number)s ngày %(day)s") % {"number": number, "day": say.day(paper.issued_on)}


def _row(line: TargetLine, series: Series) -> Row:
    figures = series.get(line.indicator.pk, []) if line.indicator else []
    shape, outcome = words.sign(line.verdict.outcome)
    hidden = line.result is not None and is_few(line.result.numerator, line.result.denominator, figures)
    return Row(
        label=line.label, name=line.name, target=line.target_words,
        figure=_("dưới %s trường hợp, không nêu số") % LEAST if hidden else _figure(line),
        until=say.day(max(last_day(one.period) for one in figures)) if figures else "",
        grade="; ".join(words.grade(letter) for letter in sorted({one.grade for one in figures})),
        shape=shape, outcome=str(outcome), reason="" if hidden else line.reason_words,
    )  # fmt: skip


def _figure(line: TargetLine) -> str:
    """The figure; a share with what it is a share of."""
    result = line.result
    if result is None or result.denominator is None or "%" not in line.figure_words:
        return line.figure_words
    return f"{line.figure_words} ({say.fraction(result.numerator, result.denominator)})"


def is_few(numerator: Fraction, denominator: Fraction | None, figures: Sequence[Measurement]) -> bool:
    """Whether so few people's cases are counted that one might be known again."""
    guarded = any(one.measure_key.startswith(GUARDED) for one in figures)
    return guarded and 0 < (numerator if denominator is None else denominator) < LEAST


def _counted(indicator: Indicator, series: Series) -> Counted:
    """Where one period counts few cases none is said alone: the year less the others would give it away."""
    rows = series.get(indicator.pk, [])
    if not rows:
        return Counted(indicator.name, (), _("Chưa đo được: chưa có số liệu của kỳ nào đã qua."))
    if any(is_few(*one.exact, rows) for one in rows):
        return Counted(indicator.name, (), _("Có kỳ dưới %s trường hợp nên chỉ nêu số của cả năm.") % LEAST)
    return Counted(indicator.name, tuple(_of_period(indicator, one) for one in rows), "")


def _of_period(indicator: Indicator, one: Measurement) -> Figure:
    return Figure(
        period=sayings.period_of(one), said=sayings.measured(indicator, one),
        stage=_("ước") if one.stage == Stage.ESTIMATE else _("chính thức"), grade=words.grade(one.grade),
        on=say.day(say.local(one.as_of).date()),
    )  # fmt: skip


def choices(asked: Asked) -> Iterator[Chosen]:
    """Which figures each published year holds, for the page of public pages."""
    for plan in public_plans(asked):
        yield Chosen(_("Số liệu năm %s") % plan.year, said(public_set(plan, asked.on)), page_of(plan.year))


def offer() -> None:
    """Offer the pages of this room, and what was chosen for them."""
    publishing.offer(PLACE, pages)
    public_choices.offer("objectives.sets", choices)
