"""A disk in trouble is a page that says so and keeps what was typed; never a lost form."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from chuan.files.troubles import trouble_of
from chuan.rules.refusals import Refused
from chuan.ui import typed

RETRY_AFTER = "120"
"""Seconds; RFC 9110, 10.2.3."""


class DiskPages:
    """Answers 503 when a view ran into a full, read-only or failing disk (RFC 9110, 15.6.4)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; errors come back through ``process_exception``."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page, or None when the disk has nothing to do with it."""
        trouble = trouble_of(exception)
        return page(request, trouble) if trouble is not None else None


def page(request: HttpRequest, trouble: Refused) -> HttpResponse:
    """What happened, what to do, and the form's words with a button that sends them again."""
    context = {
        "title": _("Chưa lưu được: máy chủ có vấn đề về ổ đĩa"),
        "refusal_sentence": trouble.sentence,
        "number": 503,
        "code": str(getattr(request, "request_id", "")),
        "kept": typed.shown(request.POST),
        "sent": typed.all_sent(request.POST) if not request.FILES else [],
        "had_files": bool(request.FILES),
        "action": request.get_full_path(),
        "is_form": request.method == "POST",
    }
    response = render(request, "ui/disk.html", context, status=503)
    response.headers["Retry-After"] = RETRY_AFTER
    return response
