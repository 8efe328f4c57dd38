"""Accounts of officials: issued, given a new password, closed. A one-time password is shown once."""

from __future__ import annotations

import uuid

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from chuan.people import actions
from chuan.people.door import Request
from chuan.people.forms import AccountForm, CloseForm
from chuan.people.models import Official
from chuan.people.saying import said_on
from chuan.people.signin import ISSUED_FOR
from chuan.people.views.pages import crumbs_to, done, kept, verb_page


@never_cache
def issue(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Let the official sign in; the one-time password is on the answer's page and nowhere else."""
    official = kept(request, uid)
    form = AccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with said_on(form, user_name_taken="username", user_name_unusable="username"):
            password = actions.issue_account(official, **form.cleaned_data, by=request.viewer, at=request.at)
            return say_once(request, official, password)
    return verb_page(request, form, _("Cấp tài khoản"), _("Cấp tài khoản"), official)


@never_cache
def reset(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A new one-time password; ends the official's sessions."""
    official = kept(request, uid)
    form = forms.Form(request.POST or None)
    if request.method == "POST":
        with said_on(form):
            return say_once(
                request, official, actions.reset_password(official, by=request.viewer, at=request.at)
            )
    return verb_page(request, form, _("Cấp lại mật khẩu"), _("Cấp lại mật khẩu"), official)


def close(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Whoever left signs in no more."""
    official = kept(request, uid)
    form = CloseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with said_on(form, citation_missing="citation"):
            actions.close_account(official, **form.cleaned_data, by=request.viewer, at=request.at)
            return done(request, official, _("Đã đóng tài khoản của %s.") % official.name)
    return verb_page(request, form, _("Đóng tài khoản"), _("Đóng tài khoản"), official)


def say_once(request: Request, official: Official, password: str) -> HttpResponse:
    """The page that shows a one-time password, this once."""
    official.refresh_from_db()
    context = {"title": _("Mật khẩu dùng một lần"), "crumbs": crumbs_to(official), "official": official}
    return render(request, "people/one_time.html", context | {"password": password, "days": ISSUED_FOR.days})
