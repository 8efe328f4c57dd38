"""Setting up an authenticator app, its picture, the printed list of recovery codes, and turning it off."""

from __future__ import annotations

import io
import uuid

import qrcode
import qrcode.image.svg
from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from chuan.people import proofs, sealing, sign_in_policy
from chuan.people.actions import factors
from chuan.people.door import Request
from chuan.people.forms_sign_in import ReasonForm, SetUpForm
from chuan.people.saying import said_on
from chuan.people.views.pages import done, kept, verb_page
from chuan.rules import one_time_codes
from chuan.rules.refusals import NotFound

REFUSED = 422
_NEW = "new_factor"


@never_cache
def set_up(request: Request) -> HttpResponse:
    """Show the new secret as a picture and in letters; take it into use with a right code and the password."""
    account = request.viewer.account
    if factors.has_factor(account):
        return redirect("people:account")
    secret = _new_secret(request)
    form = SetUpForm(request.POST or None, user=account, request=request)
    if request.method == "POST" and form.is_valid():
        with said_on(form, first_code_wrong="code"):
            codes = factors.set_up(account, secret, code=form.cleaned_data["code"], at=request.at)
            request.session.pop(_NEW, None)
            proofs.paid(request)
            proofs.mark_fresh(request, account, at=request.at)
            proofs.new_key(request)
            return _say_once(request, codes)
    context = {
        "title": _("Thiết lập xác thực hai lớp"),
        "form": form,
        "secret": _in_fours(one_time_codes.typed_secret(secret)),
        "account_name": account.username,
        "issuer": _("Chuẩn"),
        "owed": proofs.owes_factor(request),
    }
    return render(request, "people/set_up_factor.html", context, status=REFUSED if form.is_bound else 200)


@never_cache
def picture(request: Request) -> HttpResponse:
    """The new secret as a picture that an app photographs: a drawing without any style or script."""
    if _NEW not in request.session:
        raise NotFound(thing=_("hình này"))
    address = one_time_codes.app_address(
        _new_secret(request), account=request.viewer.account.username, issuer=_("Chuẩn")
    )
    drawn = io.BytesIO()
    qrcode.make(address, image_factory=qrcode.image.svg.SvgPathImage, border=4).save(drawn)
    return HttpResponse(drawn.getvalue(), content_type="image/svg+xml")


@never_cache
def renew_codes(request: Request) -> HttpResponse:
    """A new printed list; the old one opens nothing any more."""
    account = request.viewer.account
    if request.method == "POST":
        return _say_once(request, factors.renew_codes(account, at=request.at))
    lead = _("Danh sách cũ hết hiệu lực ngay. Danh sách mới hiện một lần ở trang sau: in ra hoặc chép lại.")
    return _ask(request, _("Lập danh sách mã dự phòng mới"), lead, _("Lập danh sách mới"))


def turn_off(request: Request) -> HttpResponse:
    """Sign in by password alone again, where the unit allows it."""
    if request.method == "POST":
        factors.turn_off(request.viewer.account, keep=proofs.sitting_of(request), at=request.at)
        messages.success(request, _("Đã tắt xác thực hai lớp. Các phiên đăng nhập khác đã kết thúc."))
        return redirect("people:account")
    lead = _("Từ lần sau chỉ hỏi mật khẩu. Ai biết mật khẩu là vào được.")
    return _ask(request, _("Tắt xác thực hai lớp"), lead, _("Tắt xác thực hai lớp"))


def take_away(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A keeper takes away a factor that somebody lost."""
    official = kept(request, uid)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with said_on(form, factor_reason_missing="reason"):
            factors.take_away(official, **form.cleaned_data, by=request.viewer, at=request.at)
            return done(
                request, official, _("Đã bỏ xác thực cũ của %s; các phiên đã kết thúc.") % official.name
            )
    return verb_page(request, form, _("Bỏ xác thực cũ"), _("Bỏ xác thực cũ"), official)


def _new_secret(request: Request) -> bytes:
    """The secret being set up, encrypted while it waits in the session."""
    account = request.viewer.account
    if _NEW not in request.session:
        request.session[_NEW] = sealing.seal(factors.new_secret(), account.uid)
    return sealing.unseal(request.session[_NEW], account.uid)


def _say_once(request: Request, codes: list[str]) -> HttpResponse:
    required = sign_in_policy.must_have_factor(request.viewer, request.at)
    context = {"title": _("Mã dự phòng"), "codes": codes, "crumbs": _crumbs(), "required": required}
    return render(request, "people/recovery_codes.html", context)


def _ask(request: Request, title: str, lead: str, button: str) -> HttpResponse:
    context = {"title": title, "lead": lead, "button": button, "form": forms.Form(), "crumbs": _crumbs()}
    return render(request, "people/own_verb.html", context | {"back": reverse("people:account")})


def _crumbs() -> list[tuple[str, str]]:
    return [(_("Tài khoản của tôi"), reverse("people:account"))]


def _in_fours(letters: str) -> str:
    return " ".join(letters[start : start + 4] for start in range(0, len(letters), 4))
