"""Số liệu công khai: which frozen set the public pages of a year are made of."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.objectives.models import FigureSet, Plan
from chuan.objectives.sets.actions.publishing import choose_public
from chuan.objectives.sets.forms import PublicForm
from chuan.objectives.sets.permissions import may_choose_public
from chuan.objectives.sets.public import page_of, public_set, said
from chuan.objectives.views.sets import chosen_plan, crumbs_of
from chuan.people.door import Request
from chuan.people.sent_forms import saved, sent


def set_public(request: Request) -> HttpResponse:
    """What is published of the year, and the choice for whoever may publish."""
    plan = chosen_plan(request)
    if plan is None:
        return render(request, "objectives/no_plan.html", {"title": _("Số liệu công khai")})
    rows, standing = _of_plan(request, plan), public_set(plan, request.on)
    form = PublicForm(sent(request), sets=rows, initial={"bo": str(standing.uid) if standing else ""})

    def save() -> str:
        found = next((one for one in rows if str(one.uid) == form.cleaned_data["bo"]), None)
        choose_public(plan, found, by=request.viewer, at=request.at)
        return page_of(plan.year)

    context = crumbs_of(plan, inside=True) | {
        "title": _("Số liệu công khai năm %s") % plan.year, "standing": standing, "told": said(standing), "rows": rows,
        "may_choose": may_choose_public(request.viewer, plan.owner_unit_id),
        "freeze": f"{reverse('objectives:sets')}?nam={plan.year}", "demo": plan.owner_unit.example,
    }  # fmt: skip
    done = _("Đã ghi. Bản công khai lập từ hôm nay dùng số này.")
    return saved(request, form, save, "objectives/sets/public.html", context, done=done)


def _of_plan(request: Request, plan: Plan) -> list[FigureSet]:
    """Sets of this very plan: those of a plan that was replaced are not offered."""
    rows = FigureSet.objects.seen_by(request.viewer).filter(plan=plan).defer("lines")
    return list(rows.order_by("-recorded_at", "-pk"))
