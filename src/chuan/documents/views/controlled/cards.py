"""One controlled document: its card, the revision in force first, the others behind it, what is asked of it."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from chuan.documents.actions import controlled as actions
from chuan.documents.controlled.blocks import blocks_of
from chuan.documents.controlled.codes import next_code
from chuan.documents.controlled.handing_out import offered
from chuan.documents.controlled.listing import row_of
from chuan.documents.controlled.periods import practice_of, said_of
from chuan.documents.controlled.permissions import (
    check_approves,
    check_keeps,
    check_looks_again,
    may_approve,
    may_keep,
    may_look_again,
)
from chuan.documents.controlled.standing import shown, stamp_of, state_on, state_words
from chuan.documents.forms_controlled import CardForm, ChangesForm, OpenForm, ReasonForm
from chuan.documents.knowing import disseminations_about
from chuan.documents.models import ChangeRequest, ControlledDocument
from chuan.documents.views.controlled.found import address_of, crumbs_to, document_of, form_page, sent
from chuan.offers.subjects import Subject
from chuan.people.door import Request


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The document: what is in force is read here, anything else is a link."""
    document = document_of(request, uid)
    practice = practice_of(document.unit, request.on)
    row = row_of(document, request.on, practice.whole)
    standing = row.standing
    context = {
        "title": f"{document.code} {document.title}",
        "crumbs": crumbs_to(),
        "demo": document.unit.example,
        "document": document,
        "row": row,
        "practice": said_of(practice),
        **offered(standing),
        "blocks": blocks_of(standing) if standing else [],
        "revisions": _revisions(document, request),
        "forms": document.children.filter(retired_on=None).order_by("code"),
        "requests": ChangeRequest.objects.seen_by(request.viewer)
        .filter(affected__controlled=document)
        .order_by("-pk"),
        "disseminations": disseminations_about(Subject("revision", standing.uid), request.viewer)
        if standing
        else [],
        **_may(request, document),
    }
    return render(request, "documents/controlled/document.html", context)


def open_(request: Request) -> HttpResponse:
    """A new document with its first revision."""
    check_keeps(request.viewer)
    form = OpenForm(sent(request)[0], initial=_proposed(request), **_known(request))

    def save() -> str:
        given = form.cleaned_data
        made = actions.open_document(
            form.card(),
            template=given["template"],
            first_number=form.first(),
            by=request.viewer,
            at=request.at,
        )
        return address_of(made.revisions.get())

    context = {"title": _("Lập tài liệu kiểm soát"), "crumbs": crumbs_to(), "button": _("Lập tài liệu")}
    said = _("Đã lập tài liệu với bản soạn đầu tiên.")
    return form_page(
        request,
        form,
        save,
        context,
        said=said,
        code_unreadable="code",
        code_taken="code",
        parent_wrong="parent",
    )


def mend(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The card corrected."""
    document = document_of(request, uid)
    check_keeps(request.viewer)
    form = CardForm(sent(request)[0], initial=CardForm.of(document), **_known(request))

    def save() -> str:
        actions.mend_card(document, form.card(), by=request.viewer, at=request.at)
        return address_of(document)

    context = {"title": _("Sửa thẻ tài liệu"), "crumbs": crumbs_to(document), "button": _("Ghi")}
    return form_page(
        request, form, save, context, code_unreadable="code", code_taken="code", parent_wrong="parent"
    )


def begin(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The next revision begun from the one in force."""
    document = document_of(request, uid)
    check_keeps(request.viewer)
    form = ChangesForm(sent(request)[0])

    def save() -> str:
        made = actions.begin_revision(
            document, form.cleaned_data["changes"], by=request.viewer, at=request.at
        )
        return address_of(made)

    lead = _("Bản đang hiệu lực vẫn dùng cho tới ngày bản mới có hiệu lực.")
    context = {
        "title": _("Lập bản sửa"),
        "crumbs": crumbs_to(document),
        "button": _("Lập bản sửa"),
        "lead": lead,
    }
    return form_page(request, form, save, context)


def look_again(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The periodic review that leaves it as it is."""
    document = document_of(request, uid)
    check_looks_again(request.viewer, document)
    lead = _("Ghi đã xem những gì và vì sao giữ nguyên. Nếu phải sửa thì lập bản sửa.")
    return _with_reason(request, document, actions.keep_as_it_is, _("Xem xét định kỳ: giữ nguyên"), lead)


def retire(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The document is used no more from today."""
    document = document_of(request, uid)
    check_approves(request.viewer)
    lead = _("Từ hôm nay tài liệu này không còn được dùng; mọi lần ban hành vẫn giữ để xem.")
    return _with_reason(request, document, actions.retire, _("Ngừng áp dụng tài liệu"), lead)


def _with_reason(
    request: Request, document: ControlledDocument, act: Any, title: str, lead: str
) -> HttpResponse:
    form = ReasonForm(sent(request)[0])

    def save() -> str:
        act(document, form.cleaned_data["reason"], by=request.viewer, at=request.at)
        return address_of(document)

    context = {
        "title": title,
        "crumbs": crumbs_to(document),
        "button": _("Ghi"),
        "lead": lead,
        "document": document,
    }
    return form_page(request, form, save, context)


def _revisions(document: ControlledDocument, request: Request) -> list[dict[str, Any]]:
    """Every revision but the one in force, the newest first."""
    rows = document.revisions.select_related("approved_by", "decided_by").defer("content", "text")
    return [
        {"one": one, "n": shown(one.number), "state": state_words(state), "stamp": stamp_of(one, request.on)}
        for one in rows.order_by("-number")
        if (state := state_on(one, request.on)) != "in_force" or document.retired_on is not None
    ]


def _may(request: Request, document: ControlledDocument) -> dict[str, bool]:
    viewer = request.viewer
    open_ = document.retired_on is None and document.unit_id == viewer.unit.pk
    return {
        "may_keep": open_ and may_keep(viewer),
        "may_approve": open_ and may_approve(viewer),
        "may_look_again": open_ and may_look_again(viewer, document),
        "may_ask": open_ and viewer.official is not None,
    }


def _known(request: Request) -> dict[str, Any]:
    return {"viewer": request.viewer, "practice": said_of(practice_of(request.viewer.unit, request.on))}


def _proposed(request: Request) -> dict[str, Any]:
    """Kind and parent asked for in the address, with the next free code."""
    seen = ControlledDocument.objects.seen_by(request.viewer).filter(unit=request.viewer.unit)
    kind = request.GET.get("loai", "")
    kind = kind if kind in ControlledDocument.Kind else ControlledDocument.Kind.SYSTEM_PROCEDURE.value
    wanted = request.GET.get("thuoc", "")
    parent = next((one for one in seen if str(one.uid) == wanted), None) if wanted else None
    code = next_code(kind, seen.values_list("code", flat=True), parent.code if parent else "")
    return {"kind": kind, "parent": str(parent.uid) if parent else "", "code": code, "first_number": 1}
