"""So với căn cứ: drop, choose or paste the paper; the papers kept for the year, and where two of them disagree."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.documents.models import Document, Reading
from chuan.objectives.bases import actions, kept
from chuan.objectives.bases.comparing import compared
from chuan.objectives.bases.disagreeing import disagreements
from chuan.objectives.bases.forms import BaseForm
from chuan.objectives.bases.kept import Held
from chuan.objectives.bases.rows import Comparison
from chuan.objectives.bases.saying import asked_of
from chuan.objectives.models import Basis, Plan, Round
from chuan.objectives.permissions import PLANNERS
from chuan.objectives.reports import plan_for
from chuan.objectives.views.year import chosen_year
from chuan.people.door import Request
from chuan.rules.refusals import NotAllowed, NotFound, Refused

REFUSED = 422
OFFERED = 50
"""Papers offered, the latest first."""


def papers(request: Request) -> HttpResponse:
    """The form, what was kept; a file or "Giữ" keeps the paper, else it is only compared and nothing is kept."""
    seen = Plan.objects.seen_by(request.viewer)
    years = list(seen.values_list("year", flat=True).distinct().order_by("-year"))
    if not years:
        return render(request, "objectives/no_plan.html", {"title": _("So với căn cứ")})
    plan = plan_for(request.viewer, chosen_year(request, years), on=request.on)
    assert plan is not None
    held = kept.of_plan(plan, request.viewer)
    form = _form(request, plan, held)
    refusal, found, made = "", None, None
    if form.is_bound and form.is_valid():
        try:
            found, made = _done(request, plan, form)
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
    if made is not None:
        messages.success(request, _("Đã giữ căn cứ. Xem từng dòng rồi xác nhận."))
        return redirect("objectives:basis", uid=made.uid)
    context = {
        "title": _("So mục tiêu năm %s với căn cứ") % plan.year,
        "crumbs": [(_("Mục tiêu"), f"{reverse('objectives:year')}?nam={plan.year}")],
        "plan": plan, "years": years, "form": form, "found": found, "refusal": refusal,
        "keepable": found is not None and bool(form.cleaned_data["reading"]) and _may_keep(request, plan),
        "kept": _shown(request, held), "rounds": _shown(request, kept.of_plan(plan, request.viewer, for_round=True)),
        "apart": disagreements(plan, [one.basis for one in held if not one.away]),
    }  # fmt: skip
    status = REFUSED if form.is_bound and found is None else 200
    return render(request, "objectives/bases/papers.html", context, status=status)


def _done(request: Request, plan: Plan, form: BaseForm) -> tuple[Comparison | None, Basis | None]:
    """The comparison, or the paper that was kept."""
    given, round_ = form.given(), form.for_round()
    if not given.data and request.POST.get("do") != "giu":
        return compared(plan, given.text, year=round_.year if round_ else None), None
    after, at = form.after_basis(), _after_reading()
    return None, actions.keep(plan, given, by=request.viewer, at=at, round_=round_, after=after)


def _after_reading() -> datetime:
    # nosemgrep: clock-below-the-door - reading a file takes time and comes before the act
    return timezone.now()


def _form(request: Request, plan: Plan, held: list[Held]) -> BaseForm:
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    may = _may_keep(request, plan)
    rounds = Round.objects.seen_by(request.viewer).real().filter(plan=plan, status=Round.Status.OPEN)
    return BaseForm(
        *sent, readings=_readings(request, plan), before=_before(request, plan) if may else [],
        standing=[one.basis for one in held if not one.away], rounds=list(rounds) if may else [], year=plan.year,
        may_keep=may,
    )  # fmt: skip


def _may_keep(request: Request, plan: Plan) -> bool:
    """What the page offers; the action decides."""
    own = request.viewer.unit.pk == plan.owner_unit_id and plan.status == Plan.Status.STANDING
    return own and request.viewer.has(*PLANNERS)


def _readings(request: Request, plan: Plan) -> list[Reading]:
    """Papers that were read here, without the plan's own decision."""
    seen = Document.objects.seen_by(request.viewer).exclude(pk=plan.decision_id)
    rows = Reading.objects.seen_by(request.viewer).filter(document__in=seen)
    standing = rows.exclude(status=Reading.Status.REPLACED).select_related("document__unit")
    return list(standing.defer("layout", "proposed", "result").order_by("-pk")[:OFFERED])


def _before(request: Request, plan: Plan) -> list[Basis]:
    """Papers kept for this year under another plan: while it was made, or by a decision that was replaced."""
    seen = (
        Basis.objects.seen_by(request.viewer)
        .standing()
        .filter(plan__owner_unit=plan.owner_unit, year=plan.year)
    )
    return list(
        seen.exclude(plan=plan).select_related("document__unit", "reading", "attachment").order_by("-pk")
    )


def _shown(request: Request, held: list[Held]) -> list[dict[str, object]]:
    later = kept.newer([one.basis for one in held], request.on)
    return [
        {"held": one, "newer": later[one.basis.pk], "asked": asked_of(one.basis) if one.is_asked else []}
        for one in held
    ]
