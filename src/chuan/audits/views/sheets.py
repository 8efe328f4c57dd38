"""The working sheet: one form without script; with it, every answer is kept as it is typed, line down or not."""

from __future__ import annotations

import uuid
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.audits.actions import answering, checklists
from chuan.audits.actions.answering import Meanwhile
from chuan.audits.answers import standing, versions
from chuan.audits.forms import ItemForm
from chuan.audits.models import Answer, Audit, ChecklistItem
from chuan.audits.own import own_processes
from chuan.audits.permissions import (
    is_on_team,
    may_keep,
    may_read_work,
    may_work,
    require_read_work,
    require_work,
)
from chuan.audits.typed import Line, arriving, base_at, key_of, lines, typed_at
from chuan.audits.views.around import audit_of, audit_url, crumbs, pressed, scope_of
from chuan.people.door import Request
from chuan.people.sent_forms import sent
from chuan.processes.views.forms import around, saved
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.ui import formatters as say


def shown(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The whole sheet; sending it writes the lines that were changed and shows both where two people wrote."""
    audit = audit_of(request, uid)
    require_read_work(audit, request.viewer)
    items = list(_items(audit))
    if request.method != "POST":
        return _page(request, audit, lines(items, standing(audit)))
    require_work(audit, request.viewer)
    earlier = versions(audit)
    meanwhile: list[Meanwhile] = []
    try:
        brought = arriving(request.POST, items, earlier)
        if brought:
            _written, meanwhile = answering.answer_all(audit, brought, by=request.viewer, at=request.at)
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        return _page(request, audit, lines(items, standing(audit), request.POST), refused.sentence)
    if meanwhile:
        rows = lines(items, standing(audit), None, meanwhile)
        return _page(request, audit, rows, answering.told(meanwhile).sentence)
    messages.success(request, _("Đã lưu %s câu.") % say.number(len(brought)))
    return redirect("audits:sheet", uid=audit.uid)


def save(request: Request, uid: uuid.UUID) -> HttpResponse:
    """One answer as it was typed, for the page's script: 200 written, 409 somebody else wrote, 422 refused."""
    item = _item(request, uid)
    if request.method != "POST":
        return redirect("audits:sheet", uid=item.audit.uid)
    require_work(item.audit, request.viewer)
    typed = typed_at(request.POST, item.ordinal)
    brought = answering.Arriving(item, typed, base_at(request.POST, item.ordinal), _key(request, item))
    try:
        found = answering.answer(item.audit, brought, by=request.viewer, at=request.at)
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        return JsonResponse({"sentence": refused.sentence}, status=422)
    if isinstance(found, Meanwhile):
        return JsonResponse(
            _told(found.standing) | {"sentence": answering.told([found]).sentence}, status=409
        )
    return JsonResponse(_told(found))


def draw_up(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Draw the checklist up, or add what a changed scope asks for."""
    audit = audit_of(request, uid)
    return pressed(
        request, lambda: checklists.draw_up(audit, by=request.viewer, at=request.at),
        done=_("Đã lập phiếu theo điều, quá trình và phát hiện kỳ trước."), back=audit_url(audit),
    )  # fmt: skip


def add(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A question of the team's own."""
    audit = audit_of(request, uid)
    require_work(audit, request.viewer, keeper_too=True)
    processes = scope_of(audit)
    form = ItemForm(sent(request), processes=processes)

    def keep() -> None:
        given = form.cleaned_data
        process = next((one for one in processes if str(one.uid) == given["process"]), None)
        checklists.add_item(
            audit, given["clause"], process, given["question"], by=request.viewer, at=request.at
        )

    return saved(
        request, form, keep, title=_("Thêm câu hỏi"), done=_("Đã thêm câu hỏi vào cuối phiếu."),
        back=reverse("audits:sheet", args=[audit.uid]), crumbs=crumbs(audit),
    )  # fmt: skip


def drop(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Take a question off that nobody answered."""
    item = _item(request, uid)
    return pressed(
        request, lambda: checklists.drop_item(item, by=request.viewer, at=request.at), done=_("Đã bỏ câu hỏi."),
        back=reverse("audits:sheet", args=[item.audit.uid]),
    )  # fmt: skip


def _page(request: Request, audit: Audit, rows: list[Line], refusal: str = "") -> HttpResponse:
    works = may_work(audit, request.viewer) and audit.status == Audit.Status.UNDER_WAY
    groups = [(key, list(some)) for key, some in groupby(rows, key=_heading)]
    barred = own_processes(
        audit, request.viewer.official, {row.item.process for row in rows if row.item.process}
    )
    context: dict[str, Any] = {
        **around(request), "title": _("Phiếu đánh giá %s") % audit.code, "crumbs": crumbs(audit), "audit": audit,
        "groups": groups, "works": works, "barred": barred, "refusal": refusal, "verdicts": Answer.Verdict.choices,
        "form_key": uuid.uuid4(), "who": request.viewer.account.uid,
        "writes": audit.status in checklists.OPEN
        and (may_keep(request.viewer) or is_on_team(audit, request.viewer)),
    }  # fmt: skip
    return render(request, "audits/sheet.html", context, status=422 if refusal else 200)


def _heading(line: Line) -> str:
    if line.item.about_id:
        return str(_("Phát hiện kỳ trước"))
    if line.item.process is not None:
        return str(line.item.process)
    return str(_("Cả đơn vị"))


def _told(answer: Answer) -> dict[str, Any]:
    return {
        "version": answer.version, "verdict": answer.verdict, "verdict_words": str(answer.get_verdict_display()),
        "notes": answer.notes, "evidence": answer.evidence, "at": say.clock(say.local(answer.recorded_at)),
        "who": answer.by.name if answer.by else "",
    }  # fmt: skip


def _key(request: Request, item: ChecklistItem) -> uuid.UUID:
    """The key made where it was typed; one of the form's where that is no key."""
    try:
        return uuid.UUID(request.POST.get("key", ""))
    except ValueError:
        return key_of(request.POST, item, typed_at(request.POST, item.ordinal))


def _items(audit: Audit) -> Any:
    rows = audit.items.filter(dropped_at__isnull=True).select_related("process", "about__audit")
    return rows.order_by("ordinal")


def _item(request: Request, uid: uuid.UUID) -> ChecklistItem:
    seen = Audit.objects.seen_by(request.viewer)
    rows = ChecklistItem.objects.filter(audit__in=seen, dropped_at__isnull=True)
    row = get_object_or_404(rows.select_related("audit__owner_unit", "process"), uid=uid)
    if not may_read_work(row.audit, request.viewer):
        raise NotFound(thing=_("câu hỏi này"))
    return row
