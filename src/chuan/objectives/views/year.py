"""Mục tiêu: every promise of a year at a glance."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import accumulate
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.objectives import leeway, live
from chuan.objectives.bases import kept
from chuan.objectives.live import Live
from chuan.objectives.models import Indicator, Plan
from chuan.objectives.permissions import PLANNERS
from chuan.objectives.pictures import Promise, TargetLine, YearPicture
from chuan.objectives.reports import plan_for, year_picture
from chuan.objectives.sets import table as plain_table
from chuan.objectives.views.showing import FigureParts, figure_parts
from chuan.people.door import Request
from chuan.people.viewer import Viewer
from chuan.rules.refusals import Refused
from chuan.rules.targets.types import Outcome
from chuan.rules.vietnamese import read_date
from chuan.ui import parts

ORDER = (
    Outcome.NOT_MET, Outcome.AT_RISK, Outcome.ON_TRACK, Outcome.UNMEASURED, Outcome.EXCEEDED, Outcome.MET,
)  # fmt: skip


@dataclass(frozen=True)
class Shown:
    """A line as the table writes it."""

    line: TargetLine
    figure: FigureParts
    left: str
    trend: Sequence[object]
    estimate: bool
    pace: Fraction | None
    live: Live | None = None


@dataclass(frozen=True)
class Group:
    """A promise with those of its lines that pass the filter."""

    promise: Promise
    rows: Sequence[Shown]
    summary: str


def year(request: Request) -> HttpResponse:
    """The year chosen in the address, judged on the day chosen there (today unless it says otherwise)."""
    years = list(
        Plan.objects.seen_by(request.viewer).values_list("year", flat=True).distinct().order_by("-year")
    )
    if not years:
        return render(request, "objectives/no_plan.html", {"title": _("Mục tiêu chất lượng")})
    chosen = chosen_year(request, years)
    on, wrong = day_of(request)
    plan = plan_for(request.viewer, chosen, on=on)
    assert plan is not None
    context = _context(request, year_picture(plan, on=on, today=request.on)) | {
        "years": years,
        "refusal": wrong,
    }
    return render(request, "objectives/year.html", context)


def chosen_year(request: Request, years: Sequence[int]) -> int:
    """The year of the address, else the latest that has begun; ``years``: those with a plan, the latest first."""
    asked = request.GET.get("nam", "")
    if asked.isdecimal() and int(asked) in years:
        return int(asked)
    return next((one for one in years if one <= request.on.year), years[-1])


def day_of(request: Request, typed: str | None = None) -> tuple[date, str]:
    """The day to judge on and, when it cannot be read, the sentence that says so; ``typed`` else the address."""
    typed = (request.GET.get("den", "") if typed is None else typed).strip()
    try:
        return (read_date(typed), "") if typed else (request.on, "")
    except Refused as refused:
        return request.on, refused.sentence


def _context(request: Request, picture: YearPicture) -> dict[str, object]:
    outcome, owner = request.GET.get("ket-luan", ""), request.GET.get("phu-trach", "")
    lives = live.of_lines(picture.lines, picture.plan, on=picture.on, at=request.at)
    basis, stands = request.GET.get("can-cu", ""), kept.standing_by_target(picture.plan)
    groups = [_group(promise, outcome, owner, lives, basis, stands) for promise in picture.promises]
    groups = [group for group in groups if group.rows or not (outcome or owner or basis)]
    shown = sum(len(group.rows) for group in groups)
    return {
        "title": _("Mục tiêu chất lượng năm %(year)s") % {"year": picture.plan.year},
        "demo": picture.illustrative,
        "picture": picture,
        "plan": picture.plan,
        "strip": strip(picture, {group.promise.number for group in groups} if shown else set()),
        "groups": groups,
        "shown": shown,
        "chips": _chips(request, picture, outcome),
        "owners": sorted({line.owner for line in picture.lines if line.owner}),
        "owner": owner,
        "outcome": outcome,
        "basis": basis,
        "bases": kept.choices() if stands or basis else (),
        "until": request.GET.get("den", ""),
        "plain": plain_table.of_picture(picture),
        "plain_url": _plain_url(request, picture),
        "may_plan": may_plan(request.viewer),
    }


def _plain_url(request: Request, picture: YearPicture) -> str:
    address = reverse("objectives:year_table", args=[picture.plan.uid])
    typed = request.GET.get("den", "")
    return f"{address}?{urlencode({'den': typed})}" if typed else address


def strip(picture: YearPicture, here: Collection[str]) -> list[parts.Promise]:
    """The promises as cells of one sheet; those filtered out of the table lead to the whole of it."""
    whole = f"{reverse('objectives:year')}?nam={picture.plan.year}"
    return [
        parts.Promise(
            one.number, one.name, one.verdict.outcome, one.figure_words,
            f"{'' if one.number in here else whole}#muc-tieu-{one.number}",
        )
        for one in picture.promises
    ]  # fmt: skip


def _group(
    promise: Promise,
    outcome: str,
    owner: str,
    lives: Mapping[int, Live],
    basis: str,
    stands: Mapping[int, str],
) -> Group:
    rows = [
        shown(line, lives.get(line.target.pk))
        for line in promise.lines
        if (not outcome or line.verdict.outcome == outcome)
        and (not owner or line.owner == owner)
        and kept.fits(line.target, basis, stands)
    ]
    return Group(promise, rows, _summary(promise))


def shown(line: TargetLine, now: Live | None = None) -> Shown:
    """A line with the words and points of its row, and what the register says right now."""
    result = line.result
    estimate = result is not None and result.stage == "estimate"
    pace = line.verdict.pace.needed if line.verdict.pace else None
    return Shown(line, figure_parts(line), leeway.words(line), _trend(line), estimate, pace, now)


def _trend(line: TargetLine) -> list[Fraction | None]:
    """What the spark draws: the figures, or their running total where the year adds them up."""
    values = [point.value for point in line.points]
    adds = line.indicator is not None and line.indicator.combine == Indicator.Combine.SUM
    if not adds or any(point.cumulative for point in line.points):
        return values
    return list(accumulate(value or Fraction(0) for value in values))


def _summary(promise: Promise) -> str:
    if not promise.own:
        return ""
    return f"{promise.figure_words} · {promise.reason_words}"


def _chips(request: Request, picture: YearPicture, chosen: str) -> list[dict[str, object]]:
    query = request.GET.copy()
    chips: list[dict[str, object]] = []
    for outcome in ("", *ORDER):
        count = len(picture.lines) if not outcome else picture.tally.get(Outcome(outcome), 0)
        query.pop("ket-luan", None)
        if outcome:
            query["ket-luan"] = outcome
        if count or not outcome or outcome == chosen:
            address = f"{reverse('objectives:year')}?{query.urlencode()}"
            chips.append({"outcome": outcome, "count": count, "url": address, "current": outcome == chosen})
    return chips


def may_plan(viewer: Viewer) -> bool:
    """Whether the viewer plans for the unit: what the page offers; the actions decide."""
    return viewer.has(*PLANNERS)
