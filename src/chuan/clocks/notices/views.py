"""Thông báo: what the viewer was told, and how he wants to be told."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chuan.clocks.models import NoticeTold
from chuan.clocks.notices import actions
from chuan.clocks.notices.choices import chosen_by
from chuan.clocks.notices.forms import NoticesForm, first_shown
from chuan.clocks.notices.showing import kinds_of, preview, rows_of, unread_of
from chuan.offers import mailing
from chuan.people.door import Request
from chuan.people.sent_forms import REFUSED, saved, sent
from chuan.rules.notices import Choice, Way
from chuan.rules.refusals import NotAllowed, Refused
from chuan.ui import formatters as say

PER_PAGE = 30


def listed(request: Request) -> HttpResponse:
    """Notices, what is not read first, in pages."""
    viewer = request.viewer
    told = NoticeTold.objects.seen_by(viewer).select_related("clock").unread_first()
    page = Paginator(told, PER_PAGE).get_page(request.GET.get("trang"))
    rows = rows_of(list(page.object_list), viewer)
    context = {
        "title": _("Thông báo"), "crumbs": [_home()], "page": page, "rows": rows, "unread": unread_of(viewer),
        "official": viewer.official, "demo": viewer.unit.example,
    }  # fmt: skip
    return render(request, "clocks/notices/list.html", context)


@require_POST
def read(request: Request) -> HttpResponse:
    """One notice is read, or all that stood on the page and before."""
    one, until = _number(request.POST.get("mot", "")), _number(request.POST.get("den", ""))
    which = None if one is None else (one,)
    done = actions.mark_read(request.viewer, which, until=one or until or 0, at=request.at)
    messages.success(request, _("Đã đánh dấu đã đọc: %s thông báo.") % say.number(done))
    return redirect("clocks:notices")


def choose(request: Request) -> HttpResponse:
    """Everything filled with what stands; a try shows what the next letter would hold, and keeps nothing."""
    viewer = request.viewer
    if viewer.official is None:
        raise NotAllowed(who=_("cán bộ của đơn vị"))
    chosen = chosen_by(viewer.official).choice
    form = NoticesForm(sent(request), kinds=kinds_of(viewer, chosen), initial=first_shown(chosen))
    context = _page(request, chosen)
    if request.method == "POST" and request.POST.get("do") == "preview":
        return _tried(request, form, context)

    def save() -> None:
        root = request.build_absolute_uri("/")
        actions.choose_notices(form.choice, root=root, by=viewer, at=request.at)

    return saved(
        request, form, save, "clocks/notices/choose.html", context, done=_("Đã ghi cách báo."),
        back=reverse("clocks:notice_choice"),
    )  # fmt: skip


def _tried(request: Request, form: NoticesForm, context: dict[str, Any]) -> HttpResponse:
    refusal, status = "", REFUSED
    if form.is_valid():
        try:
            actions.require_possible(form.choice)
            context |= {"preview": preview(request.viewer, form.choice, at=request.at), "tried": True}
            status = 200
        except Refused as refused:
            refusal = refused.sentence
    told = {"form": form, "refusal": refusal, **context}
    return render(request, "clocks/notices/choose.html", told, status=status)


def _page(request: Request, chosen: Choice) -> dict[str, Any]:
    official = request.viewer.official
    assert official is not None
    offered = mailing.offered()
    return {
        "title": _("Cách báo"),
        "crumbs": [_home(), (_("Thông báo"), reverse("clocks:notices"))],
        "preview": preview(request.viewer, chosen, at=request.at),
        "offered": offered,
        "unreached": offered and chosen.letter is not Way.NONE and not mailing.reached([official.uid]),
        "demo": request.viewer.unit.example,
    }


def _home() -> tuple[str, str]:
    return (_("Việc của tôi"), reverse("clocks:mine"))


def _number(typed: str) -> int | None:
    """A key of a row; None for anything else that was sent."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 19 else None
