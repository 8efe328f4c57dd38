"""One document on its way out: its text, what may be done now, every step; and its history by versions."""

from __future__ import annotations

import json
import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from chuan.documents.models import Document, DraftVersion, Step
from chuan.documents.outgoing.blanks import open_places
from chuan.documents.outgoing.doing import deeds_for
from chuan.documents.outgoing.for_signing import docx_of, file_name, keeps_register, preview_pdf
from chuan.documents.outgoing.heads import text_of
from chuan.documents.outgoing.versions import compared, content_of, history_of, text_of_version
from chuan.documents.outgoing.waiting import due_of, holder_words, issue_by, late_by
from chuan.documents.permissions import may_draft, may_edit_draft
from chuan.documents.views.outgoing.deeds import do
from chuan.documents.views.outgoing.found import (
    REFUSED,
    address_of,
    crumbs_to,
    draft_of,
    short_title,
    shown_inside,
)
from chuan.exchange.kinds import Kind
from chuan.law.document_types import type_title
from chuan.paper.contents import problems
from chuan.people.door import Request
from chuan.rules.lifecycles import OUTGOING
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.ui.files import attachment

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MANY = ("edit", "mend")
_WAY = ("draft", "content_review", "form_review", "to_sign")
_FOLLOWED, _KEPT = ("handed_over", "issued"), ("signed", "numbered", "sealed", "issued")


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The page of a draft; POST does one of its deeds with the note typed there."""
    document = draft_of(request, uid)
    if request.method != "POST":
        return _page(request, document)
    try:
        said = do(document, request.POST, by=request.viewer, at=request.at)
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        return _page(request, draft_of(request, uid), refusal=refused.sentence)
    messages.success(request, said)
    return redirect(address_of(document))


def history(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Every version, and what the one asked for changed."""
    document = draft_of(request, uid)
    wanted = request.GET.get("phien-ban", "")
    version = _version(document, int(wanted)) if wanted.isdecimal() and len(wanted) < 7 else None
    before = document.versions.filter(version=version.version - 1).first() if version else None
    context = {
        "title": _("Các phiên bản"),
        "crumbs": crumbs_to(document),
        "where": document.subject,
        "demo": document.owner_unit.example,
        "document": document,
        "versions": history_of(document),
        "version": version,
        "lines": compared(
            text_of_version(document, before) if before else "", text_of_version(document, version), context=2
        )
        if version
        else [],
    }
    return render(request, "documents/outgoing/history.html", context)


def pdf(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The draft typeset, number and date blank; after signing the signed file itself."""
    document = draft_of(request, uid)
    data = preview_pdf(document, request.on)
    return shown_inside(data, file_name(document, "pdf"), Kind.PDF)


def docx(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The draft as a Word file."""
    document = draft_of(request, uid)
    return attachment(docx_of(document, request.on), file_name(document, "docx"), DOCX)


def _page(request: Request, document: Document, *, refusal: str = "") -> HttpResponse:
    keeps = keeps_register(document, request.on)
    content = content_of(document)
    deeds = deeds_for(document, request.viewer, keeps=keeps)
    context = {
        "title": short_title(document),
        "crumbs": crumbs_to(),
        "demo": document.owner_unit.example,
        "document": document,
        "type": type_title(document.type),
        "text": text_of(document, content, number=document.number, on=document.issued_on),
        "refusal": refusal,
        "note": request.POST.get("note", ""),
        "deeds": [one for one in deeds if not one.page],
        "pages": [one for one in deeds if one.page],
        "may_edit": "edit" in OUTGOING.may(document.stage) and may_edit_draft(request.viewer, document),
        "may_draft": may_draft(request.viewer),
        "lacking": [one.sentence for one in problems(content)] if document.stage == "draft" else [],
        "blanks": open_places(content) if document.stage in _WAY[:3] else 0,
        "steps": steps_of(document),
        "way": _way(document, keeps=keeps),
        "holder": holder_words(document),
        "links": document.links.select_related("target").order_by("kind", "pk"),
        "due_on": due_of(document, request.on) if document.stage not in ("issued", "recalled") else None,
        "issue_by": issue_by(document),
        "late": document.stage in _KEPT[:-1] and late_by(document, request.on),
        "keeps": keeps,
        "handed_over": document.stage == "handed_over",
        "check": document.signature_checks.order_by("-checked_at", "-pk").first(),
    }
    return render(request, "documents/outgoing/draft.html", context, status=REFUSED if refusal else 200)


def steps_of(document: Document) -> list[dict[str, Any]]:
    """Each step in words: who, what, when, the note; the newest first, a run of edits as one with its count."""
    shown: list[dict[str, Any]] = []
    for one in document.steps.select_related("by").order_by("-seq"):
        last = shown[-1] if shown else None
        if last and one.verb in _MANY and (last["key"], last["by"]) == (one.verb, one.by) and not one.note:
            last["times"] += 1
            continue
        shown.append(_step(one))
    return shown


def _step(one: Step) -> dict[str, Any]:
    return {
        "key": one.verb,
        "verb": OUTGOING.verbs.get(one.verb, one.verb),
        "by": one.by,
        "at": one.recorded_at,
        "note": one.note,
        "late": bool(one.data) and json.loads(one.data).get("late", False),
        "times": 1,
    }


def _way(document: Document, *, keeps: bool) -> list[dict[str, str]]:
    """The way to go: done, now, to come."""
    stages = [*_WAY, *(_KEPT if keeps else _FOLLOWED)]
    if document.stage not in stages:
        return []
    here = stages.index(document.stage)
    names = [OUTGOING.statuses[stage].label for stage in stages]
    states = [
        "done" if place < here else "now" if place == here else "to_come" for place in range(len(stages))
    ]
    if document.stage == "issued":
        states[-1] = "done"
    return [{"text": text, "state": state} for text, state in zip(names, states, strict=True)]


def _version(document: Document, number: int) -> DraftVersion:
    found = document.versions.filter(version=number).first()
    if found is None:
        raise Http404
    return found
