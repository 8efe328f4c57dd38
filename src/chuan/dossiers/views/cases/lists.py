"""The list of dossiers and its Excel file."""

from __future__ import annotations

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.clocks.offices import office_of
from chuan.dossiers.forms_cases import ListForm
from chuan.dossiers.listing import CHANNELS, PER_PAGE, Listed, Wanted, listed
from chuan.dossiers.models import Dossier
from chuan.dossiers.showing.as_json import LARGEST, list_as_json
from chuan.dossiers.showing.sheet import sheet_of
from chuan.dossiers.showing.verdicts import due_soon_until, verdict_of
from chuan.exchange.sheets import write_sheet
from chuan.people.door import Request
from chuan.people.viewer import Viewer
from chuan.rules.working_time import Calendar
from chuan.ui.files import XLSX, attachment


def everything(request: Request) -> HttpResponse:
    """Every dossier of the unit, filtered, sorted, paged; the same page as JSON with ``dang=json``."""
    form, wanted, calendar = _asked(request)
    page = listed(
        request.viewer, wanted, on=request.on, number=_number(request, "trang", 1), size=_size(request)
    )
    if request.GET.get("dang") == "json":
        return JsonResponse(list_as_json(page, calendar, on=request.on))
    context = {
        "title": _("Hồ sơ"),
        "demo": request.viewer.unit.example,
        "form": form,
        "page": page,
        "rows": [(one, verdict_of(one, calendar, on=request.on), channel_of(one)) for one in page.rows],
        "query": _query(request),
        "earlier": _address(request, page, -1),
        "later": _address(request, page, 1),
        "import_url": "/nhap-tu-tep/",
    }
    return render(request, "dossiers/cases/list.html", context)


def exported(request: Request) -> HttpResponse:
    """The list as an Excel file, with the same filters, up to ``MOST`` rows."""
    _form, wanted, calendar = _asked(request)
    table = sheet_of(request.viewer, wanted, calendar, on=request.on)
    return attachment(write_sheet(table), "ho-so.xlsx", XLSX)


def channel_of(dossier: Dossier) -> str:
    """How it was handed in, in words."""
    return str(CHANNELS.get(dossier.channel, dossier.channel))


def _asked(request: Request) -> tuple[ListForm, Wanted, Calendar]:
    viewer: Viewer = request.viewer
    calendar = office_of(viewer.unit).calendar
    form = ListForm(request.GET, viewer=viewer)
    return form, form.wanted(soon_until=due_soon_until(calendar, on=request.on)), calendar


def _number(request: Request, name: str, otherwise: int) -> int:
    text = request.GET.get(name, "")
    return int(text) if text.isdecimal() and len(text) < len("100000") else otherwise


def _size(request: Request) -> int | None:
    """Rows of a page: as many as ``dong`` asks for, within bounds; None where it asks for nothing."""
    if "dong" not in request.GET:
        return None
    return min(max(1, _number(request, "dong", PER_PAGE)), LARGEST)


def _query(request: Request) -> str:
    kept = request.GET.copy()
    kept.pop("trang", None)
    return kept.urlencode()


def _address(request: Request, page: Listed, by: int) -> str:
    if not 1 <= page.number + by <= page.pages:
        return ""
    kept = request.GET.copy()
    kept["trang"] = str(page.number + by)
    return f"{reverse('dossiers:list')}?{kept.urlencode()}"
