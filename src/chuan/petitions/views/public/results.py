"""Results that everybody may read, and the page on which a keeper writes one."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.models import Unit
from chuan.people.saying import said_on
from chuan.petitions.actions.public.publishing import may_be_shown, publish_result, withdraw_result
from chuan.petitions.events import standing_events
from chuan.petitions.forms_public import ResultForm
from chuan.petitions.models import Petition, PublicResult
from chuan.petitions.permissions import require_keep
from chuan.petitions.public.told import results_of
from chuan.petitions.refusals_public import PublicNoResult
from chuan.petitions.views.one import crumbs_to, petition_of
from chuan.petitions.views.public import READS, REFUSED, for_citizens, public_page

ROWS = 20
KEPT = "public, max-age=300"
"""A stranger's page is the same for everybody; five minutes old does no harm."""


@for_citizens(*READS)
def listed(request: HttpRequest, unit: Unit) -> HttpResponse:
    """What was answered and shown, the newest first."""
    rows = Paginator(results_of(unit), ROWS).get_page(request.GET.get("trang"))
    response = public_page(request, "results", _("Kết quả đã công bố"), unit, rows=rows)
    if request.__dict__["viewer"] is None:
        response.headers["Cache-Control"] = KEPT
    return response


def show(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Write a result for everybody; ask first, as what is read cannot be taken back."""
    petition = petition_of(request, uid)
    require_keep(request.viewer)
    if not may_be_shown(petition):
        raise PublicNoResult()
    shown = PublicResult.objects.filter(petition=petition, withdrawn_at__isnull=True).first()
    if request.method == "POST" and request.POST.get("do") == "withdraw":
        withdraw_result(petition, by=request.viewer, at=request.at)
        messages.success(request, _("Đã rút khỏi trang."))
        return redirect("petitions:one", uid=uid)
    form = ResultForm(request.POST if request.method == "POST" else None, initial=_first(petition, shown))
    if form.is_bound and form.is_valid():
        with said_on(form):
            publish_result(petition, **form.cleaned_data, by=request.viewer, at=request.at)
            messages.success(request, _("Đã đưa lên trang phản ánh."))
            return redirect("petitions:one", uid=uid)
    context = {
        "title": _("Đưa kết quả lên trang phản ánh"), "demo": petition.owner_unit.example,
        "crumbs": crumbs_to(petition), "form": form, "shown": shown,
        "back": reverse("petitions:one", args=[uid]),
    }  # fmt: skip
    return render(request, "petitions/public/result.html", context, status=REFUSED if form.is_bound else 200)


def _first(petition: Petition, shown: PublicResult | None) -> dict[str, str]:
    """What stands there now, else what was written and answered, to be read through."""
    if shown is not None:
        return {"about": shown.about, "answer": shown.answer}
    answer = standing_events(petition).filter(verb="answer").last()
    return {"about": petition.text[:600], "answer": answer.text if answer else ""}
