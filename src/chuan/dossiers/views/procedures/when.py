"""“Hẹn ngày nào?”: for the counter, without signing in on the office's own network; it only reads."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from chuan.dossiers import appointments
from chuan.dossiers.refusals_procedures import OfficeNetworkOnly
from chuan.people.network import from_office_network
from chuan.rules.refusals import Refused
from chuan.rules.working_time import VIETNAM
from chuan.ui import formatters as say

EARLIEST, LATEST = 2018, 2100


@require_safe
def when(request: HttpRequest) -> HttpResponse:
    """Ask for a procedure and a moment; the answer is a date with its reasons and the papers to bring."""
    viewer, at = getattr(request, "viewer", None), request.__dict__["at"]
    if viewer is None and not from_office_network(request):
        return _closed(request)
    local = say.local(at)
    unit, units = appointments.unit_for(request.GET.get("don-vi", ""), on=local.date())
    unit = viewer.unit if viewer is not None else unit
    context: dict[str, Any] = {
        "title": _("Hẹn ngày nào?"),
        "unit": unit,
        "unit_name": unit.committee if unit else "",
        "demo": unit is not None and unit.example,
        "units": [] if unit else units,
        "typed": request.GET.get("thu-tuc", "")[:300],
        "moment": request.GET.get("nhan", "")[:40] or f"{local:%Y-%m-%dT%H:%M}",
        "channel": request.GET.get("kenh", ""),
        "channels": appointments.channel_words(),
        "don_vi": request.GET.get("don-vi", "")[:40],
        "printed": "in" in request.GET,
    }
    if unit is not None:
        context |= {"offered": appointments.offered(unit), **_answer(request, unit, context)}
    return render(request, "dossiers/procedures/when.html", context)


def _answer(request: HttpRequest, unit: Any, context: dict[str, Any]) -> dict[str, Any]:
    """What was found for what was typed: a date, a choice, or a sentence."""
    typed = context["typed"]
    if not typed.strip():
        return {}
    received = _moment(context["moment"])
    if received is None:
        return {
            "refusal": _(
                "Chưa đọc được thời điểm nhận. Viết như 28/04/2021 10:00 hoặc chọn trong ô ngày giờ."
            )
        }
    found = appointments.sought(unit, typed)
    if len(found) != 1:
        return {
            "found": found[: appointments.MOST_FOUND],
            "more": len(found) > appointments.MOST_FOUND,
            "asked": True,
        }
    try:
        answer = appointments.appointment(
            found[0], received, channel=context["channel"], limit_key=request.GET.get("truong-hop", "")
        )
    except Refused as refused:
        return {"refusal": refused.sentence}
    ended = appointments.repealed(found[0], received.date()) if answer is None else None
    return {"procedure": found[0], "answer": answer, "ended": ended, "asked": True}


def _moment(text: str) -> datetime | None:
    """A moment as a browser sends it or as a person types it; None for anything else."""
    for shape in ("%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%d/%m/%Y %H:%M", "%d/%m/%Y"):
        try:
            found = datetime.strptime(f"{text.strip()} +0700", f"{shape} %z")
        except ValueError:
            continue
        return found.astimezone(VIETNAM) if EARLIEST <= found.year <= LATEST else None
    return None


def _closed(request: HttpRequest) -> HttpResponse:
    context = {
        "title": _("Chỉ mở trên mạng cơ quan"),
        "refusal_sentence": OfficeNetworkOnly().sentence,
        "number": 403,
    }
    return render(request, "people/refused.html", context, status=403)
