"""Passkeys of one's own: added with the help of the page's script, removed. Off means: no such address."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from chuan.people import passkeys
from chuan.people.actions import factors
from chuan.people.actions import passkeys as actions
from chuan.people.door import Request
from chuan.people.forms_sign_in import PasskeyForm
from chuan.people.saying import said_on
from chuan.rules.refusals import NotFound

REFUSED = 422


@never_cache
def add(request: Request) -> HttpResponse:
    """A form with a name; the browser makes the key when the button is pressed."""
    _require_offered()
    account = request.viewer.account
    if not factors.has_factor(account):
        return redirect("people:set_up")
    form = PasskeyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with said_on(form):
            passkeys.add(
                request, account, form.cleaned_data["answer"], form.cleaned_data["label"], at=request.at
            )
            messages.success(request, _("Đã thêm khóa truy cập."))
            return redirect("people:account")
    context = {
        "title": _("Thêm khóa truy cập"),
        "form": form,
        "key": passkeys.ask_new(request, account),
        "crumbs": [(_("Tài khoản của tôi"), reverse("people:account"))],
    }
    return render(request, "people/passkey_add.html", context, status=REFUSED if form.is_bound else 200)


@require_POST
def remove(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Take a key away."""
    _require_offered()
    actions.remove(request.viewer.account, uid, at=request.at)
    messages.success(request, _("Đã bỏ khóa truy cập."))
    return redirect("people:account")


def _require_offered() -> None:
    if not passkeys.offered():
        raise NotFound(thing=_("trang này"))
