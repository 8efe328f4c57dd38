"""Phân hệ: which rooms the unit uses; one is switched on or off on a page of its own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chuan.offers import rooms as offered
from chuan.people import permissions, rooms
from chuan.people.actions import rooms as actions
from chuan.people.actions.rooms import Wanted
from chuan.people.door import Request
from chuan.people.forms_rooms import KeptForm, OffForm, OnForm
from chuan.people.rooms import RoomShown
from chuan.people.saying import said_on

REFUSED = 422


def everything(request: Request) -> HttpResponse:
    """Every room that can be absent, with what it brings; whoever may not switch reads who may."""
    viewer = request.viewer
    told = rooms.shown(viewer.unit, request.on)
    context = _page(request, _("Phân hệ")) | {
        "told": told,
        "used": sum(1 for one in told if one.on),
        "unsaid": any(not one.is_chosen for one in told),
        "keeper": permissions.may_keep_staff(viewer),
        "who": permissions.in_words(*permissions.STAFF_KEEPERS),
    }
    return render(request, "people/rooms.html", context)


def one(request: Request, key: str) -> HttpResponse:
    """Switch one room on or off from a day on."""
    permissions.require_keep_staff(request.viewer)
    told = _told(request, key)
    form = _form(request, told)
    if request.method == "POST" and form.is_valid():
        with said_on(form, switch_in_past="since", off_without_reason="reason", kept_where_missing="kept_at"):
            given = form.cleaned_data
            wanted = Wanted(told.room, not told.on, given["since"], given["reason"], given.get("kept_at", ""))
            changed = actions.switch_room(wanted, by=request.viewer, at=request.at)
            messages.success(request, _done(wanted, changed))
            return redirect("people:rooms")
    title = (_("Tắt phân hệ %s") if told.on else _("Bật phân hệ %s")) % told.room.name
    context = _page(request, title, (_("Phân hệ"), reverse("people:rooms"))) | {
        "one": told,
        "form": form,
        "held": rooms.held_words(told.room, request.viewer.unit, request.on),
        "back": reverse("people:rooms"),
    }
    return render(request, "people/room.html", context, status=REFUSED if form.is_bound else 200)


def kept(request: Request, key: str) -> HttpResponse:
    """Say of a room that is off where its registers and evidence are kept."""
    permissions.require_keep_staff(request.viewer)
    told = _told(request, key)
    form = KeptForm(request.POST or None, initial={"kept_at": told.kept_at})
    if request.method == "POST" and form.is_valid():
        with said_on(form, kept_where_blank="kept_at"):
            actions.say_kept(told.room, form.cleaned_data["kept_at"], by=request.viewer, at=request.at)
            messages.success(request, _("Đã ghi nơi giữ."))
            return redirect("people:rooms")
    title = _("Bằng chứng của %s giữ ở đâu") % told.room.name
    context = _page(request, title, (_("Phân hệ"), reverse("people:rooms")))
    context |= {"form": form, "button": _("Ghi nơi giữ"), "back": reverse("people:rooms")}
    return render(request, "people/verb.html", context, status=REFUSED if form.is_bound else 200)


@require_POST
def settle(request: Request) -> HttpResponse:
    """The rooms that are on are meant to be so."""
    actions.settle_rooms(by=request.viewer, at=request.at)
    messages.success(
        request, _("Đã ghi: đơn vị bắt đầu với những phân hệ đang bật. Lúc nào cũng bật thêm được.")
    )
    return redirect("people:rooms")


def _told(request: Request, key: str) -> RoomShown:
    shown = rooms.shown(request.viewer.unit, request.on)
    found = next((told for told in shown if told.room.key == key), None)
    if found is None:
        raise Http404
    return found


def _form(request: Request, told: RoomShown) -> forms.Form:
    made = OffForm if told.on else OnForm
    return made(request.POST or None, initial={"since": request.on})


def _done(wanted: Wanted, changed: list[offered.Room]) -> str:
    names = ", ".join(str(room.name) for room in changed)
    words = _("Đã bật: %s.") if wanted.on else _("Đã tắt: %s. Dữ liệu đã có vẫn còn nguyên.")
    return words % names


def _page(request: Request, title: str, *crumbs: tuple[str, str]) -> dict[str, Any]:
    unit = request.viewer.unit
    return {
        "title": title,
        "where": unit.committee,
        "demo": unit.example,
        "crumbs": [(_("Đơn vị"), reverse("people:unit")), *crumbs],
    }
