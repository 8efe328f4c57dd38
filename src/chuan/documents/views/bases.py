"""Sổ căn cứ: outside acts, until when they stand, what stands on them, and what is done when one ends."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.clocks.saying import sure_words
from chuan.documents.actions import bases as actions
from chuan.documents.bases import acts_for, standing_on
from chuan.documents.forms_bases import ActForm, ActsForm, EndForm, ReviveForm, SettleForm
from chuan.documents.models import BasisUpdate, Document, StandsOn
from chuan.documents.permissions import check_keeps_bases, may_keep_bases
from chuan.documents.validity import validities_of, validity_of
from chuan.documents.views.sent_forms import crumbs, saved, sent
from chuan.law.outside_acts import known_act
from chuan.people.door import Request
from chuan.ui import formatters as say

PER_PAGE = 50
SHOWN = 200
"""Documents standing on one act that its page lists; the rest are told by number."""


def listed(request: Request) -> HttpResponse:
    """The register, those with most papers standing on them first; open duties before all."""
    form = ActsForm(request.GET)
    page = Paginator(acts_for(request.viewer, **form.asked(), on=request.on), PER_PAGE).get_page(
        request.GET.get("trang")
    )
    context = {
        "title": _("Sổ căn cứ"),
        "crumbs": _crumbs(),
        "form": form,
        "page": page,
        "acts": [(act, validity_said(act), _proposal(act)) for act in page.object_list],
        "duties": _duties(request),
        "may_keep": may_keep_bases(request.viewer),
        "query": request.GET.urlencode(),
    }
    return render(request, "documents/bases/list.html", context)


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """One act: what is known of it, what stands on it, what has to be done."""
    act = _act(request, uid)
    standing = list(standing_on(act)[:SHOWN])
    said = validities_of(standing, request.on)
    context = {
        "title": act.title,
        "crumbs": _crumbs(_("Sổ căn cứ")),
        "act": act,
        "validity": validity_of(act, request.on),
        "last_day": act.effective_to - timedelta(days=1) if act.effective_to else None,
        "proposal": (known := _proposal(act)),
        "sure": sure_words(known.sure) if known else "",
        "standing": [(document, said[document.pk]) for document in standing],
        "updates": act.basis_updates.prefetch_related(
            "dependents__document", "dependents__replacement"
        ).order_by("-pk"),
        "may_keep": may_keep_bases(request.viewer),
    }
    return render(request, "documents/bases/one.html", context)


def put(request: Request) -> HttpResponse:
    """An act written in by hand."""
    check_keeps_bases(request.viewer)
    form = ActForm(*sent(request))

    def save() -> str:
        made = actions.put_act(form.given(), by=request.viewer, at=request.at)
        return _address(made)

    return _saved(request, form, save, _("Thêm văn bản vào sổ căn cứ"), _crumbs(_("Sổ căn cứ")))


def mend(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What the register says of an act, corrected."""
    act = _act(request, uid)
    check_keeps_bases(request.viewer)
    form = ActForm(*sent(request), initial=ActForm.of(act))

    def save() -> str:
        actions.mend_act(act, form.given(), by=request.viewer, at=request.at)
        return _address(act)

    return _saved(request, form, save, _("Sửa thông tin căn cứ"), _crumbs(_("Sổ căn cứ"), act))


def end(request: Request, uid: uuid.UUID) -> HttpResponse:
    """From when it stands no more; begins with what the law data proposes."""
    act = _act(request, uid)
    check_keeps_bases(request.viewer)
    known = _proposal(act)
    initial = {"ended_on": known.to, "ended_by": " ".join((known.by, known.article)).strip()} if known else {}
    form = EndForm(*sent(request), initial=initial)

    def save() -> str:
        update = actions.end_act(act, **form.cleaned_data, by=request.viewer, at=request.at)
        if update is not None:
            told = _("Còn %(n)s văn bản đứng trên căn cứ này; cập nhật trước ngày %(due)s.")
            messages.warning(request, told % {"n": update.dependents.count(), "due": say.day(update.due_on)})
        return _address(act)

    title = _("Ghi hết hiệu lực: %s") % act.title
    return _saved(
        request, form, save, title, _crumbs(_("Sổ căn cứ"), act), sure=sure_words(known.sure) if known else ""
    )


def revive(request: Request, uid: uuid.UUID) -> HttpResponse:
    """An end taken back."""
    act = _act(request, uid)
    check_keeps_bases(request.viewer)
    form = ReviveForm(*sent(request))

    def save() -> str:
        actions.revive_act(act, form.cleaned_data["reason"], by=request.viewer, at=request.at)
        return _address(act)

    return _saved(request, form, save, _("Bỏ ngày hết hiệu lực đã ghi"), _crumbs(_("Sổ căn cứ"), act))


def settle(request: Request, uid: uuid.UUID, document: uuid.UUID) -> HttpResponse:
    """What was done about one document of a duty."""
    update = get_object_or_404(BasisUpdate.objects.seen_by(request.viewer).select_related("act"), uid=uid)
    dependent = get_object_or_404(
        StandsOn.objects.select_related("document", "update"), update=update, document__uid=document
    )
    check_keeps_bases(request.viewer)
    form = SettleForm(*sent(request), offered=actions.replacements_of(dependent.document))

    def save() -> str:
        actions.settle_dependent(
            dependent, replacement=form.chosen, reason=form.cleaned_data["reason"], by=request.viewer,
            at=request.at,
        )  # fmt: skip
        return _address(update.act)

    title = _("Đã cập nhật: %s") % dependent.document.title
    return _saved(request, form, save, title, _crumbs(_("Sổ căn cứ"), update.act), dependent=dependent)


def validity_said(act: Document) -> str:
    """ "hết hiệu lực từ 01/07/2025" in the list."""
    if act.effective_to:
        return _("hết hiệu lực từ %s") % say.day(act.effective_to)
    return _("từ %s") % say.day(act.effective_from) if act.effective_from else ""


def _proposal(act: Document) -> Any:
    """What the law data knows of an act whose end nobody has written."""
    if act.effective_to is not None:
        return None
    return known_act(number=act.full_number, title=act.subject, on=act.issued_on)


def _duties(request: Request) -> list[BasisUpdate]:
    seen = BasisUpdate.objects.seen_by(request.viewer).filter(closed_on=None)
    return list(seen.select_related("act").order_by("due_on")[:SHOWN])


def _act(request: Request, uid: uuid.UUID) -> Document:
    seen = Document.objects.seen_by(request.viewer).filter(direction=Document.Direction.EXTERNAL)
    return get_object_or_404(seen.select_related("owner_unit"), uid=uid)


def _address(act: Document) -> str:
    return reverse("documents:act", args=[act.uid])


def _saved(
    request: Request, form: forms.Form, save: Callable[[], str], title: str, way: Any, **more: Any
) -> HttpResponse:
    context = {"title": title, "crumbs": way, **more}
    return saved(request, form, save, "documents/bases/form.html", context, said=_("Đã ghi."))


def _crumbs(register: str = "", act: Document | None = None) -> list[tuple[str, str]]:
    further = [(register, reverse("documents:acts"))] if register else []
    return crumbs(*further, *([(act.title, _address(act))] if act else []))
