"""The periodic report and the register of petitions, as files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.http import HttpResponse

from chuan.people.door import Request
from chuan.petitions.figures.asked import Asked
from chuan.petitions.figures.register import EXPORTED, MOST, register_book, register_of, register_sheet
from chuan.petitions.figures.report import report_of, report_pdf, report_sheet
from chuan.petitions.figures.sight import require_whole
from chuan.petitions.forms_figures import asked_of, usual
from chuan.petitions.views.figures.table import shown
from chuan.rules.refusals import NotAllowed, Refused
from chuan.ui.files import XLSX, attachment

PDF = "application/pdf"


def sheet(request: Request) -> HttpResponse:
    """The report as an Excel file."""
    return _made(request, lambda asked: report_sheet(report_of(asked)), "so-lieu-don-thu", "xlsx", XLSX)


def report(request: Request) -> HttpResponse:
    """The report as a paper."""
    return _made(request, lambda asked: report_pdf(report_of(asked)), "bao-cao-don-thu", "pdf", PDF)


def register_as_sheet(request: Request) -> HttpResponse:
    """The register of the period as an Excel file."""

    def make(asked: Asked) -> bytes:
        return register_sheet(register_of(request.viewer, asked, most=EXPORTED))

    return _made(request, make, "so-theo-doi-don", "xlsx", XLSX)


def register_as_book(request: Request) -> HttpResponse:
    """The register of the period as a book."""

    def make(asked: Asked) -> bytes:
        return register_book(register_of(request.viewer, asked, most=MOST), name=request.viewer.name)

    return _made(request, make, "so-theo-doi-don", "pdf", PDF)


def _made(
    request: Request, make: Callable[[Asked], bytes], name: str, ending: str, kind: str
) -> HttpResponse:
    """The file; where it cannot be made, the page of figures, which says why (422)."""
    require_whole(request.viewer)
    asked = usual(request)
    try:
        asked = asked_of(request)
        data = make(asked)
    except NotAllowed:
        raise
    except Refused as refused:
        return shown(request, asked, refusal=refused.sentence)
    last = asked.period.end - timedelta(days=1)
    return attachment(data, f"{name}-{asked.period.start:%Y%m%d}-{last:%Y%m%d}.{ending}", kind)
