"""A year of audits: the programme, what it covers, each audit with what is next."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.audits.actions import programmes as actions
from chuan.audits.covering import audit_months, chapters, processes_of, year_coverage
from chuan.audits.forms import ApproveForm, YearForm
from chuan.audits.models import Audit, Programme
from chuan.audits.permissions import may_approve, may_keep, require_approve, require_keep
from chuan.audits.showing import coverage_rows
from chuan.audits.views.around import crumbs
from chuan.law.iso9001 import clauses
from chuan.people.door import Request
from chuan.people.sent_forms import sent
from chuan.processes.views.forms import around, saved


def shown(request: Request) -> HttpResponse:
    """The programme of one year with its coverage, as planned or as done."""
    programmes = list(Programme.objects.seen_by(request.viewer).order_by("-year", "-pk"))
    chosen = _chosen(request, programmes)
    audits = list(
        Audit.objects.seen_by(request.viewer).filter(programme=chosen).order_by("starts_on", "pk")
        if chosen
        else ()
    )
    done = request.GET.get("xem") == "da-lam"
    context: dict[str, Any] = {
        **around(request), "title": _("Đánh giá nội bộ"), "crumbs": crumbs()[:1], "programme": chosen,
        "programmes": programmes, "audits": audits, "done": done, "keeper": may_keep(request.viewer),
        "approver": may_approve(request.viewer), "law": audit_months(request.on),
        **(_coverage(request, chosen, audits, done=done) if chosen else {}),
    }  # fmt: skip
    return render(request, "audits/year.html", context)


def add(request: Request) -> HttpResponse:
    """Begin the programme of a year."""
    require_keep(request.viewer)
    form = YearForm(sent(request), initial={"year": request.on.year})

    def save() -> str:
        given = form.cleaned_data
        row = actions.open_programme(int(given["year"]), given["aim"], by=request.viewer, at=request.at)
        return _url(row)

    return saved(
        request, form, save, title=_("Lập chương trình đánh giá năm"), button=_("Lập chương trình"),
        done=_("Đã lập chương trình; thêm các cuộc đánh giá."), back=reverse("audits:year"), crumbs=crumbs(),
        lead=_("Một năm ít nhất một lần, mọi quá trình và mọi điều đều được xem."),
    )  # fmt: skip


def approve(request: Request, uid: uuid.UUID) -> HttpResponse:
    """By which document the programme was approved."""
    require_approve(request.viewer)
    row = get_object_or_404(Programme.objects.seen_by(request.viewer), uid=uid)
    form = ApproveForm(sent(request), initial={"on": request.on})

    def save() -> None:
        given = form.cleaned_data
        actions.approve_programme(row, given["on"], given["citation"], by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Ghi phê duyệt chương trình năm %s") % row.year, button=_("Ghi phê duyệt"),
        done=_("Đã ghi văn bản phê duyệt."), back=_url(row), crumbs=crumbs(),
    )  # fmt: skip


def _chosen(request: Request, programmes: list[Programme]) -> Programme | None:
    """The year asked for, else this year, else the latest."""
    asked = request.GET.get("nam", "")
    by_year = {str(one.year): one for one in reversed(programmes)}
    found = by_year.get(asked) or by_year.get(str(request.on.year))
    return found or (programmes[0] if programmes else None)


def _coverage(request: Request, programme: Programme, audits: list[Audit], *, done: bool) -> dict[str, Any]:
    told = year_coverage(programme.owner_unit, programme.year, audits, request.on, done=done)
    until = min(request.on, date(programme.year, 12, 31))
    known = clauses()
    return {
        "told": told,
        "rows": coverage_rows(processes_of(programme.owner_unit, until), told),
        "chapters": [(number, known[number].title) for number in chapters()],
    }


def _url(row: Programme) -> str:
    return f"{reverse('audits:year')}?nam={row.year}"
