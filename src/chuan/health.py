"""Whether the house stands: asked by whoever watches over the machine, without signing in.

``/healthz`` asks only whether the process and its database answer (a watcher restarts it when they do not);
``/healthz?sau=1``, from the machine itself, asks whether it is fit for work: a full disk or a missing trigger
is not mended by a restart, so it does not stand in the first answer (docs/decisions/doctor.md).
"""

from __future__ import annotations

import ipaddress
from datetime import datetime

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone

from chuan.offers.examinations import Grade, examinations
from chuan.upkeep import beats, doctor, reports_kept

DEEP = ("disk", "triggers", "worker")
"""Examinations that are quick and tell whether one can work right now."""


def healthz(request: HttpRequest) -> HttpResponse:
    """ "ok" when the database answers, else 503 with one sentence. Reads and writes nothing of ours."""
    if "sau" in request.GET:
        return _deep(request) if _from_here(request) else _plain("Chỉ trả lời máy chủ.\n", status=403)
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return _plain("Cơ sở dữ liệu không trả lời. Hãy xem nhật ký máy chủ.\n", status=503)
    return _plain("ok\n")


def _deep(request: HttpRequest) -> HttpResponse:
    """Counts and ages only, no sentence about the office; 503 when something is broken."""
    at: datetime = getattr(request, "at", None) or timezone.now()
    quick = [one for one in examinations() if one.key in DEEP]
    report = doctor.examine(at=at, on=timezone.localdate(at), of=quick)
    status = 503 if report.grade is Grade.BROKEN else 200
    response = JsonResponse(
        {
            "grade": report.grade.value,
            "examined": {one.key: one.grade.value for one in report.examined},
            "worker_seconds": _age(beats.last_beat(beats.WORKER), at),
            "last_report": _last(at),
        },
        status=status,
    )
    response.headers["Cache-Control"] = "no-store"
    return response


def _last(at: datetime) -> dict[str, object] | None:
    report = reports_kept.last()
    if report is None:
        return None
    counted = {grade.value: len(report.of(grade)) for grade in Grade}
    return {"seconds": _age(report.at, at), "findings": counted}


def _age(moment: datetime | None, at: datetime) -> int | None:
    return round((at - moment).total_seconds()) if moment is not None else None


def _from_here(request: HttpRequest) -> bool:
    """Asked from this machine and not passed on by a proxy, behind which anybody may stand."""
    if any(name in request.headers for name in ("X-Forwarded-For", "X-Real-IP", "Forwarded", "Via")):
        return False
    try:
        return ipaddress.ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


def _plain(text: str, *, status: int = 200) -> HttpResponse:
    response = HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    return response
