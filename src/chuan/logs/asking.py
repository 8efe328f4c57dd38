"""The line of each request: moment, method, the view's name, status, milliseconds, the account's uid."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from chuan.logs import incidents
from chuan.logs.lines import REQUEST

logger = logging.getLogger("chuan.request")

HEADER = "X-Request-ID"
METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"})
QUIET = frozenset({"healthz"})
"""Views asked every few seconds by a machine: only their faults are logged."""


class RequestLog:
    """Gives the request its code (``request.request_id``), answers it as ``X-Request-ID``, writes the line.

    A code sent by the visitor is not taken over: it could be anything. The address asked for is not written
    either (it holds uids, words sought, codes at the counter), only the name of the view that answered.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on between beginning and end of the incident's code."""
        code = incidents.new_code()
        request.__dict__["request_id"] = code
        token, began = incidents.begin(code), time.perf_counter()
        try:
            response = self.get_response(request)
            response.headers[HEADER] = code
            _write(request, response.status_code, time.perf_counter() - began)
            return response
        finally:
            incidents.end(token)


def _write(request: HttpRequest, status: int, seconds: float) -> None:
    route = request.resolver_match.view_name if request.resolver_match else "-"
    if route in QUIET and status < 500:
        return
    line: dict[str, Any] = {
        "method": request.method if request.method in METHODS else "?",
        "route": route,
        "status": status,
        "ms": round(seconds * 1000, 1),
        "who": _who(request),
    }
    logger.info("request", extra={REQUEST: line})


def _who(request: HttpRequest) -> str:
    """The account's uid, when the door worked it out; asking for it here would cost a statement."""
    account = getattr(getattr(request, "viewer", None), "account", None)
    return str(account.uid) if account is not None else "-"
