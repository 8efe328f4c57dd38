"""What one official can show against what his posts ask for."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.models import Official
from chuan.people.sent_forms import sent
from chuan.rules.refusals import NotFound
from chuan.workforce.actions.competence import Shown, show, void_evidence
from chuan.workforce.competence.matrix import of_official
from chuan.workforce.forms_competence import ReasonForm, ShowForm, first_day_after
from chuan.workforce.models import Attendance, Evidence, Qualification
from chuan.workforce.permissions import may_keep, may_see_competence, require_keep
from chuan.workforce.views.forms import saved


def mine(request: Request) -> HttpResponse:
    """The viewer's own page."""
    if request.viewer.official is None:
        raise NotFound(thing=_("cán bộ này"))
    return _page(request, request.viewer.official)


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Another's page, for who keeps or audits; everybody may open his own."""
    return _page(request, _official(request, uid))


def add_evidence(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Keep a paper he showed."""
    require_keep(request.viewer)
    official = _official(request, uid)
    known = Qualification.objects.seen_by(request.viewer).once(request.viewer)
    form = ShowForm(sent(request), known=known, initial={"qualification": request.GET.get("yeu-cau", "")})

    def save() -> None:
        given = form.cleaned_data
        qualification = next(one for one in known if str(one.uid) == given["qualification"])
        shown = Shown(given["held_from"], given["paper"], given["place"], first_day_after(given["last"]))
        show(official, qualification, shown, by=request.viewer, at=request.at)

    back = reverse("workforce:person", args=[official.uid])
    return saved(
        request, form, save, title=_("Ghi minh chứng"), done=_("Đã ghi minh chứng."), back=back,
        crumbs=[(_("Năng lực"), reverse("workforce:competence")), (official.name, back)],
        lead="" if known else _("Chưa có yêu cầu nào để minh chứng: ghi yêu cầu của chức danh trước."),
    )  # fmt: skip


def drop_evidence(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Take a paper back that was written wrong."""
    require_keep(request.viewer)
    rows = Evidence.objects.seen_by(request.viewer).select_related("official__unit")
    row = get_object_or_404(rows, uid=uid)
    form = ReasonForm(sent(request))

    def save() -> None:
        void_evidence(row, form.cleaned_data["reason"], by=request.viewer, at=request.at)

    back = reverse("workforce:person", args=[row.official.uid])
    return saved(
        request, form, save, title=_("Bỏ minh chứng ghi nhầm"), done=_("Đã bỏ minh chứng."), back=back,
        crumbs=[(_("Năng lực"), reverse("workforce:competence")), (row.official.name, back)],
    )  # fmt: skip


def _page(request: Request, official: Official) -> HttpResponse:
    evidence = Evidence.objects.seen_by(request.viewer).filter(official=official)
    attended = Attendance.objects.filter(official=official, session__voided_at__isnull=True)
    context = {
        "title": official.name,
        "where": _("Năng lực"),
        "demo": official.example,
        "crumbs": [(_("Cán bộ"), "/can-bo/"), (_("Năng lực"), reverse("workforce:competence"))],
        "official": official,
        "cells": of_official(official, request.on),
        "evidence": evidence.select_related("qualification").order_by("-held_from", "-pk"),
        "attended": attended.select_related("session__course__plan").order_by("-session__held_on"),
        "keeper": may_keep(request.viewer) and official.unit_id == request.viewer.unit.pk,
        "mine": request.viewer.official == official,
    }
    return render(request, "workforce/competence/person.html", context)


def _official(request: Request, uid: uuid.UUID) -> Official:
    official = get_object_or_404(Official.objects.seen_by(request.viewer).select_related("unit"), uid=uid)
    if request.viewer.official != official and not may_see_competence(request.viewer):
        raise NotFound(thing=_("cán bộ này"))
    return official
