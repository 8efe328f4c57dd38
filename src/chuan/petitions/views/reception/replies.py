"""What waits for a reply after a reception, and the reply."""

from __future__ import annotations

import uuid

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.petitions.actions import reception as actions
from chuan.petitions.actions.recording import Paper
from chuan.petitions.forms_reception import ReplyForm
from chuan.petitions.lawful import bench_of
from chuan.petitions.models import Petition
from chuan.petitions.permissions import require_record
from chuan.petitions.reception.sight import require_see
from chuan.petitions.reception.waiting import owed, waiting, waits
from chuan.petitions.views.reception.asking import crumbs, saved, sent

PER_PAGE = 50


def listed(request: Request) -> HttpResponse:
    """Petitions that wait for their reply, the most urgent first."""
    require_see(request.viewer)
    page = Paginator(owed(request.viewer), PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "title": _("Chờ trả lời sau khi tiếp"),
        "crumbs": crumbs(),
        "demo": request.viewer.unit.example,
        "page": page,
        "rows": waiting(page.object_list, bench_of(request.viewer.unit), request.on),
    }
    return render(request, "petitions/reception/replies.html", context)


def reply(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What was told, when, by which paper."""
    petition = get_object_or_404(
        Petition.objects.seen_by(request.viewer).select_related("owner_unit"), uid=uid
    )
    require_record(request.viewer, petition)
    form = ReplyForm(sent(request), initial={"on": request.on})

    def save() -> None:
        given = form.cleaned_data
        number = " ".join(given["document"].split())
        paper = Paper(number, given["document_on"] or given["on"]) if number else None
        actions.reply(petition, given["told"], on=given["on"], by=request.viewer, at=request.at, paper=paper)

    back = reverse("petitions:reception_replies")
    context = {
        "title": _("Trả lời sau khi tiếp, đơn %s") % petition.code,
        "crumbs": crumbs((_("Chờ trả lời"), back)),
        "back": back,
        "button": _("Ghi đã trả lời"),
        "waits": waits(petition, bench_of(petition.owner_unit), request.on),
        "petition": petition,
    }
    template = "petitions/reception/reply.html"
    return saved(
        request, form, save, done=_("Đã ghi việc trả lời."), to=back, context=context, template=template
    )
