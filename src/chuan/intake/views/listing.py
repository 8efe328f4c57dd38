"""The list of imports and the way in for files."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from chuan.exchange.kinds import Kind
from chuan.exchange.sheets import write_sheet
from chuan.exchange.uploads import over_the_limit
from chuan.intake.forms.listing import ListForm, UploadForm
from chuan.intake.permissions import may_import, require_import
from chuan.intake.running import pick_up_stale
from chuan.intake.showing import listing
from chuan.intake.views.pages import REFUSED, attachment
from chuan.intake.views.receiving import Received, receive_all
from chuan.people.door import Request

PER_PAGE = 50


def listed(request: Request) -> HttpResponse:
    """Every import of the unit, filtered and paged, under the way in."""
    pick_up_stale(request.at)
    return _page(request, UploadForm())


def exported(request: Request) -> HttpResponse:
    """The list as an Excel file, with the same filters."""
    wanted = _filters(request).wanted()
    table = listing.sheet_of(listing.imports_for(request.viewer, wanted), wanted, on=request.on)
    return attachment(write_sheet(table), "nhap-tu-tep.xlsx", Kind.XLSX)


def receive(request: Request) -> HttpResponse:
    """Files in: one goes on to its preview, several to the list, a refused one stays with its sentence."""
    require_import(request.viewer)
    if request.method != "POST":
        return redirect("intake:list")
    form = UploadForm(request.POST, request.FILES, dropped=over_the_limit(request))
    if not form.is_valid():
        return _page(request, form, status=REFUSED)
    done = receive_all(form.cleaned_data["tep"], by=request.viewer)
    for said in done.refused:
        form.add_error("tep", said)
    if done.imports:
        return _received(request, done)
    return _page(request, form, status=REFUSED, waiting=done.waiting)


def _received(request: Request, done: Received) -> HttpResponse:
    for said in done.refused:
        messages.error(request, said)
    if len(done.imports) == 1 and not done.refused:
        return redirect("intake:import", uid=done.imports[0].uid)
    messages.success(request, _("Đã nạp %s tệp. Mở từng tệp để xem trước rồi nhập.") % len(done.imports))
    return redirect("intake:list")


def _page(request: Request, upload: UploadForm, *, status: int = 200, waiting: str = "") -> HttpResponse:
    form = _filters(request)
    found = listing.imports_for(request.viewer, form.wanted())
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "title": _("Nhập từ tệp"),
        "demo": request.viewer.unit.example,
        "form": form,
        "selects": [form["so"], form["trang_thai"], form["nam"]],
        "upload": upload,
        "waiting": waiting,
        "page": page,
        "lines": listing.lines_of(list(page.object_list)),
        "may_import": may_import(request.viewer),
        "registers": listing.asked_of_all(),
        "covered": listing.covered_by_all(request.viewer.unit, on=request.on, as_of=request.at),
        "query": request.GET.urlencode(),
    }
    return render(request, "intake/list.html", context, status=status)


def _filters(request: Request) -> ListForm:
    return ListForm(request.GET, years=listing.years_of(request.viewer), registers=listing.registers_known())
