"""The team: who may look at which process and why not, who is given what."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.audits.actions import teams as actions
from chuan.audits.forms import LentForm, MemberForm, ReasonForm
from chuan.audits.models import Audit, AuditedProcess, Auditor
from chuan.audits.own import reasons, standing_team
from chuan.audits.permissions import may_keep, require_keep
from chuan.audits.views.around import audit_of, crumbs, pressed
from chuan.offers.auditing import competent
from chuan.people.door import Request
from chuan.people.models import Official
from chuan.people.sent_forms import sent
from chuan.processes.views.forms import around, saved
from chuan.rules.refusals import NotAllowed, NotFound, Refused


def shown(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The table of members and processes; one form gives every process to somebody who may look at it."""
    audit = audit_of(request, uid)
    team, refusal = standing_team(audit), ""
    scope = list(audit.scope.select_related("process").order_by("process__position", "pk"))
    if request.method == "POST":
        require_keep(request.viewer)
        try:
            actions.assign(audit, _given(request, scope, team), by=request.viewer, at=request.at)
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
        else:
            return pressed(request, lambda: None, done=_("Đã giao từng quá trình."), back=_url(audit))
    return render(
        request,
        "audits/team.html",
        _context(request, audit, scope, team, refusal),
        status=422 if refusal else 200,
    )


def add(request: Request, uid: uuid.UUID) -> HttpResponse:
    """An official of the unit joins."""
    require_keep(request.viewer)
    audit = audit_of(request, uid)
    officials = list(
        Official.objects.seen_by(request.viewer).filter(unit=audit.owner_unit_id).order_by("name", "pk")
    )
    shows = competent([one.uid for one in officials], audit.starts_on)
    words = [
        (one, shows[one.uid].words if one.uid in shows else _("chưa có minh chứng")) for one in officials
    ]
    words.sort(key=lambda one: one[0].uid not in shows)
    form = MemberForm(sent(request), officials=words)

    def save() -> None:
        [official] = [one for one in officials if str(one.uid) == form.cleaned_data["official"]]
        actions.join_official(
            audit, official, lead=form.cleaned_data["lead"], by=request.viewer, at=request.at
        )

    return saved(
        request, form, save, title=_("Thêm người vào đoàn"), button=_("Thêm vào đoàn"), done=_("Đã thêm vào đoàn."),
        back=_url(audit), crumbs=crumbs(audit),
        lead=_("Người trong đoàn phải có minh chứng về đánh giá nội bộ ở trang Năng lực."),
    )  # fmt: skip


def invite(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Somebody of a neighbouring unit joins."""
    require_keep(request.viewer)
    audit = audit_of(request, uid)
    form = LentForm(sent(request))

    def save() -> None:
        given = form.cleaned_data
        lent = actions.Lent(given["name"], given["from_unit"], given["document"], given["evidence"])
        actions.add_outsider(audit, lent, lead=given["lead"], by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Mời người của đơn vị bạn"), button=_("Thêm vào đoàn"),
        done=_("Đã thêm vào đoàn."), back=_url(audit), crumbs=crumbs(audit),
        lead=_("Đơn vị nhỏ, ai cũng làm việc được đánh giá, thì trao đổi đánh giá viên với phường, xã bạn."),
    )  # fmt: skip


def lead(request: Request, uid: uuid.UUID) -> HttpResponse:
    """This member leads."""
    member = _member(request, uid)
    return pressed(
        request, lambda: actions.lead(member, by=request.viewer, at=request.at), done=_("Đã chọn trưởng đoàn."),
        back=_url(member.audit),
    )  # fmt: skip


def leave(request: Request, uid: uuid.UUID) -> HttpResponse:
    """This member leaves."""
    require_keep(request.viewer)
    member = _member(request, uid)
    form = ReasonForm(sent(request))
    return saved(
        request, form,
        lambda: actions.leave(member, form.cleaned_data["reason"], by=request.viewer, at=request.at),
        title=_("Rút %s khỏi đoàn") % member.name, button=_("Rút khỏi đoàn"),
        done=_("Đã rút khỏi đoàn; quá trình của người ấy chờ giao lại."), back=_url(member.audit),
        crumbs=crumbs(member.audit),
    )  # fmt: skip


def _context(
    request: Request, audit: Audit, scope: list[AuditedProcess], team: list[Auditor], refusal: str
) -> dict[str, Any]:
    told = reasons(team, [one.process for one in scope], audit)
    rows = [
        {
            "scope": one, "name": f"giao_{one.process.uid}",
            "members": [(member, told[member.pk, one.process.pk]) for member in team],
            "chosen": request.POST.get(f"giao_{one.process.uid}", "") or _uid_of(team, one.auditor_id),
        }
        for one in scope
    ]  # fmt: skip
    keeps = may_keep(request.viewer) and audit.owner_unit_id == request.viewer.unit.pk
    return {
        **around(request), "title": _("Đoàn đánh giá %s") % audit.code, "crumbs": crumbs(audit), "audit": audit,
        "team": team, "rows": rows, "keeper": keeps and audit.status in actions.OPEN, "refusal": refusal,
        "left": audit.team.filter(left_at__isnull=False).order_by("pk"),
    }  # fmt: skip


def _given(request: Request, scope: list[AuditedProcess], team: list[Auditor]) -> dict[int, Auditor | None]:
    members = {str(one.uid): one for one in team}
    return {one.process_id: members.get(request.POST.get(f"giao_{one.process.uid}", "")) for one in scope}


def _uid_of(team: list[Auditor], key: int | None) -> str:
    return next((str(one.uid) for one in team if one.pk == key), "")


def _member(request: Request, uid: uuid.UUID) -> Auditor:
    seen = Audit.objects.seen_by(request.viewer)
    rows = Auditor.objects.filter(audit__in=seen).select_related(
        "audit__owner_unit", "audit__programme", "official"
    )
    return get_object_or_404(rows, uid=uid)


def _url(audit: Audit) -> str:
    return reverse("audits:team", args=[audit.uid])
