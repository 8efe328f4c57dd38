"""Whether the house stands: asked by whoever watches over the machine, without signing in."""

from __future__ import annotations

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse


def healthz(request: HttpRequest) -> HttpResponse:
    """ "ok" when the database answers, else 503 with one sentence. Reads and writes nothing of ours."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return _plain("Cơ sở dữ liệu không trả lời. Hãy xem nhật ký máy chủ.\n", status=503)
    return _plain("ok\n")


def _plain(text: str, *, status: int = 200) -> HttpResponse:
    response = HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    return response
