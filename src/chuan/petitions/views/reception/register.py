"""Sổ tiếp công dân: the rows of a period, as Excel, as a book; what is still to be entered in the source."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.intake.record_systems import system_on
from chuan.law.petitions import HELD_FROM
from chuan.law.petitions_register import register_columns
from chuan.people.door import Request
from chuan.petitions.actions import reception as actions
from chuan.petitions.forms_reception import TriedForm
from chuan.petitions.lawful import bench_of
from chuan.petitions.models import ReceptionEntry
from chuan.petitions.permissions import may_keep, require_keep
from chuan.petitions.reception.printing import MOST, register_book, register_sheet
from chuan.petitions.reception.register import entries_of, rows_of
from chuan.petitions.reception.sight import may_print, require_print, require_see
from chuan.petitions.views.reception.asking import REFUSED, crumbs, period_of, sent, year_of
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.rules.types import Period
from chuan.ui import formatters as say
from chuan.ui.files import XLSX, attachment

PER_PAGE = 50
PDF = "application/pdf"


def listed(request: Request) -> HttpResponse:
    """The rows of a period, fifty a page; who came by initials."""
    require_see(request.viewer)
    period, form = period_of(request, year_of(request.on))
    page = Paginator(entries_of(request.viewer, period), PER_PAGE).get_page(request.GET.get("trang"))
    system = system_on(request.viewer.unit, "petitions", request.on)
    context = {
        "title": _("Sổ tiếp công dân"),
        "crumbs": crumbs(),
        "demo": request.viewer.unit.example,
        "page": page,
        "rows": rows_of(page.object_list),
        "form": form,
        "period": period,
        "last": period.end - timedelta(days=1),
        "columns": register_columns(max(period.start, HELD_FROM)),
        "query": _query(period),
        "may_print": may_print(request.viewer),
        "may_keep": may_keep(request.viewer),
        "system": system,
        "not_entered": 0 if system.keeps else _not_entered(request).count(),
        "too_long": page.paginator.count > MOST,
    }
    return render(request, "petitions/reception/register.html", context)


def sheet(request: Request) -> HttpResponse:
    """The rows of a period as an Excel file, names and all: for who keeps the register and the Chairman."""
    require_print(request.viewer)
    period, _form = period_of(request, year_of(request.on))
    entries = entries_of(request.viewer, period)
    if entries.count() > MOST:
        return _too_long(period)
    rows = rows_of(entries)
    data = register_sheet(rows, period, bench_of(request.viewer.unit), on=request.on)
    return attachment(data, _name(period, "xlsx"), XLSX)


def printed(request: Request) -> HttpResponse:
    """The rows of a period as a book to be signed and bound."""
    require_print(request.viewer)
    period, _form = period_of(request, year_of(request.on))
    entries = entries_of(request.viewer, period)
    if entries.count() > MOST:
        return _too_long(period)
    rows = rows_of(entries)
    data = register_book(rows, period, bench_of(request.viewer.unit), name=request.viewer.name, on=request.on)
    return attachment(data, _name(period, "pdf"), PDF)


def to_source(request: Request) -> HttpResponse:
    """Rows that became no petition and are not yet in the system of record: ticked off when they are."""
    require_keep(request.viewer)
    form = TriedForm(sent(request), initial={"on": request.on})
    form.fields["on"].label = _("Đã nhập ngày")
    refusal = ""
    if request.method == "POST" and form.is_valid():
        chosen = list(_not_entered(request).filter(uid__in=_uids(request)))
        try:
            done = actions.enter_in_source(chosen, form.cleaned_data["on"], by=request.viewer, at=request.at)
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
        else:
            messages.success(request, _("Đã đánh dấu %s dòng.") % say.number(done))
            return redirect("petitions:reception_to_source")
    context = {
        "title": _("Buổi tiếp chưa nhập hệ thống nguồn"),
        "crumbs": crumbs((_("Sổ tiếp công dân"), reverse("petitions:reception_register"))),
        "demo": request.viewer.unit.example,
        "rows": rows_of(_not_entered(request).order_by("day", "number")[:PER_PAGE]),
        "system": system_on(request.viewer.unit, "petitions", request.on),
        "form": form,
        "refusal": refusal,
    }
    wrong = request.method == "POST"
    return render(request, "petitions/reception/to_source.html", context, status=REFUSED if wrong else 200)


def _too_long(period: Period) -> HttpResponse:
    """Back to the page, which says to ask for a shorter period."""
    return redirect(f"{reverse('petitions:reception_register')}?{_query(period)}")


def _not_entered(request: Request) -> Any:
    rows = ReceptionEntry.objects.seen_by(request.viewer).standing().filter(unit=request.viewer.unit)
    return rows.filter(petition__isnull=True, entered_on=None).prefetch_related("visitors")


def _uids(request: Request) -> list[uuid.UUID]:
    found = []
    for text in request.POST.getlist("dong")[:PER_PAGE]:
        try:
            found.append(uuid.UUID(text))
        except ValueError:
            continue
    return found


def _query(period: Period) -> str:
    return f"tu={say.day(period.start)}&den={say.day(period.end - timedelta(days=1))}"


def _name(period: Period, ending: str) -> str:
    return f"so-tiep-cong-dan-{period.start:%Y%m%d}-{period.end - timedelta(days=1):%Y%m%d}.{ending}"
