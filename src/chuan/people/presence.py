"""When a session was last seen: written at most once in five minutes, whatever is asked in between."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.http import HttpRequest, HttpResponse

from chuan.people import proofs
from chuan.people.models import SignInSession

EVERY = 300
"""Seconds. No session row is rewritten at each request (docs/decisions/second-factors.md)."""

_MOST = 5000
_seen: dict[str, int] = {}
"""Which five minutes were written last, by session; each process keeps its own and may write once more."""


class PresenceMiddleware:
    """Notes that somebody signed in is there; no act, and no line of the trail."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Note it, then pass on."""
        if request.user.is_authenticated and (uid := proofs.sitting_of(request)):
            _note(uid, getattr(request, "at"))  # noqa: B009 - set at the door
        return self.get_response(request)


def _note(uid: str, at: datetime) -> None:
    slot = int(at.timestamp()) // EVERY
    if _seen.get(uid) == slot:
        return
    if len(_seen) > _MOST:
        _seen.clear()
    _seen[uid] = slot
    SignInSession.objects.filter(uid=uid).update(seen_at=at)
