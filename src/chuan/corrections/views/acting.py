"""The plan of actions with the check of their effect; one action and what was done; its files."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.corrections import actions
from chuan.corrections.forms import DoneForm, PlanForm, WordsForm
from chuan.corrections.models import CorrectiveAction
from chuan.corrections.permissions import may_do, require_keep
from chuan.corrections.planned import plan_initial, proofs_of
from chuan.corrections.views.found import address, case_of, crumbs_to, saved
from chuan.exchange.proofs import keep_proof
from chuan.files import actions as files
from chuan.people.door import Request
from chuan.people.models import Official
from chuan.people.sent_forms import sent
from chuan.rules.refusals import NotYours
from chuan.ui.files import attachment


def plan(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Plan actions; the first time of a round with how their effect will be seen."""
    require_keep(request.viewer)
    case = case_of(request, uid)
    people = Official.objects.seen_by(request.viewer).filter(unit=request.viewer.unit).order_by("name")
    has_check = case.checks.filter(round=case.round).exists()
    form = PlanForm(
        sent(request), people=people, with_check=not has_check, initial=plan_initial(case, request.on)
    )

    def save() -> None:
        day = form.cleaned_data["on"]
        actions.plan(case, form.actions(), form.check(), on=day, by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Lập kế hoạch khắc phục"), done=_("Đã lập kế hoạch và giao việc."),
        back=address(case), crumbs=crumbs_to(case), case=case, lead=case.what, button=_("Giao việc"),
        template="corrections/plan.html",
    )  # fmt: skip


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """One action: what was done, or the form to say so for who does it."""
    action = _action(request, uid)
    may = may_do(request.viewer, action) and action.is_open and not action.case.is_over
    form = DoneForm(sent(request), request.FILES or None, initial={"on": request.on})

    def save() -> None:
        if not may:
            raise NotYours(thing=_("Hành động này"), owner=action.owner.name)
        told, upload = form.cleaned_data, form.cleaned_data["file"]
        kept = [keep_proof(upload)] if upload else []
        # nosemgrep: clock-below-the-door - what takes time comes before the act
        at = timezone.now() if upload else request.at
        actions.do_action(action, told["words"], told["on"], by=request.viewer, at=at, files=kept)

    more = {"action": action, "may": may, "files_of": proofs_of(action), "keeper": request.viewer}
    return saved(
        request, form, save, title=_("Hành động khắc phục"), done=_("Đã ghi kết quả."), back=address(action.case),
        crumbs=crumbs_to(action.case), case=action.case, button=_("Ghi kết quả"),
        template="corrections/action.html", more=more,
    )  # fmt: skip


def drop(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Take an action out of the plan."""
    require_keep(request.viewer)
    action = _action(request, uid)
    form = WordsForm(sent(request), label=_("Vì sao bỏ hành động này"))

    def save() -> None:
        actions.drop_action(action, form.cleaned_data["words"], by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Bỏ hành động"), done=_("Đã bỏ hành động, kèm lý do."), back=address(action.case),
        crumbs=crumbs_to(action.case), case=action.case, lead=action.what,
    )  # fmt: skip


def file(request: Request, uid: uuid.UUID, number: int) -> HttpResponse:
    """A proof of an action, by its place."""
    kept = proofs_of(_action(request, uid))
    if not 1 <= number <= len(kept):
        raise Http404
    found = kept[number - 1]
    return attachment(files.read(found.blob), found.name, found.blob.media_type)


def _action(request: Request, uid: uuid.UUID) -> CorrectiveAction:
    rows = CorrectiveAction.objects.seen_by(request.viewer).select_related("case__owner_unit", "owner")
    found = rows.filter(uid=uid).first()
    if found is None:
        raise Http404
    return found
