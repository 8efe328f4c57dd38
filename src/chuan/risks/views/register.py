"""The register with its matrix, as a page, a worksheet and a paper."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.processes.models import Process
from chuan.processes.views.forms import around
from chuan.risks import printing, register
from chuan.risks.forms import DayForm
from chuan.risks.models import Risk
from chuan.risks.permissions import may_keep, may_note
from chuan.risks.register import Asked
from chuan.ui.files import XLSX, attachment

PAGE = 50
NATURES = {"rui-ro": Risk.Nature.RISK, "co-hoi": Risk.Nature.OPPORTUNITY}


def shown(request: Request) -> HttpResponse:
    """The matrix of a nature on a day, and the list beneath it as it stands now."""
    which, asked = asked_for(request)
    on, form = day_asked(request)
    picture = register.matrix(request.viewer.unit, NATURES[which], on)
    page = Paginator(register.lines(request.viewer, asked), PAGE).get_page(request.GET.get("trang"))
    objectives = register.objectives_of(page.object_list, request.viewer)
    context: dict[str, Any] = {
        **around(request),
        "title": _("Rủi ro và cơ hội"),
        "which": which,
        "asked": asked,
        "cell": asked.likelihood is not None,
        "matrix": picture,
        "on": on,
        "form": form,
        "is_today": on == request.on,
        "page": page,
        "rows": [(one, objectives.get(one.pk)) for one in page.object_list],
        "today": request.on,
        "processes": Process.objects.seen_by(request.viewer).on(request.on).order_by("position", "code"),
        "keeper": may_keep(request.viewer),
        "noter": may_note(request.viewer),
        "query": urlencode({name: value for name, value in request.GET.items() if name != "trang"}),
    }
    return render(request, "risks/register.html", context)


def exported(request: Request) -> HttpResponse:
    """The lines that the address asks for, whole, as a worksheet."""
    _which, asked = asked_for(request)
    data = printing.register_sheet(register.lines(request.viewer, asked), request.viewer, request.on)
    return attachment(data, "rui-ro-co-hoi.xlsx", XLSX)


def printed(request: Request) -> HttpResponse:
    """The register of today as a paper: context, parties, matrix, risks, opportunities."""
    data = printing.register_book(request.viewer, request.on)
    return attachment(data, "rui-ro-co-hoi.pdf", "application/pdf")


def asked_for(request: Request) -> tuple[str, Asked]:
    """What the address asks for; what it does not know it leaves out."""
    get = request.GET.get
    which = get("loai", "rui-ro")
    which = which if which in NATURES else "rui-ro"
    pair = [int(one) if one.isdecimal() and len(one) == 1 else 0 for one in (get("o") or "").split("-")]
    likelihood, effect = pair if len(pair) == 2 else (None, None)
    state = get("tt", "mo")
    return which, Asked(
        nature=NATURES[which], level=(get("muc") or "")[:10], process=_uid(get("qt") or ""),
        objective=_uid(get("mt") or ""),
        state=state if state in ("mo", "dong") else "", likelihood=likelihood, effect=effect,
    )  # fmt: skip


def day_asked(request: Request) -> tuple[date, DayForm]:
    """The day of the matrix; what is no day falls back to today and is shown with why."""
    form = DayForm(request.GET if "ngay" in request.GET else {"ngay": f"{request.on:%d/%m/%Y}"})
    return (form.cleaned_data["ngay"] if form.is_valid() else request.on), form


def _uid(text: str) -> str:
    """A uid in the address, or "" when it is none."""
    try:
        return str(UUID(text))
    except ValueError:
        return ""
