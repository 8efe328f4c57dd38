"""The papers of one petition: what can be made now, printed or begun as a draft."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from chuan.documents.models import Document
from chuan.people.door import Request
from chuan.petitions.actions.papers import begin_draft
from chuan.petitions.models import Petition
from chuan.petitions.papers.catalogue import made, offered_now, writing_of
from chuan.petitions.papers.heads import Draft, file_name, form_of, pdf, word
from chuan.petitions.papers.listing import drafted_of, groups_of
from chuan.petitions.papers.writing import Writing
from chuan.petitions.permissions import SECRET_KINDS, require_record
from chuan.petitions.views.one import crumbs_to, petition_of, title_of
from chuan.ui.files import attachment

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def papers(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What can be printed now, and what was begun as a draft."""
    petition, writing = _writing(request, uid)
    seen = Document.objects.seen_by(request.viewer)
    context = {
        "title": _("Giấy tờ của đơn"),
        "demo": petition.owner_unit.example,
        "crumbs": crumbs_to(petition),
        "where": title_of(petition),
        "petition": petition,
        "groups": groups_of(writing),
        "drafted": drafted_of(writing, seen),
        "secret": petition.kind in SECRET_KINDS,
        "back": reverse("petitions:one", args=[petition.uid]),
    }
    return render(request, "petitions/sorting/papers.html", context)


def as_pdf(request: Request, uid: uuid.UUID, key: str) -> HttpResponse:
    """One paper as PDF."""
    told, by = _made(request, uid, key)
    with translation.override("vi"):
        data = pdf(told, on=request.on, by=by)
    return attachment(data, file_name(told, "pdf"), "application/pdf")


def as_word(request: Request, uid: uuid.UUID, key: str) -> HttpResponse:
    """One paper as a Word file, to be finished by hand."""
    told, by = _made(request, uid, key)
    with translation.override("vi"):
        data = word(told, on=request.on, by=by)
    return attachment(data, file_name(told, "docx"), DOCX)


def to_draft(request: Request, uid: uuid.UUID, key: str) -> HttpResponse:
    """Begin the paper as a draft in the room of documents."""
    petition, writing = _writing(request, uid)
    if request.method != "POST":
        return redirect("petitions:papers", uid=petition.uid)
    document = begin_draft(petition, _key(writing, key), by=request.viewer, at=request.at)
    messages.success(request, _("Đã soạn dự thảo. Điền những chỗ còn dấu “…” trước khi trình ký."))
    return redirect("documents:draft", uid=document.uid)


def _made(request: Request, uid: uuid.UUID, slug: str) -> tuple[Draft, str]:
    _petition, writing = _writing(request, uid)
    return made(writing, _key(writing, slug)), request.viewer.name


def _key(writing: Writing, slug: str) -> str:
    """The key of the paper whose name the address says; 404 for one that cannot be made now."""
    for key in offered_now(writing):
        if form_of(key, writing.bench, writing.on).slug == slug:
            return key
    raise Http404


def _writing(request: Request, uid: uuid.UUID) -> tuple[Petition, Writing]:
    petition = petition_of(request, uid)
    require_record(request.viewer, petition)
    return petition, writing_of(petition, on=request.on, viewer=request.viewer)
