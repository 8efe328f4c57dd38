"""One procedure: its versions by date; correcting, confirming, setting aside, ending, revising a version."""

from __future__ import annotations

import json
import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chuan.dossiers import catalogue_reports as reports
from chuan.dossiers.actions import procedure_versions as actions
from chuan.dossiers.forms_procedures import (
    CitationForm,
    EndForm,
    ReasonForm,
    VersionForm,
    limit_rows,
    limits_of_rows,
    sent_rows,
    version_form,
)
from chuan.dossiers.models import Procedure, ProcedureVersion
from chuan.dossiers.permissions import may_keep_procedures, require_keep_procedures
from chuan.dossiers.versions_shown import doubts_of, shown_versions
from chuan.people.door import Request
from chuan.people.saying import said_on

REFUSED = 422


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A procedure with every version, the newest first."""
    procedure = get_object_or_404(Procedure.objects.seen_by(request.viewer), uid=uid)
    return _page(request, procedure)


def correct(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Put a proposal right: limits with number and unit, name, day, papers."""
    require_keep_procedures(request.viewer)
    version = _version(request, uid)
    form = VersionForm(request.POST) if request.method == "POST" else version_form(version, _papers(version))
    rows = sent_rows(request.POST) if request.method == "POST" else limit_rows(version)
    if request.method == "POST":
        limits = limits_of_rows(rows)
        if form.is_valid() and limits is not None:
            with said_on(form):
                actions.correct(version, form.given(limits), by=request.viewer, at=request.at)
                messages.success(request, _("Đã lưu. Thời hạn đã rõ thì xác nhận được."))
                return redirect(_address(version))
    return render(
        request,
        "dossiers/procedures/correct.html",
        {
            "title": _("Sửa đề xuất: %s") % version.procedure.code,
            "version": version,
            "form": form,
            "rows": rows,
            "doubts": doubts_of(version),
            "crumbs": _crumbs(version.procedure),
        },
        status=REFUSED if request.method == "POST" else 200,
    )


@require_POST
def confirm(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Confirm a proposal by naming the act."""
    version, form = _version(request, uid), CitationForm(request.POST)
    if form.is_valid():
        with said_on(form, citation_missing="citation"):
            count = actions.confirm(
                version, citation=form.cleaned_data["citation"], by=request.viewer, at=request.at
            )
            messages.success(request, _counted(_("Đã xác nhận."), count))
            return redirect(_address(version))
    return _page(request, version.procedure, version=version, confirm=form)


@require_POST
def reject(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Set a proposal aside, saying why."""
    version, form = _version(request, uid), ReasonForm(request.POST)
    if form.is_valid():
        with said_on(form, reason_missing="reason"):
            actions.reject(version, reason=form.cleaned_data["reason"], by=request.viewer, at=request.at)
            messages.success(request, _("Đã bỏ đề xuất này; bản đang áp dụng giữ nguyên."))
            return redirect(_address(version))
    return _page(request, version.procedure, version=version, reject=form)


@require_POST
def end(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A version is repealed from a day on, by an act."""
    require_keep_procedures(request.viewer)
    version, form = _version(request, uid), EndForm(request.POST)
    if form.is_valid():
        with said_on(form, citation_missing="citation", end_before_start="on"):
            given = form.cleaned_data
            actions.end(version, on=given["on"], citation=given["citation"], by=request.viewer, at=request.at)
            messages.success(
                request, _("Đã ghi ngày hết hiệu lực; hồ sơ nhận trước ngày đó giữ thời hạn cũ.")
            )
            return redirect(_address(version))
    return _page(request, version.procedure, version=version, end=form)


@require_POST
def revise(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A proposal that begins with what a confirmed version says."""
    made = actions.revise(_version(request, uid), by=request.viewer, at=request.at)
    return redirect("procedures:correct", uid=made.uid)


def _page(
    request: Request, procedure: Procedure, *, version: ProcedureVersion | None = None, **typed: forms.Form
) -> HttpResponse:
    """The page; ``typed`` is the form that was refused, shown at its version with what was typed."""
    (standing,) = reports.standings([procedure], on=request.on)
    context: dict[str, Any] = {
        "title": procedure.name,
        "demo": request.viewer.unit.example,
        "procedure": procedure,
        "standing": standing,
        "status_words": reports.status_in_words(standing.status),
        "versions": shown_versions(procedure, on=request.on, refused=version, typed=typed),
        "keeps": may_keep_procedures(request.viewer),
        "crumbs": [(_("Thủ tục"), reverse("procedures:list"))],
    }
    return render(request, "dossiers/procedures/one.html", context, status=REFUSED if typed else 200)


def _version(request: Request, uid: uuid.UUID) -> ProcedureVersion:
    """A version of a procedure that the viewer may see."""
    seen = Procedure.objects.seen_by(request.viewer)
    rows = ProcedureVersion.objects.filter(procedure__in=seen).select_related("procedure")
    return get_object_or_404(rows, uid=uid)


def _address(version: ProcedureVersion) -> str:
    return reverse("procedures:one", args=[version.procedure.uid])


def _crumbs(procedure: Procedure) -> list[tuple[str, str]]:
    return [
        (_("Thủ tục"), reverse("procedures:list")),
        (procedure.name[:80], reverse("procedures:one", args=[procedure.uid])),
    ]


def _papers(version: ProcedureVersion) -> list[str]:
    return list(json.loads(version.components))


def _counted(said: str, count: int) -> str:
    return f"{said} {_('Đã tính lại hạn của %s hồ sơ.') % count}" if count else said
