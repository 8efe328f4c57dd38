"""Proposals of change out of decisions: upload a decision, take or dismiss what it proposes."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chuan.dossiers.actions import procedure_changes as actions
from chuan.dossiers.changes_shown import shown_changes
from chuan.dossiers.forms_procedures import DecisionForm, ReasonForm, TakeForm
from chuan.dossiers.models import ProcedureChange
from chuan.dossiers.permissions import may_keep_procedures
from chuan.exchange.limits import DEFAULT
from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.rules.refusals import FileTooBig

PER_PAGE = 30
REFUSED = 422
_MEGABYTE = 1_000_000


def listed(request: Request) -> HttpResponse:
    """What decisions propose, what waits first; POST takes a decision's file in."""
    form = DecisionForm(request.POST, request.FILES) if request.method == "POST" else DecisionForm()
    if request.method == "POST" and form.is_valid():
        with said_on(form):
            made = actions.propose(*_sent(form.cleaned_data["file"]), by=request.viewer, at=request.at)
            messages.success(request, _("Đọc được %s đề xuất; xem rồi áp dụng từng dòng.") % len(made))
            return redirect("procedures:proposals")
    return _page(request, form)


@require_POST
def take(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Apply one proposal."""
    change, form = _change(request, uid), TakeForm(request.POST)
    if form.is_valid():
        with said_on(form, code_missing="code", day_missing="effective_from"):
            given = form.cleaned_data
            procedure = actions.take(
                change,
                by=request.viewer,
                at=request.at,
                code=given["code"],
                effective_from=given["effective_from"],
            )
            messages.success(request, _said_of(change))
            return redirect("procedures:one", uid=procedure.uid)
    return _page(request, DecisionForm(), change=change, take=form)


@require_POST
def dismiss(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Leave one proposal aside, saying why; with "ca-quyet-dinh" every waiting one of its decision."""
    change, form = _change(request, uid), ReasonForm(request.POST)
    if form.is_valid():
        with said_on(form, reason_missing="reason"):
            whole = "ca-quyet-dinh" in request.POST
            chosen = _siblings(request, change) if whole else [change]
            count = actions.dismiss_all(
                chosen, reason=form.cleaned_data["reason"], by=request.viewer, at=request.at
            )
            messages.success(request, _("Đã bỏ %s đề xuất.") % count)
            return redirect("procedures:proposals")
    return _page(request, DecisionForm(), change=change, dismiss=form)


def _page(
    request: Request, form: DecisionForm, *, change: ProcedureChange | None = None, **typed: forms.Form
) -> HttpResponse:
    waits = request.GET.get("xem", "") != "da-xong"
    page = Paginator(_rows(request, waits=waits), PER_PAGE).get_page(request.GET.get("trang"))
    context: dict[str, Any] = {
        "title": _("Đề xuất từ quyết định"),
        "demo": request.viewer.unit.example,
        "form": form,
        "page": page,
        "rows": shown_changes(page.object_list, refused=change, typed=typed),
        "waits": waits,
        "keeps": may_keep_procedures(request.viewer),
        "crumbs": [(_("Thủ tục"), reverse("procedures:list"))],
    }
    status = REFUSED if typed or form.errors else 200
    return render(request, "dossiers/procedures/proposals.html", context, status=status)


def _rows(request: Request, *, waits: bool) -> QuerySet[ProcedureChange]:
    rows = ProcedureChange.objects.seen_by(request.viewer).select_related("settled_by")
    if waits:
        return rows.waiting().order_by("-recorded_at", "pk")
    return rows.exclude(status=ProcedureChange.Status.WAITING).order_by("-settled_at", "pk")


def _change(request: Request, uid: uuid.UUID) -> ProcedureChange:
    return get_object_or_404(ProcedureChange.objects.seen_by(request.viewer), uid=uid)


def _siblings(request: Request, change: ProcedureChange) -> list[ProcedureChange]:
    return list(_rows(request, waits=True).filter(citation=change.citation))


def _sent(file: UploadedFile[Any]) -> tuple[bytes, str]:
    if (size := file.size or 0) > DEFAULT.file_bytes:
        raise FileTooBig(megabytes=-(-size // _MEGABYTE), limit=DEFAULT.file_bytes // _MEGABYTE)
    return file.read(), str(file.name)


def _said_of(change: ProcedureChange) -> str:
    if change.kind == ProcedureChange.Kind.REPEAL:
        return _("Đã ghi bãi bỏ; hồ sơ nhận trước ngày đó giữ thời hạn cũ.")
    return _("Đã lập bản đề xuất; kiểm tra thời hạn rồi xác nhận.")
