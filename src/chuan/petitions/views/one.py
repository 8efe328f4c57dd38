"""One petition: how it stands, what may be done, its lines; a line written by mistake is voided here."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people import permissions
from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.petitions.actions.recording import void
from chuan.petitions.events import standing_events
from chuan.petitions.forms_cases import VoidForm
from chuan.petitions.models import Petition
from chuan.petitions.permissions import require_record
from chuan.petitions.showing.page import page_of
from chuan.petitions.showing.verdicts import upper_first
from chuan.petitions.steps import verb_words
from chuan.ui import formatters as say

REFUSED = 422


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """How it stands and why, what is next, what was done."""
    petition = petition_of(request, uid)
    context = {
        "title": title_of(petition),
        "demo": petition.owner_unit.example,
        "crumbs": crumbs_to(),
        "petition": petition,
        "page": page_of(petition, request.viewer, on=request.on, at=request.at),
        "trail_url": "/nhat-ky/" if permissions.may_read_trail(request.viewer) else "",
    }
    return render(request, "petitions/cases/one.html", context)


def void_line(request: Request, uid: uuid.UUID, number: int) -> HttpResponse:
    """Void a line that was written by mistake, with the reason; both stay to be read."""
    petition = petition_of(request, uid)
    require_record(request.viewer, petition)
    event = get_object_or_404(standing_events(petition), seq=number)
    form = VoidForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with said_on(form, words_missing="reason"):
            void(event, form.cleaned_data["reason"], by=request.viewer, at=request.at)
            messages.success(request, _("Đã bỏ dòng ghi nhầm; hạn được tính lại."))
            return redirect("petitions:one", uid=petition.uid)
    context = {
        "title": _("Bỏ dòng ghi nhầm"),
        "demo": petition.owner_unit.example,
        "crumbs": crumbs_to(petition),
        "form": form,
        "lead": _("%(what)s, ngày %(day)s. Dòng vẫn đọc được, gạch ngang, kèm lý do; hạn tính như chưa ghi.")
        % {"what": upper_first(verb_words(petition.kind, event.verb)), "day": say.day(event.occurred_on)},
        "back": reverse("petitions:one", args=[petition.uid]),
    }
    return render(request, "petitions/cases/void.html", context, status=REFUSED if form.errors else 200)


def petition_of(request: Request, uid: uuid.UUID) -> Petition:
    """The petition, if the viewer may see it; 404 else."""
    seen = Petition.objects.seen_by(request.viewer).select_related(
        "handler", "unit", "owner_unit", "parent", "same_as"
    )
    return get_object_or_404(seen, uid=uid)


def crumbs_to(petition: Petition | None = None) -> list[tuple[str, str]]:
    """The way back: the list, then the petition."""
    crumbs = [(_("Đơn thư"), "/don-thu/")]
    return [*crumbs, (petition.code, reverse("petitions:one", args=[petition.uid]))] if petition else crumbs


def title_of(petition: Petition) -> str:
    """Kind and code: "Khiếu nại DT-2021-0003"; nothing that tells what it is about."""
    kind = upper_first(str(petition.get_kind_display()))
    return _("%(kind)s %(code)s") % {"kind": kind, "code": petition.code}
