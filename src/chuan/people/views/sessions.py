"""Sessions and remembered computers: ended and forgotten, one's own or, by a keeper, somebody's."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from chuan.people import proofs
from chuan.people.actions import sessions
from chuan.people.door import Request
from chuan.people.views.pages import done, kept


@require_POST
def end(request: Request, uid: uuid.UUID) -> HttpResponse:
    """End one of one's own sessions."""
    sessions.end_session(request.viewer.account, uid, at=request.at)
    messages.success(request, _("Đã kết thúc phiên đó."))
    return redirect("people:account")


@require_POST
def end_others(request: Request) -> HttpResponse:
    """End every session of one's own but this one."""
    count = sessions.end_others(request.viewer.account, keep=proofs.sitting_of(request), at=request.at)
    messages.success(
        request, ngettext("Đã kết thúc %d phiên khác.", "Đã kết thúc %d phiên khác.", count) % count
    )
    return redirect("people:account")


@require_POST
def forget(request: Request, uid: uuid.UUID) -> HttpResponse:
    """This computer asks for the code again."""
    sessions.forget_computer(request.viewer.account, uid, at=request.at)
    messages.success(request, _("Máy đó sẽ hỏi mã ở lần đăng nhập sau."))
    return redirect("people:account")


@require_POST
def end_all_of(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A keeper ends every session of somebody, and forgets the computers."""
    official = kept(request, uid)
    count = sessions.end_sessions_of(official, by=request.viewer, at=request.at)
    said = ngettext("Đã kết thúc %(n)d phiên của %(name)s.", "Đã kết thúc %(n)d phiên của %(name)s.", count)
    return done(request, official, said % {"n": count, "name": official.name})
