"""What the pages of the calendar share: the form's page, the way back, a sheet to save."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.exchange.sheets import Table, write_sheet
from chuan.people.door import Request
from chuan.ui.files import XLSX, attachment


def crumbs_to(year: int | None = None) -> list[tuple[str, str]]:
    """The way back to the calendar, of this year when none is named."""
    if year is None:
        return [(_("Lịch làm việc"), reverse("calendar:now"))]
    return [(_("Lịch năm %(year)s") % {"year": year}, reverse("calendar:year", args=[year]))]


def done(request: Request, said: str, year: int) -> HttpResponse:
    """Say what was done, on the page of the year."""
    messages.success(request, said)
    return redirect("calendar:year", year=year)


def form_page(
    request: Request, form: forms.Form, title: str, button: str, year: int,
    template: str = "clocks/form.html", **more: Any,
) -> HttpResponse:  # fmt: skip
    """A page with one form and one button; what is refused comes back as it was typed (422)."""
    context = {
        "title": title,
        "form": form,
        "button": button,
        "back": reverse("calendar:year", args=[year]),
        "crumbs": crumbs_to(year),
    }
    return render(request, template, context | more, status=422 if form.errors else 200)


def sheet(table: Table, name: str) -> HttpResponse:
    """A table as a file to save."""
    return attachment(write_sheet(table), name, XLSX)
