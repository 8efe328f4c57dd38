"""Signing in at the common provider: away, and back. Off means: no such address."""

from __future__ import annotations

import logging
import uuid

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from chuan.people import entering, outside
from chuan.people.actions import outside as actions
from chuan.people.door import Request
from chuan.people.models import Account
from chuan.people.refusals_factors import OutsideSignInRefused
from chuan.people.views.pages import done, kept
from chuan.rules.refusals import Refused

log = logging.getLogger(__name__)
_NOTE = "outside"


@never_cache
@require_GET
def leave(request: Request) -> HttpResponse:
    """Send the browser to the provider."""
    of = _client()
    try:
        address, note = outside.begin(of, back=_back(request))
    except Refused as refusal:
        return _refused(request, refusal)
    wanted = request.GET.get("next", "")
    note["to"] = wanted if url_has_allowed_host_and_scheme(wanted, None) else reverse("home")
    request.session[_NOTE] = note
    return HttpResponseRedirect(address)


@never_cache
@require_GET
def back(request: Request) -> HttpResponse:
    """The provider's answer: to the code where one is due, else in. The note of the way out counts once."""
    of, note = _client(), request.session.pop(_NOTE, {})
    try:
        identity = outside.finish(of, note, request.GET.dict(), back=_back(request), at=request.at)
        account = actions.account_of(identity, at=request.at)
    except Refused as refusal:
        return _refused(request, refusal)
    if not identity.with_code and entering.needs_code(request, account, at=request.at):
        entering.wait_for_code(request, account, to=note["to"], at=request.at)
        return redirect("sign_in_code")
    return _come_in(request, account, note["to"], with_code=identity.with_code)


@require_POST
def unlink(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A keeper undoes the link of somebody's account."""
    official = kept(request, uid)
    actions.unlink(official, by=request.viewer, at=request.at)
    return done(request, official, _("Đã bỏ liên kết đăng nhập chung của %s.") % official.name)


def _come_in(request: Request, account: Account, to: str, *, with_code: bool) -> HttpResponse:
    if with_code:
        entering.arrives(request, entering.Arrival(with_code=True))
    get_adapter(request).login(request, account)
    return HttpResponseRedirect(to)


def _client() -> outside.Client:
    if (found := outside.client()) is None:
        raise Http404
    return found


def _back(request: Request) -> str:
    scheme = "https" if settings.HTTPS else request.scheme
    return f"{scheme}://{request.get_host()}{reverse('outside_back')}"


def _refused(request: Request, refusal: Refused) -> HttpResponse:
    if isinstance(refusal, OutsideSignInRefused):
        log.warning("common sign-in refused: %s", refusal.why)
    context = {"title": _("Chưa đăng nhập được"), "refusal_sentence": refusal.sentence}
    return render(request, "people/outside_refused.html", context, status=403)
