"""Accounts of inspectors: opened for the days of a visit, said once, given again, ended; each with a fresh proof."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from chuan.conformity.actions import inspecting as actions
from chuan.conformity.forms_inspecting import OpenForm, PeopleForm
from chuan.conformity.inspecting.naming import label_of, page_of
from chuan.conformity.models import Inspection
from chuan.conformity.views.pages import page, saved
from chuan.people import permissions
from chuan.people.actions import guests
from chuan.people.door import Request
from chuan.people.models import Guest
from chuan.people.sent_forms import REFUSED, sent
from chuan.people.signin import ISSUED_FOR
from chuan.rules.refusals import NotAllowed, NotFound, Refused

HOME = "/kiem-tra/"


@never_cache
def let_in(request: Request) -> HttpResponse:
    """Open an inspection with an account for each named person; passwords are on the answer's page and nowhere else."""
    permissions.require_keep_staff(request.viewer)
    form = OpenForm(sent(request), initial={"since": request.on, "last": request.on})
    refusal = ""
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        coming = actions.Coming(given["body"], given["since"], given["last"], given["citation"])
        try:
            opened, people = actions.open_inspection(coming, form.named(), by=request.viewer, at=request.at)
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
        else:
            return _say_once(request, opened.uid, people)
    return _form(request, form, refusal, _("Mở đợt kiểm tra"), HOME)


@never_cache
def more(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Accounts for more persons of the same visit."""
    permissions.require_keep_staff(request.viewer)
    found = get_object_or_404(Inspection.objects.seen_by(request.viewer), uid=uid, unit=request.viewer.unit)
    form = PeopleForm(sent(request))
    refusal = ""
    if request.method == "POST" and form.is_valid():
        visit = guests.Visit(
            found.uid, found.body, max(found.starts_on, request.on), found.ends_on, found.citation
        )
        try:
            people = guests.let_in(visit, form.named(), by=request.viewer, at=request.at)
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
        else:
            return _say_once(request, found.uid, people)
    return _form(request, form, refusal, _("Thêm người kiểm tra"), page_of(found.uid))


@never_cache
def reissue(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A new one-time password for an inspector."""
    guest = _guest(request, uid)
    refusal = ""
    if request.method == "POST":
        try:
            password = guests.reissue(guest, by=request.viewer, at=request.at)
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
        else:
            return _say_once(request, guest.visit, [guests.LetIn(guest, password)])
    lead = _("%s nhận mật khẩu mới dùng một lần; các phiên đang mở của người này kết thúc.") % guest.name
    return _form(request, forms.Form(), refusal, _("Cấp lại mật khẩu"), page_of(guest.visit), lead)


def end(request: Request, uid: uuid.UUID) -> HttpResponse:
    """An inspector looks no longer."""
    guest = _guest(request, uid)

    def save() -> str:
        guests.end_guest(guest, by=request.viewer, at=request.at)
        return page_of(guest.visit)

    lead = _("%s không vào được nữa từ lúc này; những gì đã ghi vẫn còn.") % guest.name
    context = page(request, _("Kết thúc tài khoản")) | {"crumbs": [(_("Kiểm tra của tỉnh"), HOME)]}
    return saved(
        request, forms.Form(sent(request)), save, context, done=_("Đã kết thúc."), back=page_of(guest.visit),
        button=_("Kết thúc tài khoản"), lead=lead,
    )  # fmt: skip


def _form(
    request: Request, form: forms.Form, refusal: str, title: str, back: str, lead: str = ""
) -> HttpResponse:
    context: dict[str, Any] = page(request, title) | {
        "crumbs": [(_("Kiểm tra của tỉnh"), HOME)], "form": form, "refusal": refusal, "button": title, "back": back,
        "lead": lead or _("Mỗi người một tài khoản chỉ xem, tự hết sau ngày cuối; mỗi trang mở có dòng nhật ký."),
    }  # fmt: skip
    return render(
        request, "conformity/form.html", context, status=REFUSED if request.method == "POST" else 200
    )


def _say_once(request: Request, visit: uuid.UUID, people: Sequence[guests.LetIn]) -> HttpResponse:
    found = get_object_or_404(Inspection.objects.seen_by(request.viewer), uid=visit)
    crumbs = [(_("Kiểm tra của tỉnh"), HOME), (label_of(found), page_of(found.uid))]
    context = page(request, _("Mật khẩu dùng một lần")) | {
        "crumbs": crumbs, "people": people, "days": ISSUED_FOR.days, "back": page_of(found.uid), "inspection": found,
    }  # fmt: skip
    return render(request, "conformity/inspection_passwords.html", context)


def _guest(request: Request, uid: uuid.UUID) -> Guest:
    permissions.require_keep_staff(request.viewer)
    rows = Guest.objects.seen_by(request.viewer).select_related("grant__account", "grant__unit")
    return get_object_or_404(rows, uid=uid)
