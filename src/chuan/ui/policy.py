"""The headers of every page: nothing but our own files, no inline script or style, no copy kept by browsers."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

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

NOT_KEPT = "private, no-store"
"""Several people share a PC: after sign-out the back button must show nothing (OWASP ASVS 5.0, 14.3.2)."""


class ContentPolicyMiddleware:
    """Sets the policy headers on every answer that has none of its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on, then add the headers (W3C CSP Level 3; Permissions-Policy; RFC 9111, 5.2.2.5)."""
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        response.headers.setdefault("Cache-Control", NOT_KEPT)
        return response
