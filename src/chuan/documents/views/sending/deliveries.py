"""Every sending: watched, exported, opened by whom it was sent to, reported on by the registry clerk."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.documents.forms_sending import StepForm, WatchForm
from chuan.documents.models import Delivery
from chuan.documents.permissions import may_register
from chuan.documents.sending import mail, reports, showing
from chuan.documents.views.sending import deeds
from chuan.documents.views.sending.pages import PER_PAGE, REFUSED, crumbs
from chuan.exchange.sheets import write_sheet
from chuan.people.door import Request
from chuan.people.practice import days_of_practice
from chuan.people.saying import said_on
from chuan.ui.files import XLSX, attachment


def listed(request: Request) -> HttpResponse:
    """All sendings as filtered, with those nobody confirmed told first."""
    form = WatchForm(request.GET)
    rows = showing.watched(request.viewer, **form.wanted(), on=request.on)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("trang"))
    days = days_of_practice("sending.silent_days", request.viewer.unit, request.on)
    silent = showing.watched(request.viewer, days=days, on=request.on).exclude(way=Delivery.Way.SOURCE)
    context = {
        "title": _("Gửi nhận"),
        "crumbs": crumbs()[:1],
        "form": form,
        "page": page,
        "lines": reports.lines_of(page.object_list, request.at),
        "query": request.GET.urlencode(),
        "days": days,
        "silent": silent.count(),
        "may": may_register(request.viewer),
    }
    return render(request, "documents/sending/list.html", context)


def exported(request: Request) -> HttpResponse:
    """The same rows as an Excel file."""
    rows = showing.watched(request.viewer, **WatchForm(request.GET).wanted(), on=request.on)
    return attachment(
        write_sheet(reports.sheet_of(rows, at=request.at, on=request.on)), "luot-gui.xlsx", XLSX
    )


def mine(request: Request) -> HttpResponse:
    """What was sent to the viewer inside the unit."""
    page = Paginator(showing.mine(request.viewer), PER_PAGE).get_page(request.GET.get("trang"))
    context = {"title": _("Văn bản gửi cho tôi"), "crumbs": crumbs(), "page": page}
    return render(request, "documents/sending/mine.html", context)


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """One sending: its steps, and what the viewer may do about it."""
    seen = Delivery.objects.seen_by(request.viewer)
    found = get_object_or_404(
        seen.select_related("document", "document__owner_unit", "official", "correspondent"), uid=uid
    )
    form = StepForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with said_on(form, reason_missing="note", sent_in_future="on"):
            messages.success(
                request, deeds.do(found, request.POST.get("do", ""), form, by=request.viewer, at=request.at)
            )
            return redirect("documents:delivery", uid=found.uid)
        found.refresh_from_db()
    status = REFUSED if request.method == "POST" else 200
    return render(request, "documents/sending/delivery.html", _context(request, found, form), status=status)


def _context(request: Request, found: Delivery, form: StepForm) -> dict[str, Any]:
    his = request.viewer.official is not None and found.official_id == request.viewer.official.pk
    return {
        "title": _("Gửi tới %s") % found.to,
        "crumbs": crumbs((found.document.title, reverse("documents:recipients", args=[found.document.uid]))),
        "found": found,
        "words": showing.state_words(found),
        "shape": showing.SHAPES[found.status],
        "steps": [(one, showing.step_words(one)) for one in found.steps.select_related("by", "proof")],
        "may_open": his and found.status == "arrived" and found.way == Delivery.Way.INSIDE,
        "deeds": deeds.offered(found, request.viewer, request.on),
        "letter": found.way == Delivery.Way.MAIL
        and found.status in ("queued", "failed")
        and may_register(request.viewer),
        "by_itself": mail.is_configured(),
        "form": form,
    }
