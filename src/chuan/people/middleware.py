"""At the door: who is looking, on what day; nobody passes unknown; a refusal becomes a sentence on a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from chuan.people import guests, proofs, stepping
from chuan.people.guest_links import open_links_only
from chuan.people.viewer import viewer_of
from chuan.people.views import proving
from chuan.rules import refusals
from chuan.ui import errors, typed

Answer = Callable[[HttpRequest], HttpResponse]
View = Callable[..., HttpResponse]

PUBLIC = frozenset({
    "account_login", "sign_in_code", "outside_leave", "outside_back", "healthz", "procedures:when", "clocks:feed",
    "documents:sign_begin", "documents:sign_waiting", "documents:sign_take",
    "feedback:start", "feedback:write", "feedback:elsewhere", "feedback:follow", "feedback:results", "survey:answer",
})  # fmt: skip
"""The only addresses a stranger may open, by name; everything else asks to sign in.

Those of signing take a one-time code in their body instead of a session; those of signing in lead to the password.
The calendar of due days takes a key of its own instead of a session (``clocks.views.feed``).
Those of feedback and of surveys exist only on a host that was chosen for them (``people.citizen_pages``).
"""

TO_SET_UP = frozenset({"people:set_up", "people:set_up_picture", "people:prove"})
"""What somebody may open who still owes a second factor."""

ALWAYS = frozenset({"account_logout", "account_change_password"})
"""What somebody signed in may open even without a unit, or before changing an issued password."""


class ViewerMiddleware:
    """Reads the clock once (``request.at``, ``request.on``) and works out ``request.viewer``."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Set ``at``, ``on``, ``viewer``; ``viewer`` is None for a stranger or an account without a unit."""
        at = timezone.now()
        on = timezone.localtime(at).date()
        viewer = viewer_of(request.user, on=on) if request.user.is_authenticated else None
        request.__dict__.update(at=at, on=on, viewer=viewer)
        return self.get_response(request)


class SignInGuard:
    """Deny by default: an address needs sign-in, a unit, a password of one's own, and the factor that is required.

    Acts of the table ``stepping.ASKED`` need a fresh proof besides.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; the guard stands between the address and its view. What a guest is shown is written down first."""
        response = self.get_response(request)
        if getattr(getattr(request, "viewer", None), "guest", None):
            guests.note(request, response, at=timezone.now())
            open_links_only(response)
        return response

    def process_view(
        self, request: HttpRequest, view: View, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """None lets the request through."""
        name = request.resolver_match.view_name if request.resolver_match else ""
        if name in PUBLIC:
            return None
        if not request.user.is_authenticated:
            if request.method == "POST" and typed.shown(request.POST):
                return errors.signed_out(request)
            return redirect_to_login(request.get_full_path() if request.method == "GET" else "/")
        if name in ALWAYS:
            return None
        if request.user.must_change_password:
            messages.warning(request, refusals.PasswordIssuedMustChange().sentence)
            return redirect("account_change_password")
        if getattr(request, "viewer", None) is None:
            return guests.over(request) or _no_unit(request)
        if request.viewer.guest and name not in TO_SET_UP and (stopped := guests.stop(request, name)):  # type: ignore[attr-defined]
            return stopped
        if proofs.owes_factor(request) and name not in TO_SET_UP:
            return redirect("people:set_up")
        if stepping.asks(request, name) and not proofs.is_fresh(request, at=request.at):  # type: ignore[attr-defined]
            return proving.ask(request)
        return None


class RefusalMiddleware:
    """A ``Refused`` that a view did not handle becomes a message where it came from, or a page."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; refusals come back through ``process_exception``."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """404 for what may not be seen, 403 for what may not be done, else a message (POST) or a 409."""
        match exception:
            case refusals.NotFound():
                raise Http404(exception.sentence) from exception
            case refusals.NotAllowed() | refusals.NotYours():
                return _page(request, _("Chưa được giao việc này"), exception, status=403)
            case refusals.Refused() if request.method == "POST":
                messages.error(request, exception.sentence)
                return HttpResponseRedirect(_form_page(request))
            case refusals.Refused():
                return _page(request, _("Chưa làm được"), exception, status=409)
        return None


def _no_unit(request: HttpRequest) -> HttpResponse:
    return render(request, "people/no_unit.html", {"title": _("Tài khoản chưa được giao việc")}, status=403)


def _page(request: HttpRequest, title: str, refusal: refusals.Refused, *, status: int) -> HttpResponse:
    return render(
        request,
        "people/refused.html",
        {"title": title, "refusal_sentence": refusal.sentence, "number": status},
        status=status,
    )


def _form_page(request: HttpRequest) -> str:
    """The page the form stood on, when the browser says so and it is ours; else the form's own address."""
    referer = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(referer, {request.get_host()}, require_https=request.is_secure()):
        return request.path
    parts = urlsplit(referer)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
