"""Following: what is wrong with the year's registers, each figure with its rows."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.documents import watching
from chuan.documents.actions.gaps import explain_gap
from chuan.documents.forms_following import GapForm, YearForm
from chuan.documents.models import Document
from chuan.documents.permissions import REGISTRARS
from chuan.documents.sought import with_words
from chuan.documents.watch_reports import SOUGHT, gaps_sheet, glance, sheet_of
from chuan.exchange.sheets import write_sheet
from chuan.intake.showing.listing import way_in
from chuan.people.door import Request
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.ui.files import XLSX, attachment

PER_PAGE = 50
REFUSED = 422


def watch(request: Request) -> HttpResponse:
    """The year at a glance: sequences with their gaps, and how many rows each fault has."""
    form = _form(request)
    seen = glance(request.viewer, form.year, request.on)
    context = {
        "title": _("Theo dõi sổ văn bản"), "form": form, "year": form.year, "faults": seen.faults,
        "runs": seen.runs, "unmatched": watching.files_without_row(request.viewer),
        "totals": {"out": seen.out, "in": seen.came}, "crumbs": crumbs()[:1],
    }  # fmt: skip
    return render(request, "documents/following/watch.html", context | way_in(request.viewer))


def rows(request: Request, key: str) -> HttpResponse:
    """The rows of one fault, filtered and paged."""
    form, one, found = _found(request, key)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "title": str(one.label), "watch": one, "form": form, "year": form.year, "page": page, "crumbs": crumbs(),
        "query": request.GET.urlencode(), "on": request.on,
    }  # fmt: skip
    return render(request, "documents/following/rows.html", context)


def export(request: Request, key: str) -> HttpResponse:
    """The same rows as an Excel file."""
    form, one, found = _found(request, key)
    return attachment(
        write_sheet(sheet_of(one, form.year, found, on=request.on)), f"van-ban-{key}-{form.year}.xlsx", XLSX
    )


def gaps(request: Request) -> HttpResponse:
    """Every number that nothing bears, by sequence; a person says why."""
    form, explaining, refusal = _form(request), GapForm(request.POST or None), ""
    if request.method == "POST" and explaining.is_valid():
        given = explaining.cleaned_data
        try:
            explain_gap(
                given["day"], form.year, given["so"], given["ly_do"], by=request.viewer, at=request.at
            )
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
        else:
            messages.success(request, _("Đã ghi lý do của số %s.") % given["so"])
            return redirect(f"{reverse('documents:gaps')}?nam={form.year}")
    runs = watching.runs_of(request.viewer, form.year)
    context = {
        "title": _("Khoảng trống số"), "form": form, "year": form.year, "runs": runs, "crumbs": crumbs(),
        "explaining": explaining, "refusal": refusal, "may_explain": request.viewer.has(*REGISTRARS),
    }  # fmt: skip
    status = REFUSED if request.method == "POST" else 200
    return render(request, "documents/following/gaps.html", context, status=status)


def gaps_export(request: Request) -> HttpResponse:
    """The gaps as an Excel file."""
    year = _form(request).year
    table = gaps_sheet(watching.runs_of(request.viewer, year), year, on=request.on)
    return attachment(write_sheet(table), f"khoang-trong-so-{year}.xlsx", XLSX)


def crumbs() -> list[tuple[str, str]]:
    """The way back."""
    return [(_("Văn bản"), reverse("documents:list")), (_("Theo dõi"), reverse("documents:watch"))]


def _form(request: Request) -> YearForm:
    years = watching.years_of(request.viewer, request.on)
    return YearForm({"nam": years[0]} | request.GET.dict(), years=years)


def _found(request: Request, key: str) -> tuple[YearForm, watching.Watch, QuerySet[Document]]:
    one, form = watching.watch_of(key), _form(request)
    if one is None:
        raise Http404
    found = with_words(one.found(request.viewer, form.year, request.on), form.words, *SOUGHT)
    return form, one, found.order_by("-arrived_on", "-issued_on", "pk")
