"""What becomes of a letter: the page that lists what may be done now, and one page for each outcome."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.intake.record_systems import system_on
from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.petitions.actions import sorting
from chuan.petitions.forms_sorting import OutcomeForm
from chuan.petitions.models import Petition
from chuan.petitions.permissions import require_record
from chuan.petitions.refusals_sealed import TellsDenouncer
from chuan.petitions.sorting.clocks import Change, changes
from chuan.petitions.sorting.outcomes import SLUGS, Act, act_of, acts_now
from chuan.petitions.sorting.starting import initial_of
from chuan.petitions.steps import LIFECYCLES
from chuan.petitions.views.one import crumbs_to, petition_of, title_of
from chuan.rules.petitions import Channel

REFUSED = 422
_FIELDS = {
    "step_to_come": "on", "before_receipt": "on", "names_no_document": "paper", "paper_after_step": "paper_on",
    "words_missing": "reason", "body_missing": "where", "handler_missing": "official",
    "handler_elsewhere": "official", "handler_no_work": "official",
    "about_himself": "official", "not_both_told": "told_accused",
}  # fmt: skip


def choose(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Everything that may become of the letter now, each with what it means."""
    petition = _writable(request, uid)
    context = {
        "title": _("Cách xử lý"),
        "demo": petition.owner_unit.example,
        "crumbs": crumbs_to(petition),
        "where": title_of(petition),
        "petition": petition,
        "acts": acts_now(petition),
        "stage": LIFECYCLES[petition.kind].statuses[petition.status],
        "back": reverse("petitions:one", args=[petition.uid]),
    }
    return render(request, "petitions/sorting/choose.html", context)


def outcome(request: Request, uid: uuid.UUID, slug: str) -> HttpResponse:
    """One outcome: what it rests on, the deadlines it ends and starts."""
    petition = _writable(request, uid)
    asked = _asked(petition, slug)
    form = OutcomeForm(
        petition, asked, request.POST or None, on=request.on, initial=initial_of(petition, asked, request.on)
    )
    if request.method == "POST" and form.is_valid():
        said = form.said()
        told = changes(petition, asked.verb, said.on, today=request.on, at=request.at)
        with said_on(form, **{name: field for name, field in _FIELDS.items() if field in form.fields}):
            try:
                sorting.record_outcome(petition, asked.verb, said, by=request.viewer, at=request.at)
                messages.success(request, " ".join((str(asked.done), *_told(told))))
                return redirect("petitions:one", uid=petition.uid)
            except TellsDenouncer as refusal:
                form = _without_words(request, petition, form, refusal)
    return _page(request, petition, asked, form)


def _without_words(
    request: Request, petition: Petition, form: OutcomeForm, refusal: TellsDenouncer
) -> OutcomeForm:
    """The form sent back without the words that told of the denouncer: they are not shown again."""
    words = [name for name in ("reason", "where", "paper") if name in form.fields]
    kept = {name: form.data[name] for name in form.fields if name in form.data and name not in words}
    blank = OutcomeForm(petition, form.asked, kept, on=request.on)
    blank.add_error(words[0] if words else None, refusal.sentence)
    return blank


def _page(request: Request, petition: Petition, asked: Act, form: OutcomeForm) -> HttpResponse:
    day = form.cleaned_data.get("on") if form.is_bound else request.on
    context = {
        "title": asked.title,
        "demo": petition.owner_unit.example,
        "crumbs": crumbs_to(petition),
        "where": title_of(petition),
        "petition": petition,
        "asked": asked,
        "form": form,
        "day": day,
        "changes": _changes(request, petition, asked, day),
        "system": _elsewhere(petition, request.on),
        "papers": reverse("petitions:papers", args=[petition.uid]),
        "back": reverse("petitions:one", args=[petition.uid]),
    }
    return render(
        request, "petitions/sorting/outcome.html", context, status=REFUSED if form.is_bound else 200
    )


def _changes(request: Request, petition: Petition, asked: Act, day: date | None) -> Sequence[Change]:
    on = day or request.on
    if petition.received_on and not petition.received_on <= on <= request.on:
        return ()
    return changes(petition, asked.verb, on, today=request.on, at=request.at)


def _told(found: Sequence[Change]) -> list[str]:
    """ "Thụ lý khiếu nại: trước hạn 4 ngày." for each deadline the act ended or started."""
    return [f"{one.shown.title}: {one.then[:1].lower()}{one.then[1:]}." for one in found]


def _elsewhere(petition: Petition, on: date) -> dict[str, Any] | None:
    """The system that keeps the register, where it is not Chuẩn: what it knows is written there first."""
    register = "feedback" if petition.channel == Channel.PORTAL else "petitions"
    system = system_on(petition.owner_unit, register, on)
    return None if system.keeps else {"name": system.name}


def _asked(petition: Petition, slug: str) -> Act:
    """The outcome of the address. Raises 404 for none of this kind, `WrongMove` for one not allowed now."""
    verb = SLUGS.get(slug, "")
    table = LIFECYCLES[petition.kind]
    if verb not in table.verbs:
        raise Http404
    table.next(petition.status, verb)
    return act_of(petition.kind, verb)


def _writable(request: Request, uid: uuid.UUID) -> Petition:
    petition = petition_of(request, uid)
    require_record(request.viewer, petition)
    return petition
