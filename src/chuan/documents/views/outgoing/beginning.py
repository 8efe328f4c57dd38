"""Beginning a draft: from a kind, from a document that stands, or to mend an issued one."""

from __future__ import annotations

import uuid
from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.documents.actions import outgoing as actions
from chuan.documents.forms_outgoing import ErrorForm
from chuan.documents.models import Document, Link, Reading
from chuan.documents.outgoing.beginnings import KINDS, beginning_of
from chuan.documents.outgoing.linking import drafted_type, proposed, subject_words
from chuan.documents.outgoing.successors import full_citation, successor_of
from chuan.documents.permissions import check_drafts
from chuan.documents.views.outgoing.found import REFUSED, crumbs_to
from chuan.law.document_types import document_types
from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.rules.refusals import NotFound

OFFERED = 12
"""Standing decisions that the page offers to draft from."""


def begin(request: Request) -> HttpResponse:
    """Choose a kind, or a document to draft from; POST makes the draft and opens it."""
    check_drafts(request.viewer)
    kind = request.POST.get("loai", "")
    if request.method == "POST" and kind in document_types():
        content = beginning_of(kind, request.viewer.unit, request.on)
        document = actions.create(content, by=request.viewer, at=request.at)
        return redirect("documents:draft_edit", uid=document.uid)
    types = document_types()
    context = {
        "title": _("Soạn văn bản mới"),
        "crumbs": crumbs_to(),
        "demo": request.viewer.unit.example,
        "kinds": [types[key] for key in KINDS],
        "others": [one for key, one in types.items() if key not in KINDS],
        "standing": _standing(request),
        "refusal": _("Chưa chọn loại văn bản. Chọn một loại trong danh sách.")
        if request.method == "POST"
        else "",
    }
    status = REFUSED if request.method == "POST" else 200
    return render(request, "documents/outgoing/begin.html", context, status=status)


def from_standing(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Draft what takes the place of a document: shown first, made by POST."""
    check_drafts(request.viewer)
    source = _issued(request, uid)
    made = successor_of(source, request.viewer.unit, request.on)
    if request.method == "POST":
        document = actions.create(made.content, by=request.viewer, at=request.at, links=made.links)
        messages.success(request, _("Đã soạn dự thảo từ %s. Xem lại từng chỗ có dấu “…”.") % source.title)
        return redirect("documents:draft_edit", uid=document.uid)
    context = {
        "title": _("Soạn văn bản thay thế"),
        "crumbs": crumbs_to(),
        "demo": request.viewer.unit.example,
        "source": source,
        "content": made.content,
        "lines": sum(len(one.blocks) for one in made.content.annexes),
        "citation": full_citation(source),
    }
    return render(request, "documents/outgoing/from_standing.html", context)


def mend_issued(request: Request, uid: uuid.UUID) -> HttpResponse:
    """An error in an issued document: the right kind of paper is begun, with its link (art 18.3)."""
    check_drafts(request.viewer)
    target = _issued(request, uid)
    form = ErrorForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with said_on(form, part_missing="part"):
            document = _drafted(request, target, form.cleaned_data["how"], form.cleaned_data["part"].strip())
            return redirect("documents:draft_edit", uid=document.uid)
    context = {
        "title": _("Văn bản đã phát hành có sai sót"),
        "crumbs": [
            (_("Văn bản"), reverse("documents:list")),
            (target.title, reverse("documents:document", args=[uid])),
        ],
        "where": target.subject,
        "form": form,
        "lead": _(
            "Sai nội dung thì sửa đổi, thay thế bằng văn bản có hình thức tương đương; sai thể thức, kỹ thuật trình "
            "bày, thủ tục ban hành thì đính chính bằng công văn (Nghị định 30/2020/NĐ-CP, Điều 18 khoản 3)."
        ),
        "button": _("Soạn văn bản sửa"),
        "back": reverse("documents:document", args=[uid]),
    }
    return render(request, "documents/outgoing/verb.html", context, status=REFUSED if form.is_bound else 200)


def _drafted(request: Request, target: Document, how: str, part: str) -> Document:
    """A draft of the lawful type whose link says what it does."""
    link = proposed(how, target, whole=not part, part=part)
    if how == Link.Kind.SUPERSEDES and not part and target.content:
        content = successor_of(target, request.viewer.unit, request.on).content
    else:
        content = beginning_of(drafted_type(how, target), request.viewer.unit, request.on)
        content = replace(content, subject=subject_words(how, target, part))
    return actions.create(content, by=request.viewer, at=request.at, links=[link])


def _issued(request: Request, uid: uuid.UUID) -> Document:
    seen = Document.objects.seen_by(request.viewer).issued().select_related("owner_unit", "unit")
    found: Document = get_object_or_404(seen, uid=uid)
    if found.owner_unit_id != request.viewer.unit.pk:
        raise NotFound(thing=_("văn bản này"))
    return found


def _standing(request: Request) -> list[Document]:
    """Issued documents whose text is known here: confirmed readings, and drafts of ours; newest first."""
    seen = Document.objects.seen_by(request.viewer).issued().filter(owner_unit=request.viewer.unit)
    read = seen.filter(readings__status=Reading.Status.CONFIRMED)
    known = seen.filter(pk__in=read.values("pk")) | seen.exclude(content="")
    return list(known.order_by("-issued_on", "-pk")[:OFFERED])
