"""Writing a revision, taking a file in, approving it, putting it before those who are to know it."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from chuan.documents.actions import controlled as actions
from chuan.documents.controlled.permissions import check_approves, check_keeps, may_approve, may_keep
from chuan.documents.controlled.standing import shown
from chuan.documents.forms_controlled import ApproveForm, TextForm, UploadForm
from chuan.documents.forms_knowing import DisseminateForm
from chuan.documents.models import Document, Revision
from chuan.documents.outgoing.versions import DiffLine, compared
from chuan.documents.views.controlled.found import (
    REFUSED,
    address_of,
    crumbs_to,
    form_page,
    revision_of,
    sent,
)
from chuan.exchange.limits import DEFAULT
from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.rules.refusals import FileTooBig, NotAllowed

_MEGABYTE = 1_000_000
_DECISIONS = 50
"""How many issued decisions are offered as the one that promulgates a revision."""


def edit(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The editor; a refused save answers 422 with all that was typed."""
    revision = revision_of(request, uid)
    check_keeps(request.viewer)
    if revision.status != "draft":
        return redirect(address_of(revision))
    initial = {"based_on": revision.saves, "changes": revision.changes, "content": revision.content}
    form = TextForm(sent(request)[0], initial=initial)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        with said_on(form):
            actions.save_text(
                revision, given["content"], given["changes"], based_on=given["based_on"], by=request.viewer,
                at=request.at,
            )  # fmt: skip
            return redirect(
                "controlled:edit" if request.POST.get("roi") == "tiep" else "controlled:revision", uid=uid
            )
    return _editor(request, revision, form)


def upload(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A Word or PDF file taken in as the revision."""
    revision = revision_of(request, uid)
    check_keeps(request.viewer)
    form = UploadForm(*sent(request), initial={"based_on": revision.saves, "changes": revision.changes})

    def save() -> str:
        given = form.cleaned_data
        file = given["file"]
        if file.size > DEFAULT.file_bytes:
            raise FileTooBig(megabytes=-(-file.size // _MEGABYTE), limit=DEFAULT.file_bytes // _MEGABYTE)
        actions.upload(
            revision, file.read(), str(file.name), given["changes"], based_on=given["based_on"], by=request.viewer,
            at=request.at,
        )  # fmt: skip
        return address_of(revision)

    lead = _(
        "Tệp được giữ nguyên từng byte. Bản không còn hiệu lực chỉ được tải dưới dạng bản sao đóng dấu trên mọi trang."
    )
    context = {
        "title": _("Nạp tệp Word hoặc PDF"), "crumbs": crumbs_to(revision.controlled, revision), "lead": lead,
        "button": _("Nạp tệp"), "multipart": True,
    }  # fmt: skip
    return form_page(
        request, form, save, context, file_kind_unknown="file", file_too_big="file", file_unreadable="file",
        file_old_office="file", file_not_what_it_says="file", file_encrypted="file", file_bomb="file",
    )  # fmt: skip


def approve(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The Chairman or a vice chairman approves, from which day, by which decision."""
    revision = revision_of(request, uid)
    check_approves(request.viewer)
    form = ApproveForm(
        sent(request)[0], initial={"effective_from": request.on}, decisions=_decisions(request)
    )

    def save() -> str:
        given = form.cleaned_data
        actions.approve(
            revision, given["effective_from"], decision=form.decision_chosen, note=given["note"], by=request.viewer,
            at=request.at,
        )  # fmt: skip
        return address_of(revision)

    lead = _("Lần ban hành trước (nếu có) hết hiệu lực đúng ngày bản này có hiệu lực.")
    title = _("Phê duyệt %(code)s lần ban hành %(n)s") % _names(revision)
    context = {
        "title": title,
        "crumbs": crumbs_to(revision.controlled, revision),
        "lead": lead,
        "button": _("Phê duyệt"),
    }
    return form_page(request, form, save, context, effect_in_past="effective_from")


def disseminate(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The revision in force put before officials."""
    revision = revision_of(request, uid)
    if not (may_keep(request.viewer) or may_approve(request.viewer)):
        raise NotAllowed(who=_("thư ký ISO, công chức văn phòng hoặc lãnh đạo"))
    form = DisseminateForm(sent(request)[0], viewer=request.viewer)

    def save() -> str:
        due_on = form.cleaned_data["due_on"]
        actions.disseminate(revision, form.chosen(), by=request.viewer, at=request.at, due_on=due_on)
        return address_of(revision)

    lead = _("Những người được chọn thấy bản này ở Việc của tôi, mở đọc rồi xác nhận đã nắm vững.")
    if revision.status == "approved":
        lead += " " + _("Không chọn ai thì chỉ ghi là đã đưa vào áp dụng.")
    title = _("Phổ biến %(code)s lần ban hành %(n)s") % _names(revision)
    context = {
        "title": title,
        "crumbs": crumbs_to(revision.controlled, revision),
        "lead": lead,
        "button": _("Phổ biến"),
    }
    return form_page(request, form, save, context, day_behind="due_on")


def _editor(request: Request, revision: Revision, form: TextForm) -> HttpResponse:
    standing = Revision.objects.seen_by(request.viewer).get(pk=revision.pk)
    stale = _stale(standing, form)
    if stale:  # once shown, the next press saves over it knowingly
        typed = request.POST.copy()
        typed["based_on"] = str(standing.saves)
        form.data = typed
    context = {
        "title": _("Soạn %(code)s lần ban hành %(n)s") % _names(revision),
        "crumbs": crumbs_to(revision.controlled, revision),
        "demo": revision.controlled.unit.example,
        "revision": revision,
        "form": form,
        "stale": stale,
    }
    return render(
        request, "documents/controlled/edit.html", context, status=REFUSED if form.is_bound else 200
    )


def _stale(standing: Revision, form: TextForm) -> list[DiffLine]:
    """How what was typed differs from what was saved meanwhile; [] when nobody saved."""
    if not form.is_bound or "content" not in form.cleaned_data:
        return []
    if form.cleaned_data.get("based_on", standing.saves) == standing.saves:
        return []
    return compared(standing.content, form.cleaned_data["content"].replace("\r\n", "\n")) or [DiffLine("gap")]


def _decisions(request: Request) -> list[Document]:
    seen = Document.objects.seen_by(request.viewer).filter(owner_unit=request.viewer.unit, direction="out")
    return list(
        seen.filter(type="QĐ", stage="issued").defer("content").order_by("-issued_on", "-pk")[:_DECISIONS]
    )


def _names(revision: Revision) -> dict[str, str]:
    return {"code": revision.controlled.code, "n": shown(revision.number)}
