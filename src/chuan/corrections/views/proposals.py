"""What Chuẩn proposes to raise; a person raises it, or puts it aside with a reason."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.corrections import actions
from chuan.corrections.forms import WordsForm
from chuan.corrections.models import PutAside
from chuan.corrections.permissions import may_keep, may_raise, require_keep
from chuan.corrections.proposing import proposal_of, waiting_proposals
from chuan.corrections.views.found import crumbs_to, saved
from chuan.people.door import Request
from chuan.people.sent_forms import sent


def everything(request: Request) -> HttpResponse:
    """Proposals that wait, and those that were put aside."""
    context = {
        "title": _("Đề nghị nêu"),
        "where": request.viewer.unit.committee,
        "demo": request.viewer.unit.example,
        "crumbs": crumbs_to(),
        "proposals": waiting_proposals(request.viewer, on=request.on, at=request.at),
        "aside": PutAside.objects.seen_by(request.viewer).select_related("by").order_by("-pk")[:50],
        "keeper": may_keep(request.viewer),
        "may_raise": may_raise(request.viewer),
    }
    return render(request, "corrections/proposals.html", context)


def aside(request: Request) -> HttpResponse:
    """Put a proposal (``?khoa=``) aside."""
    require_keep(request.viewer)
    proposal = proposal_of(request.GET.get("khoa", ""), request.viewer, on=request.on, at=request.at)
    if proposal is None:
        raise Http404
    form = WordsForm(sent(request), label=_("Vì sao không phải sự không phù hợp"))

    def save() -> None:
        actions.put_aside_proposal(proposal, form.cleaned_data["words"], by=request.viewer, at=request.at)

    back = reverse("corrections:proposals")
    crumbs = [*crumbs_to(), (_("Đề nghị nêu"), back)]
    return saved(
        request, form, save, title=_("Bỏ qua đề nghị"), done=_("Đã bỏ qua, kèm lý do."), back=back, crumbs=crumbs,
        lead=proposal.sentence,
    )  # fmt: skip
