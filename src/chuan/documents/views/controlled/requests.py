"""Đề nghị sửa tài liệu: asked by anybody with a reason, answered, each affected document settled."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Case, Count, Q, When
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.documents.actions import controlled as actions
from chuan.documents.controlled.permissions import check_asks, check_keeps, may_answer, may_keep
from chuan.documents.forms_controlled import AskForm, SettleForm
from chuan.documents.models import AffectedDocument, ChangeRequest, Document
from chuan.documents.updating import months_after, update_due
from chuan.documents.views.controlled.found import (
    REFUSED,
    address_of,
    crumbs_to,
    form_page,
    request_of,
    sent,
)
from chuan.people.door import Request
from chuan.rules.lifecycles import CHANGE_REQUEST
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.ui.formatters import day

PER_PAGE = 50
_OVER = Case(When(status__in=("open", "accepted"), then=0), default=1)
_USUAL_MONTHS = 1
"""The due day proposed where no act gives one."""


def listed(request: Request) -> HttpResponse:
    """Every request, those that wait first."""
    seen = ChangeRequest.objects.seen_by(request.viewer).select_related("asked_by")
    wanted = request.GET.get("o", "")
    rows = seen.filter(status=wanted) if wanted in CHANGE_REQUEST.statuses else seen
    left = Count("affected", filter=Q(affected__outcome="open"))
    rows = rows.annotate(left=left, total=Count("affected")).order_by(_OVER, "due_on", "-pk")
    counts = dict(seen.order_by().values_list("status").annotate(n=Count("pk")))
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "title": _("Đề nghị sửa tài liệu"),
        "crumbs": crumbs_to(),
        "demo": request.viewer.unit.example,
        "page": page,
        "rows": [(one, CHANGE_REQUEST.statuses[one.status].label) for one in page.object_list],
        "chips": _chips(counts, wanted),
        "filtered": wanted,
    }
    return render(request, "documents/controlled/requests.html", context)


def ask(request: Request) -> HttpResponse:
    """A new request; the address may name the act (``can-cu``) or a document (``tai-lieu``) it begins with."""
    check_asks(request.viewer)
    act = _act(request)
    form = AskForm(sent(request)[0], initial=_begun(request, act), viewer=request.viewer, act=act)

    def save() -> str:
        return address_of(actions.ask(form.asked(), by=request.viewer, at=request.at))

    context = {
        "title": _("Lập đề nghị sửa tài liệu"), "crumbs": crumbs_to(), "button": _("Gửi đề nghị"),
        "nothing_to_choose": not form.fields["affected"].choices,  # type: ignore[attr-defined]
    }  # fmt: skip
    return form_page(request, form, save, context, due_behind="due_on", opinion_missing="reason")


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """One request with each affected document; POST accepts or declines it."""
    found = request_of(request, uid)
    if request.method != "POST":
        return _page(request, found)
    note = request.POST.get("note", "")
    try:
        match request.POST.get("do", ""):
            case "accept":
                actions.accept(found, note, by=request.viewer, at=request.at)
            case "decline":
                actions.decline(found, note, by=request.viewer, at=request.at)
            case _other:
                raise NotFound(thing=_("việc vừa bấm"))
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        return _page(request, request_of(request, uid), refusal=refused.sentence)
    messages.success(request, _("Đã ghi."))
    return redirect(address_of(found))


def settle(request: Request, uid: uuid.UUID, document: uuid.UUID) -> HttpResponse:
    """What was done about one document of a request."""
    found = request_of(request, uid)
    affected = get_object_or_404(
        AffectedDocument.objects.select_related("controlled", "request__unit"),
        request=found,
        controlled__uid=document,
    )
    check_keeps(request.viewer)
    form = SettleForm(sent(request)[0], offered=actions.revisions_for(affected))

    def save() -> str:
        reason = form.cleaned_data["reason"]
        actions.settle(affected, revision=form.chosen, reason=reason, by=request.viewer, at=request.at)
        return address_of(found)

    context = {
        "title": _("Đã giải quyết: %s") % affected.controlled.code,
        "crumbs": [*crumbs_to(), (_("Đề nghị sửa"), address_of(found))],
        "button": _("Ghi"),
    }
    return form_page(request, form, save, context)


def _page(request: Request, found: ChangeRequest, *, refusal: str = "") -> HttpResponse:
    own = found.unit_id == request.viewer.unit.pk
    context = {
        "title": _("Đề nghị sửa tài liệu"),
        "crumbs": [*crumbs_to(), (_("Đề nghị sửa"), reverse("controlled:requests"))],
        "demo": found.unit.example,
        "found": found,
        "status": CHANGE_REQUEST.statuses[found.status].label,
        "affected": found.affected.select_related("controlled", "revision").order_by("controlled__code"),
        "may_answer": own and found.status == "open" and may_answer(request.viewer),
        "may_settle": own and found.status == "accepted" and may_keep(request.viewer),
        "note": request.POST.get("note", ""),
        "refusal": refusal,
    }
    return render(request, "documents/controlled/request.html", context, status=REFUSED if refusal else 200)


def _act(request: Request) -> Document | None:
    wanted = request.GET.get("can-cu", "")
    seen = Document.objects.seen_by(request.viewer).filter(direction=Document.Direction.EXTERNAL)
    try:
        return seen.filter(uid=uuid.UUID(wanted)).first() if wanted else None
    except ValueError:
        return None


def _begun(request: Request, act: Document | None) -> dict[str, Any]:
    """A document named in the address, or the act with the day by which its end is to be followed."""
    begun: dict[str, Any] = {
        "affected": request.GET.getlist("tai-lieu"),
        "due_on": months_after(request.on, _USUAL_MONTHS),
    }
    if act is None:
        return begun
    source = act.title
    if act.effective_to is not None:
        source = _("%(title)s hết hiệu lực từ %(on)s") % {"title": act.title, "on": day(act.effective_to)}
        begun["due_on"] = max(_last_day(act.effective_to), request.on)
    return begun | {"source": source[:300]}


def _last_day(ended_on: date) -> date:
    """Three months after the change (QĐ 19/2014/QĐ-TTg art 4.4a)."""
    return update_due(ended_on).on


def _chips(counts: dict[str, int], wanted: str) -> list[tuple[str, str, int, bool]]:
    base = reverse("controlled:requests")
    chips = [(_("Mọi đề nghị"), base, sum(counts.values()), wanted == "")]
    for status, told in CHANGE_REQUEST.statuses.items():
        if counts.get(status):
            chips.append((told.label.capitalize(), f"{base}?o={status}", counts[status], wanted == status))
    return chips
