"""Thay số nhập tay bằng số đếm: figures that stand, what the register counts of the same days, one decision."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chuan.objectives import actions, addresses, ways
from chuan.objectives.actions.recounting import is_asked
from chuan.objectives.comparing import (
    DECIDED_BY_A_PERSON,
    MAY_BE_TICKED,
    Comparison,
    Waits,
    Whole,
    comparisons,
    whole_year,
)
from chuan.objectives.expecting import holders_of
from chuan.objectives.forms_recount import KeepForm, RecountForm
from chuan.objectives.models import Indicator, Objective, Plan, Target
from chuan.objectives.permissions import may_record
from chuan.offers import measures
from chuan.offers.measures import Measure
from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.people.viewer import Viewer
from chuan.ui import formatters as say

_REFUSED = 422


@dataclass(frozen=True)
class Stretch:
    """Neighbouring periods that cannot be measured for the same reason."""

    periods: str
    why: str


@dataclass(frozen=True)
class Group:
    """One indicator: the periods to decide about, those that cannot be measured, and how many agree."""

    indicator: Indicator
    measure: Measure
    target: Target
    objective: Objective
    rows: Sequence[Comparison]
    cannot: Sequence[Stretch]
    agreeing: int
    may: bool
    whole: Whole | None

    @property
    def mend(self) -> tuple[str, str]:
        """What to do where the register cannot speak, and where."""
        return ways.mended_by(self.measure)

    @property
    def sampled(self) -> str:
        """What a sample's cases are; "" where all cases are counted."""
        return measures.sample_words(self.measure)


def recount(request: Request) -> HttpResponse:
    """The periods of a year in which a typed and a counted figure meet; POST replaces those that are ticked."""
    plans = _plans(request.viewer)
    plan = _chosen(request, plans)
    if plan is None:
        return render(request, "objectives/no_plan.html", {"title": _("Thay số nhập tay bằng số đếm")})
    found = comparisons(plan, request.viewer, on=request.on, at=request.at)
    offered = [one for one in found if one.waits in MAY_BE_TICKED and one.may]
    form = RecountForm(
        request.POST if request.method == "POST" else None, offered=offered, proposed=_proposed(offered)
    )
    if request.method == "POST" and form.is_valid():
        with said_on(form):
            made = actions.recount(
                plan, form.chosen(), reason=form.cleaned_data["reason"], by=request.viewer, at=request.at,
                clock=timezone.now,
            )  # fmt: skip
            messages.success(request, _done(len(made)))
            return redirect(addresses.of_recount(plan))
    context = _context(request, plan, plans, found) | {"form": form, "ticked": _ticked(request, offered)}
    return render(request, "objectives/recount.html", context, status=_REFUSED if form.errors else 200)


def keep(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Leave an objective's figures as they stand; the task ends with a reason."""
    plans = Plan.objects.seen_by(request.viewer)
    related = (
        "plan__owner_unit",
        "owner_post",
        "owner_official",
        "parent__owner_post",
        "parent__owner_official",
    )
    found = get_object_or_404(Objective.objects.filter(plan__in=plans).select_related(*related), uid=uid)
    form = KeepForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with said_on(form):
            actions.keep(found, reason=form.cleaned_data["reason"], by=request.viewer, at=request.at)
            messages.success(request, _("Đã giữ số đang dùng. Lần nhập tệp sau có thay đổi sẽ báo lại."))
            return redirect(addresses.of_recount(found.plan))
    context = {
        "title": _("Giữ số đang dùng: %(name)s") % {"name": found.name},
        "crumbs": [(_("Thay số nhập tay bằng số đếm"), addresses.of_recount(found.plan))],
        "form": form,
    }
    return render(request, "objectives/keep.html", context, status=_REFUSED if form.errors else 200)


def _plans(viewer: Viewer) -> list[Plan]:
    plans = Plan.objects.seen_by(viewer).standing().filter(owner_unit=viewer.unit)
    return list(plans.select_related("owner_unit", "decision").order_by("-year"))


def _chosen(request: Request, plans: Sequence[Plan]) -> Plan | None:
    """The plan of the year in the address, else the youngest that has begun."""
    asked = request.GET.get("nam", "")
    begun = [plan for plan in plans if plan.year <= request.on.year] or list(plans)
    return next((plan for plan in plans if str(plan.year) == asked), begun[0] if begun else None)


def _context(
    request: Request, plan: Plan, plans: Sequence[Plan], found: Sequence[Comparison]
) -> dict[str, object]:
    groups = _groups(plan, found, request.viewer)
    return {
        "title": _("Thay số nhập tay bằng số đếm, năm %(year)s") % {"year": plan.year},
        "crumbs": [(_("Mục tiêu %(year)s") % {"year": plan.year}, addresses.of_plan(plan))],
        "plan": plan,
        "years": [one.year for one in plans],
        "groups": groups,
        "offered": sum(one.waits in MAY_BE_TICKED and one.may for one in found),
        "foreign": sum(one.waits in DECIDED_BY_A_PERSON and not one.may for one in found),
        "asked": [one for one in _objectives(groups) if may_record(request.viewer, one) and is_asked(one)],
        "intake": addresses.INTAKE,
        "demo": plan.owner_unit.example,
    }


def _groups(plan: Plan, found: Sequence[Comparison], viewer: Viewer) -> list[Group]:
    held = holders_of(plan)
    promised = Target.objects.filter(objective__plan=plan, indicator__in={one.indicator.pk for one in found})
    targets = {target.indicator_id: target for target in promised}
    groups = []
    for _pk, some in groupby(found, key=lambda one: one.indicator.pk):
        own = list(some)
        first = own[0]
        objective = held[first.indicator.pk]
        groups.append(
            Group(
                first.indicator, first.measure, targets[first.indicator.pk], objective,
                rows=[one for one in own if one.waits in MAY_BE_TICKED],
                cannot=_stretches([one for one in own if one.waits is Waits.CANNOT]),
                agreeing=sum(one.waits is Waits.NOTHING and bool(one.standing) for one in own),
                may=may_record(viewer, objective),
                whole=whole_year(own),
            )
        )  # fmt: skip
    return groups


def _objectives(groups: Sequence[Group]) -> list[Objective]:
    return list({one.objective.pk: one.objective for one in groups}.values())


def _stretches(rows: Sequence[Comparison]) -> list[Stretch]:
    """One line for neighbours with the same obstacle; each obstacle names its own days, so most stand alone."""
    found = []
    for why, some in groupby(rows, key=lambda one: one.why):
        own = list(some)
        first, last = own[0].period_words, own[-1].period_words
        found.append(Stretch(first if len(own) == 1 else f"{first} – {last}", why))
    return found


def _proposed(offered: Sequence[Comparison]) -> str:
    """The reason as it is most often; a person may write another."""
    waits = {one.waits for one in offered}
    replaced = [one for one in offered if one.waits is Waits.REPLACE]
    if replaced:
        facts = {
            "old": ", ".join(sorted({one.standing.grade for one in replaced if one.standing})),
            "new": ", ".join(sorted({one.measure.grade for one in replaced})),
        }
        return _("Thay số nhập tay (%(old)s) bằng số đếm từ sổ (%(new)s) của cùng kỳ.") % facts
    if waits == {Waits.BACK}:
        return _("Tệp nhập đã rút, số trở lại theo báo cáo trước đây.")
    return _("Đo lại vì có dòng về muộn sau khi chốt số.") if offered else ""


def _ticked(request: Request, offered: Sequence[Comparison]) -> set[str]:
    if request.method == "POST":
        return set(request.POST.getlist("doi"))
    return {str(one.due.uid) for one in offered} if request.GET.get("chon") == "het" else set()


def _done(n: int) -> str:
    said = ngettext("Đã thay %(n)s số, số cũ giữ bên cạnh.", "Đã thay %(n)s số, số cũ giữ bên cạnh.", n)
    return said % {"n": say.number(n)}
