"""Asked again who it is, before an act that needs a fresh proof; what was typed comes along.

On the page of a form the proof is asked first. A form sent when the proof has gone stale is not lost:
its fields ride along, signed for this account and this address, and are sent again after the proof.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from chuan.people import passkeys, proofs, stepping
from chuan.people.actions import factors
from chuan.people.door import Request
from chuan.people.forms_sign_in import ProveByCodeForm, ProveByPasswordForm
from chuan.people.models import Account
from chuan.rules.refusals import Refused

REFUSED = 422
_SALT = "chuan.people.held"
_KEPT_FOR = 3600
"""Seconds for which a form that rides along may still be sent."""


def ask(request: HttpRequest) -> HttpResponse:
    """Lead to the proof: by its address from a page, with the fields held from a form that was sent."""
    name = request.resolver_match.view_name if request.resolver_match else ""
    if request.method == "POST" and stepping.rides_along(name):
        held = signing.dumps(_held(request), salt=_SALT, compress=True)
        return _page(request, _form(request, bound=False), held=held, files=bool(request.FILES))
    return redirect(f"{reverse('people:prove')}?{urlencode({'next': request.get_full_path()})}")


@never_cache
def prove(request: Request) -> HttpResponse:
    """Take the code, the passkey or the password; then back to the page, or on with the form."""
    form, held = _form(request, bound=request.method == "POST"), request.POST.get("held", "")
    if request.method == "POST" and _proved(request, form):
        proofs.mark_fresh(request, request.viewer.account, at=request.at)
        proofs.new_key(request)
        return _go_on(request, held) if held else redirect(_next(request))
    return _page(request, form, held=held, files=request.POST.get("files") == "1")


def _proved(request: Request, form: forms.Form) -> bool:
    account, answer = request.viewer.account, request.POST.get("answer", "")
    if answer:
        form.fields.clear()
    if not form.is_valid():
        return False
    try:
        if answer:
            passkeys.prove(request, account, answer, at=request.at)
        elif "code" in form.cleaned_data:
            factors.prove(account, form.cleaned_data["code"], at=request.at)
    except Refused as refusal:
        form.add_error("code" if "code" in form.fields else None, refusal.sentence)
    return not form.errors


def _form(request: HttpRequest, *, bound: bool) -> forms.Form:
    account = request.user
    assert isinstance(account, Account)
    data = request.POST if bound else None
    if factors.has_factor(account):
        return ProveByCodeForm(data)
    return ProveByPasswordForm(data, user=account, request=request)


def _page(request: HttpRequest, form: forms.Form, *, held: str, files: bool) -> HttpResponse:
    assert isinstance(request.user, Account)
    context = {
        "title": _("Xác nhận lại"),
        "form": form,
        "held": held,
        "had_files": files,
        "next": _next(request),
        "key": passkeys.ask(request, request.user),
    }
    sent = request.method == "POST"
    return render(request, "people/prove.html", context, status=REFUSED if sent else 200)


def _held(request: HttpRequest) -> dict[str, Any]:
    fields = [(name, value) for name, values in request.POST.lists() for value in values]
    assert isinstance(request.user, Account)
    return {
        "account": request.user.pk,
        "to": request.get_full_path(),
        "fields": [pair for pair in fields if pair[0] != "csrfmiddlewaretoken"],
        "files": bool(request.FILES),
    }


def _go_on(request: Request, held: str) -> HttpResponse:
    """The form that was sent, to be sent again by one button; a forged or old one is dropped."""
    try:
        kept = signing.loads(held, salt=_SALT, max_age=_KEPT_FOR)
    except signing.BadSignature:
        return redirect("home")
    if kept["account"] != request.viewer.account.pk:
        return redirect("home")
    context = {
        "title": _("Đã xác nhận"),
        "to": kept["to"],
        "fields": kept["fields"],
        "had_files": kept["files"],
    }
    return render(request, "people/go_on.html", context)


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or "/"
    ours = url_has_allowed_host_and_scheme(wanted, None) and wanted.startswith("/")
    return wanted if ours else "/"
