"""Bắt đầu giữa năm: the totals of the months gone by, a card an indicator, sent all at once or one by one."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.objectives.midyear.actions import begin_with_total
from chuan.objectives.midyear.cards import TotalCard, TotalForm, take
from chuan.objectives.midyear.permissions import require_starter
from chuan.objectives.midyear.refusals import NoTotalTyped
from chuan.objectives.midyear.totals import Total, start_of, starts_of, totals
from chuan.objectives.models import Plan
from chuan.objectives.slips.forms import has_typed
from chuan.objectives.slips.lasting import last_before, series
from chuan.people.door import Request
from chuan.rules.refusals import Refused

REFUSED = 422


def page(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The form; ``tu`` is the month from which single months are put in."""
    plans = Plan.objects.seen_by(request.viewer).select_related("owner_unit", "decision")
    plan = get_object_or_404(plans, uid=uid, status=Plan.Status.STANDING)
    require_starter(request.viewer, plan)
    start = _start(request, plan)
    waiting = totals(plan, start, at=request.at) if start else []
    if request.method != "POST" or start is None:
        return _page(request, plan, start, waiting, _cards(request, waiting))
    if request.POST.get("thoi"):
        return _only_let_go(request, plan, start, waiting)
    return _sent(request, plan, start, waiting)


def _start(request: Request, plan: Plan) -> date | None:
    """The month that was chosen, else the one in which the plan came in."""
    known = {str(one): one for one in starts_of(plan, request.on)}
    return known.get(request.GET.get("tu", ""), start_of(plan, request.on))


def _sent(request: Request, plan: Plan, start: date, waiting: list[Total]) -> HttpResponse:
    """Record what is right; stay with what was typed while anything is wrong or still unsent."""
    cards = _cards(request, waiting)
    tried = [card for card in cards if card.form.is_bound]
    done = take(plan, start, tried, by=request.viewer, at=request.at)
    if done:
        messages.success(request, _("Đã lưu %(n)s số; các tháng trước không còn chờ.") % {"n": done})
    left = [card for card in cards if not card.saved]
    wrong = any(card.is_wrong for card in left)
    if done and not wrong and not any(has_typed(request.POST, card.total.prefix) for card in left):
        return redirect(request.get_full_path())
    refusal = "" if tried else NoTotalTyped().sentence
    saved = {card.total.prefix for card in cards if card.saved}
    still = [one for one in waiting if one.prefix not in saved]
    return _page(request, plan, start, still, left, refusal, status=REFUSED if wrong or refusal else 200)


def _only_let_go(request: Request, plan: Plan, start: date, waiting: list[Total]) -> HttpResponse:
    """Where the total stands already, the single months are let go by one press."""
    found = next((one for one in waiting if one.prefix == request.POST.get("thoi") and one.stands), None)
    try:
        if found is not None:
            begin_with_total(plan, found.indicator, start, None, by=request.viewer, at=request.at)
            messages.success(request, _("Đã thôi chờ: %(months)s.") % {"months": found.dropped_words})
    except Refused as refusal:
        cards = _cards(request, waiting)
        return _page(request, plan, start, waiting, cards, refusal.sentence, status=REFUSED)
    return redirect(request.get_full_path())


def _cards(request: Request, waiting: Sequence[Total]) -> list[TotalCard]:
    """A card for each that still has no figure; one statement for what stood before."""
    asked = [one for one in waiting if one.stands is None]
    year = min((one.period.start.year for one in asked), default=request.on.year)
    rows = series([one.indicator for one in asked], year) if asked else {}
    return [_card(request, one, rows.get(one.indicator.pk, [])) for one in asked]


def _card(request: Request, total: Total, rows: list[Any]) -> TotalCard:
    """Bound where it is to be recorded; else holding what was typed, unjudged."""
    last = last_before(total.indicator, total.period, rows)
    prefix, given = total.prefix, request.POST
    about: dict[str, Any] = {
        "indicator": total.indicator, "last": last.paper if last else None, "on": request.on, "prefix": prefix,
    }  # fmt: skip
    pressed = given.get("chi", "")
    if request.method == "POST" and (pressed == prefix or (not pressed and has_typed(given, prefix))):
        return TotalCard(total, last, rows, TotalForm(given, request.FILES, **about))
    kept = {
        name.removeprefix(f"{prefix}-"): value for name, value in given.items() if name.startswith(prefix)
    }
    return TotalCard(total, last, rows, TotalForm(initial=kept, **about))


def _page(
    request: Request, plan: Plan, start: date | None, waiting: Sequence[Total], cards: Sequence[TotalCard],
    refusal: str = "", *, status: int = 200,
) -> HttpResponse:  # fmt: skip
    context = {
        "title": _("Bắt đầu giữa năm %(year)s") % {"year": plan.year},
        "crumbs": [
            (_("Mục tiêu %(year)s") % {"year": plan.year}, f"{reverse('objectives:year')}?nam={plan.year}"),
            (
                _("Nhập kết quả năm %(year)s") % {"year": plan.year},
                reverse("objectives:enter", args=[plan.uid]),
            ),
        ],
        "plan": plan,
        "start": start,
        "starts": [(str(one), _month(one)) for one in starts_of(plan, request.on)],
        "chosen": str(start) if start else "",
        "from_words": _month(start) if start else "",
        "waits": len(waiting),
        "cards": cards,
        "stands": [one for one in waiting if one.stands is not None],
        "refusal": refusal,
        "whole": request.get_full_path(),
    }
    return render(request, "objectives/midyear/totals.html", context, status=status)


def _month(first: date) -> str:
    return _("tháng %(month)s năm %(year)s") % {"month": first.month, "year": first.year}
