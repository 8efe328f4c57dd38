"""One of what came in above: its verdict and why, which file of the ward it is about, its versions."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.petitions.actions import escalating as actions
from chuan.petitions.actions.escalating import Found
from chuan.petitions.escalated.showing import shown
from chuan.petitions.escalated.suggesting import suggested
from chuan.petitions.forms_escalated import BY_CODE, NEVER, UNKNOWN, SettleForm, VoidForm
from chuan.petitions.models import Escalation, Petition
from chuan.petitions.permissions import SECRET_KINDS, may_keep, require_keep
from chuan.petitions.refusals_escalated import FileNotFound
from chuan.petitions.views.escalated.listing import crumbs

REFUSED = 422
FORM = "petitions/escalated/form.html"


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What it is, what it counts as and why; what may be done."""
    row = escalation_of(request, uid)
    seen = Escalation.objects.seen_by(request.viewer)
    stands = not row.voided and row.present
    context = {
        "title": _("Cấp trên nhận, %s") % row.code,
        "crumbs": crumbs(),
        "demo": request.viewer.unit.example,
        "one": shown([row], request.viewer)[0],
        "stands": stands,
        "secret": row.kind in SECRET_KINDS,
        "versions": list(seen.filter(uid=uid).select_related("by").order_by("-seq")),
        "may_keep": may_keep(request.viewer) and stands,
        "by_hand": not row.outside_code,
    }
    return render(request, "petitions/escalated/one.html", context)


def settle(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Say which file of the ward it is about, or that nobody had asked the ward."""
    row = escalation_of(request, uid)
    require_keep(request.viewer)
    files = suggested(row, request.viewer)
    sent = request.POST if request.method == "POST" else None
    form = SettleForm(sent, files=files, initial=_initial(row, files))
    if request.method == "POST" and form.is_valid():
        with said_on(form, words_lacking="why_said", file_not_found="ward_code"):
            actions.settle(row, _found(request, form), by=request.viewer, at=request.at)
            messages.success(request, _("Đã xét %s.") % row.code)
            return redirect("petitions:escalation", uid=row.uid)
    context = {
        "title": _("Xét %s") % row.code, "crumbs": crumbs(way(row)), "demo": request.viewer.unit.example,
        "form": form, "button": _("Lưu"), "back": reverse("petitions:escalation", args=[row.uid]),
        "lead": _("Nối với đơn của phường thì ngày tự được so: còn trong hạn là vượt cấp, quá hạn, đã xong thì không."),
    }  # fmt: skip
    return render(request, FORM, context, status=REFUSED if form.errors else 200)


def void(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Void one entered by mistake, with the reason."""
    row = escalation_of(request, uid)
    require_keep(request.viewer)
    form = VoidForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with said_on(form, words_missing="reason"):
            actions.void(row, form.cleaned_data["reason"], by=request.viewer, at=request.at)
            messages.success(request, _("Đã bỏ %s; dòng không được đếm nữa.") % row.code)
            return redirect("petitions:escalated")
    context = {
        "title": _("Bỏ %s") % row.code, "crumbs": crumbs(way(row)), "demo": request.viewer.unit.example,
        "form": form, "button": _("Bỏ dòng ghi nhầm"), "back": reverse("petitions:escalation", args=[row.uid]),
        "lead": _("Dòng vẫn đọc được kèm lý do; nội dung đã gõ thì xóa."),
    }  # fmt: skip
    return render(request, FORM, context, status=REFUSED if form.errors else 200)


def escalation_of(request: Request, uid: uuid.UUID) -> Escalation:
    """The version that stands, if the viewer may see it; 404 else."""
    rows = Escalation.objects.seen_by(request.viewer).latest_ones().select_related("petition", "unit")
    return get_object_or_404(rows, uid=uid)


def way(row: Escalation) -> tuple[str, str]:
    """The way back to its page."""
    return row.code, reverse("petitions:escalation", args=[row.uid])


def _found(request: Request, form: SettleForm) -> Found:
    given = form.cleaned_data
    path = given["path"]
    said = {"said": given["said"], "why_said": given["why_said"]}
    if path in (NEVER, UNKNOWN):
        return Found(never_asked=path == NEVER, **said)
    seen = Petition.objects.seen_by(request.viewer).filter(owner_unit=request.viewer.unit)
    if path != BY_CODE:
        return Found(petition=get_object_or_404(seen, uid=path), **said)
    code = given["ward_code"].strip()
    found = list(seen.filter(code=code)[:1]) or list(seen.filter(outside_code=code)[:2])
    if len(found) != 1:
        raise FileNotFound(number=code)
    return Found(petition=found[0], **said)


def _initial(row: Escalation, files: list[tuple[str, str]]) -> dict[str, Any]:
    path = NEVER if row.never_asked else UNKNOWN if row.seq > 1 and row.why == "settle" else None
    if row.petition is not None:
        path = str(row.petition.uid)
    elif path is None and row.ward_code and files:
        path = files[0][0]
    return {"path": path, "said": row.said, "why_said": row.why_said}
