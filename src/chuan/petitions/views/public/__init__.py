"""Pages of the public feedback page: those of citizens, and those of its keepers."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from chuan.exchange.uploads import says_more_than
from chuan.people.models import Unit
from chuan.petitions.public import switch

View = Callable[..., HttpResponse]
READS = ("GET", "HEAD")
SENDS = (*READS, "POST")
REFUSED = 422
TOO_LARGE = 413
TOO_MANY = 429
MOST_BODY = 100_000
"""Bytes of a form with words and no files."""


Found = Callable[..., Any]
"""(request, what the address holds) -> what the view works on, or an answer to give instead. Raises Http404."""


def for_strangers(find: Found, *methods: str, most: int = MOST_BODY) -> Callable[[View], View]:
    """A view ``(request, found, …)`` for whoever is not signed in: 404 where nothing is open, whatever is asked.

    Only then method (405), how large the form is (413 with its body unread beyond ``most`` bytes) and its token are
    looked at, so that a closed page is no other than an unknown address.
    """

    def outer(view: View) -> View:
        guarded = csrf_protect(view)

        @csrf_exempt  # the token is asked for by ``guarded``, once a page is known to be open
        @wraps(view)
        def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            found = find(request, *args, **kwargs)
            if request.method not in methods:
                return HttpResponseNotAllowed(methods)
            if says_more_than(request, most):
                return HttpResponse(status=TOO_LARGE)
            return found if isinstance(found, HttpResponse) else guarded(request, found, *args, **kwargs)

        return inner

    return outer


def for_citizens(*methods: str, chosen: bool = True, most: int = MOST_BODY) -> Callable[[View], View]:
    """A view ``(request, unit, …)`` of the page of feedback (``for_strangers``).

    ``chosen``: it wants one unit; where several are open and none is named, the way leads to the choice.
    """

    def find(request: HttpRequest, *_args: Any, **_kwargs: Any) -> Unit | HttpResponse | None:
        unit = _unit_of(request)
        return redirect("feedback:start") if unit is None and chosen else unit

    return for_strangers(find, *methods, most=most)


def _unit_of(request: HttpRequest) -> Unit | None:
    """The unit a citizen writes to: the only one whose page is open, or the one named; None where one must be chosen.

    404 where none is open, and for a code that names no open one.
    """
    units = switch.PAGE.open_units(request.__dict__["on"])
    code = request.GET.get("don-vi", "")
    found = switch.with_code(units, code) if code else None
    if not units or (code and found is None):
        raise Http404
    return found or (units[0] if len(units) == 1 else None)


def public_page(
    request: HttpRequest, template: str, title: str, unit: Unit | None, *, status: int = 200, **more: Any
) -> HttpResponse:
    """A page for citizens. ``tail``: what its links carry so that the unit is not asked twice."""
    code = request.GET.get("don-vi", "") if unit is not None else ""
    tail = f"?{urlencode({'don-vi': code})}" if code else ""
    context = {
        "title": title,
        "home_url": f"{reverse('feedback:start')}{tail}",
        "unit": unit,
        "unit_name": unit.committee if unit is not None else "",
        "demo": unit is not None and unit.example,
        "tail": tail,
        **more,
    }
    return render(request, f"petitions/public/{template}.html", context, status=status)
