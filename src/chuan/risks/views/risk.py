"""One risk or opportunity: its page, naming it, writing it otherwise."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.corrections.models import Nonconformity
from chuan.corrections.subjects import address_of
from chuan.people.door import Request
from chuan.people.models import Official, Post
from chuan.people.sent_forms import sent
from chuan.processes.chart import things_to_name
from chuan.processes.models import Process
from chuan.processes.views.forms import around, into, saved
from chuan.risks import actions, register, showing
from chuan.risks.actions import Noted
from chuan.risks.forms import NoteForm, RiskForm
from chuan.risks.models import ContextIssue, Risk
from chuan.risks.permissions import may_do, may_keep, may_work, require_note, require_work


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Everything that is known of it, and what is next."""
    risk = found(request, uid)
    rows = list(risk.actions.select_related("owner").order_by("due_on", "pk"))
    scores = list(risk.scores.select_related("official").order_by("-on", "-pk"))
    for row in rows:
        row.risk = risk
    step = showing.next_step(risk, rows, scores)
    worker = may_work(request.viewer, risk) and own(request, risk)
    context = {
        **around(request),
        "title": f"{risk.code} {risk.statement}",
        "crumbs": into(_("Rủi ro"), reverse("risks:register")),
        "risk": risk,
        "status": showing.status_words(risk),
        "actions": [(row, row.is_open and may_do(request.viewer, row)) for row in rows],
        "scores": scores,
        "raised": raised_from(request, risk),
        "today": request.on,
        "next": step,
        "worker": worker,
        "buttons": showing.buttons(risk, step, worker=worker, keeper=may_keep(request.viewer)),
        "objective": register.objectives_of([risk], request.viewer).get(risk.pk),
    }
    return render(request, "risks/one.html", context)


def note(request: Request) -> HttpResponse:
    """Name a risk or an opportunity; the address may bring a process or an issue along."""
    require_note(request.viewer)
    choices = _Choices(request)
    initial = {
        "found_on": request.on, "nature": "risk", "process": request.GET.get("qua-trinh", ""),
        "issue": request.GET.get("van-de", ""), "objective": request.GET.get("muc-tieu", ""),
    }  # fmt: skip
    form = NoteForm(sent(request), initial=initial, **choices.offered)

    def save() -> str:
        given = form.cleaned_data
        risk = actions.note_risk(
            choices.noted(given), found_on=given["found_on"], by=request.viewer, at=request.at
        )
        return reverse("risks:risk", args=[risk.uid])

    back = reverse("risks:register")
    return saved(
        request, form, save, title=_("Nêu rủi ro, cơ hội"), done=_("Đã nêu. Bước tiếp: chấm mức."), button=_("Nêu"),
        back=back, crumbs=into(_("Rủi ro"), back),
    )  # fmt: skip


def change(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Write it otherwise."""
    risk = found(request, uid)
    require_work(request.viewer, risk)
    choices = _Choices(request)
    initial = {
        "nature": risk.nature, "statement": risk.statement, "causes": risk.causes, "outcome": risk.outcome,
        "process": str(risk.process.uid) if risk.process else "", "objective": str(risk.objective_uid or ""),
        "issue": str(risk.issue.uid) if risk.issue else "", "owner": _owner_of(risk),
    }  # fmt: skip
    form = RiskForm(sent(request), initial=initial, **choices.offered)
    del form.fields["nature"]

    def save() -> None:
        given = {**form.cleaned_data, "nature": risk.nature}
        actions.change_risk(risk, choices.noted(given), by=request.viewer, at=request.at)

    return saved(request, form, save, title=_("Sửa"), done=_("Đã sửa."), button=_("Lưu"), **ways(risk))


def found(request: Request, uid: uuid.UUID) -> Risk:
    """The risk, where the viewer may see it."""
    rows = Risk.objects.seen_by(request.viewer).select_related(
        "process", "issue", "requirement__party", "owner_post", "owner_official", "owner_unit"
    )
    return get_object_or_404(rows, uid=uid)


def raised_from(request: Request, risk: Risk) -> list[tuple[str, str]]:
    """(words, address) of nonconformities raised when the risk happened."""
    rows = Nonconformity.objects.seen_by(request.viewer).filter(subject_kind="risk", subject_uid=risk.uid)
    return [(f"{row.code} {row.what}", address_of(row.uid)) for row in rows.order_by("pk")]


def own(request: Request, risk: Risk) -> bool:
    """Whether the viewer's own unit answers for it now: nobody writes in a ward that is no more."""
    return risk.owner_unit_id == request.viewer.unit.pk


def ways(risk: Risk) -> dict[str, Any]:
    """Where forms about the risk come from and lead back to."""
    back = reverse("risks:risk", args=[risk.uid])
    return {"back": back, "crumbs": [*into(_("Rủi ro"), reverse("risks:register")), (risk.code, back)]}


def _owner_of(risk: Risk) -> str:
    if risk.owner_official is not None:
        return f"n:{risk.owner_official.uid}"
    return f"c:{risk.owner_post.uid}" if risk.owner_post is not None else ""


class _Choices:
    """What a form about a risk offers, read once; and what of it was chosen."""

    def __init__(self, request: Request) -> None:
        viewer, unit = request.viewer, request.viewer.unit
        self.processes = {
            str(row.uid): row
            for row in Process.objects.seen_by(viewer).on(request.on).filter(owner_unit=unit).order_by("code")
        }
        self.issues = {
            str(row.uid): row
            for row in ContextIssue.objects.seen_by(viewer)
            .on(request.on)
            .filter(owner_unit=unit)
            .order_by("pk")
        }
        self.posts = {
            f"c:{row.uid}": row for row in Post.objects.seen_by(viewer).filter(unit=unit).order_by("title")
        }
        people = Official.objects.seen_by(viewer).filter(unit=unit, account__is_active=True)
        self.people = {f"n:{row.uid}": row for row in people.order_by("name")}
        self.objectives = things_to_name(register.KIND_OF_OBJECTIVE, viewer)

    @property
    def offered(self) -> dict[str, Any]:
        """For ``RiskForm``."""
        return {
            "processes": [(uid, f"{row.code} {row.name}") for uid, row in self.processes.items()],
            "objectives": self.objectives,
            "issues": [(uid, row.statement[:120]) for uid, row in self.issues.items()],
            "owners": [
                *((key, _("Chức danh: %s") % row.title) for key, row in self.posts.items()),
                *((key, row.name) for key, row in self.people.items()),
            ],
        }

    def noted(self, given: Mapping[str, Any]) -> Noted:
        """What was chosen, as the action takes it."""
        return Noted(
            nature=given["nature"], statement=given["statement"], causes=given["causes"], outcome=given["outcome"],
            process=self.processes.get(given["process"]),
            objective=uuid.UUID(given["objective"]) if given["objective"] else None,
            issue=self.issues.get(given["issue"]), post=self.posts.get(given["owner"]),
            official=self.people.get(given["owner"]),
        )  # fmt: skip
