"""Phiếu số liệu: what the viewer owes, a card a figure, sent all at once or one by one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chuan.objectives.models import FigureDue, Plan
from chuan.objectives.paths.actions import newest
from chuan.objectives.paths.saying import planned_for
from chuan.objectives.permissions import RECORDERS
from chuan.objectives.slips import addresses
from chuan.objectives.slips.forms import SlipForm, has_typed
from chuan.objectives.slips.lasting import last_before, series
from chuan.objectives.slips.owing import Owed, Owing, is_mine, owing
from chuan.objectives.slips.permissions import may_remind
from chuan.objectives.slips.refusals import NothingTyped
from chuan.objectives.slips.reminders import reminded
from chuan.objectives.slips.sending import Card, take
from chuan.people.door import Request
from chuan.ui import formatters as say

REFUSED = 422
SHOWN = 12
"""Cards on one page; the next come when these are sent."""


def slip(request: Request) -> HttpResponse:
    """The viewer's figures that wait; whoever may put in any figure may open another's slip (``cho``)."""
    every = owing(request.viewer.unit, on=request.on, at=request.at)
    mine = _whose(request, every)
    cards = _cards(request, mine)
    if request.method != "POST":
        return _page(request, every, mine, cards)
    return _sent(request, every, mine, cards)


def _whose(request: Request, every: Owing) -> list[Owed]:
    """The viewer's own, or another's where the viewer records for the unit."""
    asked = request.GET.get("cho", "")
    if not asked:
        return [one for one in every.figures if is_mine(request.viewer, one)]
    if not request.viewer.has(*RECORDERS):
        raise Http404
    return [one for one in every.figures if one.key == asked]


def _sent(request: Request, every: Owing, mine: list[Owed], cards: list[Card]) -> HttpResponse:
    """Record what is right; stay with what was typed while anything is wrong or still unsent."""
    _say_settled(request, mine)
    tried = [card for card in cards if card.form.is_bound]
    done = take(tried, by=request.viewer, at=request.at)
    if done:
        said = ngettext("Đã lưu %(n)s số liệu.", "Đã lưu %(n)s số liệu.", done)
        messages.success(request, said % {"n": say.number(done)})
    left = [card for card in cards if not card.saved]
    wrong = any(card.is_wrong for card in left)
    if not wrong and done and not any(has_typed(request.POST, _prefix(card.owed)) for card in left):
        return redirect(request.get_full_path())
    refusal = "" if tried else NothingTyped().sentence
    waits = [one for one in mine if one.due.pk not in {card.owed.due.pk for card in cards if card.saved}]
    return _page(request, every, waits, left, refusal, status=REFUSED if wrong or refusal else 200)


def _cards(request: Request, mine: Sequence[Owed]) -> list[Card]:
    """A card each: those that were sent, else the first ones; a statement for what stood before, one for the paths."""
    posted = [one for one in mine if f"{_prefix(one)}-stage" in request.POST]
    shown = posted or list(mine[:SHOWN])
    year = min((one.due.period_start.year for one in shown), default=request.on.year)
    rows = series({one.indicator for one in shown}, year) if shown else {}
    cards = [_card(request, one, rows.get(one.indicator.pk, [])) for one in shown]
    paths = newest([one.target for one in shown])
    for card, one in zip(cards, shown, strict=True):
        card.planned = planned_for(one.due, one.target, paths.get(one.target.pk))
    return cards


def _card(request: Request, one: Owed, rows: list[Any]) -> Card:
    """Bound where it is to be recorded; else holding what was typed, unjudged."""
    last = last_before(one.indicator, one.due.period, rows)
    prefix, given = _prefix(one), request.POST
    about: dict[str, Any] = {
        "indicator": one.indicator, "last": last.paper if last else None, "on": request.on, "prefix": prefix,
    }  # fmt: skip
    pressed = given.get("chi", "")
    if request.method == "POST" and (pressed == prefix or (not pressed and has_typed(given, prefix))):
        return Card(one, last, rows, SlipForm(given, request.FILES, **about))
    kept = {
        name.removeprefix(f"{prefix}-"): value for name, value in given.items() if name.startswith(prefix)
    }
    return Card(one, last, rows, SlipForm(initial=kept, **about))


def _say_settled(request: Request, mine: Sequence[Owed]) -> None:
    """A figure sent a second time, or that somebody else put in meanwhile, is named and not lost silently."""
    waiting = {_prefix(one) for one in mine}
    sent = {name.removesuffix("-stage") for name in request.POST if name.endswith("-stage")}
    typed = [one for one in sent - waiting if len(one) == 32 and has_typed(request.POST, one)]
    plans = Plan.objects.seen_by(request.viewer)
    for due in FigureDue.objects.filter(uid__in=_uids(typed), plan__in=plans).select_related("indicator"):
        said = _("“%(name)s” đã có số trước khi gửi, không ghi lần nữa.") % {"name": due.indicator.name}
        messages.info(request, said)


def _uids(found: Sequence[str]) -> list[str]:
    return [one for one in found if all(letter in "0123456789abcdef" for letter in one)]


def _prefix(one: Owed) -> str:
    return str(one.due.uid.hex)


def _reminded(mine: Sequence[Owed]) -> list[str]:
    """The days on which the owner was reminded: what is kept about him is told him."""
    if not mine:
        return []
    days = reminded({one.due.plan for one in mine})
    return [say.day(on) for key in sorted({one.key for one in mine}) for on in days.get(key, ())]


def _page(
    request: Request, every: Owing, mine: Sequence[Owed], cards: Sequence[Card], refusal: str = "", *, status: int = 200
) -> HttpResponse:  # fmt: skip
    context = {
        "title": _("Phiếu số liệu"),
        "crumbs": [(_("Mục tiêu"), "/muc-tieu/")],
        "cards": cards,
        "waits": len(mine),
        "later": len(mine) - len(cards),
        "counted": every.counted,
        "others": request.GET.get("cho", "") and (mine[0].who if mine else ""),
        "reminded": _reminded(mine),
        "whole": request.get_full_path(),
        "plan": mine[0].due.plan if mine else None,
        "refusal": refusal,
        "on": request.on,
        "behind": addresses.BEHIND if may_remind(request.viewer) else "",
        "demo": request.viewer.unit.example,
    }
    return render(request, "objectives/slips/slip.html", context, status=status)
