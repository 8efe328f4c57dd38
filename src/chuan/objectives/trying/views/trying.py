"""Thử mức, thử nhịp: choose a promise, move it, see what would be; put it into the round when asked."""

from __future__ import annotations

import uuid
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.objectives import leeway, ways
from chuan.objectives.models import Plan
from chuan.objectives.reports import plan_for, year_picture
from chuan.objectives.rounds.addresses import of_line
from chuan.objectives.trying import saying
from chuan.objectives.trying.forms import DAY, NAMES, NoteForm, ReasonForm, TryForm
from chuan.objectives.trying.ground import Ground, ground_of
from chuan.objectives.trying.noted import noted_in
from chuan.objectives.trying.offering import door_of, offer
from chuan.objectives.trying.past import past_of
from chuan.objectives.trying.permissions import may_keep
from chuan.objectives.trying.trial import Meant, tried
from chuan.objectives.views.target import find_target
from chuan.objectives.views.year import chosen_year, day_of
from chuan.offers import measures
from chuan.people.door import Request
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.rules.targets.trying import Going

REFUSED = 422


def choose(request: Request) -> HttpResponse:
    """The promises of a year, each with a door to its trial."""
    seen = Plan.objects.seen_by(request.viewer)
    years = list(seen.values_list("year", flat=True).distinct().order_by("-year"))
    if not years:
        return render(request, "objectives/no_plan.html", {"title": _("Thử mức, thử nhịp")})
    on, wrong = day_of(request)
    plan = plan_for(request.viewer, chosen_year(request, years), on=on)
    assert plan is not None
    context = {
        "title": _("Thử mức, thử nhịp năm %s") % plan.year, "crumbs": [(_("Mục tiêu"), reverse("objectives:year"))],
        "plan": plan, "years": years, "picture": year_picture(plan, on=on), "refusal": wrong,
        "until": request.GET.get(DAY, ""), **_kept_of(request, plan.year),
    }  # fmt: skip
    return render(request, "objectives/trying/choose.html", context, status=REFUSED if wrong else 200)


def _kept_of(request: Request, year: int) -> dict[str, object]:
    """The kept trials of the year; those put away only when asked for."""
    found = noted_in(year, request.viewer)
    with_away = request.GET.get("da-cat") == "1"
    shown = [one for one in found if with_away or not one.away]
    return {"kept": shown, "away": sum(one.away for one in found), "with_away": with_away}


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """One promise: as it stands, as tried, the year as supposed, the years before."""
    ground = ground_asked(request, uid)
    form = TryForm(request.GET if set(NAMES) & set(request.GET) else None, ground=ground)
    return shown(request, ground, form)


def propose(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Put the tried level into the open round; refused, the trial again with what was typed."""
    ground = ground_asked(request, uid)
    if request.method != "POST":
        return redirect("objectives:try_one", uid=uid)
    form, reason = TryForm(request.POST, ground=ground), ReasonForm(request.POST)
    if not form.is_valid() or not reason.is_valid():
        return shown(request, ground, form, reason)
    try:
        line = offer(ground, form.meant(), reason.cleaned_data["reason"], by=request.viewer, at=request.at)
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        return shown(request, ground, form, reason, refusal=refused.sentence)
    messages.success(request, _("Đã ghi vào đợt xây dựng năm %s.") % line.round.year)
    return redirect(of_line(line))


def ground_asked(request: Request, uid: uuid.UUID) -> Ground:
    """The promise on the day asked for; a day that cannot be read is today, and the form says so."""
    found = find_target(request.viewer, uid)
    typed = request.POST if request.method == "POST" else request.GET
    on, _wrong = day_of(request, typed.get(DAY, ""))
    ground = ground_of(found, on)
    if ground is None:
        raise NotFound(thing=_("chỉ tiêu này"))
    return ground


def shown(
    request: Request, ground: Ground, form: TryForm, reason: ReasonForm | None = None, *,
    note: NoteForm | None = None, refusal: str = "",
) -> HttpResponse:  # fmt: skip
    """The page of one trial, with what was typed."""
    valid = form.is_bound and form.is_valid()
    meant = form.meant() if valid else Meant()
    trial, door = tried(ground, meant), door_of(ground, request.viewer)
    memo = saying.memo(ground, trial, meant)
    wrong = any(one is not None and not one.is_valid() for one in (reason, note))
    bad = bool(refusal) or (form.is_bound and not valid) or wrong
    names = measures.words_of(ways.measure_of(ground.line.indicator))
    context = {
        "title": _("Thử: %s") % ground.line.name, "crumbs": _crumbs(ground), "demo": ground.line.illustrative,
        "ground": ground, "trial": trial, "form": form, "valid": valid, "refusal": refusal, "names": names,
        "left_before": leeway.words(trial.before), "left_after": leeway.words(trial.after),
        "needed": saying.needed_words(ground, trial), "supposed": saying.supposed_words(ground, trial, meant),
        "no_rest": saying.no_rest(ground) if ground.rest.going is Going.NONE else "",
        "past": past_of(ground, trial.after.rule, request.viewer), "memo": memo, "door": door,
        "reason": reason or ReasonForm(initial={"reason": memo}), "kept": _kept(form),
        "note": note or NoteForm(initial={"name": saying.name_of(trial)}),
        "may_keep": may_keep(request.viewer, ground.plan.owner_unit_id) and (trial.moved or trial.supposed),
        "chooser": f"{reverse('objectives:try')}?{urlencode({'nam': ground.plan.year})}",
    }  # fmt: skip
    return render(request, "objectives/trying/one.html", context, status=REFUSED if bad else 200)


def _kept(form: TryForm) -> list[tuple[str, str]]:
    """What was typed, to go along with a proposal or a note."""
    return [(name, form.data.get(name, "")) for name in NAMES if form.is_bound and form.data.get(name)]


def _crumbs(ground: Ground) -> list[tuple[str, str]]:
    return [
        (_("Mục tiêu %(year)s") % {"year": ground.plan.year}, f"/muc-tieu/?nam={ground.plan.year}"),
        (ground.line.name, reverse("objectives:target", args=[ground.line.target.uid])),
    ]
