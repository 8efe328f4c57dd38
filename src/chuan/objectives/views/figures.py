"""Putting figures in, correcting them, and the passport of each."""

from __future__ import annotations

import uuid
from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.files import actions as files
from chuan.objectives import actions, frozen, sayings, ways
from chuan.objectives.actions.recording import never_typed, objective_of
from chuan.objectives.figure_forms import FigureForm
from chuan.objectives.models import FigureDue, Indicator, Measurement, Plan, Target
from chuan.objectives.permissions import RECORDERS, may_record, owner_of, require_recorder
from chuan.objectives.reports import passport, target_picture
from chuan.objectives.rows_behind import Chosen, opened, outcomes
from chuan.objectives.views.downloads import attachment
from chuan.objectives.views.rows import Chip, chosen_of, keep, sheet, word_of
from chuan.objectives.views.showing import passport_of
from chuan.offers import measures
from chuan.offers.measures import CaseWords
from chuan.people.door import Request
from chuan.people.viewer import Viewer
from chuan.rules.refusals import Refused
from chuan.ui import words

_PAGE = 50


def enter(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What figures of the plan the viewer may put in and still wait, the longest waiting first."""
    plan = get_object_or_404(Plan.objects.seen_by(request.viewer).select_related("decision"), uid=uid)
    waiting = _waiting(plan, request.viewer)
    due = [one for one in waiting if one.due.period_end <= request.on]
    context = {
        "title": _("Nhập kết quả năm %(year)s") % {"year": plan.year},
        "crumbs": [
            (_("Mục tiêu %(year)s") % {"year": plan.year}, f"{reverse('objectives:year')}?nam={plan.year}")
        ],
        "plan": plan,
        "due": due,
        "later": len(waiting) - len(due),
        "totals": plan.status == Plan.Status.STANDING and bool(due) and request.viewer.has(*RECORDERS),
        "on": request.on,
    }
    return render(request, "objectives/enter.html", context)


@dataclass(frozen=True)
class Waiting:
    """A figure that is expected, and who answers for it."""

    due: FigureDue
    owner: str

    @property
    def period(self) -> str:
        """The period's name as the figure is asked for."""
        return sayings.period_asked(self.due.indicator, self.due.period)


def _waiting(plan: Plan, viewer: Viewer) -> list[Waiting]:
    rows = plan.figures_due.filter(settled_by=None).select_related("indicator").order_by("due_on", "pk")
    holders = {
        target.indicator_id: target.objective
        for target in Target.objects.filter(objective__plan=plan).select_related(
            "objective__owner_post", "objective__owner_official", "objective__parent__owner_post",
            "objective__parent__owner_official", "objective__parent__parent",
        )
    }  # fmt: skip
    return [
        Waiting(row, owner_of(holders.get(row.indicator_id)))
        for row in rows
        if may_record(viewer, holders.get(row.indicator_id))
    ]


def due(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The form of an expected figure; once it is there, the way leads to it."""
    plans = Plan.objects.seen_by(request.viewer)
    found = get_object_or_404(
        FigureDue.objects.select_related("indicator__unit", "plan", "settled_by"), uid=uid, plan__in=plans
    )
    if found.settled_by and request.method == "GET":
        return redirect("objectives:measurement", found.settled_by.uid)
    require_recorder(request.viewer, found.indicator, objective_of(found.indicator, found.plan.year))
    form = FigureForm(request.POST or None, request.FILES or None, indicator=found.indicator)
    never = never_typed(ways.measure_of(found.indicator))
    refusal = never.sentence if never else ""
    if request.method == "POST" and form.is_valid():
        before = _word_of(found.indicator, found.plan.year, request)
        try:
            actions.record_figure(
                found.indicator, found.period, form.given(), by=request.viewer, at=request.at,
                to_date=form.cleaned_data.get("to_date", False), illustrative=found.indicator.unit.example,
            )  # fmt: skip
        except Refused as refused:
            refusal = refused.sentence
        else:
            return _saved(request, found.indicator, found.plan.year, before)
    period = sayings.period_asked(found.indicator, found.period, with_year=True)
    return _form_page(request, form, found.indicator, period, refusal)


def correct(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The form that puts a corrected figure beside the standing one."""
    found = _measurement(request.viewer, uid)
    promised = objective_of(found.indicator, found.period_start.year)
    require_recorder(request.viewer, found.indicator, promised)
    form = FigureForm(
        request.POST or None,
        request.FILES or None,
        indicator=found.indicator,
        correcting=True,
        initial=_initial(found),
    )
    refusal = ""
    if request.method == "POST" and form.is_valid():
        year = found.period_start.year
        before = _word_of(found.indicator, year, request)
        try:
            actions.correct_figure(
                found, form.given(), reason=form.cleaned_data["reason"], by=request.viewer, at=request.at,
                illustrative=found.indicator.unit.example,
            )  # fmt: skip
        except Refused as refused:
            refusal = refused.sentence
        else:
            return _saved(request, found.indicator, year, before)
    return _form_page(request, form, found.indicator, sayings.period_of(found), refusal, standing=found)


def measurement(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The passport of a figure, every version, and the frozen rows behind it."""
    found = _measurement(request.viewer, uid)
    shown = passport(found)
    start = max(_whole(request.GET.get("tu")), 0)
    chosen = chosen_of(request)
    rows, count = frozen.page(found, outcome=chosen.outcome, start=start, size=_PAGE)
    seen, hidden = opened(rows, request.viewer)
    names = measures.words_of(measures.find(found.measure_key))
    target = _target_of(found.indicator, found.period_start.year)
    context = {
        "title": _("%(name)s, %(period)s") % {"name": found.indicator.name, "period": shown.period_words},
        "crumbs": [(found.indicator.name, reverse("objectives:target", args=[target.uid]))] if target else [],
        "demo": found.illustrative,
        "measurement": found,
        "shown": shown,
        "passport": passport_of(shown, own_page=True),
        "versions": [(one, sayings.measured(found.indicator, one)) for one in shown.versions],
        "rows": seen,
        "hidden": hidden,
        "said": {outcome: word_of(outcome, names) for outcome in outcomes()},
        "chips": _chips(found, chosen, names),
        "chosen": chosen,
        "keep": keep(request),
        "row_count": count,
        "next_start": start + _PAGE if start + _PAGE < count else None,
        "may_correct": shown.corrected_by is None
        and may_record(request.viewer, target.objective if target else None),
    }
    return render(request, "objectives/measurement.html", context)


def evidence(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The file a figure was taken from, as it was handed in."""
    found = _measurement(request.viewer, uid)
    if found.evidence_blob is None:
        raise Http404
    return attachment(files.read(found.evidence_blob), found.evidence_name, "application/octet-stream")


def rows(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The frozen rows as a sheet."""
    found = _measurement(request.viewer, uid)
    every, count = frozen.page(found, outcome=chosen_of(request).outcome, size=1_000_000)
    if not count:
        raise Http404
    seen, hidden = opened(every, request.viewer)
    notes = (sayings.period_of(found), sayings.measured(found.indicator, found))
    names = measures.words_of(measures.find(found.measure_key))
    name = f"dong-{found.indicator.code}-{found.period_start:%Y%m%d}.xlsx"
    return sheet(found.indicator.name, seen, hidden, notes=notes, names=names, file_name=name)


def _chips(found: Measurement, chosen: Chosen, names: CaseWords) -> list[Chip]:
    """The frozen rows by outcome; the file is read once, it is small."""
    tally = Counter(row.outcome for row in frozen.page(found, size=1_000_000)[0])
    chips = [Chip(_("Tất cả"), sum(tally.values()), "?", chosen.outcome is None)]
    return chips + [
        Chip(word_of(one, names), tally[one], f"?xem={one}", chosen.outcome is one)
        for one in outcomes()
        if tally[one]
    ]


def _measurement(viewer: Viewer, uid: uuid.UUID) -> Measurement:
    related = ("indicator__unit", "evidence_blob", "rows_blob", "corrects")
    return get_object_or_404(Measurement.objects.seen_by(viewer).select_related(*related), uid=uid)


def _target_of(indicator: Indicator, year: int) -> Target | None:
    """The promise of the year that a page about one of its figures leads back to."""
    rows = Target.objects.filter(indicator=indicator, objective__plan__year=year).select_related(
        "objective__plan", "objective__owner_post", "objective__owner_official", "objective__parent"
    )
    return rows.order_by("objective__plan__closed_on", "-pk").first()


def _word_of(indicator: Indicator, year: int, request: Request) -> str:
    """The verdict's word now: said again after the act, so that its effect is seen."""
    target = _target_of(indicator, year)
    if target is None:
        return ""
    return str(words.sign(target_picture(target, on=request.on).line.verdict.outcome).word)


def _saved(request: Request, indicator: Indicator, year: int, before: str) -> HttpResponse:
    after = _word_of(indicator, year, request)
    changed = _("Kết luận đổi từ “%(before)s” sang “%(after)s”.") % {"before": before, "after": after}
    same = _("Kết luận vẫn là “%(after)s”.") % {"after": after}
    messages.success(request, _("Đã lưu số liệu.") + " " + (changed if before != after else same))
    target = _target_of(indicator, year)
    return redirect("objectives:target", target.uid) if target else redirect("objectives:year")


def _form_page(
    request: Request, form: FigureForm, indicator: Indicator, period: str, refusal: str,
    standing: Measurement | None = None,
) -> HttpResponse:  # fmt: skip
    target = _target_of(indicator, request.on.year)
    context: dict[str, Any] = {
        "title": (_("Sửa kết quả: %(name)s") if standing else _("Nhập kết quả: %(name)s"))
        % {"name": indicator.name},
        "form": form,
        "indicator": indicator,
        "period": period,
        "refusal": refusal,
        "standing": standing,
        "standing_words": sayings.measured(indicator, standing) if standing else "",
        "demo": indicator.unit.example,
        "back": reverse("objectives:target", args=[target.uid]) if target else reverse("objectives:year"),
    }
    return render(
        request, "objectives/figure_form.html", context, status=422 if refusal or form.errors else 200
    )


def _initial(found: Measurement) -> dict[str, Any]:
    numerator, denominator = found.exact
    shape = found.indicator.shape
    given: dict[str, Any] = {
        "stage": found.stage, "grade": found.grade, "evidence_note": found.evidence_note,
    }  # fmt: skip
    if shape == "yes_no":
        return given | {"yes_no": "yes" if numerator >= 1 else "no"}
    if denominator is not None and found.counted:
        return given | {"numerator": numerator, "denominator": denominator}
    return given | {"value": numerator}


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 9 else 0
