"""Taking a letter in: which kind, of a denunciation against whom, then the letter, then its receipt."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.intake.record_systems import system_on
from chuan.law.petition_fields import petition_fields
from chuan.people.door import Request
from chuan.people.models import Official
from chuan.people.saying import said_on
from chuan.petitions.actions.beginning import Given
from chuan.petitions.actions.receiving import Letter, Received, Transfer, receive
from chuan.petitions.actions.senders import terms_of
from chuan.petitions.forms_receiving import LetterForm, SenderForm, all_valid, sender_forms, senders_in
from chuan.petitions.lawful import bench_of
from chuan.petitions.models import Petition
from chuan.petitions.permissions import SECRET_KINDS, require_keep
from chuan.petitions.receiving import blind
from chuan.petitions.receiving.against import leaders_answer, question_on, where_words
from chuan.petitions.receiving.kinds import KINDS, kind_at
from chuan.petitions.receiving.readers import choices_of, readers_of
from chuan.petitions.receiving.repeats import Found, likely
from chuan.petitions.views.receiving import page
from chuan.rules.petitions import Channel, Kind, Outcome, by_many

_FIELDS = {
    "step_to_come": "received_on", "petition_law_not_held": "received_on", "text_missing": "text",
    "transfer_incomplete": "body", "press_unnamed": "press", "sender_of_anonymous": "anonymous",
    "about_the_receiver": "concerned",
}  # fmt: skip
ANOTHER = "another"
"""The answer that a letter is another one although it is very like one that is here."""


def choose(request: Request) -> HttpResponse:
    """Which kind, in plain words; who will read it stands above."""
    require_keep(request.viewer)
    return page(
        request, "choose", _("Ghi một đơn"), kinds=KINDS, readers=_readers(request),
        system=system_on(request.viewer.unit, "petitions", request.on),
    )  # fmt: skip


def not_taken(request: Request) -> HttpResponse:
    """A denunciation against the Chairman or a deputy: where to send it; nothing is asked."""
    require_keep(request.viewer)
    answer = leaders_answer(request.on)
    return page(request, "not_taken", _("Không nhận ở đây"), answer=answer, where=where_words(answer.where))


def take(request: Request, which: str) -> HttpResponse:
    """The letter itself; of a denunciation first whom it is against."""
    require_keep(request.viewer)
    kind = kind_at(which)
    if kind is None:
        raise Http404
    if kind.key == Kind.DENUNCIATION and not _answer(request):
        return _ask(request)
    return _letter(request, kind.key)


def _ask(request: Request) -> HttpResponse:
    question = question_on(request.on)
    answers = [
        (one, _not_taken_url() if one.outcome is Outcome.NOT_TAKEN else f"?ai={one.key}")
        for one in question.answers
    ]
    return page(
        request, "against", question.text, answers=answers, readers=_readers(request, Kind.DENUNCIATION)
    )


def _letter(request: Request, kind: str) -> HttpResponse:
    sent = request.POST if request.method == "POST" else None
    form = LetterForm(
        sent, kind=kind, fields=petition_fields(request.on),
        officials=choices_of(request.viewer.unit, request.on, leaders=kind != Kind.DENUNCIATION),
        initial=_usual(request),
    )  # fmt: skip
    rows = [] if kind in SECRET_KINDS else sender_forms(sent)
    if sent is not None and all_valid(form, *rows):
        with said_on(form, **_FIELDS):
            received = receive(_typed(request, kind, form, rows), by=request.viewer, at=request.at)
            return done(request, received)
    asked = form.has_error(NON_FIELD_ERRORS) if form.is_bound else False
    return page(
        request, "letter", _title(kind), form=form, rows=rows, kind=kind, readers=_readers(request, kind),
        matches=_matches(request, kind, form, rows) if asked else [], another=ANOTHER,
        secret=kind in SECRET_KINDS, mixed=kind == Kind.MIXED,
        not_taken_url=_not_taken_url(), refused=form.is_bound,
    )  # fmt: skip


def done(request: Request, received: Received) -> HttpResponse:
    """The one page that shows a receipt's code."""
    petition = received.petition
    values = bench_of(petition.owner_unit).values(petition.received_on or request.on)
    many = by_many(petition.signers, values)
    named = petition.senders.filter(representative=True).exists()
    return page(
        request, "received", _("Đã nhận đơn %s") % petition.code, petition, code=received.code, many=many,
        many_unnamed=many and not named and petition.kind not in SECRET_KINDS,
        mixed=petition.kind == Kind.MIXED, scannable=petition.kind not in SECRET_KINDS,
    )  # fmt: skip


def _typed(request: Request, kind: str, form: LetterForm, rows: Sequence[SenderForm]) -> Letter:
    told = form.cleaned_data
    given = Given(
        kind=kind, channel=told["channel"], received_on=told["received_on"], text=told["text"], field=told["field"],
        place=told["place"], signers=told["signers"], anonymous=told["anonymous"], remote=told.get("remote", False),
        envelope=told.get("envelope", ""), concerned=_officials(request, told.get("concerned", [])),
    )  # fmt: skip
    again = told["again"]
    return Letter(
        given, against=told.get("against", ""), senders=senders_in(rows), press=told["press"],
        transfer=Transfer(told["body"], told["body_number"], told["body_on"]) if told["body"] else None,
        same_as=_chosen(request, again), another=again == ANOTHER,
    )  # fmt: skip


def _officials(request: Request, uids: Sequence[str]) -> tuple[Official, ...]:
    return tuple(Official.objects.seen_by(request.viewer).filter(unit=request.viewer.unit, uid__in=uids))


def _chosen(request: Request, again: str) -> Petition | None:
    """The petition that the clerk says this one repeats."""
    try:
        uid = uuid.UUID(again)
    except ValueError:
        return None
    return Petition.objects.seen_by(request.viewer).select_related("same_as").filter(uid=uid).first()


def _matches(request: Request, kind: str, form: LetterForm, rows: Sequence[SenderForm]) -> list[Found]:
    """What the letter was found to be like, to be shown beside the question."""
    told = form.cleaned_data
    text = told.get("text", "").strip()
    terms = terms_of(senders_in(rows))
    found = likely(
        kind, blind.sender_digests(kind, terms), blind.content_digests(kind, text), viewer=request.viewer,
        bench=bench_of(request.viewer.unit),
    )  # fmt: skip
    return [one for one in found if one.blocks][:5]


def _usual(request: Request) -> dict[str, Any]:
    """Today, and the channel of the letter before."""
    last = Petition.objects.seen_by(request.viewer).filter(owner_unit=request.viewer.unit)
    letters = last.exclude(channel=Channel.RECEPTION).order_by("-received_on", "-pk")
    channel = letters.values_list("channel", flat=True).first()
    return {
        "received_on": request.on, "channel": channel or Channel.POST, "signers": 1, "against": _answer(request),
    }  # fmt: skip


def _answer(request: Request) -> str:
    """Whom it is against, of the day's answers; "" for none of them and for the leaders."""
    given = request.POST.get("against") or request.GET.get("ai", "")
    taken = (one.key for one in question_on(request.on).answers if one.outcome is not Outcome.NOT_TAKEN)
    return given if given in taken else ""


def _readers(request: Request, kind: str = "") -> str:
    return readers_of(request.viewer.unit, request.on, secret=kind in SECRET_KINDS)


def _not_taken_url() -> str:
    return reverse("petitions:not_taken")


def _title(kind: str) -> str:
    return next(str(one.title) for one in KINDS if one.key == kind)
