"""All that is kept about an official: his own page with both files, and the page of another for who may ask."""

from __future__ import annotations

import uuid

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.people.actions.kept import take_out
from chuan.people.door import Request
from chuan.people.kept import has_numbers, sections_about, without_numbers
from chuan.people.kept_paper import paper_of, sheet_of
from chuan.people.models import Official
from chuan.people.saying import said_on
from chuan.people.views.pages import crumbs_to, official_of
from chuan.rules.refusals import NotFound
from chuan.ui.files import XLSX, attachment

PDF = "application/pdf"
SHOWN = 10
"""How many lines of a section stand open; the rest unfolds."""


class WholeForm(forms.Form):
    """Why the numbers are wanted, and as what kind of file."""

    reason = forms.CharField(
        label=later("Vì sao cần bản đủ số"), max_length=300,
        help_text=later("Nhật ký giữ lý do này. Tệp có số định danh của anh chị: giữ cẩn thận, gửi đúng nơi cần."),
    )  # fmt: skip
    kind = forms.ChoiceField(label=later("Tải dạng"), choices=[("pdf", "PDF"), ("xlsx", "Excel")])


def mine(request: Request) -> HttpResponse:
    """The viewer's own page."""
    official = _himself(request)
    context = {"crumbs": [(_("Tài khoản của tôi"), reverse("people:account"))], "own": True}
    return _page(request, official, _("Mọi điều được lưu về tôi"), context)


def of(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Another's page, for who may ask: of each room what he may see there."""
    official = official_of(request, uid)
    context = {"crumbs": crumbs_to(official), "own": False}
    return _page(request, official, _("Điều được lưu về %s") % official.name, context)


def paper(request: Request) -> HttpResponse:
    """The viewer's own as PDF, identity numbers covered."""
    return _file(request, "pdf", whole=False)


def sheet(request: Request) -> HttpResponse:
    """The viewer's own as a sheet, identity numbers covered."""
    return _file(request, "xlsx", whole=False)


def whole(request: Request) -> HttpResponse:
    """The viewer's own with its identity numbers, for a reason that the trail keeps."""
    official = _himself(request)
    form = WholeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with said_on(form, reason_missing="reason"):
            take_out(official, form.cleaned_data["reason"], by=request.viewer, at=request.at)
            return _file(request, form.cleaned_data["kind"], whole=True)
    context = {
        "title": _("Bản đủ số định danh"),
        "where": official.name,
        "form": form,
        "button": _("Tải bản đủ số"),
        "back": reverse("people:kept_mine"),
        "crumbs": [(_("Mọi điều được lưu về tôi"), reverse("people:kept_mine"))],
    }
    return render(request, "people/verb.html", context, status=422 if form.errors else 200)


def _page(request: Request, official: Official, title: str, more: dict[str, object]) -> HttpResponse:
    told = sections_about(official, request.viewer, at=request.at)
    context = {
        "title": title,
        "where": official.unit.committee,
        "demo": official.example,
        "sections": [(one, one.lines[:SHOWN], one.lines[SHOWN:]) for one in told],
        "numbers": has_numbers(told),
    }
    return render(request, "people/kept.html", context | more)


def _file(request: Request, kind: str, *, whole: bool) -> HttpResponse:
    official = _himself(request)
    told = sections_about(official, request.viewer, at=request.at)
    shown = told if whole else without_numbers(told)
    if kind == "pdf":
        return attachment(paper_of(official, shown, request.on, whole=whole), "luu-ve-toi.pdf", PDF)
    return attachment(sheet_of(official, shown, request.on, whole=whole), "luu-ve-toi.xlsx", XLSX)


def _himself(request: Request) -> Official:
    if request.viewer.official is None:
        raise NotFound(thing=_("cán bộ này"))
    return request.viewer.official
