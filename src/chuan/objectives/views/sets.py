"""Chốt số liệu: the sets of a year, freezing one, one set, and what differs between two."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.files import house_key
from chuan.objectives import addresses
from chuan.objectives.models import FigureSet, Plan
from chuan.objectives.permissions import PLANNERS
from chuan.objectives.reports import plan_for
from chuan.objectives.sets import public, table, why
from chuan.objectives.sets.actions.freezing import Wanted, freeze_set
from chuan.objectives.sets.building import Named, lines_of
from chuan.objectives.sets.forms import SetForm
from chuan.objectives.sets.permissions import may_choose_public
from chuan.people.door import Request
from chuan.people.sent_forms import saved, sent
from chuan.rules.figure_sets import FigureLines, differences, read_lines, short_digest
from chuan.rules.targets.types import Outcome
from chuan.trail.models import Entry
from chuan.ui import formatters as say

ORDER = (
    Outcome.NOT_MET, Outcome.AT_RISK, Outcome.ON_TRACK, Outcome.UNMEASURED, Outcome.EXCEEDED, Outcome.MET,
)  # fmt: skip
NOW = "hom-nay"
_LEFT_SHOWN = 5


def sets(request: Request) -> HttpResponse:
    """The sets of a year, the last one first, and the form that freezes another."""
    plan = chosen_plan(request)
    if plan is None:
        return render(request, "objectives/no_plan.html", {"title": _("Chốt số liệu")})
    rows = _rows(request, plan)
    form = SetForm(sent(request), today=request.on, initial=_begin(request, plan, rows))

    def save() -> str:
        typed = form.cleaned_data
        named = Named(typed["ten"], typed["den"], typed["van_ban"])
        after = rows[0] if rows else None
        return addresses.of_set(freeze_set(plan, Wanted(named, after), by=request.viewer, at=request.at))

    context = crumbs_of(plan) | {
        "title": _("Chốt số liệu năm %(year)s") % {"year": plan.year},
        "rows": rows,
        "may_freeze": may_freeze(request, plan),
        "fingerprint": house_key.known_fingerprint(),
        "may_choose_public": may_choose_public(request.viewer, plan.owner_unit_id),
        "public": public.said(public.public_set(plan, request.on)),
        "public_page": public.page_of(plan.year),
    }
    done = _("Đã chốt bộ số liệu. Bộ này không đổi nữa; in báo cáo từ đây.")
    return saved(request, form, save, "objectives/sets/list.html", context, done=done)


def one_set(request: Request, uid: uuid.UUID) -> HttpResponse:
    """One frozen set: its figures, the papers printed from it, and what has changed since."""
    found = set_of(request, uid)
    lines = read_lines(found.lines)
    rows = _rows(request, found.plan)
    context = crumbs_of(found.plan, inside=True) | {
        "title": found.name,
        "found": found,
        "lines": lines,
        "code": short_digest(found.digest),
        "tally": [{"outcome": one, "count": lines.tally[one]} for one in ORDER if lines.tally.get(one)],
        "plain": table.of_set(found, lines),
        "others": [one for one in rows if one.pk != found.pk],
        "newer": _since(request, found, lines),
        "may_freeze": may_freeze(request, found.plan),
        "may_print": request.viewer.unit.pk == found.plan.owner_unit_id,
        "fingerprint": house_key.known_fingerprint(),
        "prints": _left(found),
        "demo": found.illustrative,
    }
    return render(request, "objectives/sets/one.html", context)


def set_differences(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What differs between this set and another of the same year, or the figures in use today."""
    found = set_of(request, uid)
    asked = request.GET.get("bo", "")
    before, after = _two(request, found, asked)
    shown = why.rows(differences(before, after))
    context = crumbs_of(found.plan, inside=True) | {
        "title": _("Khác nhau giữa hai bộ số liệu"),
        "found": found,
        "before": before,
        "after": after,
        "before_on": date.fromisoformat(before.head.on),
        "after_on": date.fromisoformat(after.head.on),
        "with_today": asked == NOW,
        "rows": shown,
        "same": len(after.targets) - len([one for one in shown if one.after]),
        "total": len(after.targets),
        "may_freeze": may_freeze(request, found.plan),
        "demo": before.head.illustrative or after.head.illustrative,
    }
    return render(request, "objectives/sets/differences.html", context)


def set_of(request: Request, uid: uuid.UUID) -> FigureSet:
    """The set with its plan; 404 for another ward's."""
    related = ("plan__decision__unit", "plan__owner_unit", "plan__reading", "by", "document", "after")
    return get_object_or_404(FigureSet.objects.seen_by(request.viewer).select_related(*related), uid=uid)


def may_freeze(request: Request, plan: Plan) -> bool:
    """Whether the viewer freezes and sends sets of this plan: what pages offer; the actions decide."""
    own = request.viewer.unit.pk == plan.owner_unit_id and plan.status == Plan.Status.STANDING
    return own and request.viewer.has(*PLANNERS)


def chosen_plan(request: Request) -> Plan | None:
    """The plan of the year asked for, else of this year, else of the one next to it; 404 for a year without one."""
    plans = Plan.objects.seen_by(request.viewer)
    years = sorted(set(plans.values_list("year", flat=True)))
    asked = request.GET.get("nam", "")
    if asked and not (asked.isdecimal() and int(asked) in years):
        raise Http404
    until = [year for year in years if year <= request.on.year]
    year = int(asked) if asked else (until or years or [0])[-1 if until else 0]
    return plan_for(request.viewer, year, on=request.on) if years else None


def _rows(request: Request, plan: Plan) -> list[FigureSet]:
    """The sets of the plan's year, the last frozen first."""
    seen = FigureSet.objects.seen_by(request.viewer).filter(plan__year=plan.year)
    seen = seen.filter(plan__owner_unit=plan.owner_unit_id)
    return list(seen.select_related("by", "document").defer("lines").order_by("-recorded_at", "-pk"))


def _begin(request: Request, plan: Plan, rows: Sequence[FigureSet]) -> Mapping[str, Any]:
    """Today (of a year that is over its last day); name and paper of the set before where one is made after it."""
    last = rows[0] if rows and request.GET.get("sau") else None
    day = min(request.on, plan.period.end - timedelta(days=1))
    return {
        "den": say.day(day), "ten": last.name if last else "", "van_ban": last.paper if last else "",
    }  # fmt: skip


def _left(found: FigureSet) -> list[Entry]:
    """When it was printed or sent, the last time first."""
    rows = Entry.objects.filter(
        subject_kind="figure_set", subject_uid=found.uid, verb__in=("figure_set.report", "figure_set.export")
    )
    return list(rows.order_by("-at", "-seq")[:_LEFT_SHOWN])


def _since(request: Request, found: FigureSet, lines: FigureLines) -> int:
    """How many promised figures stand otherwise today, judged on the set's own day."""
    return len(differences(lines, _today(request, found)))


def _today(request: Request, found: FigureSet) -> FigureLines:
    return lines_of(found.plan, Named(_("số đang dùng hôm nay"), found.on, found.paper), at=request.at)


def _two(request: Request, found: FigureSet, asked: str) -> tuple[FigureLines, FigureLines]:
    """The earlier and the later of the two; without a choice the set that this one follows."""
    lines = read_lines(found.lines)
    if asked == NOW:
        return lines, _today(request, found)
    try:
        other = set_of(request, uuid.UUID(asked)) if asked else found.after
    except ValueError:
        raise Http404 from None
    if other is None or other.plan.year != found.plan.year:
        raise Http404
    held = read_lines(other.lines)
    return (held, lines) if other.recorded_at <= found.recorded_at else (lines, held)


def crumbs_of(plan: Plan, *, inside: bool = False) -> dict[str, Any]:
    """The plan and the way back; ``inside``: beneath the list of sets."""
    crumbs = [(_("Mục tiêu %(year)s") % {"year": plan.year}, addresses.of_plan(plan))]
    if inside:
        crumbs.append((_("Chốt số liệu"), f"{reverse('objectives:sets')}?nam={plan.year}"))
    return {"plan": plan, "crumbs": crumbs, "back": addresses.of_plan(plan)}
