"""What people add to a dossier: a cause, an explanation, an apology; and the voiding of a mistake."""

from __future__ import annotations

import uuid

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.clocks.offices import office_of
from chuan.dossiers.actions import apologies, causes
from chuan.dossiers.forms_cases import ApologyForm, CauseForm, EndCauseForm, ExplainForm, ReasonForm
from chuan.dossiers.models import CaseEvent, Dossier
from chuan.dossiers.permissions import require_write_on
from chuan.dossiers.views.cases.one import REFUSED, crumbs_to, dossier_of
from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.rules.refusals import Refused
from chuan.ui import formatters as say
from chuan.ui.files import attachment

_DAYS = {"day_to_come": "since", "before_received": "since", "cause_backwards": "until"}


def cause(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Write why it stands still, from a day to a day."""
    dossier = _writable(request, uid)
    form = CauseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with said_on(form, **_DAYS, cause_unknown="cause"):
            causes.record_cause(dossier, **form.cleaned_data, by=request.viewer, at=request.at)
            return _done(request, dossier, _("Đã ghi nguyên nhân."))
    return _form_page(request, dossier, form, _("Ghi nguyên nhân"), _("Ghi nguyên nhân"))


def end_cause(request: Request, uid: uuid.UUID, event: uuid.UUID) -> HttpResponse:
    """Write the last day of a cause that was still going on."""
    dossier = _writable(request, uid)
    found = _event(dossier, event)
    form = EndCauseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with said_on(form, day_to_come="until", cause_backwards="until"):
            causes.end_cause(found, **form.cleaned_data, by=request.viewer, at=request.at)
            return _done(request, dossier, _("Đã ghi ngày kết thúc."))
    said = _("%(cause)s, từ %(day)s") % {
        "cause": found.get_cause_display(),
        "day": say.day(found.occurred_on),
    }
    return _form_page(request, dossier, form, _("Ghi ngày kết thúc"), _("Ghi ngày kết thúc"), lead=said)


def explain(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Explain a dossier shown late, or changed after its due day."""
    dossier = _writable(request, uid)
    form = ExplainForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with said_on(form, text_missing="text"):
            causes.explain(dossier, form.cleaned_data["text"], by=request.viewer, at=request.at)
            return _done(request, dossier, _("Đã ghi giải trình."))
    lead = _(
        "Người bị nêu trễ được giải trình trước. Giải trình không đổi kết quả đếm; người xem xét đọc cùng con số."
    )
    return _form_page(request, dossier, form, _("Giải trình"), _("Ghi giải trình"), lead=lead)


def void(request: Request, uid: uuid.UUID, event: uuid.UUID) -> HttpResponse:
    """Void what was written by mistake."""
    dossier = _writable(request, uid)
    found = _event(dossier, event)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with said_on(form, text_missing="reason"):
            causes.void(found, form.cleaned_data["reason"], by=request.viewer, at=request.at)
            return _done(request, dossier, _("Đã bỏ dòng ghi nhầm; dòng cũ vẫn giữ."))
    said = f"{found.get_verb_display()}: {found.text or found.get_cause_display()}"
    return _form_page(request, dossier, form, _("Bỏ dòng ghi nhầm"), _("Bỏ dòng này"), lead=said)


def apologise(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Apologise and promise another day; makes the Word file for the official system."""
    dossier = _writable(request, uid)
    form = ApologyForm(request.POST or None, on=request.on, late=apologies.is_late(dossier, on=request.on))
    if request.method == "POST" and form.is_valid():
        with said_on(form, new_day_not_later="new_day", new_day_off="new_day", text_missing="reason",
                     apology_too_late="late_known"):  # fmt: skip
            apologies.apologise(dossier, **form.cleaned_data, by=request.viewer, at=request.at)
            said = _("Đã ghi xin lỗi, hẹn lại. Tải phiếu ở mục Ghi thêm, ký ở hệ thống chính thức.")
            return _done(request, dossier, said)
    title = _("Xin lỗi và hẹn lại")
    return _form_page(request, dossier, form, title, _("Lập phiếu"), lead=_allowed(dossier, request))


def apology_paper(request: Request, uid: uuid.UUID, event: uuid.UUID) -> HttpResponse:
    """The Word file of an apology, made again from its record."""
    dossier = dossier_of(request, uid)
    found = get_object_or_404(dossier.events.all(), uid=event, verb=CaseEvent.Verb.APOLOGISE)
    found.dossier = dossier
    data = apologies.paper_of(found)
    return attachment(data, f"xin-loi-{dossier.code}.docx", apologies.DOCX)


def _allowed(dossier: Dossier, request: Request) -> str:
    """Until when and how often, by which act; a refusal is said before anything is typed."""
    try:
        allowed = apologies.require_may(dossier, office_of(dossier.owner_unit), on=request.on)
    except Refused as refused:
        return refused.sentence
    facts = {
        "due": say.weekday(allowed.due, with_year=True),
        "last": say.weekday(allowed.last, with_year=True),
        "times": allowed.times,
        "source": apologies.source_of(allowed.notice_law),
    }
    said = _("Hạn %(due)s. Xin lỗi chậm nhất %(last)s, tối đa %(times)s lần (%(source)s).") % facts
    return f"{said} {_('Ngày hẹn lại không đổi hạn xét trễ.')}"


def _writable(request: Request, uid: uuid.UUID) -> Dossier:
    dossier = dossier_of(request, uid)
    require_write_on(request.viewer, dossier)
    return dossier


def _event(dossier: Dossier, uid: uuid.UUID) -> CaseEvent:
    found: CaseEvent = get_object_or_404(dossier.events.all(), uid=uid)
    found.dossier = dossier
    return found


def _done(request: Request, dossier: Dossier, said: str) -> HttpResponse:
    messages.success(request, said)
    return redirect("dossiers:dossier", uid=dossier.uid)


def _form_page(
    request: Request, dossier: Dossier, form: forms.Form, title: str, button: str, *, lead: str = ""
) -> HttpResponse:
    context = {
        "title": title,
        "demo": dossier.owner_unit.example,
        "crumbs": crumbs_to(dossier),
        "where": f"{dossier.code} · {dossier.procedure_name}",
        "form": form,
        "lead": lead,
        "button": button,
        "back": reverse("dossiers:dossier", args=[dossier.uid]),
    }
    status = REFUSED if form.is_bound else 200
    return render(request, "dossiers/cases/verb.html", context, status=status)
