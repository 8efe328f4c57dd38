"""What waits to be joined, joining, taking it back, the code typed by hand, and the sheet to type from."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.exchange.sheets import write_sheet
from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.petitions import linking, sheets
from chuan.petitions.actions import linking as actions
from chuan.petitions.forms_following import CodeForm, JoinForm, PlainForm
from chuan.petitions.permissions import may_keep, require_keep
from chuan.petitions.views.one import REFUSED, crumbs_to, petition_of, title_of
from chuan.ui.files import XLSX, attachment


def waiting(request: Request) -> HttpResponse:
    """Petitions written here that their source does not list yet, beside rows nobody here knows of; and joining."""
    form = JoinForm(request.POST or None)
    if request.method == "POST":
        require_keep(request.viewer)
        if form.is_valid():
            with said_on(form):
                ours = petition_of(request, form.cleaned_data["don"])
                row = petition_of(request, form.cleaned_data["dong"])
                actions.join(ours, row, by=request.viewer, at=request.at)
                messages.success(request, _("Đã ghép %s với dòng của nguồn; hạn được tính lại.") % ours.code)
                return redirect("petitions:joining")
    rows = linking.only_listed(request.viewer).order_by("next_due_on", "pk")
    context = {
        "title": _("Ghép với nguồn"),
        "demo": request.viewer.unit.example,
        "crumbs": crumbs_to(),
        "waiting": linking.waiting_here(request.viewer, request.on),
        "unlisted": linking.unlisted(request.viewer, request.on).count(),
        "listed": list(rows[: linking.SHOWN]),
        "listed_all": rows.count(),
        "chosen": str(form.data.get("don", "")),
        "picked": str(form.data.get("dong", "")),
        "refusal": form.said,
        "keeper": may_keep(request.viewer),
    }
    return render(
        request, "petitions/following/joining.html", context, status=REFUSED if form.errors else 200
    )


def code(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Write down the code the system of record gave to a petition written here."""
    petition = petition_of(request, uid)
    require_keep(request.viewer)
    form = CodeForm(request.POST or None, initial={"code": petition.outside_code})
    if request.method == "POST" and form.is_valid():
        with said_on(
            form, code_missing="code", code_taken="code", kinds_differ="code", already_listed="code"
        ):
            actions.say_code(petition, form.cleaned_data["code"], by=request.viewer, at=request.at)
            messages.success(request, _("Đã ghi mã. Tệp danh sách có mã này sẽ nối vào đơn."))
            return redirect("petitions:one", uid=petition.uid)
    context = {
        "title": _("Ghi mã ở hệ thống nguồn"),
        "demo": petition.owner_unit.example,
        "crumbs": crumbs_to(petition),
        "form": form,
        "lead": _(
            "%s đã nhập ở hệ thống nguồn thì ghi mã hệ thống ấy cấp: lần nhập tệp sau đơn tự nối với dòng của nó."
        )
        % title_of(petition),
        "button": _("Ghi mã"),
        "back": reverse("petitions:one", args=[petition.uid]),
    }
    return render(request, "petitions/following/act.html", context, status=REFUSED if form.errors else 200)


def part(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Take a join back: the row stands by itself again."""
    petition = petition_of(request, uid)
    require_keep(request.viewer)
    form = PlainForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with said_on(form):
            actions.part(petition, by=request.viewer, at=request.at)
            messages.success(request, _("Đã bỏ ghép; dòng của nguồn đứng riêng trở lại."))
            return redirect("petitions:one", uid=petition.uid)
    context = {
        "title": _("Bỏ ghép với nguồn"),
        "demo": petition.owner_unit.example,
        "crumbs": crumbs_to(petition),
        "form": form,
        "lead": _("Các dòng ghi ở đây vẫn ở đơn %(ours)s; dòng %(code)s của nguồn đứng riêng trở lại.")
        % {"ours": petition.code, "code": petition.outside_code},
        "button": _("Bỏ ghép"),
        "back": reverse("petitions:one", args=[petition.uid]),
    }
    return render(request, "petitions/following/act.html", context, status=REFUSED if form.errors else 200)


def sheet(request: Request) -> HttpResponse:
    """The sheet to type from, as Excel."""
    require_keep(request.viewer)
    rows = sheets.to_type(request.viewer, request.on)
    table = sheets.sheet(rows, request.viewer, on=request.on)
    return attachment(write_sheet(table), "phieu-nhap-he-thong-nguon.xlsx", XLSX)


def printed(request: Request) -> HttpResponse:
    """The sheet to type from, as PDF."""
    require_keep(request.viewer)
    rows = sheets.to_type(request.viewer, request.on)
    data = sheets.printed(rows, request.viewer, on=request.on)
    return attachment(data, "phieu-nhap-he-thong-nguon.pdf", "application/pdf")
