"""One promise: its figure, what is left, its months, every version, its plan and its years."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from chuan.documents.asking import words_of
from chuan.objectives import leeway, live, sayings, ways
from chuan.objectives.bases import kept as bases
from chuan.objectives.completeness import FIELDS
from chuan.objectives.models import FigureDue, Measurement, Objective, Plan, Target, TargetPath
from chuan.objectives.paths import saying as path_words
from chuan.objectives.paths.permissions import may_set
from chuan.objectives.periods import last_day
from chuan.objectives.permissions import may_record
from chuan.objectives.pictures import MonthFigure, TargetPicture
from chuan.objectives.reports import passport, target_picture
from chuan.objectives.views.charting import months_of
from chuan.objectives.views.showing import figure_parts, live_shown, passport_of
from chuan.objectives.views.year import day_of
from chuan.offers import measures
from chuan.people.door import Request
from chuan.people.viewer import Viewer
from chuan.ui import formatters as say
from chuan.ui.parts import Fact


def target(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The page of one promise, judged on the day in the address, else today."""
    found = find_target(request.viewer, uid)
    on, wrong = day_of(request)
    picture = target_picture(found, on=on, today=request.on)
    now = live.of_line(picture.line, found.objective.plan, on=on, at=request.at)
    over = [one for one in picture.measurements if last_day(one.period) <= on]
    latest = max(over, key=lambda one: (one.period_end, one.version), default=None)
    context = {
        "title": picture.line.name,
        "crumbs": _crumbs(found),
        "demo": picture.line.illustrative,
        "refusal": wrong,
        "on": on,
        "picture": picture,
        "line": picture.line,
        "parts": figure_parts(picture.line),
        "left": leeway.words(picture.line),
        "names": measures.words_of(ways.measure_of(picture.line.indicator)),
        "live": live_shown(now, on=on),
        "replaceable": _replaceable(picture, now),
        "months": months_of(picture),
        "on_path": path_words.needed_words(picture.line),
        "path_versions": _paths(found, request.viewer),
        "may_path": may_set(request.viewer, found.objective.plan, found.objective),
        "figures": _figures(picture, found),
        "passport": passport_of(passport(latest)) if latest else None,
        "latest": latest,
        "facts": [*planning_facts(picture.line.objective), *_way(picture)],
        "bases": bases.of_target(found),
        "may_record": may_record(request.viewer, picture.line.objective),
        "typed": not measures.never_typed(ways.measure_of(picture.line.indicator)),
        "questions": [(one, words_of(one) if one.answer else "") for one in picture.questions],
        "late": picture.line.late_rows,
    }
    return render(request, "objectives/target.html", context)


def _paths(found: Target, viewer: Viewer) -> list[TargetPath]:
    """Every version of the planned path, the newest first."""
    rows = TargetPath.objects.seen_by(viewer).filter(target=found)
    return list(rows.select_related("by").order_by("-version"))


def _way(picture: TargetPicture) -> list[Fact]:
    """By which measure it is counted, and since when a person has chosen so."""
    indicator, measure = picture.line.indicator, ways.measure_of(picture.line.indicator)
    if indicator is None or measure is None:
        return []
    since = indicator.measure_since
    return [Fact(_("Cách đếm"), measure.title, _("chọn từ %s") % say.day(since) if since else "")]


def _replaceable(picture: TargetPicture, now: live.Live | None) -> int:
    """How many periods stand on typed figures while the register reaches over their days."""
    if now is None or now.reading.counts is None:
        return 0
    held = now.reading.scope.period
    return sum(
        one.measurement is not None and not one.measurement.measure_key and held.holds(one.period)
        for one in picture.months
    )


def find_target(viewer: Viewer, uid: uuid.UUID) -> Target:
    """The target of this uid if its plan may be seen; 404 otherwise."""
    plans = Plan.objects.seen_by(viewer)
    related = ("indicator", "objective__plan", "objective__parent")
    return get_object_or_404(Target.objects.select_related(*related), uid=uid, objective__plan__in=plans)


def _crumbs(found: Target) -> list[tuple[str, str]]:
    plan = found.objective.plan
    top = found.objective.parent or found.objective
    year = f"/muc-tieu/?nam={plan.year}"
    return [
        (_("Mục tiêu %(year)s") % {"year": plan.year}, year),
        (f"{top.ordinal}. {top.name}", f"{year}#muc-tieu-{top.ordinal}"),
    ]


def planning_facts(objective: Objective) -> list[Fact]:
    """The five fields of ISO 9001:2015, 6.2.2 as they stand; an empty one says so."""
    owner = objective.owner_official.name if objective.owner_official else ""
    values = {
        "what": objective.what,
        "resources": objective.resources,
        "owner": owner or (objective.owner_post.title if objective.owner_post else ""),
        "due_on": say.day(objective.due_on) if objective.due_on else "",
        "evaluation": objective.evaluation,
    }
    return [
        Fact(str(name)[:1].upper() + str(name)[1:], values[key] or _("chưa ghi"))
        for key, name in FIELDS.items()
    ]


class FigureRow:
    """A row of the table of figures: an expected period, with every version of its figure."""

    def __init__(
        self, month: MonthFigure, due: FigureDue | None, versions: list[Measurement], picture: TargetPicture
    ) -> None:
        self.month = month
        self.due = due
        self.standing = month.measurement
        self.older = [one for one in versions if self.standing is None or one.pk != self.standing.pk]
        indicator = picture.line.indicator
        assert indicator is not None
        self.instead = ""
        self.summed = ""
        if self.standing is not None and self.standing.cumulative and not indicator.cumulative:
            self.summed = _("cộng dồn %s") % sayings.period_of(self.standing)
        self.words = sayings.measured(indicator, self.standing) if self.standing else ""
        self.said = {one.pk: sayings.measured(indicator, one) for one in self.older}
        self.ends_on = last_day(month.period)
        self.period = sayings.period_asked(indicator, month.period)

    def let_go(self, later: Iterable[FigureRow]) -> None:
        """Say why no figure of its own is waited for: a later one speaks for these days too."""
        if self.standing is not None or self.due is not None:
            return
        found = next((one.standing for one in later if one.standing is not None), None)
        if found is not None:
            summed = _("không chờ riêng, đã tính trong số đến %s")
            said = summed if found.cumulative else _("không chờ riêng, lấy số tại ngày %s")
            self.instead = said % say.day(last_day(found.period))

    @property
    def history(self) -> list[tuple[Measurement, str]]:
        """Older versions with their figures, the latest first."""
        return [(one, self.said[one.pk]) for one in reversed(self.older)]


def _figures(picture: TargetPicture, found: Target) -> list[FigureRow]:
    if picture.line.indicator is None:
        return []
    dues = {
        (due.period_start, due.period_end): due
        for due in FigureDue.objects.filter(plan=found.objective.plan, indicator=picture.line.indicator)
    }
    rows = []
    for month in picture.months:
        measured = month.measurement
        versions = [
            one for one in picture.measurements
            if measured and (one.period_start, one.period_end) == (measured.period_start, measured.period_end)
        ]  # fmt: skip
        rows.append(FigureRow(month, dues.get((month.period.start, month.period.end)), versions, picture))
    for place, row in enumerate(rows):
        row.let_go(rows[place + 1 :])
    return rows
