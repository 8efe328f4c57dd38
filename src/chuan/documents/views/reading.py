"""Pages of documents: the list, taking one in, one document, the review of a reading."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header as content_disposition
from django.utils.translation import gettext as _

from chuan.documents import actions, deeds, reports
from chuan.documents.actions.receiving import original_bytes
from chuan.documents.draft import from_post
from chuan.documents.forms import AgainForm, ListForm, UploadForm
from chuan.documents.knowing import disseminations_of
from chuan.documents.layout import unpacked
from chuan.documents.models import Document, Reading, Scan
from chuan.documents.permissions import check_reads_in, may_disseminate, may_read_in
from chuan.documents.showing.page import errors_of, page_of, short_name
from chuan.documents.signature_reports import checks_of
from chuan.documents.validity import validity_of
from chuan.documents.views.sent_forms import REFUSED, crumbs, sent_with_files
from chuan.exchange import scans
from chuan.exchange.kinds import Kind
from chuan.exchange.sheets import write_sheet
from chuan.people.door import Request
from chuan.rules.refusals import NotAllowed, NotFound, Refused

PER_PAGE = 50


def listed(request: Request) -> HttpResponse:
    """Every document of the unit, filtered and paged."""
    form = ListForm(request.GET, years=reports.years_of(request.viewer))
    found = reports.documents_for(request.viewer, form.wanted())
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("trang"))
    return render(
        request,
        "documents/list.html",
        {
            "title": _("Văn bản"),
            "form": form,
            "page": page,
            "may_read_in": may_read_in(request.viewer),
            "counts": reports.counts_by_state(request.viewer),
            "query": request.GET.urlencode(),
        },
    )


def exported(request: Request) -> HttpResponse:
    """The list as an Excel file, with the same filters."""
    wanted = ListForm(request.GET, years=reports.years_of(request.viewer)).wanted()
    table = reports.sheet_of(reports.documents_for(request.viewer, wanted), wanted, on=request.on)
    return _download(write_sheet(table), "van-ban.xlsx", Kind.XLSX)


def receive(request: Request) -> HttpResponse:
    """Upload a decision: read at once, then reviewed."""
    check_reads_in(request.viewer)
    form = UploadForm(*sent_with_files(request))
    context = {"title": _("Nạp quyết định"), "form": form, "crumbs": _crumbs()}
    if request.method == "POST" and form.is_valid():
        try:
            file = form.cleaned_data["file"]
            # nosemgrep: clock-below-the-door - what takes time comes before the act
            return _opened(deeds.receive_file(file, by=request.viewer, clock=timezone.now))
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            context |= {"refusal": refused.sentence, "existing": reports.existing(refused, request.viewer)}
    return render(
        request, "documents/receive.html", context, status=200 if request.method == "GET" else REFUSED
    )


def document(request: Request, uid: uuid.UUID) -> HttpResponse:
    """One document: what it says of itself, what it stands on, how it was read."""
    found = _document(request, uid)
    return render(
        request,
        "documents/document.html",
        {
            "title": found.title,
            "document": found,
            "validity": validity_of(found, request.on),
            "crumbs": _crumbs(),
            "links": found.links.select_related("target").order_by("pk"),
            "linked_from": found.linked_from.filter(
                document__in=Document.objects.seen_by(request.viewer)
            ).select_related("document"),
            "recipients": found.recipients.all(),
            "checks": checks_of(found, request.viewer) if found.blob_id else [],
            "readings": found.readings.select_related("confirmed_by").order_by("-version"),
            "may_read_in": may_read_in(request.viewer),
            "may_disseminate": may_disseminate(request.viewer) and found.stage in ("issued", "recalled"),
            "disseminations": disseminations_of(found, request.viewer),
            "again": AgainForm(),
        },
    )


def original(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The file as it came in, byte for byte; never shown inside a page of ours."""
    found = _document(request, uid)
    if found.blob is None:
        raise NotFound(thing=_("tệp gốc"))
    return _download(original_bytes(found), found.file_name or "van-ban", found.blob.media_type)


def review(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The paper beside what was read from it: answer, edit, confirm."""
    reading = _reading(request, uid)
    if request.method != "POST":
        return _review(request, reading)
    draft = from_post(request.POST)
    try:
        done = deeds.do(draft, reading, by=request.viewer, at=request.at)
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        reading = _reading(request, uid)
        return _review(
            request, reading, refusal=refused.sentence, draft=draft, errors=errors_of(draft, reading)
        )
    messages.success(request, done.said)
    return redirect(done.address)


def page_picture(request: Request, uid: uuid.UUID, number: int) -> HttpResponse:
    """A page that was read from its picture, drawn anew by us: no byte of the file is shown in our name."""
    reading = _reading(request, uid)
    seen = next((one for one in unpacked(reading.layout).seen_pages if one.number == number), None)
    if seen is None or reading.blob is None:
        raise NotFound(thing=_("ảnh trang"))
    data = original_bytes(reading)
    drawn = scans.page_picture(data, name=reading.file_name, page=number, turns=seen.turns)
    response = HttpResponse(drawn, content_type="image/png")
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def read_again(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A further version of the reading, by today's reader or from a better file."""
    found = _document(request, uid)
    form = AgainForm(*sent_with_files(request))
    refusal = ""
    if request.method == "POST" and form.is_valid():
        try:
            # nosemgrep: clock-below-the-door - what takes time comes before the act
            return _opened(deeds.read_file_again(found, form, by=request.viewer, clock=timezone.now))
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
    return _again(request, _("Đọc lại văn bản"), form, refusal, found)


def reopen(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A further version that begins with what was confirmed."""
    reading = _reading(request, uid)
    form = AgainForm(*sent_with_files(request))
    refusal = ""
    if request.method == "POST" and form.is_valid():
        try:
            fresh = actions.reopen(reading, form.cleaned_data["reason"], by=request.viewer, at=request.at)
            return redirect("documents:reading", uid=fresh.uid)
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
    del form.fields["file"]
    return _again(request, _("Sửa bản đọc đã xác nhận"), form, refusal, reading.document)


def _opened(made: Reading | Scan) -> HttpResponse:
    """The reading, or the page that waits for a long scan."""
    return redirect("documents:scan" if isinstance(made, Scan) else "documents:reading", uid=made.uid)


def _again(request: Request, title: str, form: AgainForm, refusal: str, found: Document) -> HttpResponse:
    check_reads_in(request.viewer)
    context = {"title": title, "form": form, "refusal": refusal, "document": found, "crumbs": _crumbs(found)}
    return render(
        request, "documents/again.html", context, status=200 if request.method == "GET" else REFUSED
    )


def _review(request: Request, reading: Reading, *, refusal: str = "", **drafted: object) -> HttpResponse:
    page = page_of(reading, request.viewer, **drafted)  # type: ignore[arg-type]
    name = short_name(reading.document)
    title = _("Xác nhận bản đọc: %s") if page.confirmable or page.editable else _("Bản đọc: %s")
    return render(
        request,
        "documents/review.html",
        {
            "title": title % name,
            "page": page,
            "reading": reading,
            "document": reading.document,
            "refusal": refusal,
            "crumbs": _crumbs(reading.document),
        },
        status=REFUSED if refusal else 200,
    )


def _document(request: Request, uid: uuid.UUID) -> Document:
    seen = Document.objects.seen_by(request.viewer).select_related("blob", "owner_unit", "recorded_by")
    return get_object_or_404(seen, uid=uid)


def _reading(request: Request, uid: uuid.UUID) -> Reading:
    seen = Reading.objects.seen_by(request.viewer).select_related(
        "document__owner_unit", "document__blob", "blob", "confirmed_by"
    )
    return get_object_or_404(seen, uid=uid)


def _crumbs(found: Document | None = None) -> list[tuple[str, str]]:
    return crumbs(*([(found.title, reverse("documents:document", args=[found.uid]))] if found else []))


def _download(data: bytes, name: str, media_type: str) -> HttpResponse:
    """An attachment that no browser opens in our name, whatever is inside."""
    response = HttpResponse(data, content_type=media_type)
    response.headers["Content-Disposition"] = content_disposition(True, name)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
