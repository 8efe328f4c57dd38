"""The guided decision about conditions and competence: one question after the other, on one page, without script."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.petitions.actions import sorting
from chuan.petitions.forms_sorting import ASKED, DAY, DayForm, QuestionForm
from chuan.petitions.models import Petition
from chuan.petitions.permissions import require_record
from chuan.petitions.sorting.deciding import Guided, guided, require_sortable, verb_of, where_words
from chuan.petitions.sorting.outcomes import act_of
from chuan.petitions.views.one import crumbs_to, petition_of, title_of
from chuan.rules.petitions import OUTCOME_NAMES, Outcome
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.rules.types import Sure
from chuan.ui import formatters as say

REFUSED = 422


def guide(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Ask what is open, show what was answered; keep the result once there is one."""
    petition = petition_of(request, uid)
    require_record(request.viewer, petition)
    require_sortable(petition)
    given = request.POST if request.method == "POST" else request.GET
    day = DayForm({DAY: given.get(DAY) or say.day(request.on)})
    on = day.cleaned_data[DAY] if day.is_valid() else request.on
    refusal = ""
    found: Guided | None
    try:
        if request.method == "POST" and day.is_valid():
            return _kept(request, petition, given, on)
        found = guided(petition.kind, given, on)
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        refusal, found = refused.sentence, _as_far(petition, given, on)
    return _page(request, petition, found, day, refusal)


def _kept(request: Request, petition: Petition, given: Mapping[str, str], on: date) -> HttpResponse:
    sorting.keep_way(petition, given, on=on, by=request.viewer, at=request.at)
    found = guided(petition.kind, given, on).decided
    messages.success(request, _("Đã ghi kết quả xem xét."))
    verb = verb_of(petition.kind, found) if found else ""
    if not verb:
        return redirect("petitions:one", uid=petition.uid)
    if petition.status == "received" and verb in ("accept", "check") and petition.kind == "denunciation":
        verb = "classify"
    return redirect("petitions:outcome", uid=petition.uid, slug=act_of(petition.kind, verb).slug)


def _as_far(petition: Petition, given: Mapping[str, str], on: date) -> Guided | None:
    """What may still be shown beside a refusal: the questions from the start where an answer was unknown."""
    try:
        return guided(petition.kind, given, on)
    except Refused:
        try:
            return guided(petition.kind, {}, on)
        except Refused:
            return None


def _page(
    request: Request, petition: Petition, found: Guided | None, day: DayForm, refusal: str
) -> HttpResponse:
    form = _question(request, found)
    wrong = bool(refusal) or not day.is_valid() or bool(form and form.errors)
    context = {
        "title": _("Điều kiện, thẩm quyền"),
        "demo": petition.owner_unit.example,
        "crumbs": crumbs_to(petition),
        "where": title_of(petition),
        "petition": petition,
        "found": found,
        "form": form,
        "day": day,
        "refusal": refusal,
        "kept": _hidden(found),
        "result": _result(petition, found),
        "back": reverse("petitions:one", args=[petition.uid]),
    }
    return render(request, "petitions/sorting/guide.html", context, status=REFUSED if wrong else 200)


def _question(request: Request, found: Guided | None) -> forms.Form | None:
    """The open question; answered with nothing it says so."""
    if found is None or found.question is None:
        return None
    sent = request.GET.get(ASKED) == found.question.key
    return QuestionForm(found.question, request.GET if sent else None)


def _hidden(found: Guided | None) -> list[tuple[str, str]]:
    """The answers so far, carried along in the form."""
    return [(one.question.key, one.answer.key) for one in found.answered] if found else []


def _result(petition: Petition, found: Guided | None) -> dict[str, object] | None:
    if found is None or found.decided is None:
        return None
    because = found.decided.because
    return {
        "words": OUTCOME_NAMES[found.decided.outcome],
        "why": because.why,
        "source": found.answered[-1].source,
        "unverified": because.sure is Sure.UNVERIFIED,
        "where": where_words(because.where),
        "stop": found.decided.outcome is Outcome.NOT_TAKEN,
        "unread": len(found.decided.unread),
        "check": because.check,
        "rekind": because.key in ("other_kind", "none"),
    }
