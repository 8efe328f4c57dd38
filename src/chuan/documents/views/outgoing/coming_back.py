"""Handing over to the document system, and files that come back signed; in keep mode signing, sealing, recalling."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from chuan.documents.actions import outgoing as actions
from chuan.documents.actions.outgoing.handing import Returned, Typed, look_at
from chuan.documents.forms_outgoing import MatchForm, RecallForm, SignedFileForm
from chuan.documents.models import Document
from chuan.documents.outgoing.card import card_of
from chuan.documents.outgoing.for_signing import file_name
from chuan.documents.permissions import check_registers, check_signs
from chuan.documents.showing.signatures import sign_of
from chuan.documents.views.outgoing.found import REFUSED, address_of, crumbs_to, draft_of
from chuan.documents.views.sent_forms import sent_with_files
from chuan.exchange.kinds import Kind
from chuan.exchange.signatures import LIMITS
from chuan.files import actions as files
from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.rules.refusals import FileTooBig, NotFound
from chuan.ui.files import attachment
from chuan.ui.formatters import day

_MEGABYTE = 1_000_000
Taken = Callable[[bytes, str], Any]


def card(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What is to be typed into the document system, ready to be copied, and the Word file."""
    document = draft_of(request, uid)
    context = {
        "title": _("Chuyển sang hệ thống văn bản"),
        "crumbs": crumbs_to(document),
        "where": document.subject,
        "demo": document.owner_unit.example,
        "document": document,
        "fields": card_of(document),
    }
    return render(request, "documents/outgoing/card.html", context)


def match(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The signed PDF comes back: verified, read, compared, taken."""
    document = draft_of(request, uid)
    check_registers(request.viewer)
    form = MatchForm(*sent_with_files(request))
    if request.method == "POST" and form.is_valid():
        with said_on(
            form,
            number_not_read="number",
            text_differs="reason",
            signature_wrong="reason",
            signer_differs="reason",
        ):
            data, name = _bytes(form)
            typed = Typed(form.cleaned_data["number"], form.cleaned_data["issued_on"])
            found = actions.match(
                document, data, name, by=request.viewer, at=request.at, typed=typed,
                reason=form.cleaned_data["reason"],
            )  # fmt: skip
            messages.success(request, _matched(document, found))
            return redirect(address_of(document))
    lead = _(
        "Tải bản PDF đã ký, đã có số từ hệ thống văn bản rồi thả vào đây. Chuẩn kiểm tra chữ ký số, đọc số và ngày "
        "(cả trong ô chữ ký) và đối chiếu với dự thảo; tệp được giữ nguyên."
    )
    return _file_page(
        request, document, form, _("Thả lại bản đã ký"), lead, _differences(request, document, form)
    )


def sign(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Keep mode: the file signed by the authorised person elsewhere comes back."""
    lead = _(
        "Tải tệp PDF ở nút bên trên, ký số bằng chứng thư của người có thẩm quyền trên đúng tệp ấy, rồi thả vào đây. "
        "Chuẩn không giữ khóa ký của ai."
    )
    return _taken(
        request, uid, check_signs, actions.sign_uploaded, _("Ký văn bản"), lead, _("Đã nhận bản có chữ ký.")
    )


def seal(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Keep mode: the file sealed by the registry clerk in person comes back."""
    lead = _(
        "Văn thư tự tay ký số của cơ quan sau chữ ký của người có thẩm quyền (Nghị định 30/2020/NĐ-CP, Điều 32): tải "
        "tệp PDF ở nút bên trên, điền số, ngày, tháng, ký số cơ quan, rồi thả vào đây."
    )
    said = _("Đã nhận bản có chữ ký số của cơ quan.")
    return _taken(request, uid, check_registers, actions.seal_uploaded, _("Ký số cơ quan"), lead, said)


def file_given_out(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The very bytes that are to be signed or sealed next."""
    document = draft_of(request, uid)
    if document.blob is None:
        raise NotFound(thing=_("tệp để ký"))
    return attachment(files.read(document.blob), file_name(document, "pdf"), Kind.PDF)


def recall(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Recall an issued document by another document."""
    document = draft_of(request, uid)
    check_registers(request.viewer)
    form = RecallForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with said_on(form, recalling_missing="recalling", reason_missing="reason"):
            given = form.cleaned_data
            actions.recall(document, given["reason"], given["recalling"], by=request.viewer, at=request.at)
            messages.success(request, _("Đã thu hồi văn bản."))
            return redirect(address_of(document))
    context = {
        "title": _("Thu hồi văn bản"),
        "crumbs": crumbs_to(document),
        "where": document.subject,
        "form": form,
        "lead": _(
            "Thu hồi bằng một văn bản: bản giấy gửi trả lại, bản điện tử hủy trên hệ thống và báo lại nơi gửi (Nghị "
            "định 30/2020/NĐ-CP, Điều 18 khoản 4)."
        ),
        "button": _("Thu hồi"),
        "back": address_of(document),
    }
    return render(request, "documents/outgoing/verb.html", context, status=REFUSED if form.is_bound else 200)


def _taken(
    request: Request, uid: uuid.UUID, check: Callable[[Any], None], act: Callable[..., Any], title: str, lead: str,
    said: str,
) -> HttpResponse:  # fmt: skip
    document = draft_of(request, uid)
    check(request.viewer)
    form = SignedFileForm(*sent_with_files(request))
    if request.method == "POST" and form.is_valid():
        with said_on(form):
            data, name = _bytes(form)
            act(document, data, name, by=request.viewer, at=request.at)
            messages.success(request, said)
            return redirect(address_of(document))
    return _file_page(request, document, form, title, lead)


def _file_page(
    request: Request,
    document: Document,
    form: forms.Form,
    title: str,
    lead: str,
    differences: Returned | None = None,
) -> HttpResponse:
    context = {
        "title": title,
        "crumbs": crumbs_to(document),
        "where": document.subject,
        "demo": document.owner_unit.example,
        "document": document,
        "form": form,
        "lead": lead,
        "returned": differences,
        "given_out": document.blob is not None,
    }
    return render(request, "documents/outgoing/file.html", context, status=REFUSED if form.is_bound else 200)


def _differences(request: Request, document: Document, form: forms.Form) -> Returned | None:
    """Which lines differ, when that is why the file was not taken."""
    codes = [one.code for one in form.errors.as_data().get("reason", [])] if form.is_bound else []
    if not codes or "file" in form.errors:
        return None
    file = form.cleaned_data["file"]
    file.seek(0)
    return look_at(document, file.read(), str(file.name), at=request.at)


def _matched(document: Document, found: Returned) -> str:
    verdict = found.report.verdict.value if found.report.signatures else "none"
    facts = {
        "number": document.full_number,
        "on": day(document.issued_on),
        "said": sign_of(verdict)[1].lower(),
    }
    return _("Đã nhận bản đã ký, số %(number)s ngày %(on)s. Chữ ký số: %(said)s.") % facts


def _bytes(form: forms.Form) -> tuple[bytes, str]:
    file = form.cleaned_data["file"]
    if (file.size or 0) > LIMITS.file_bytes:
        raise FileTooBig(megabytes=-(-file.size // _MEGABYTE), limit=LIMITS.file_bytes // _MEGABYTE)
    return file.read(), str(file.name)
