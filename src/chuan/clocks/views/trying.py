"""Nếu hoán đổi: which running cases a swap would move. Nothing is saved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from chuan.clocks import permissions, trials
from chuan.clocks.forms import TrySwapForm
from chuan.clocks.swaps import Swap
from chuan.clocks.views.pages import crumbs_to
from chuan.offers.calendars import Moved
from chuan.people.door import Request
from chuan.people.saying import said_on


def swap(request: Request) -> HttpResponse:
    """Two days to try; then how many running cases would move, and each with its old and new due day."""
    form = TrySwapForm(request.GET if "nghi" in request.GET else None)
    context: dict[str, Any] = {"title": _("Thử hoán đổi ngày làm việc"), "crumbs": crumbs_to(), "form": form}
    if form.is_bound and form.is_valid():
        with said_on(form, swap_too_far="lam"):
            tried = Swap(form.cleaned_data["nghi"], form.cleaned_data["lam"])
            moved = trials.moved_by(request.viewer, tried, at=request.at)
            context |= {"swap": tried} | _found(request, moved)
    context |= {"keeper": permissions.may_keep_calendar(request.viewer), "demo": request.viewer.unit.example}
    return render(request, "clocks/try.html", context, status=422 if form.errors else 200)


def _found(request: Request, moved: Sequence[Moved]) -> dict[str, Any]:
    page = Paginator(moved, 50).get_page(request.GET.get("trang"))
    ways = Counter(_way(one) for one in moved)
    return {
        "page": page,
        "rows": trials.lines(list(page.object_list), request.viewer),
        "later": ways["later"],
        "earlier": ways["earlier"],
    }


def _way(one: Moved) -> str:
    if one.before is None or one.after is None:
        return "other"
    return "later" if one.after > one.before else "earlier"
