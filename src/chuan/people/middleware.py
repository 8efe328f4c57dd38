"""At the door: who is looking, on what day; and a refusal shown on the page it came from."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from chuan.people.viewer import viewer_of


class ViewerMiddleware:
    """Reads the clock once (``request.at``, ``request.on``) and works out ``request.viewer``."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Set ``at``, ``on`` and ``viewer``; ``viewer`` is None for a stranger."""
        request.at = timezone.now()
        request.on = timezone.localtime(request.at).date()
        request.viewer = viewer_of(request.user, on=request.on) if request.user.is_authenticated else None
        return self.get_response(request)


class RefusalMiddleware:
    """Placeholder until the sign-in guard and refusal pages land."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on."""
        return self.get_response(request)
