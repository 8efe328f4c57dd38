"""A letter, call or visit that a higher body received: entered, or corrected beside what was entered."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.models import Official
from chuan.people.saying import said_on
from chuan.petitions.actions import escalating as actions
from chuan.petitions.actions.escalating import Told
from chuan.petitions.forms_escalated import EscalationForm
from chuan.petitions.models import Escalation, EscalationConcerned
from chuan.petitions.permissions import SECRET_KINDS, require_keep
from chuan.petitions.receiving.readers import choices_of
from chuan.petitions.views.escalated.listing import crumbs
from chuan.petitions.views.escalated.one import escalation_of, way

REFUSED = 422
FORM = "petitions/escalated/form.html"
_FIELDS = {
    "leaders_denounced": "against", "against_not_said": "against", "own_ward_speaks": "body",
    "already_entered": "paper", "step_to_come": "received_on", "words_missing": "reason",
}  # fmt: skip


def enter(request: Request) -> HttpResponse:
    """Write one down; then the question whether the ward had been asked."""
    require_keep(request.viewer)
    form = _form(request, initial=_usual(request))
    if request.method == "POST" and form.is_valid():
        with said_on(form, **_FIELDS):
            row = actions.enter(_told(request, form), by=request.viewer, at=request.at)
            messages.success(request, _("Đã ghi %s. Còn một câu: phường đã có đơn này chưa?") % row.code)
            return redirect("petitions:escalation_settle", uid=row.uid)
    context = {
        "title": _("Ghi đơn, cuộc gọi cấp trên nhận"), "crumbs": crumbs(), "form": form, "button": _("Ghi, rồi xét"),
        "lead": _("Mỗi đơn, cuộc gọi hay lượt đến về phường mà cấp trên nhận là một dòng. Không ghi ai gửi."),
        "back": reverse("petitions:escalated"),
    }  # fmt: skip
    return _page(request, form, context)


def correct(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Write it again as it should have been, with the reason; what stood before is kept."""
    row = escalation_of(request, uid)
    require_keep(request.viewer)
    form = _form(request, initial=_initial(row), correcting=True)
    if request.method == "POST" and form.is_valid():
        with said_on(form, **_FIELDS):
            reason = form.cleaned_data["reason"]
            actions.correct(row, _told(request, form), reason, by=request.viewer, at=request.at)
            messages.success(request, _("Đã sửa; dòng cũ vẫn giữ bên cạnh."))
            return redirect("petitions:escalation", uid=row.uid)
    context = {
        "title": _("Sửa %s") % row.code, "crumbs": crumbs(way(row)), "form": form, "button": _("Lưu dòng đã sửa"),
        "back": reverse("petitions:escalation", args=[row.uid]),
    }  # fmt: skip
    return _page(request, form, context)


def _page(request: Request, form: EscalationForm, context: dict[str, Any]) -> HttpResponse:
    """The form; words about a denunciation that was refused are not shown again."""
    if form.errors and request.POST.get("kind") in SECRET_KINDS:
        blank = request.POST.copy()
        blank["about"] = blank["reason"] = ""
        form.data = blank
    context |= {"demo": request.viewer.unit.example}
    return render(request, FORM, context, status=REFUSED if form.errors else 200)


def _form(request: Request, *, initial: dict[str, Any], correcting: bool = False) -> EscalationForm:
    sent = request.POST if request.method == "POST" else None
    about = choices_of(request.viewer.unit, request.on, leaders=True)
    return EscalationForm(sent, on=request.on, concerned=about, correcting=correcting, initial=initial)


def _told(request: Request, form: EscalationForm) -> Told:
    given = form.cleaned_data
    officials = Official.objects.seen_by(request.viewer).filter(
        unit=request.viewer.unit, uid__in=given["concerned"]
    )
    return Told(
        received_on=given["received_on"], body=given["body"], kind=given["kind"], channel=given["channel"],
        told_on=given["told_on"], paper=given["paper"], paper_on=given["paper_on"], about=given["about"],
        against=given["against"], concerned=tuple(officials),
    )  # fmt: skip


def _usual(request: Request) -> dict[str, Any]:
    """The body, channel and kind of the one entered last."""
    rows = (
        Escalation.objects.seen_by(request.viewer)
        .latest_ones()
        .filter(unit=request.viewer.unit, outside_code="")
    )
    last = rows.order_by("-recorded_at").first()
    usual: dict[str, Any] = {"told_on": request.on}
    return usual | {"body": last.body, "channel": last.channel} if last else usual


def _initial(row: Escalation) -> dict[str, Any]:
    names = ("kind", "body", "received_on", "channel", "paper", "paper_on", "told_on", "about")
    things = EscalationConcerned.objects.filter(thing=row.uid).values_list("official__uid", flat=True)
    return {name: getattr(row, name) for name in names} | {"concerned": [str(one) for one in things]}
