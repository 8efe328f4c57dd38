"""Whom the unit trusts: listed, declared with a source, ended with a reason."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from chuan.documents.actions import trust as actions
from chuan.documents.forms_signatures import ReasonForm, TrustForm
from chuan.documents.models import TrustItem
from chuan.documents.permissions import check_sets_trust, may_set_trust
from chuan.documents.views.signatures.pages import REFUSED, crumbs
from chuan.people.door import Request
from chuan.rules.refusals import NotAllowed, NotFound, Refused


def trust(request: Request) -> HttpResponse:
    """Roots, certificates in between, lists and answers; a form to declare one more."""
    form = TrustForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        check_sets_trust(request.viewer)
        if form.is_valid():
            try:
                return _declared(request, form)
            except (NotAllowed, NotFound):
                raise
            except Refused as refused:
                form.add_error("tep", refused.sentence)
    items = (
        TrustItem.objects.seen_by(request.viewer).select_related("by").order_by("ended_at", "kind", "title")
    )
    context = {
        "title": _("Tin cậy"), "form": form, "standing": [one for one in items if one.ended_at is None],
        "ended": [one for one in items if one.ended_at is not None], "may_trust": may_set_trust(request.viewer),
        "crumbs": crumbs(), "on": request.on,
    }  # fmt: skip
    return render(
        request,
        "documents/signatures/trust.html",
        context,
        status=REFUSED if request.method == "POST" else 200,
    )


def end(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Trust it no more."""
    check_sets_trust(request.viewer)
    item = get_object_or_404(TrustItem.objects.seen_by(request.viewer).filter(ended_at__isnull=True), uid=uid)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.end_item(item, form.cleaned_data["ly_do"], by=request.viewer, at=request.at)
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            form.add_error("ly_do", refused.sentence)
        else:
            messages.success(request, _("Đã thôi tin cậy. Văn bản đứng trên mục này đang được kiểm tra lại."))
            return redirect("documents:trust")
    context = {
        "title": _("Thôi tin cậy"),
        "item": item,
        "form": form,
        "crumbs": crumbs(),
    }
    return render(
        request,
        "documents/signatures/trust_end.html",
        context,
        status=REFUSED if request.method == "POST" else 200,
    )


def _declared(request: Request, form: TrustForm) -> HttpResponse:
    file = form.cleaned_data["tep"]
    items = actions.add_items(
        file.read(), str(file.name), citation=form.cleaned_data["can_cu"], by=request.viewer, at=request.at
    )
    titles = ", ".join(item.title for item in items[:3])
    messages.success(request, _("Đã khai báo %s. Văn bản đã ký đang được kiểm tra lại.") % titles)
    return redirect("documents:trust")
