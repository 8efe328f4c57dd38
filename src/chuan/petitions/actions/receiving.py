"""Taking a letter in by hand: who may, what may not be taken in at all, then one act with its receipt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils import timezone

from chuan.offers.subjects import Subject
from chuan.people.models import Official, Unit
from chuan.people.viewer import Viewer
from chuan.petitions import refusals_receiving as refusals
from chuan.petitions.actions.beginning import Given, begin
from chuan.petitions.actions.recording import check_day
from chuan.petitions.actions.senders import From, add_rows, terms_of, tidy
from chuan.petitions.events import add_event
from chuan.petitions.lawful import Bench, bench_of
from chuan.petitions.models import Petition
from chuan.petitions.permissions import SECRET_KINDS, require_keep
from chuan.petitions.projecting import KIND, project
from chuan.petitions.receiving import blind
from chuan.petitions.receiving.against import require_against, require_not_leaders
from chuan.petitions.receiving.codes import kept, new_code
from chuan.petitions.receiving.readers import others_who_receive
from chuan.petitions.receiving.repeats import likely
from chuan.rules.petitions import Channel, Kind
from chuan.trail.actions import act


@dataclass(frozen=True, slots=True)
class Transfer:
    """The body that sent a letter on, and its paper."""

    body: str
    number: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as a clerk types it in.

    ``against``: the answer to whom a denunciation is against. ``same_as``: what the clerk says it repeats;
    ``another``: that it is another one although it is very like one that is here. ``receipt``: digest of a code that
    the sender holds already (``codes.kept``).
    """

    given: Given
    against: str = ""
    senders: tuple[From, ...] = ()
    transfer: Transfer | None = None
    press: str = ""
    same_as: Petition | None = None
    another: bool = False
    receipt: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """A petition, and the code of its receipt: told once, kept nowhere; "" when the sender holds one already."""

    petition: Petition
    code: str


def receive(letter: Letter, *, by: Viewer, at: datetime) -> Received:
    """Take a letter in and give it its receipt.

    Raises ``NotAllowed``, ``StepToCome``, ``PetitionLawNotHeld``, ``AgainstUnanswered``, ``AgainstLeaders``,
    ``AboutTheReceiver``, ``TextMissing``, ``SenderNotKept``, ``SenderMissing``, ``SenderOfAnonymous``,
    ``TransferIncomplete``, ``PressUnnamed``, ``LikelyRepeat``.
    """
    require_keep(by)
    bench = bench_of(by.unit)
    told = _tidied(letter)
    require_takable(told.given, told.against, bench, by=by, at=at)
    _check_source(told)
    terms = _check_senders(told)
    senders = blind.sender_digests(told.given.kind, terms)
    content = blind.content_digests(told.given.kind, told.given.text)
    code = "" if told.receipt else new_code()
    with act("petition.receive", Subject(KIND, by.unit_uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        Unit.objects.select_for_update().get(pk=by.unit.pk)  # two clerks with one letter: one after the other
        if not (told.another or told.same_as):
            _require_new(told.given.kind, senders, content, by, bench)
        petition = begin(told.given, unit=by.unit, at=at, by=by, receipt=told.receipt or kept(code))
        blind.write_keys(petition, senders=terms, content=content)
        add_rows(petition, told.senders, at=at)
        _write_beside(petition, told, by, at)
        doing.subject = Subject(KIND, petition.uid)
        doing.detail = {
            "kind": told.given.kind,
            "channel": told.given.channel,
            "on": told.given.received_on.isoformat(),
        }
    return Received(petition, code)


def require_takable(given: Given, against: str, bench: Bench, *, by: Viewer, at: datetime) -> None:
    """Whether this letter may be taken in here, by this official; raises what ``receive`` says. No act."""
    check_day(given.received_on, at)
    bench.values(given.received_on)
    on = timezone.localtime(at).date()
    if given.kind == Kind.DENUNCIATION:
        require_against(against, on)
        require_not_leaders(given.concerned, on)
    require_not_about(given.concerned, by, on)
    if not given.text:
        raise refusals.TextMissing()


def require_not_about(concerned: tuple[Official, ...], by: Viewer, on: date) -> None:
    """Raises ``AboutTheReceiver`` when the viewer is one of those the letter is about."""
    if by.official is not None and by.official in concerned:
        raise refusals.AboutTheReceiver(who=others_who_receive(by.unit, on, concerned))


def _tidied(letter: Letter) -> Letter:
    text = letter.given.text.strip()
    press = " ".join(letter.press.split())
    if letter.given.channel == Channel.PRESS and press:
        text = f"{press}\n{text}".strip()
    given = replace(letter.given, text=text, place=" ".join(letter.given.place.split()))
    return replace(letter, given=given, press=press, senders=tidy(letter.senders))


def _check_source(letter: Letter) -> None:
    channel, transfer = letter.given.channel, letter.transfer
    if channel == Channel.FORWARDED and not (transfer and transfer.body.strip()):
        raise refusals.TransferIncomplete()
    if channel == Channel.PRESS and not letter.press:
        raise refusals.PressUnnamed()


def _check_senders(letter: Letter) -> tuple[str, ...]:
    """The terms its senders are recognised by."""
    if letter.given.kind in SECRET_KINDS:
        if letter.senders:
            raise refusals.SenderNotKept()
        return ()
    if letter.given.anonymous and letter.senders:
        raise refusals.SenderOfAnonymous()
    named = letter.senders or letter.given.anonymous or letter.given.channel == Channel.PRESS
    if not named:
        raise refusals.SenderMissing()
    return terms_of(letter.senders)


def _require_new(
    kind: str, senders: frozenset[str], content: frozenset[str], by: Viewer, bench: Bench
) -> None:
    found = [one for one in likely(kind, senders, content, viewer=by, bench=bench) if one.blocks]
    if found:
        raise refusals.LikelyRepeat(codes=", ".join(one.petition.code for one in found[:3]))


def _write_beside(petition: Petition, letter: Letter, by: Viewer, at: datetime) -> None:
    """What else a letter brings: who sent it on, what it repeats; then it is judged once more."""
    on = letter.given.received_on
    transfer = letter.transfer
    if letter.given.channel == Channel.FORWARDED and transfer:
        add_event(
            petition, "transfer", on=on, by=by, at=at, document=" ".join(transfer.number.split()),
            document_on=transfer.on, text=" ".join(transfer.body.split()),
        )  # fmt: skip
        project(petition, at=at, why="transfer")
    if letter.same_as is not None:
        root = letter.same_as.same_as or letter.same_as
        if root.kind != petition.kind or root.owner_unit_id != petition.owner_unit_id:
            raise refusals.LinkedAcrossKinds()
        petition.same_as = root
        petition.save(update_fields=["same_as"])
        add_event(petition, "link", on=on, by=by, at=at, data={"to": str(root.uid)})
        project(petition, at=at, why="link")
