"""Whose a name in the files is, and who covers for whom."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.dossiers.actions.covers import record_cover, void_cover
from chuan.dossiers.actions.handlers import confirm_handler
from chuan.dossiers.forms_cases import CoverForm, HandlerForm, ReasonForm
from chuan.dossiers.models import Cover, HandlerName
from chuan.dossiers.permissions import (
    COVER_KEEPERS,
    may_cover,
    may_keep_cases,
    require_cover,
    require_keep_cases,
)
from chuan.dossiers.showing.names import likely_official, names_of
from chuan.dossiers.views.cases.one import REFUSED, crumbs_to
from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.ui import formatters as say

COVERS_SHOWN = 100


def names(request: Request) -> HttpResponse:
    """Names that stand in the files, and which official each one is."""
    context = {
        "title": _("Người xử lý trong tệp"),
        "demo": request.viewer.unit.example,
        "crumbs": crumbs_to(),
        "names": names_of(request.viewer),
        "keeper": may_keep_cases(request.viewer),
    }
    return render(request, "dossiers/cases/names.html", context)


def name(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Say which official a name means."""
    require_keep_cases(request.viewer)
    found = get_object_or_404(HandlerName.objects.seen_by(request.viewer), uid=uid)
    likely = likely_official(found, request.viewer)
    form = HandlerForm(request.POST or None, viewer=request.viewer, initial={"who": likely})
    if request.method == "POST" and form.is_valid():
        with said_on(form, handler_unclear="who"):
            moved = confirm_handler(
                found, official=form.official, nobody_here=form.nobody_here, by=request.viewer, at=request.at
            )
            messages.success(request, _("Đã ghi. %s hồ sơ mang tên này.") % say.number(moved))
            return redirect("dossiers:names")
    context = {
        "title": _("“%s” là ai?") % found.name,
        "crumbs": [*crumbs_to(), (_("Người xử lý trong tệp"), reverse("dossiers:names"))],
        "form": form,
        "lead": _("Xác nhận một lần; mọi hồ sơ mang tên này được giao cho cán bộ ấy, kể cả tệp nhập sau."),
        "button": _("Xác nhận"),
        "back": reverse("dossiers:names"),
    }
    return render(request, "dossiers/cases/verb.html", context, status=REFUSED if form.is_bound else 200)


def covers(request: Request) -> HttpResponse:
    """Who covers for whom: now, to come, and past."""
    seen = Cover.objects.seen_by(request.viewer).select_related("official", "by_official", "recorded_by")
    rows = list(seen.order_by("-last_on", "-pk")[: COVERS_SHOWN + 1])
    context = {
        "title": _("Nghỉ phép, trông hồ sơ thay"),
        "demo": request.viewer.unit.example,
        "crumbs": crumbs_to(),
        "rows": [(one, may_cover(request.viewer, one.official)) for one in rows[:COVERS_SHOWN]],
        "more": len(rows) > COVERS_SHOWN,
        "on": request.on,
        "may_add": may_cover(request.viewer, request.viewer.official),
    }
    return render(request, "dossiers/cases/covers.html", context)


def cover(request: Request) -> HttpResponse:
    """Say who looks after whose dossiers."""
    only_self = not request.viewer.has(*COVER_KEEPERS)
    form = CoverForm(request.POST or None, viewer=request.viewer, only_self=only_self)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        days = {"first_on": given["first_on"], "last_on": given["last_on"], "reason": given["reason"]}
        with said_on(form, cover_oneself="by_official", cover_backwards="last_on", cover_twice="first_on"):
            record_cover(
                form.picked("official"), form.picked("by_official"), **days, by=request.viewer, at=request.at
            )
            messages.success(request, _("Đã ghi người trông hồ sơ thay."))
            return redirect("dossiers:covers")
    context = _cover_page(form, _("Ghi nghỉ phép"), _("Ghi nghỉ phép"))
    return render(request, "dossiers/cases/verb.html", context, status=REFUSED if form.is_bound else 200)


def cover_void(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Take back a cover written by mistake."""
    seen = Cover.objects.seen_by(request.viewer).select_related("official", "by_official")
    found = get_object_or_404(seen, uid=uid)
    require_cover(request.viewer, found.official)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with said_on(form, text_missing="reason"):
            void_cover(found, reason=form.cleaned_data["reason"], by=request.viewer, at=request.at)
            messages.success(request, _("Đã bỏ dòng ghi nhầm; dòng cũ vẫn giữ."))
            return redirect("dossiers:covers")
    facts = {
        "who": found.by_official.name,
        "whom": found.official.name,
        "days": say.days(found.first_on, found.last_on),
    }
    said = _("%(who)s trông hồ sơ thay %(whom)s, %(days)s") % facts
    context = _cover_page(form, _("Bỏ dòng nghỉ phép"), _("Bỏ dòng này"), lead=said)
    return render(request, "dossiers/cases/verb.html", context, status=REFUSED if form.is_bound else 200)


def _cover_page(form: object, title: str, button: str, *, lead: str = "") -> dict[str, object]:
    back = reverse("dossiers:covers")
    return {
        "title": title,
        "crumbs": [*crumbs_to(), (_("Nghỉ phép, trông hồ sơ thay"), back)],
        "form": form,
        "lead": lead,
        "button": button,
        "back": back,
    }
