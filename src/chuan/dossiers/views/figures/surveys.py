"""Mức độ hài lòng: totals of surveys, entered with their paper or from Excel, corrected beside."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.dossiers.actions import surveys as actions
from chuan.dossiers.forms_figures import SurveyForm, SurveySheetForm
from chuan.dossiers.models import SurveyTotal
from chuan.dossiers.permissions import may_keep_figures, require_keep_figures
from chuan.dossiers.reports.survey_sheets import blank_sheet, read_totals
from chuan.dossiers.views.figures.asking import Crumbs, crumbs, figures_crumb
from chuan.exchange.proofs import keep_proof
from chuan.exchange.sheets import write_sheet
from chuan.files import actions as files
from chuan.people.door import Request
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.ui import formatters as say
from chuan.ui.files import XLSX, attachment

REFUSED = 422


def listed(request: Request) -> HttpResponse:
    """Every total, those corrected beneath what replaced them."""
    seen = SurveyTotal.objects.seen_by(request.viewer).select_related("by", "corrected_by", "blob")
    found = seen.order_by("-period_start", "-pk")
    context = {
        "title": _("Mức độ hài lòng"),
        "crumbs": crumbs(figures_crumb()),
        "demo": request.viewer.unit.example,
        "totals": [(one, say.share(one.satisfied, one.asked)) for one in found],
        "may_keep": may_keep_figures(request.viewer),
    }
    return render(request, "dossiers/figures/surveys.html", context)


def enter(request: Request) -> HttpResponse:
    """The form of one survey."""
    require_keep_figures(request.viewer)
    form = SurveyForm(*_sent(request))

    def save() -> None:
        actions.enter(_given(form), by=request.viewer, at=request.at)

    return _saved(request, form, save, {"title": _("Nhập kết quả khảo sát"), "crumbs": _crumbs()})


def correct(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The same form filled in with what is corrected, and the reason."""
    total = get_object_or_404(SurveyTotal.objects.seen_by(request.viewer).select_related("blob"), uid=uid)
    require_keep_figures(request.viewer, total.unit_id)
    form = SurveyForm(*_sent(request), correcting=True, initial=_initial(total))

    def save() -> None:
        given = _given(form, total)
        actions.correct(total, given, form.cleaned_data["reason"], by=request.viewer, at=request.at)

    context = {"title": _("Sửa kết quả khảo sát"), "crumbs": _crumbs(), "total": total}
    return _saved(request, form, save, context)


def sheet(request: Request) -> HttpResponse:
    """Many surveys from one worksheet."""
    require_keep_figures(request.viewer)
    form = SurveySheetForm(*_sent(request))

    def save() -> None:
        upload = form.cleaned_data["file"]
        blob, name = keep_proof(upload)
        upload.seek(0)
        actions.enter_all(read_totals(upload.read(), name=name, blob=blob), by=request.viewer, at=request.at)

    context = {"title": _("Nhập kết quả khảo sát từ Excel"), "crumbs": _crumbs(), "sheet": True}
    return _saved(request, form, save, context)


def blank(request: Request) -> HttpResponse:
    """The worksheet to fill in."""
    return attachment(write_sheet(blank_sheet()), "khao-sat-hai-long.xlsx", XLSX)


def paper(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The file that came with a total, byte for byte."""
    total = get_object_or_404(SurveyTotal.objects.seen_by(request.viewer).select_related("blob"), uid=uid)
    if total.blob is None:
        raise NotFound(thing=_("tệp kèm theo"))
    return attachment(files.read(total.blob), total.file_name or "khao-sat", total.blob.media_type)


def _saved(request: Request, form: Any, save: Callable[[], None], context: dict[str, object]) -> HttpResponse:
    refusal = ""
    if request.method == "POST" and form.is_valid():
        try:
            save()
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
        else:
            messages.success(request, _("Đã lưu kết quả khảo sát."))
            return redirect("dossier_figures:surveys")
    context |= {"form": form, "refusal": refusal, "demo": request.viewer.unit.example}
    status = REFUSED if request.method == "POST" else 200
    return render(request, "dossiers/figures/survey_form.html", context, status=status)


def _given(form: SurveyForm, before: SurveyTotal | None = None) -> actions.Given:
    given = form.cleaned_data
    blob, name = (before.blob, before.file_name) if before else (None, "")
    if given["file"]:
        blob, name = keep_proof(given["file"])
    return actions.Given(
        given["first_on"],
        given["last_on"],
        int(given["asked"]),
        int(given["satisfied"]),
        given["source"],
        blob,
        name,
    )


def _initial(total: SurveyTotal) -> dict[str, object]:
    last = total.period_end - timedelta(days=1)
    return {
        "first_on": total.period_start, "last_on": last, "asked": total.asked, "satisfied": total.satisfied,
        "source": total.source,
    }  # fmt: skip


def _sent(request: Request) -> tuple[Any, Any]:
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def _crumbs() -> Crumbs:
    return crumbs(figures_crumb(), (_("Mức độ hài lòng"), reverse("dossier_figures:surveys")))
