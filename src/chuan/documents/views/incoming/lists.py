"""The list of incoming documents, and its Excel file."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.documents.actions.incoming.stepping import REGISTER
from chuan.documents.forms_incoming import ListForm
from chuan.documents.incoming.listing import (
    LATE,
    MINE,
    Listed,
    counts_for,
    is_late,
    listed,
    sheet_of,
    years_of,
)
from chuan.documents.permissions import may_register
from chuan.exchange.sheets import write_sheet
from chuan.intake.record_systems import system_on
from chuan.law.document_types import type_title
from chuan.people.door import Request
from chuan.rules.lifecycles import INCOMING
from chuan.ui.files import XLSX, attachment


def everything(request: Request) -> HttpResponse:
    """Every document that came in, filtered and paged; who handles it, by when, how it stands."""
    form = ListForm(request.GET, years=years_of(request.viewer))
    page = listed(request.viewer, form.wanted(), on=request.on, number=_number(request))
    system = system_on(request.viewer.unit, REGISTER, request.on)
    context = {
        "title": _("Văn bản đến"),
        "crumbs": [(_("Văn bản"), reverse("documents:list"))],
        "demo": request.viewer.unit.example,
        "form": form,
        "page": page,
        "rows": [(one, type_title(one.type), is_late(one, request.on)) for one in page.rows],
        "chips": _chips(request),
        "system": system,
        "may_register": may_register(request.viewer) and system.keeps,
        "query": _query(request),
        "earlier": _address(request, page, -1),
        "later": _address(request, page, 1),
    }
    return render(request, "documents/incoming/list.html", context)


def exported(request: Request) -> HttpResponse:
    """The list as an Excel file, with the same filters, up to ten thousand rows."""
    wanted = ListForm(request.GET, years=years_of(request.viewer)).wanted()
    return attachment(write_sheet(sheet_of(request.viewer, wanted, on=request.on)), "van-ban-den.xlsx", XLSX)


def _chips(request: Request) -> list[tuple[str, str, int, bool]]:
    """(words, address, count, current) of what is mine, late, and of each stage that still waits."""
    counts, current = counts_for(request.viewer, on=request.on), request.GET.get("o", "")
    base = reverse("documents:incoming_list")
    named: list[tuple[str, Any]] = [(MINE, _("Việc của tôi")), (LATE, _("Quá hạn"))]
    named += [(stage, INCOMING.statuses[stage].label.capitalize()) for stage in _WAITING if counts.get(stage)]
    return [(words, f"{base}?o={key}", counts.get(key, 0), current == key) for key, words in named]


_WAITING = ("arrived", "registered", "assigned", "in_work")


def _number(request: Request) -> int:
    text = request.GET.get("trang", "1")
    return int(text) if text.isdecimal() and len(text) < len("100000") else 1


def _query(request: Request) -> str:
    kept = request.GET.copy()
    kept.pop("trang", None)
    return kept.urlencode()


def _address(request: Request, page: Listed, by: int) -> str:
    if not 1 <= page.number + by <= page.pages:
        return ""
    kept = request.GET.copy()
    kept["trang"] = str(page.number + by)
    return f"{reverse('documents:incoming_list')}?{kept.urlencode()}"
