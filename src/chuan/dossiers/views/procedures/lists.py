"""The list of procedures, the same as a worksheet, and confirming a group of it."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.dossiers import catalogue_reports as reports
from chuan.dossiers.actions import procedure_versions as actions
from chuan.dossiers.forms_procedures import CitationForm, ListForm
from chuan.dossiers.models import ProcedureChange
from chuan.dossiers.permissions import may_keep_procedures, require_keep_procedures
from chuan.exchange.sheets import write_sheet
from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.ui.files import XLSX, attachment

PER_PAGE = 50
REFUSED = 422


def listed(request: Request) -> HttpResponse:
    """Every procedure of the unit, filtered and paged."""
    form = _form(request)
    wanted = form.wanted()
    page = Paginator(reports.procedures_for(request.viewer, wanted), PER_PAGE).get_page(
        request.GET.get("trang")
    )
    keeps = may_keep_procedures(request.viewer)
    return render(
        request,
        "dossiers/procedures/list.html",
        {
            "title": _("Thủ tục hành chính"),
            "demo": request.viewer.unit.example,
            "form": form,
            "page": page,
            "rows": reports.standings(page.object_list, on=request.on),
            "counts": [
                (name, reports.status_in_words(name), count)
                for name, count in reports.counts_by_status(request.viewer).items()
            ],
            "status": wanted.status,
            "keeps": keeps,
            "ready": actions.ready_ones(reports.waiting_versions(request.viewer, wanted)).count()
            if keeps
            else 0,
            "proposals": ProcedureChange.objects.seen_by(request.viewer).waiting().count(),
            "query": _query(request),
        },
    )


def exported(request: Request) -> HttpResponse:
    """The list as an Excel file, with the same filters."""
    procedures = reports.procedures_for(request.viewer, _form(request).wanted())
    table = reports.sheet_of(reports.standings(procedures, on=request.on), on=request.on)
    return attachment(write_sheet(table), "thu-tuc.xlsx", XLSX)


def confirm_group(request: Request) -> HttpResponse:
    """Confirm every proposal of the filtered list whose time limits are whole."""
    require_keep_procedures(request.viewer)
    waiting = reports.waiting_versions(request.viewer, _form(request).wanted())
    ready = list(actions.ready_ones(waiting).prefetch_related("limits"))
    form = CitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with said_on(form, citation_missing="citation"):
            shown = request.POST.get("so", "")
            count = actions.confirm_all(
                waiting, citation=form.cleaned_data["citation"], by=request.viewer, at=request.at,
                shown=int(shown) if shown.isdecimal() and len(shown) < 9 else -1,
            )  # fmt: skip
            messages.success(request, _("Đã xác nhận %s thủ tục.") % count)
            return redirect(reverse("procedures:list"))
    return render(
        request,
        "dossiers/procedures/confirm_group.html",
        {
            "title": _("Xác nhận một nhóm thủ tục"),
            "form": form,
            "ready": ready,
            "left": waiting.count() - len(ready),
            "own": sum(bool(one.citation) for one in ready),
            "query": _query(request),
            "crumbs": [(_("Thủ tục"), reverse("procedures:list"))],
        },
        status=REFUSED if form.errors else 200,
    )


def _form(request: Request) -> ListForm:
    return ListForm(request.GET, fields_of_work=reports.fields_of(request.viewer))


def _query(request: Request) -> str:
    """The filters of the address, without the page."""
    query = request.GET.copy()
    query.pop("trang", None)
    return query.urlencode()
