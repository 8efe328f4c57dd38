"""Nắm vững: what I have to read and confirm, and for those who put it before others, who has not yet."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.documents import knowing
from chuan.documents.actions import knowing as actions
from chuan.documents.actions.sending import open_inside
from chuan.documents.controlled import shown as controlled
from chuan.documents.controlled.blocks import blocks_of
from chuan.documents.controlled.standing import stamp_of
from chuan.documents.forms_knowing import ConfirmForm, DisseminateForm, ReasonForm
from chuan.documents.knowing_sheet import sheet_of
from chuan.documents.models import Acknowledgement, Delivery, Dissemination, Document, MustKnow, Revision
from chuan.documents.permissions import check_disseminates, may_disseminate
from chuan.documents.views.sent_forms import REFUSED, crumbs, saved, sent
from chuan.exchange.sheets import write_sheet
from chuan.offers.subjects import Subject, describe
from chuan.people.door import Request
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.ui.files import XLSX, attachment

PER_PAGE = 50
FORM = "documents/knowing/form.html"


def listed(request: Request) -> HttpResponse:
    """What waits for me, then every dissemination of the unit with how many have confirmed."""
    seen = Dissemination.objects.seen_by(request.viewer).order_by("-started_on", "-pk")
    page = Paginator(knowing.with_coverage(seen), PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "title": _("Nắm vững văn bản"),
        "crumbs": crumbs(),
        "mine": knowing.mine(request.viewer)[:PER_PAGE],
        "confirmed": knowing.confirmed_by(request.viewer)[:10],
        "page": page,
        "rows": [(one, knowing.told(one)) for one in page.object_list],
    }
    return render(request, "documents/knowing/list.html", context)


def put(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Put a document before officials."""
    document = get_object_or_404(Document.objects.seen_by(request.viewer).select_related("blob"), uid=uid)
    check_disseminates(request.viewer)
    form = DisseminateForm(*sent(request), viewer=request.viewer)

    def save() -> str:
        made = actions.disseminate(
            document, form.chosen(), by=request.viewer, at=request.at, due_on=form.cleaned_data["due_on"]
        )
        return _address(made)

    crumbs = [*_way(), (document.title, reverse("documents:document", args=[document.uid]))]
    context = {
        "title": _("Phổ biến để nắm vững"),
        "crumbs": crumbs,
        "document": document,
        "button": _("Phổ biến"),
    }
    return saved(request, form, save, FORM, context)


def coverage(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Who was asked, who has opened, who has confirmed, who has not."""
    found = _dissemination(request, uid)
    said = knowing.coverage_of(found)
    context = {
        "title": _("Nắm vững: %s") % found.title,
        "crumbs": _way(),
        "found": found,
        "coverage": said,
        "sentence": said.sentence(found.title),
        "readers": knowing.readers_of(found),
        "subject": describe([_subject(found)], request.viewer).get(_subject(found)),
        "may": may_disseminate(request.viewer),
    }
    return render(request, "documents/knowing/coverage.html", context)


def exported(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The same as an Excel file, for the file of the audit."""
    found = _dissemination(request, uid)
    return attachment(write_sheet(sheet_of(found, on=request.on)), "nam-vung.xlsx", XLSX)


def remind(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Remind everybody who has not confirmed."""
    found = _dissemination(request, uid)
    if request.method == "POST":
        count = actions.remind(found, by=request.viewer, at=request.at)
        messages.success(request, _("Đã nhắc %s người; lời nhắc nằm ở Việc của tôi của từng người.") % count)
    return redirect(_address(found))


def end(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Nobody has to confirm it any more."""
    found = _dissemination(request, uid)
    check_disseminates(request.viewer)
    form = ReasonForm(*sent(request))

    def save() -> str:
        actions.end(found, form.cleaned_data["reason"], by=request.viewer, at=request.at)
        return _address(found)

    crumbs = [*_way(), (found.title, _address(found))]
    context = {"title": _("Kết thúc phổ biến"), "crumbs": crumbs, "button": _("Kết thúc")}
    return saved(request, form, save, FORM, context)


def release(request: Request, uid: uuid.UUID) -> HttpResponse:
    """One person does not have to confirm after all."""
    one = _must_know(request, uid)
    check_disseminates(request.viewer)
    form = ReasonForm(*sent(request))

    def save() -> str:
        actions.release(one, form.cleaned_data["reason"], by=request.viewer, at=request.at)
        return _address(one.dissemination)

    crumbs = [*_way(), (one.dissemination.title, _address(one.dissemination))]
    title = _("Thôi giao xác nhận: %s") % one.official.name
    context = {"title": title, "crumbs": crumbs, "button": _("Thôi giao")}
    return saved(request, form, save, FORM, context)


def read(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The page on which an official opens, reads and confirms; others see where he stands."""
    one = _must_know(request, uid)
    form = ConfirmForm(*sent(request))
    refusal = ""
    if request.method == "POST":
        try:
            if "open" in request.POST:
                actions.open_to_read(one, by=request.viewer, at=request.at)
                _open_what_was_sent(request, one)
                return redirect(request.path)
            if form.is_valid():
                _confirm(request, one, form)
                return redirect("documents:knowing")
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
    return _read(request, one, form, refusal)


def _open_what_was_sent(request: Request, one: MustKnow) -> None:
    """Who opens the document to read it has opened what was sent to him of it."""
    sent = Delivery.objects.seen_by(request.viewer).filter(
        document__uid=_subject(one.dissemination).uid,
        official=one.official,
        way=Delivery.Way.INSIDE,
        status="arrived",
    )
    for delivery in sent:
        open_inside(delivery, by=request.viewer, at=request.at)


def _confirm(request: Request, one: MustKnow, form: ConfirmForm) -> None:
    shown = form.cleaned_data["shown"]
    actions.confirm_known(one, shown_at=shown["at"], digest=shown["digest"], by=request.viewer, at=request.at)
    messages.success(request, _("Đã ghi: nắm vững nội dung %s.") % one.dissemination.title)


def _read(request: Request, one: MustKnow, form: ConfirmForm, refusal: str) -> HttpResponse:
    said = {ack.verb: ack for ack in one.said.all()}
    subject = _subject(one.dissemination)
    document = Document.objects.seen_by(request.viewer).filter(uid=subject.uid).select_related("blob").first()
    revision = Revision.objects.seen_by(request.viewer).filter(uid=subject.uid).select_related("blob").first()
    shown = knowing.shown_of(document) if document else controlled.shown_of(revision) if revision else None
    standing = shown is not None and shown.digest == one.dissemination.version_digest
    form.show_from(one.dissemination.version_digest, request.at.isoformat())
    context = {
        "title": one.dissemination.title,
        "crumbs": _way(),
        "one": one,
        "his": request.viewer.official is not None and one.official_id == request.viewer.official.pk,
        "opened": said.get(Acknowledgement.OPENED),
        "confirmed": said.get(Acknowledgement.CONFIRMED),
        "document": document,
        "revision": revision,
        "stamp": stamp_of(revision, request.on) if revision else "",
        "blocks": blocks_of(revision) if revision and standing else [],
        "text": shown.text if shown and standing and revision is None else "",
        "subject": describe([subject], request.viewer).get(subject),
        "form": form,
        "refusal": refusal,
    }
    status = REFUSED if request.method == "POST" else 200
    return render(request, "documents/knowing/read.html", context, status=status)


def _dissemination(request: Request, uid: uuid.UUID) -> Dissemination:
    seen = Dissemination.objects.seen_by(request.viewer).select_related("unit", "by")
    return get_object_or_404(seen, uid=uid)


def _must_know(request: Request, uid: uuid.UUID) -> MustKnow:
    seen = MustKnow.objects.seen_by(request.viewer).select_related("dissemination", "official")
    return get_object_or_404(seen.prefetch_related("said"), uid=uid)


def _subject(one: Dissemination) -> Subject:
    return Subject(one.subject_kind, one.subject_uid)


def _address(one: Dissemination) -> str:
    return reverse("documents:dissemination", args=[one.uid])


def _way() -> list[tuple[str, str]]:
    return crumbs((_("Nắm vững"), reverse("documents:knowing")))
