"""What results ask to be done: the list, and one task, told done by whoever is to do it."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.petitions.actions import solving as actions
from chuan.petitions.events import standing_events
from chuan.petitions.forms_solving_ends import DoneForm
from chuan.petitions.models import Petition, PetitionEvent
from chuan.petitions.refusals_sealed import TellsDenouncer
from chuan.petitions.solving import tasks
from chuan.petitions.solving.cases import case_of
from chuan.petitions.views.solving.acts import REFUSED, errors_of, without_words

PER_PAGE = 50


def everything(request: Request) -> HttpResponse:
    """Every task the viewer may open: those not done yet, or those that are; due first."""
    done = request.GET.get("o") == "xong"
    page = Paginator(tasks.clocks_seen_by(request.viewer, done=done), PER_PAGE).get_page(
        request.GET.get("trang")
    )
    lines = {
        one.uid: one
        for one in tasks.seen_by(request.viewer).filter(uid__in=[one.subject_uid for one in page])
    }
    context = {
        "title": _("Việc thực hiện kết quả giải quyết"),
        "demo": request.viewer.unit.example,
        "crumbs": [(_("Đơn thư"), "/don-thu/")],
        "page": page,
        "rows": [(lines[one.subject_uid], one) for one in page if one.subject_uid in lines],
        "done": done,
        "on": request.on,
    }
    return render(request, "petitions/solving/everything.html", context)


def task(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The task, and the form that says it is done."""
    line = get_object_or_404(tasks.seen_by(request.viewer), uid=uid)
    form = DoneForm(
        request.POST if request.method == "POST" else None,
        case=case_of(line.petition, at=request.at),
        viewer=request.viewer,
    )
    if form.is_bound and form.is_valid():
        with said_on(form, **errors_of(form)):
            try:
                actions.complete(line, **form.given(), by=request.viewer, at=request.at)
                messages.success(request, _("Đã ghi làm xong."))
                return redirect("petitions:task", uid=uid)
            except TellsDenouncer as refusal:
                form = without_words(form, refusal)
    return _page(request, line, form)


def _page(request: Request, line: PetitionEvent, form: DoneForm) -> HttpResponse:
    told = next(one for one in tasks.tasks_in(standing_events(line.petition)) if one.line.pk == line.pk)
    opens = Petition.objects.seen_by(request.viewer).filter(pk=line.petition_id).exists()
    context = {
        "title": _("Việc thực hiện kết quả giải quyết đơn %s") % line.petition.code,
        "demo": line.petition.owner_unit.example,
        "crumbs": [(_("Đơn thư"), "/don-thu/")] if opens else [],
        "task": told,
        "owner": tasks.owner_of(line),
        "petition": line.petition if opens else None,
        "form": form if told.done is None and tasks.may_finish(request.viewer, line) else None,
    }
    return render(request, "petitions/solving/task.html", context, status=REFUSED if form.is_bound else 200)
