"""Lần thử đã giữ: one is kept when somebody asks, read beside today's figures, put away, carried into a round."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chuan.objectives.addresses import of_kept_trial
from chuan.objectives.models import KeptTrial, Plan
from chuan.objectives.rounds.addresses import of_line
from chuan.objectives.trying import actions
from chuan.objectives.trying.forms import NoteForm, ReasonForm, TryForm
from chuan.objectives.trying.noted import noted, today
from chuan.objectives.trying.offering import door_of
from chuan.objectives.trying.permissions import may_put_away
from chuan.objectives.trying.views.trying import REFUSED, ground_asked, shown
from chuan.people.door import Request
from chuan.rules.refusals import NotAllowed, NotFound, Refused

RELATED = ("target__objective__plan__owner_unit", "by")


def keep(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Keep what is tried under a name; refused, the trial again with what was typed."""
    ground = ground_asked(request, uid)
    if request.method != "POST":
        return redirect("objectives:try_one", uid=uid)
    form, note = TryForm(request.POST, ground=ground), NoteForm(request.POST)
    if not form.is_valid() or not note.is_valid():
        return shown(request, ground, form, note=note)
    try:
        made = actions.keep_trial(ground, form.meant(), note.note(), by=request.viewer, at=request.at)
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        return shown(request, ground, form, note=note, refusal=refused.sentence)
    messages.success(request, _("Đã giữ lại. Kế hoạch không đổi."))
    return redirect(of_kept_trial(made))


def kept(request: Request, uid: uuid.UUID) -> HttpResponse:
    """One kept trial: as it was, as it stands today, what became of it."""
    return _drawn(request, _trial(request, uid))


def carry(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Into the open round of the next year; refused, the kept trial again with what was typed."""
    trial = _trial(request, uid)
    if request.method != "POST":
        return redirect(of_kept_trial(trial))
    now, form = today(trial, request.viewer, request.on), ReasonForm(request.POST)
    if now is None:
        raise NotFound(thing=_("chỉ tiêu này"))
    if not form.is_valid():
        return _drawn(request, trial, form)
    try:
        line = actions.carry(trial, now.ground, form.cleaned_data["reason"], by=request.viewer, at=request.at)
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        return _drawn(request, trial, form, refused.sentence)
    messages.success(request, _("Đã ghi vào đợt xây dựng năm %s.") % line.round.year)
    return redirect(of_line(line))


@require_POST
def away(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Out of the list."""
    trial = _trial(request, uid)
    actions.put_away(trial, by=request.viewer, at=request.at)
    messages.success(request, _("Đã cất. Lần thử vẫn còn; lấy lại được."))
    return redirect(of_kept_trial(trial))


@require_POST
def back(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Into the list again."""
    trial = _trial(request, uid)
    actions.bring_back(trial, by=request.viewer, at=request.at)
    messages.success(request, _("Đã lấy lại."))
    return redirect(of_kept_trial(trial))


def _trial(request: Request, uid: uuid.UUID) -> KeptTrial:
    """The kept trial; 404 for another ward's."""
    rows = KeptTrial.objects.seen_by(request.viewer).select_related(*RELATED)
    return get_object_or_404(rows.prefetch_related("steps__line__round", "steps__by"), uid=uid)


def _drawn(
    request: Request, trial: KeptTrial, reason: ReasonForm | None = None, refusal: str = ""
) -> HttpResponse:
    one, now = noted(trial), today(trial, request.viewer, request.on)
    plan = trial.target.objective.plan
    memo = now.then.memo if now else one.then.memo
    context = {
        "title": trial.name, "crumbs": _crumbs(plan), "demo": trial.illustrative, "one": one, "trial": trial,
        "now": now, "plan": plan, "plan_over": plan.status != Plan.Status.STANDING, "refusal": refusal,
        "door": door_of(now.ground, request.viewer) if now and not one.away else None,
        "reason": reason or ReasonForm(initial={"reason": f"{trial.name}. {memo}"[:2000]}),
        "may_put_away": may_put_away(request.viewer, trial), "steps": list(trial.steps.all()),
    }  # fmt: skip
    bad = bool(refusal) or (reason is not None and not reason.is_valid())
    return render(request, "objectives/trying/kept.html", context, status=REFUSED if bad else 200)


def _crumbs(plan: Plan) -> list[tuple[str, str]]:
    return [
        (_("Mục tiêu %(year)s") % {"year": plan.year}, f"/muc-tieu/?nam={plan.year}"),
        (_("Thử mức, thử nhịp"), f"{reverse('objectives:try')}?nam={plan.year}"),
    ]
