"""The headers of every page: nothing but our own files, no inline script or style, no copy kept by browsers."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)

METHODS = ("GET", "HEAD", "POST", "OPTIONS")

NOT_KEPT = "private, no-store"
"""Several people share a PC: after sign-out the back button must show nothing (OWASP ASVS 5.0, 14.3.2)."""


class ContentPolicyMiddleware:
    """Sets the policy headers on every answer that has none of its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on, then add the headers (W3C CSP Level 3; Permissions-Policy; Fetch, CORP; RFC 9111, 5.2.2.5)."""
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        response.headers.setdefault("Cache-Control", NOT_KEPT)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response


class KnownMethods:
    """Refuses every method but those of a browser's pages and forms; a view then sees nothing else.

    TRACE, PUT and DELETE would otherwise open a page as GET does (RFC 9110, 9.1 and 15.5.6; OWASP ASVS 5.0, 4.1.4
    and 13.4.4). No header may put another method in its place.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on, or answer 405 with what is allowed."""
        return self.get_response(request) if request.method in METHODS else HttpResponseNotAllowed(METHODS)
