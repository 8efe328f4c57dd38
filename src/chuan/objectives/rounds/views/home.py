"""The door: the round that goes on, or the form that opens one; earlier rounds below."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from chuan.objectives.models import Plan, Round
from chuan.objectives.rounds import actions
from chuan.objectives.rounds.addresses import of_round
from chuan.objectives.rounds.asking import asked_of_year
from chuan.objectives.rounds.forms import ClosingForm
from chuan.objectives.rounds.permissions import may_run
from chuan.objectives.rounds.views.finding import page_of
from chuan.people.door import Request
from chuan.people.practice import days_of_practice
from chuan.people.sent_forms import saved, sent
from chuan.rules.refusals import NotFound


def home(request: Request) -> HttpResponse:
    """To the round of the newest plan while it goes on; else what asks for one, and the form that opens it."""
    plan = newest_plan(request)
    standing = Round.objects.seen_by(request.viewer).real().filter(plan=plan).first() if plan else None
    if standing is not None and request.method == "GET":
        return redirect(of_round(standing))
    form = ClosingForm(sent(request), initial={"closes_on": _usual(request)})
    year = plan.year + 1 if plan else request.on.year + 1

    def save() -> str:
        if plan is None:
            raise NotFound(thing=_("kế hoạch mục tiêu đang thực hiện"))
        return of_round(
            actions.open_round(plan, form.cleaned_data["closes_on"], by=request.viewer, at=request.at)
        )

    context = page_of(request, _("Xây dựng mục tiêu năm %s") % year) | {
        "plan": plan, "year": year, "may_run": plan is not None and may_run(request.viewer, plan.owner_unit_id),
        "asks": asked_of_year(plan, request.viewer) if plan else [],
        "earlier": Round.objects.seen_by(request.viewer).exclude(plan=plan).order_by("-year", "-pk")[:10],
    }  # fmt: skip
    done = _("Đã mở đợt. Mọi người phụ trách có việc góp ý trong Việc của tôi.")
    return saved(request, form, save, "objectives/rounds/home.html", context, done=done)


def newest_plan(request: Request) -> Plan | None:
    """The newest standing plan of the viewer's own unit."""
    rows = Plan.objects.seen_by(request.viewer).standing().filter(owner_unit=request.viewer.unit)
    return rows.select_related("decision", "owner_unit").order_by("-year").first()


def _usual(request: Request) -> object:
    return request.on + timedelta(
        days=days_of_practice("next_year.answer_days", request.viewer.unit, request.on)
    )
