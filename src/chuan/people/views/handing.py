"""Bàn giao: the list made, looked at, confirmed by both, withdrawn; and its paper."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chuan.paper.pdf import to_pdf
from chuan.paper.word import to_docx
from chuan.people import handing, permissions
from chuan.people.actions import handing as actions
from chuan.people.door import Request
from chuan.people.handing_forms import (
    HandoverForm,
    InHisPlaceForm,
    Row,
    WithdrawForm,
    choices_of,
    lines_by_key,
    rows_of,
)
from chuan.people.handing_paper import record_of
from chuan.people.models import Handover, HandoverLine, Official
from chuan.people.refusals_handing import NotForReceiver
from chuan.people.saying import said_on
from chuan.people.views.pages import crumbs_to, official_of
from chuan.rules.lifecycles import HANDOVER
from chuan.rules.refusals import NotFound, NotYours
from chuan.ui.files import attachment

REFUSED = 422
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
_ON_FIELD = {
    "handover_to_self": "receiver", "receiver_cannot_sign_in": "receiver", "before_unit": "on",
    "handover_before_holding": "on", "citation_missing": "citation",
}  # fmt: skip


def everything(request: Request) -> HttpResponse:
    """Handovers of the unit for keepers and readers of the trail; for others, their own."""
    found = Handover.objects.seen_by(request.viewer).filter(handing.mine_or_all(request.viewer))
    rows = found.select_related("giver", "receiver").order_by("-prepared_at", "-pk")
    page = Paginator(rows, 50).get_page(request.GET.get("trang"))
    context = {
        "title": _("Bàn giao"),
        "page": page,
        "rows": [(one, HANDOVER.statuses[one.status]) for one in page.object_list],
        "crumbs": crumbs_to(),
        "where": request.viewer.unit.committee,
        "demo": request.viewer.unit.example,
        "own": request.viewer.official,
    }
    return render(request, "people/handovers.html", context)


def prepare(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Make the list of what an official hands over: by a keeper, or by the official."""
    giver = official_of(request, uid)
    if giver.unit_id != request.viewer.unit.pk:
        raise NotFound(thing=_("cán bộ này"))
    if not actions.may_prepare(request.viewer, giver):
        raise NotYours(thing=_("Bàn giao của %s") % giver.name, owner=giver.name)
    if (waiting := handing.open_of(giver)) is not None:
        messages.info(request, _("Đang có một bàn giao của %s chờ xác nhận.") % giver.name)
        return redirect("people:handover", uid=waiting.uid)
    return _form_page(request, giver, None)


def relist(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Make the list anew: what came since stands on it, and both confirm again."""
    found = _handover(request, uid)
    if not actions.may_prepare(request.viewer, found.giver):
        raise NotYours(thing=_("Bàn giao của %s") % found.giver.name, owner=found.giver.name)
    return _form_page(request, found.giver, found)


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The list, what changed since, who has confirmed, what may be done now."""
    found = _handover(request, uid)
    return render(request, "people/handover.html", _page(request, found))


@require_POST
def confirm(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The giver's word, or the receiver's: each in his own account, of the list that was shown."""
    found, seen = _handover(request, uid), request.POST.get("da-xem", "")
    own = request.viewer.official
    if own is not None and own.pk == found.receiver_id:
        actions.accept(found, seen=seen, by=request.viewer, at=request.at)
        messages.success(request, _("Đã nhận bàn giao; công việc đã chuyển sang %s.") % found.receiver.name)
    else:
        actions.give(found, seen=seen, by=request.viewer, at=request.at)
        messages.success(request, _("Đã xác nhận; chờ %s xác nhận.") % found.receiver.name)
    return redirect("people:handover", uid=found.uid)


def confirm_for(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A keeper's word in the place of a giver who cannot sign in any more."""
    found = _handover(request, uid)
    if not actions.may_give_for(request.viewer, found):
        raise NotYours(thing=_("Bàn giao của %s") % found.giver.name, owner=found.giver.name)
    form = InHisPlaceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with said_on(form, citation_missing="reason"):
            seen = request.POST.get("da-xem", "")
            reason = form.cleaned_data["reason"]
            actions.give(found, seen=seen, reason=reason, by=request.viewer, at=request.at)
            messages.success(request, _("Đã xác nhận thay; chờ %s xác nhận.") % found.receiver.name)
            return redirect("people:handover", uid=found.uid)
    return _small_form(request, found, form, _("Xác nhận thay người giao"), _("Xác nhận thay"))


def withdraw(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Give the handover up, with the reason."""
    found = _handover(request, uid)
    if not actions.may_withdraw(request.viewer, found):
        raise NotYours(thing=_("Bàn giao của %s") % found.giver.name, owner=found.giver.name)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with said_on(form, withdraw_reason_missing="reason"):
            reason = form.cleaned_data["reason"]
            actions.withdraw(found, reason=reason, by=request.viewer, at=request.at)
            messages.success(request, _("Đã rút bàn giao."))
            return redirect("people:handover", uid=found.uid)
    return _small_form(request, found, form, _("Rút bàn giao"), _("Rút bàn giao"))


def paper_docx(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The record of the handover as a Word file, for both to sign."""
    found = _handover(request, uid)
    return attachment(to_docx(record_of(found, list(found.lines.all()))), "bien-ban-ban-giao.docx", DOCX)


def paper_pdf(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The same as PDF."""
    found = _handover(request, uid)
    return attachment(to_pdf(record_of(found, list(found.lines.all()))), "bien-ban-ban-giao.pdf", PDF)


def _handover(request: Request, uid: uuid.UUID) -> Handover:
    seen = Handover.objects.seen_by(request.viewer).filter(uid=uid)
    related = ("unit", "giver__unit", "giver__account", "receiver__account", "prepared_by", "given_for")
    found = seen.select_related(*related, "withdrawn_by").first()
    if found is None:
        raise NotFound(thing=_("bàn giao này"))
    if not handing.may_open(request.viewer, found):
        raise NotYours(thing=_("Bàn giao này"), owner=found.giver.name)
    return found


def _form_page(request: Request, giver: Official, before: Handover | None) -> HttpResponse:
    """The form of the list, for a new handover or for one whose list is made anew."""
    posted = request.POST if request.method == "POST" else None
    form = HandoverForm(posted, receivers=handing.receivers(giver), initial=_initial(before))
    status, refused = 200, dict[str, str]()
    if posted is not None and form.is_valid():
        with said_on(form, **_ON_FIELD), _noted(refused):
            terms = actions.Terms(**form.cleaned_data, choices=choices_of(posted))
            if before is None:
                made = actions.prepare(giver, terms, by=request.viewer, at=request.at)
            else:
                actions.relist(made := before, terms, by=request.viewer, at=request.at)
            messages.success(request, _("Đã lập danh mục. Người giao xác nhận trước, rồi đến người nhận."))
            return redirect("people:handover", uid=made.uid)
    if posted is not None:
        status = REFUSED
    keeper = permissions.may_keep_staff(request.viewer)
    lines = lines_by_key(before.lines.all()) if before else {}
    rows = rows_of(
        handing.items_of(giver, request.on), by_keeper=keeper, posted=posted, before=lines, refused=refused
    )
    context = _form_context(giver, form, rows) | {"keeper": keeper, "back": _back(giver, before)}
    return render(request, "people/handover_form.html", context, status=status)


@contextmanager
def _noted(refused: dict[str, str]) -> Iterator[None]:
    """Keep which lines were refused, so that each says why beside itself."""
    try:
        yield
    except NotForReceiver as refusal:
        refused.update(refusal.lines)
        raise


def _form_context(giver: Official, form: HandoverForm, rows: list[Row]) -> dict[str, Any]:
    groups = [(words, list(some)) for words, some in groupby(rows, key=lambda row: row.item.group)]
    return {
        "title": _("Lập bàn giao"),
        "where": giver.name,
        "crumbs": crumbs_to(giver),
        "form": form,
        "giver": giver,
        "groups": groups,
        "demo": giver.unit.example,
    }


def _initial(before: Handover | None) -> dict[str, Any]:
    if before is None:
        return {}
    return {"receiver": before.receiver.uid, "on": before.on, "citation": before.citation}


def _back(giver: Official, before: Handover | None) -> str:
    if before is not None:
        return reverse("people:handover", args=[before.uid])
    return reverse("people:one", args=[giver.uid])


def _page(request: Request, found: Handover) -> dict[str, Any]:
    lines = list(found.lines.all())
    items = handing.items_of(found.giver, request.on) if found.open else []
    changes = handing.changes_of(found, lines, items) if found.open else handing.Changes((), ())
    own, viewer = request.viewer.official, request.viewer
    giving = own is not None and own.pk == found.giver_id and found.status == "prepared"
    taking = own is not None and own.pk == found.receiver_id and found.status == "given"
    return {
        "title": _("Bàn giao của %s") % found.giver.name,
        "where": _("cho %(name)s, từ ngày %(on)s") % {"name": found.receiver.name, "on": f"{found.on:%d/%m/%Y}"},
        "crumbs": [*crumbs_to(), (_("Bàn giao"), reverse("people:handovers"))],
        "demo": found.unit.example,
        "handover": found,
        "status": HANDOVER.statuses[found.status],
        "groups": _groups(lines, changes),
        "changes": changes,
        "seen": handing.digest_of(items),
        "giving": giving and not changes.new,
        "taking": taking and not changes.new,
        "early": taking and request.on < found.on,
        "may_relist": found.open and actions.may_prepare(viewer, found.giver),
        "may_give_for": found.status == "prepared" and not changes.new and actions.may_give_for(viewer, found),
        "may_withdraw": found.open and actions.may_withdraw(viewer, found),
    }  # fmt: skip


def _groups(
    lines: list[HandoverLine], changes: handing.Changes
) -> list[tuple[str, list[tuple[HandoverLine, bool]]]]:
    words, gone = handing.words_of_holders(), {one.pk for one in changes.gone}
    return [
        (words.get(holder, holder), [(one, one.pk in gone) for one in some])
        for holder, some in groupby(lines, key=lambda line: line.holder)
    ]


def _small_form(request: Request, found: Handover, form: Any, title: str, button: str) -> HttpResponse:
    context = {
        "title": title,
        "where": _("%(giver)s giao cho %(receiver)s")
        % {"giver": found.giver.name, "receiver": found.receiver.name},
        "crumbs": [*crumbs_to(), (_("Bàn giao"), reverse("people:handovers"))],
        "form": form,
        "button": button,
        "back": reverse("people:handover", args=[found.uid]),
        "seen": handing.digest_of(handing.items_of(found.giver, request.on)),
    }
    status = REFUSED if request.method == "POST" else 200
    return render(request, "people/handover_verb.html", context, status=status)
