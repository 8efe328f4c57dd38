"""One audit: its page, its plan, its announcement."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from chuan.audits.actions import audits as actions
from chuan.audits.actions.drafting import draft_of
from chuan.audits.covering import chapters, processes_of
from chuan.audits.following import followed
from chuan.audits.forms import AnnounceForm, PlanForm, ReasonForm
from chuan.audits.models import Audit, Finding, Programme
from chuan.audits.own import standing_team
from chuan.audits.permissions import may_keep, may_prepare, may_read_work, may_work, require_keep
from chuan.audits.showing import next_step, sheet_of
from chuan.audits.views.around import audit_of, audit_url, crumbs, pressed, scope_of
from chuan.offers.subjects import Described, Subject, describe
from chuan.people.door import Request
from chuan.people.sent_forms import sent
from chuan.processes.models import Process
from chuan.processes.views.forms import around, saved
from chuan.rules.refusals.audits import AuditEndsBeforeItBegins
from chuan.rules.types import Period

REPORT_AFTER = timedelta(days=14)
"""How long after the last day the report is proposed to be due; a form shows it and it may be changed."""


def shown(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What it looks at, who looks, how far it is, what was found, what is next."""
    audit = audit_of(request, uid)
    findings = list(
        Finding.objects.seen_by(request.viewer)
        .filter(audit=audit)
        .select_related("process", "audit")
        .order_by("ordinal")
    )
    sheet = sheet_of(audit)
    context: dict[str, Any] = {
        **around(request), "title": _("Đánh giá nội bộ %s") % audit.code, "crumbs": crumbs(), "audit": audit,
        "scope": audit.scope.select_related("process", "auditor").order_by("process__position", "pk"),
        "team": standing_team(audit), "sheet": sheet, "findings": findings, "followed": followed(findings),
        "samples": audit.samples.select_related("process").order_by("pk"),
        "step": next_step(audit, sheet, findings, request.viewer), "reads": may_read_work(audit, request.viewer),
        "works": may_work(audit, request.viewer), "keeper": _keeps(request, audit),
        "prepares": may_prepare(audit, request.viewer),
        "told": audit.status in (Audit.Status.REPORTED, Audit.Status.CLOSED), "paper": _paper(request, audit),
    }  # fmt: skip
    return render(request, "audits/audit.html", context)


def _paper(request: Request, audit: Audit) -> Described | None:
    """The report as a paper, by number and day once it left the house; None: there is none that the viewer may see."""
    found = draft_of(audit)
    if found is None:
        return None
    subject = Subject("document" if found.stage == "issued" else "draft", found.uid)
    return describe([subject], request.viewer).get(subject)


def add(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Put an audit into the programme; days, processes and clauses are filled in for a whole round."""
    require_keep(request.viewer)
    programme = get_object_or_404(
        Programme.objects.seen_by(request.viewer).select_related("owner_unit"), uid=uid
    )
    processes = processes_of(programme.owner_unit, min(request.on, date(programme.year, 12, 31)))
    form = PlanForm(
        sent(request), processes=processes, initial=_first_guess(programme, processes, request.on)
    )

    def save() -> str:
        row = actions.plan(programme, _planned(form, processes), by=request.viewer, at=request.at)
        return audit_url(row)

    return saved(
        request, form, save, title=_("Thêm cuộc đánh giá"), done=_("Đã lập kế hoạch; chọn đoàn."),
        back=f"/danh-gia/?nam={programme.year}", crumbs=crumbs(),
    )  # fmt: skip


def edit(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Change the plan while nobody was told."""
    require_keep(request.viewer)
    audit = audit_of(request, uid)
    processes = processes_of(audit.owner_unit, min(request.on, date(audit.programme.year, 12, 31)))
    given = {
        "aim": audit.aim, "first": audit.period_start, "last": audit.period_end - timedelta(days=1),
        "starts_on": audit.starts_on, "ends_on": audit.ends_on, "report_due_on": audit.report_due_on,
        "processes": [str(one.uid) for one in scope_of(audit)], "clauses": audit.numbers,
    }  # fmt: skip
    form = PlanForm(sent(request), processes=processes, initial=given)
    return saved(
        request, form,
        lambda: actions.plan_otherwise(audit, _planned(form, processes), by=request.viewer, at=request.at),
        title=_("Đổi kế hoạch"), done=_("Đã đổi kế hoạch."), back=audit_url(audit), crumbs=crumbs(audit),
    )  # fmt: skip


def announce(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Tell the unit."""
    require_keep(request.viewer)
    audit = audit_of(request, uid)
    form = AnnounceForm(sent(request), initial={"on": request.on})

    def save() -> None:
        given = form.cleaned_data
        actions.announce(audit, given["on"], given["citation"], by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Báo trước"), done=_("Đã báo trước; ngày, phạm vi và đoàn được giữ."),
        back=audit_url(audit), crumbs=crumbs(audit),
        lead=_("Sau khi báo, ngày và phạm vi không đổi được nữa."),
    )  # fmt: skip


def begin(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The opening meeting was held."""
    audit = audit_of(request, uid)
    return pressed(
        request, lambda: actions.begin(audit, by=request.viewer, at=request.at), done=_("Đã bắt đầu; ghi phiếu được."),
        back=audit_url(audit),
    )  # fmt: skip


def call_off(request: Request, uid: uuid.UUID) -> HttpResponse:
    """It will not be done."""
    require_keep(request.viewer)
    audit = audit_of(request, uid)
    form = ReasonForm(sent(request))
    return saved(
        request, form,
        lambda: actions.call_off(audit, form.cleaned_data["reason"], by=request.viewer, at=request.at),
        title=_("Hoãn hẳn cuộc đánh giá"), done=_("Đã hoãn hẳn."), back=audit_url(audit), crumbs=crumbs(audit),
    )  # fmt: skip


def _first_guess(programme: Programme, processes: Sequence[Process], on: date) -> dict[str, object]:
    """A whole round: everything, the year up to now, two days from tomorrow (or in the year's last month)."""
    start = date(programme.year, 1, 1)
    ahead = max(on + timedelta(days=14), start) if on.year <= programme.year else date(programme.year, 12, 1)
    starts = min(ahead, date(programme.year, 12, 1))
    return {
        "first": start, "last": min(starts, date(programme.year, 12, 31)), "starts_on": starts,
        "ends_on": starts + timedelta(days=1), "report_due_on": starts + REPORT_AFTER,
        "processes": [str(one.uid) for one in processes], "clauses": chapters(),
    }  # fmt: skip


def _planned(form: PlanForm, processes: Sequence[Process]) -> actions.Planned:
    given, by_uid = form.cleaned_data, {str(one.uid): one for one in processes}
    if given["last"] < given["first"]:
        raise AuditEndsBeforeItBegins(first=given["first"], last=given["last"])
    return actions.Planned(
        given["aim"], Period(given["first"], given["last"] + timedelta(days=1)), given["starts_on"], given["ends_on"],
        given["report_due_on"], [by_uid[uid] for uid in given["processes"]], given["clauses"],
    )  # fmt: skip


def _keeps(request: Request, audit: Audit) -> bool:
    return may_keep(request.viewer) and audit.owner_unit_id == request.viewer.unit.pk
