"""A room that the unit does without has no doors: its addresses are not there, no page leads to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from chuan.offers import rooms
from chuan.people import open_links, permissions
from chuan.people.refusals_rooms import RoomIsOff
from chuan.people.viewer import Viewer

NOT_THERE = 404


class RoomsDoor:
    """Behind the guard of signing in: who is looked at by nobody is turned away before."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Take what leads into rooms that are off out of a page; nothing is asked of the database."""
        response = self.get_response(request)
        closed = closed_to(request)
        if closed:
            open_links.rewritten(response, lambda html: without_rooms(html, closed))
        return response

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> HttpResponse | None:
        """A page that says the room is off, who may switch it on, and is still not there; None lets through."""
        room = rooms.at(request.path, closed_to(request))
        return None if room is None else _off(request, room)


def closed_to(request: HttpRequest) -> frozenset[str]:
    """Keys of the rooms that the unit of whoever looks has switched off; none for a stranger."""
    viewer: Viewer | None = getattr(request, "viewer", None)
    return rooms.off(viewer.unit, viewer.on) if viewer is not None else frozenset()


def without_rooms(html: str, closed: frozenset[str]) -> str:
    """The page without what leads into these rooms."""

    def leads(address: str) -> bool:
        return rooms.at(address, closed) is None

    return open_links.without_forms(open_links.without(html, leads), leads)


def _off(request: HttpRequest, room: rooms.Room) -> HttpResponse:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    keeper = permissions.may_keep_staff(viewer)
    refusal = RoomIsOff(room=str(room.name), who=permissions.in_words(*permissions.STAFF_KEEPERS))
    context = {
        "title": _("Phân hệ chưa bật"), "refusal_sentence": refusal.sentence, "number": NOT_THERE,
        "room": room, "keeper": keeper,
    }  # fmt: skip
    return render(request, "people/room_off.html", context, status=NOT_THERE)
