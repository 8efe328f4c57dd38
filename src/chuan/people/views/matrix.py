"""Vai trò: who holds what on a day, for the whole unit at once."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from chuan.exchange.sheets import write_sheet
from chuan.people import permissions
from chuan.people.door import Request
from chuan.people.matrix import matrix, sheet_of
from chuan.people.role_words import MAY
from chuan.people.views.pages import crumbs_to
from chuan.rules.refusals import Refused
from chuan.rules.vietnamese import read_date
from chuan.ui.files import XLSX, attachment


def shown(request: Request) -> HttpResponse:
    """The matrix of the day asked for (``?ngay=``), today without one; a day that is none is said to be none."""
    on, wrong = _day(request)
    found = matrix(request.viewer, on)
    context = {
        "title": _("Vai trò trong đơn vị"),
        "where": request.viewer.unit.committee,
        "demo": request.viewer.unit.example,
        "crumbs": crumbs_to(),
        "matrix": found,
        "asked": request.GET.get("ngay", "").strip() if wrong else f"{on:%d/%m/%Y}",
        "wrong": wrong,
        "keeper": permissions.may_keep_staff(request.viewer),
        "explained": [(role, MAY[role], n) for role, n in found.columns],
    }
    return render(request, "people/matrix.html", context, status=422 if wrong else 200)


def exported(request: Request) -> HttpResponse:
    """The same as a sheet."""
    on, _wrong = _day(request)
    return attachment(write_sheet(sheet_of(matrix(request.viewer, on))), "vai-tro.xlsx", XLSX)


def _day(request: Request) -> tuple[date, str]:
    """The day asked for, today without one; and what is wrong with what was typed."""
    typed = request.GET.get("ngay", "").strip()
    try:
        return (read_date(typed) if typed else request.on), ""
    except Refused as wrong:
        return request.on, wrong.sentence
