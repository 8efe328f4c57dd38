"""Register books of a year: on the screen, as Excel, as PDF to be signed and bound; long ones in the background."""

from __future__ import annotations

import uuid
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.documents.actions.books import ask_for
from chuan.documents.books import BOOKS, Asked, Contents, contents_of, missing_words, years_of
from chuan.documents.books_making import AT_ONCE, printed, sheet_of
from chuan.documents.books_running import pick_up_stale, start
from chuan.documents.forms_books import BookForm
from chuan.documents.models import BookPrint
from chuan.documents.permissions import check_registers, may_register
from chuan.files import actions as files
from chuan.people.door import Request
from chuan.people.models import Unit
from chuan.rules.refusals import FileUnreadable, NotAllowed, NotFound, Refused
from chuan.ui.files import attachment
from chuan.ui.formatters import number

PER_PAGE = 50
RECENT = 5
REFUSED = 422


def book(request: Request) -> HttpResponse:
    """One book of a year; POST asks for it as a file."""
    asked, form = _asked(request)
    contents = contents_of(asked)
    if request.method == "POST":
        return _make(request, contents, form)
    return _page(request, contents, form)


def printed_now(request: Request) -> HttpResponse:
    """A short book as PDF at once; a long one is asked for on its page."""
    asked, _form = _asked(request)
    check_registers(request.viewer)
    contents = contents_of(asked)
    if not 0 < len(contents.entries) <= AT_ONCE:
        return redirect(_address(asked))
    made = printed(contents, name=request.viewer.name, on=request.on)
    return attachment(made.data, made.name, made.media_type)


def sheet_now(request: Request) -> HttpResponse:
    """A book as an Excel file at once; a very long one is asked for on its page."""
    asked, _form = _asked(request)
    contents = contents_of(asked)
    if len(contents.entries) > AT_ONCE * 5:
        return redirect(_address(asked))
    made = sheet_of(contents, on=request.on)
    return attachment(made.data, made.name, made.media_type)


def made(request: Request, uid: uuid.UUID) -> HttpResponse:
    """How far a long book is; its file when it is there."""
    pick_up_stale(request.at)
    found = _print(request, uid)
    asked = Asked(BOOKS[found.book], found.unit, found.year, found.type)
    context = {
        "title": asked.book.title,
        "crumbs": [*_crumbs(), (_("Sổ"), _address(asked))],
        "found": found,
        "working": found.finished_at is None,
        "told": _told(found),
        "back": _address(asked),
    }
    return render(request, "documents/books/made.html", context)


def progress(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The same for the page that waits."""
    pick_up_stale(request.at)
    found = _print(request, uid)
    settled = found.finished_at is not None
    return JsonResponse({"said": _told(found), "done": found.done, "total": found.total, "settled": settled})


def download(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The file of a book that was made."""
    found = _print(request, uid)
    if found.blob is None:
        raise NotFound(thing=_("tệp của sổ này"))
    try:
        data = files.read(found.blob)
    except OSError:
        raise FileUnreadable(name=found.file_name) from None
    return attachment(data, found.file_name, found.blob.media_type)


def _make(request: Request, contents: Contents, form: BookForm) -> HttpResponse:
    wanted = request.POST.get("dang", "")
    if wanted not in BookPrint.Format.values:
        raise NotFound(thing=_("dạng tệp này"))
    try:
        found = ask_for(contents, wanted, by=request.viewer, at=request.at)
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        return _page(request, contents, form, refusal=refused.sentence)
    start(found)
    messages.success(request, _("Đang lập sổ; xong thì tải tệp ở đây."))
    return redirect("documents:book_made", uid=found.uid)


def _page(request: Request, contents: Contents, form: BookForm, *, refusal: str = "") -> HttpResponse:
    asked = contents.asked
    page = Paginator(contents.entries, PER_PAGE).get_page(request.GET.get("trang"))
    first = (page.number - 1) * PER_PAGE
    recent = BookPrint.objects.seen_by(request.viewer).filter(book=asked.book.key, year=asked.year)
    context = {
        "title": asked.book.title,
        "crumbs": _crumbs(),
        "demo": asked.unit.example,
        "asked": asked,
        "form": form,
        "page": page,
        "lines": list(contents.lines(first, first + PER_PAGE)),
        "tabs": [(one.short, _address(asked, book=one.key), one is asked.book) for one in BOOKS.values()],
        "followed": contents.followed,
        "missing": missing_words(contents.runs),
        "long": len(contents.entries) > AT_ONCE,
        "very_long": len(contents.entries) > AT_ONCE * 5,
        "query": urlencode(_kept(asked)),
        "may_print": may_register(request.viewer),
        "recent": recent.order_by("-recorded_at")[:RECENT],
        "refusal": refusal,
    }
    return render(request, "documents/books/book.html", context, status=REFUSED if refusal else 200)


def _asked(request: Request) -> tuple[Asked, BookForm]:
    """The book asked for by the address; what makes no sense is left aside."""
    key = request.GET.get("so", "")
    found = BOOKS.get(key) or BOOKS["di"]
    years = years_of(request.viewer, found) or [request.on.year]
    units = list(Unit.objects.seen_by(request.viewer).order_by("-valid_from", "pk"))
    form = BookForm({**request.GET.dict(), "so": found.key}, years=years, units=units)
    year, type_, unit = form.wanted(years[0], request.viewer.unit)
    return Asked(found, unit, year, type_), form


def _kept(asked: Asked) -> dict[str, Any]:
    return {"so": asked.book.key, "nam": asked.year, "loai": asked.type, "don_vi": str(asked.unit.uid)}


def _address(asked: Asked, *, book: str = "") -> str:
    kept = _kept(asked) | ({"so": book} if book else {})
    return f"{reverse('documents:books')}?{urlencode(kept)}"


def _told(found: BookPrint) -> str:
    if found.refusal:
        return found.refusal
    if found.finished_at is not None:
        return _("Đã lập xong %s dòng.") % number(found.total)
    return _("Đang lập: %(done)s trong %(total)s dòng.") % {
        "done": number(found.done),
        "total": number(found.total),
    }


def _print(request: Request, uid: uuid.UUID) -> BookPrint:
    seen = BookPrint.objects.seen_by(request.viewer).select_related("unit", "blob", "asked_by")
    return get_object_or_404(seen, uid=uid)


def _crumbs() -> list[tuple[str, str]]:
    return [(_("Văn bản"), reverse("documents:list"))]
