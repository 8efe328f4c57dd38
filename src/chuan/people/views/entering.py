"""The second step of signing in: the code of the app, a recovery code or a passkey."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from chuan.people import entering, passkeys, refusals_factors
from chuan.people.actions import factors
from chuan.people.actions.own import day_of
from chuan.people.browsers import browser_in_words
from chuan.people.door import Request
from chuan.people.forms_sign_in import CodeForm
from chuan.people.models import Account
from chuan.people.viewer import viewer_of
from chuan.rules.refusals import Refused

REFUSED = 422


@never_cache
def code(request: Request) -> HttpResponse:
    """Ask for the code of whoever gave the right password a moment ago; nobody else comes here."""
    waiting = entering.waiting(request, at=request.at)
    if waiting is None:
        return _start_again(request)
    account, to = waiting
    form = CodeForm(request.POST or None)
    form.fields["code"].required = "answer" not in request.POST
    if request.method == "POST" and form.is_valid():
        try:
            left = _prove(request, account, form.cleaned_data["code"])
        except Refused as refusal:
            form.add_error("code", refusal.sentence)
        else:
            return _come_in(request, account, to, left, remember=form.cleaned_data["remember"])
    return _page(request, account, form)


def _prove(request: Request, account: Account, typed: str) -> int | None:
    if answer := request.POST.get("answer"):
        passkeys.prove(request, account, answer, at=request.at)
        return None
    return factors.prove(account, typed, at=request.at)


def _come_in(
    request: Request, account: Account, to: str, left: int | None, *, remember: bool
) -> HttpResponse:
    entering.forget(request)
    entering.arrives(request, entering.Arrival(with_code=True))
    get_adapter(request).login(request, account)
    response = HttpResponseRedirect(to)
    viewer = viewer_of(account, on=day_of(request.at))
    if remember and viewer:
        label = browser_in_words(request.headers.get("User-Agent", ""))
        entering.remember(request, response, account, viewer.unit, label, request.at)
    if left is not None:
        messages.warning(
            request, _("Đã dùng một mã dự phòng; còn %d mã. Gần hết thì lập danh sách mới.") % left
        )
    return response


def _page(request: HttpRequest, account: Account, form: CodeForm) -> HttpResponse:
    context = {"title": _("Nhập mã xác thực"), "form": form, "key": passkeys.ask(request, account)}
    return render(request, "people/sign_in_code.html", context, status=REFUSED if form.is_bound else 200)


def _start_again(request: Request) -> HttpResponse:
    if request.method == "POST":
        messages.warning(request, refusals_factors.SignInStale().sentence)
    return redirect("account_login")
