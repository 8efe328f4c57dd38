"""What the pages of this room share: an audit the viewer may see, its way, acts behind one button."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.audits.models import Audit
from chuan.people.door import Request
from chuan.processes.models import Process
from chuan.processes.views.forms import Crumbs, into
from chuan.rules.refusals import NotAllowed, NotFound, Refused


def audit_of(request: Request, uid: uuid.UUID) -> Audit:
    """The audit, or 404."""
    rows = Audit.objects.seen_by(request.viewer).select_related("owner_unit", "programme")
    return get_object_or_404(rows, uid=uid)


def scope_of(audit: Audit) -> list[Process]:
    """The processes the audit looks at, in their order."""
    rows = audit.scope.select_related("process").order_by("process__position", "process__pk")
    return [one.process for one in rows]


def audit_url(audit: Audit) -> str:
    """Its page."""
    return reverse("audits:audit", args=[audit.uid])


def crumbs(audit: Audit | None = None) -> Crumbs:
    """The way to a page below the programme, or below an audit."""
    way = into(_("Đánh giá nội bộ"), reverse("audits:year"))
    return [*way, (audit.code, audit_url(audit))] if audit is not None else way


def pressed(request: Request, do: Callable[[], object], *, done: str, back: str) -> HttpResponse:
    """An act behind one button: done and led back, or led back with the reason why not."""
    if request.method == "POST":
        try:
            do()
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            messages.error(request, refused.sentence)
        else:
            messages.success(request, done)
    return redirect(back)
