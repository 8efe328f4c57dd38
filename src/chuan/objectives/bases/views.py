"""So với căn cứ: choose or paste the paper, see each promise the same, another, missing or extra."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.documents.models import Document, Reading
from chuan.objectives.bases.comparing import compared
from chuan.objectives.bases.forms import BaseForm
from chuan.objectives.models import Plan
from chuan.objectives.reports import plan_for
from chuan.objectives.views.year import chosen_year
from chuan.people.door import Request
from chuan.people.sent_forms import sent
from chuan.rules.refusals import Refused

REFUSED = 422
OFFERED = 50
"""Papers offered, the latest first."""


def compare(request: Request) -> HttpResponse:
    """The form, and after it was sent the comparison; nothing is kept."""
    seen = Plan.objects.seen_by(request.viewer)
    years = list(seen.values_list("year", flat=True).distinct().order_by("-year"))
    if not years:
        return render(request, "objectives/no_plan.html", {"title": _("So với căn cứ")})
    plan = plan_for(request.viewer, chosen_year(request, years), on=request.on)
    assert plan is not None
    form = BaseForm(sent(request), readings=_readings(request, plan))
    refusal, found = "", None
    if form.is_bound and form.is_valid():
        try:
            found = compared(plan, form.paper())
        except Refused as refused:
            refusal = refused.sentence
    context = {
        "title": _("So mục tiêu năm %s với căn cứ") % plan.year,
        "crumbs": [(_("Mục tiêu"), f"{reverse('objectives:year')}?nam={plan.year}")],
        "plan": plan, "years": years, "form": form, "found": found, "refusal": refusal,
    }  # fmt: skip
    status = REFUSED if form.is_bound and found is None else 200
    return render(request, "objectives/bases/compare.html", context, status=status)


def _readings(request: Request, plan: Plan) -> list[Reading]:
    """Papers that were read here, without the plan's own decision."""
    papers = Document.objects.seen_by(request.viewer).exclude(pk=plan.decision_id)
    rows = Reading.objects.seen_by(request.viewer).filter(document__in=papers)
    standing = rows.exclude(status=Reading.Status.REPLACED).select_related("document")
    return list(standing.defer("layout", "proposed", "result").order_by("-pk")[:OFFERED])
