"""Due days in a calendar programme: a file for once, and an address that the programme comes back to with a key."""

from __future__ import annotations

import base64
import binascii
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from chuan.clocks import actions, feed
from chuan.people import tries
from chuan.people.door import Request
from chuan.people.refusals import TooManyFromHere
from chuan.people.tries import Policy
from chuan.ui.files import attachment

WRONG_KEYS = Policy(tries=300, within=tries.BY_ADDRESS.within, closed_for=tries.BY_ADDRESS.closed_for)
"""From one address: an office whose programmes still come with ended keys stays below it."""

CALENDAR, PLAIN = "text/calendar; charset=utf-8", "text/plain; charset=utf-8"


@never_cache
def page(request: Request) -> HttpResponse:
    """The file to take, and the key with which a calendar programme comes back by itself."""
    return _page(request)


@require_safe
def file(request: Request) -> HttpResponse:
    """The viewer's due days as they stand now."""
    said = feed.calendar_for(request.viewer, root=request.build_absolute_uri("/"), at=request.at)
    return attachment(said.encode(), _("viec-den-han.ics"), CALENDAR)


@never_cache
@require_POST
def make(request: Request) -> HttpResponse:
    """A new key, shown once, here."""
    return _page(request, actions.make_key(by=request.viewer, at=request.at))


@require_POST
def end(request: Request) -> HttpResponse:
    """The key opens nothing any more."""
    actions.end_key(by=request.viewer, at=request.at)
    messages.success(request, _("Đã bỏ khóa. Ứng dụng lịch không lấy thêm được việc nào nữa."))
    return redirect("clocks:feed_page")


@never_cache
@require_safe
def subscribed(request: HttpRequest) -> HttpResponse:
    """The calendar for whoever sends the name and the key (RFC 7617); 401 for a wrong one, 429 after too many."""
    at, on = request.at, request.on  # type: ignore[attr-defined]
    found = feed.owner_of(*_sent(request), on=on)
    if found is None:
        return _refused(request, at)
    viewer, key = found
    actions.fetched(key, at=at)
    said = feed.calendar_for(viewer, root=request.build_absolute_uri("/"), at=at)
    return HttpResponse(said.encode(), content_type=CALENDAR)


def _page(request: Request, key: str = "") -> HttpResponse:
    context = {
        "title": _("Lịch việc đến hạn"),
        "crumbs": [(_("Việc của tôi"), reverse("clocks:mine"))],
        "key": key,
        "held": feed.key_of(request.viewer),
        "address": request.build_absolute_uri(reverse("clocks:feed")),
    }
    return render(request, "clocks/feed.html", context)


def _sent(request: HttpRequest) -> tuple[str, str]:
    """Name and key of the header; two empty texts where there are none, or none that can be read."""
    scheme, _space, coded = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return "", ""
    try:
        name, _colon, key = base64.b64decode(coded.strip(), validate=True).decode().partition(":")
    except (binascii.Error, ValueError):
        return "", ""
    return name, key


def _refused(request: HttpRequest, at: datetime) -> HttpResponse:
    if "Authorization" in request.headers:
        try:
            tries.count_place(f"feed:{tries.address_of(request)}", WRONG_KEYS, at=at)
        except TooManyFromHere as closed:
            said = HttpResponse(closed.sentence, content_type=PLAIN, status=429)
            said["Retry-After"] = str(int(WRONG_KEYS.closed_for.total_seconds()))
            return said
    words = _(
        "Tên hoặc khóa lịch không đúng, hoặc khóa đã bỏ. Lập khóa mới trong Chuẩn, mục Lịch việc đến hạn."
    )
    said = HttpResponse(words, content_type=PLAIN, status=401)
    said["WWW-Authenticate"] = 'Basic realm="Chuan", charset="UTF-8"'
    return said
