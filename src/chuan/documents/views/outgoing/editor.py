"""Writing a draft: all its boxes, saved as a further version; what others saved is never overwritten unseen."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from chuan.documents.actions import outgoing as actions
from chuan.documents.forms_drafts import DraftForm
from chuan.documents.models import Document
from chuan.documents.outgoing.heads import signers_of, text_of
from chuan.documents.outgoing.versions import DiffLine, compared, content_of, latest_version
from chuan.documents.permissions import check_edits_draft
from chuan.documents.views.outgoing.found import REFUSED, crumbs_to, draft_of
from chuan.law.document_types import type_title
from chuan.paper.contents import problems
from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.rules.lifecycles import OUTGOING


def edit(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The editor; a refused save answers 422 with all that was typed."""
    document = draft_of(request, uid)
    check_edits_draft(request.viewer, document)
    form = _form(request, document)
    if "edit" not in OUTGOING.may(document.stage):
        messages.error(
            request, _("Văn bản không còn là dự thảo nên không sửa được. Trả lại dự thảo nếu cần sửa.")
        )
        return redirect("documents:draft", uid=uid)
    if request.method != "POST":
        return _page(request, document, form)
    if form.is_valid():
        with said_on(form):
            return _saved(request, document, form)
    return _page(request, document, form)


def _form(request: Request, document: Document) -> DraftForm:
    data = request.POST if request.method == "POST" else None
    signers = signers_of(document.owner_unit, request.on)
    latest = latest_version(document)
    return DraftForm(data, document=document, content=content_of(document), signers=signers, based_on=latest)


def _saved(request: Request, document: Document, form: DraftForm) -> HttpResponse:
    based_on = form.cleaned_data["based_on"]
    version = actions.save(
        document, form.content(), based_on=based_on, around=form.around(), by=request.viewer, at=request.at
    )
    said = _("Đã lưu phiên bản %s.") % version if version != based_on else _("Chưa có gì thay đổi để lưu.")
    messages.success(request, said)
    wanted = {"the-thuc": "documents:draft_form", "xong": "documents:draft"}.get(request.POST.get("roi", ""))
    return redirect(wanted or "documents:draft_edit", uid=document.uid)


def _page(request: Request, document: Document, form: DraftForm) -> HttpResponse:
    stale = _stale(document, form)
    if stale:  # once shown, the next press saves over it knowingly: every version is kept
        typed = request.POST.copy()
        typed["based_on"] = str(latest_version(document))
        form.data = typed
    context = {
        "title": _("Sửa dự thảo: %s") % type_title(document.type),
        "crumbs": crumbs_to(document),
        "demo": document.owner_unit.example,
        "document": document,
        "form": form,
        "stale": stale,
        "lacking": problems(content_of(document)),
        "links": document.links.exclude(kind="based_on").select_related("target"),
    }
    return render(request, "documents/outgoing/edit.html", context, status=REFUSED if form.is_bound else 200)


def _stale(document: Document, form: DraftForm) -> list[DiffLine]:
    """How what was typed differs from the version saved meanwhile; [] when nobody saved one."""
    wrong = any(name != "__all__" for name in form.errors)
    if not form.is_bound or wrong or form.cleaned_data["based_on"] == latest_version(document):
        return []
    standing = text_of(document, content_of(document))
    return compared(standing, text_of(document, form.content()))
