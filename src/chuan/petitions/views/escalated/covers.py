"""Statements of higher bodies: so many letters and calls about the ward in a period, by which paper."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.petitions.actions import escalating as actions
from chuan.petitions.actions.escalating import Statement
from chuan.petitions.escalated.covers import days_of, statements
from chuan.petitions.escalated.sight import require_see
from chuan.petitions.forms_escalated import StatementForm, VoidForm
from chuan.petitions.models import EscalationCover
from chuan.petitions.permissions import may_keep, require_keep
from chuan.petitions.views.escalated.listing import crumbs

REFUSED = 422
FORM = "petitions/escalated/form.html"
_FIELDS = {
    "own_ward_speaks": "body", "step_to_come": "paper_on", "statement_backwards": "last",
    "statement_of_days_to_come": "last",
}  # fmt: skip


def enter(request: Request) -> HttpResponse:
    """Write a statement down: what a paper of a higher body says of a period."""
    require_keep(request.viewer)
    sent = request.POST if request.method == "POST" else None
    form = StatementForm(sent, on=request.on, initial=_usual(request))
    if request.method == "POST" and form.is_valid():
        with said_on(form, **_FIELDS):
            told = Statement(**{**form.cleaned_data, "count": int(form.cleaned_data["count"])})
            row = actions.state(told, by=request.viewer, at=request.at)
            messages.success(request, _("Đã ghi báo cáo của %s.") % row.body)
            return redirect(f"{reverse('petitions:escalated')}?nam={row.last.year}")
    context = {
        "title": _("Ghi báo cáo của cấp trên"), "crumbs": crumbs(), "demo": request.viewer.unit.example,
        "form": form, "button": _("Ghi báo cáo"), "back": reverse("petitions:escalated"),
        "lead": _("Ghi đúng điều văn bản của cấp trên nói; số phường tự đếm không thay được."),
    }  # fmt: skip
    return render(request, FORM, context, status=REFUSED if form.errors else 200)


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What was said, and how many of them are entered one by one."""
    require_see(request.viewer)
    row = _cover(request, uid)
    found = [one for one in statements(row.unit, days_of(row)) if one.cover.pk == row.pk]
    context = {
        "title": _("Báo cáo của %s") % row.body, "crumbs": crumbs(), "demo": request.viewer.unit.example, "row": row,
        "statement": found[0] if found else None, "may_keep": may_keep(request.viewer) and row.voided_at is None,
    }  # fmt: skip
    return render(request, "petitions/escalated/cover.html", context)


def void(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Void one entered by mistake, with the reason."""
    row = _cover(request, uid)
    require_keep(request.viewer)
    form = VoidForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with said_on(form, words_missing="reason"):
            actions.void_statement(row, form.cleaned_data["reason"], by=request.viewer, at=request.at)
            messages.success(
                request, _("Đã bỏ báo cáo ghi nhầm; những ngày ấy lại chưa có số liệu của cấp trên.")
            )
            return redirect("petitions:escalated")
    here = (row.paper, reverse("petitions:escalation_cover", args=[row.uid]))
    context = {
        "title": _("Bỏ báo cáo ghi nhầm"), "crumbs": crumbs(here), "demo": request.viewer.unit.example, "form": form,
        "button": _("Bỏ báo cáo"), "back": here[1],
    }  # fmt: skip
    return render(request, FORM, context, status=REFUSED if form.errors else 200)


def _cover(request: Request, uid: uuid.UUID) -> EscalationCover:
    rows = EscalationCover.objects.seen_by(request.viewer).select_related("unit", "by")
    return get_object_or_404(rows, uid=uid)


def _usual(request: Request) -> dict[str, object]:
    """The month before this one, and the body that spoke last."""
    first = request.on.replace(day=1)
    before = first - timedelta(days=1)
    usual: dict[str, object] = {"first": date(before.year, before.month, 1), "last": before}
    last = EscalationCover.objects.seen_by(request.viewer).standing().filter(unit=request.viewer.unit)
    spoke = last.order_by("-recorded_at").first()
    return usual | {"body": spoke.body} if spoke else usual
