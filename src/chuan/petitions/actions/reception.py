"""The register of citizens' reception: a coming written once, what becomes of it, the reply that is owed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from chuan.documents.numbering import take_next
from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.petitions import refusals_reception as refusals
from chuan.petitions.actions.beginning import Given
from chuan.petitions.actions.receiving import Letter, require_takable
from chuan.petitions.actions.receiving import receive as take_letter
from chuan.petitions.actions.recording import Paper, check_day, record
from chuan.petitions.actions.senders import From, add_rows, tidy
from chuan.petitions.lawful import bench_of
from chuan.petitions.models import (
    EntryConcerned,
    Petition,
    PetitionEvent,
    ReceptionDay,
    ReceptionEntry,
    Visitor,
)
from chuan.petitions.permissions import require_keep, require_record
from chuan.petitions.receiving.blind import rewrite_keys
from chuan.petitions.receiving.whole_letters import may_hold_sender
from chuan.petitions.reception.days import ENTRY
from chuan.petitions.reception.sight import NAMELESS
from chuan.petitions.refusals import WordsMissing
from chuan.petitions.sealed.typed import counting_names, require_nameless
from chuan.rules.petitions import Channel, Kind
from chuan.rules.refusals import NotFound
from chuan.trail.actions import act

SERIES = "reception"
TAKEN = ReceptionEntry.Outcome.TAKEN


@dataclass(frozen=True, slots=True)
class Coming:
    """A coming as it is written down. ``against``: of a denunciation, the guide's answer to whom it is against;
    ``joins``: the petition of the same matter that is here already; ``another``: that it is none of those alike."""

    kind: str
    day: date
    receiver: Official
    outcome: str
    content: str
    people: int = 1
    persons: tuple[From, ...] = ()
    papers: str = ""
    field: str = ""
    solved_by: str = ""
    competent: bool | None = None
    guidance: str = ""
    note: str = ""
    against: str = ""
    concerned: tuple[Official, ...] = ()
    sitting: ReceptionDay | None = None
    joins: Petition | None = None
    another: bool = False
    remote: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """A row of the register, and the code of the receipt where a new petition came of it: told once."""

    entry: ReceptionEntry
    code: str = ""


def receive(coming: Coming, *, by: Viewer, at: datetime) -> Written:
    """Write a coming into the register; what was taken becomes a petition in the same act, not typed twice.

    Raises ``NotAllowed``, ``StepToCome``, ``PetitionLawNotHeld``, ``AgainstUnanswered``, ``AgainstLeaders``,
    ``AboutTheReceiver``, ``TextMissing``, ``DenouncerNamed``, ``NobodyNamed``, ``TooFewPeople``, ``LikelyRepeat``,
    ``AnotherMatter``; ``TellsDenouncer`` for words that name the sealed denouncer of the petition it joins.
    """
    require_keep(by)
    told = replace(coming, content=coming.content.strip(), persons=_persons(coming))
    require_takable(_given(told), told.against, bench_of(by.unit), by=by, at=at)
    _check_persons(told)
    _check_joined(told)
    with (
        counting_names(told.joins, by=by, at=at),
        act("reception.receive", Subject(ENTRY, by.unit_uid), by=by, unit_uid=by.unit_uid, at=at) as doing,
    ):
        if told.joins is not None:
            require_nameless(told.joins, told.content, told.solved_by, told.guidance, told.note)
        petition, code = _petition(told, by, at) if told.outcome == TAKEN else (None, "")
        entry = _written(told, petition, by, at)
        doing.subject = Subject(ENTRY, entry.uid)
        doing.detail = {"number": entry.number, "on": entry.day.isoformat()}
    return Written(entry, code)


def _given(coming: Coming) -> Given:
    return Given(
        kind=coming.kind, channel=Channel.RECEPTION, received_on=coming.day, text=coming.content, field=coming.field,
        signers=coming.people, concerned=coming.concerned, remote=coming.remote and coming.kind == Kind.COMPLAINT,
    )  # fmt: skip


def _persons(coming: Coming) -> tuple[From, ...]:
    """Who came, as told; each speaks for the others where there are more people than names, or several names."""
    people = tidy(coming.persons)
    many = len(people) > 1 or coming.people > len(people)
    return tuple(replace(one, representative=many) for one in people)


def _petition(coming: Coming, by: Viewer, at: datetime) -> tuple[Petition, str]:
    """The petition it joins, or a new one; who sent it is kept with the petition, where that may be."""
    if coming.joins is None:
        letter = Letter(
            given=_given(coming), against=coming.against, senders=coming.persons, another=coming.another
        )
        received = take_letter(letter, by=by, at=at)
        return received.petition, received.code
    known = set(coming.joins.senders.values_list("name", "address"))
    new = [one for one in coming.persons if (one.name, one.address) not in known]
    if new:
        add_rows(coming.joins, new, at=at)
        rewrite_keys(coming.joins)
    return coming.joins, ""


def _written(coming: Coming, petition: Petition | None, by: Viewer, at: datetime) -> ReceptionEntry:
    year = coming.day.year
    entry = ReceptionEntry.objects.create(
        unit=by.unit, year=year, number=take_next(by.unit, SERIES, year), day=coming.day, sitting=coming.sitting,
        receiver=coming.receiver, kind=coming.kind, people=coming.people, outcome=coming.outcome, petition=petition,
        papers=coming.papers, content="" if petition else coming.content, solved_by=coming.solved_by,
        competent=coming.competent, guidance=coming.guidance, note=coming.note, by=by.official, recorded_at=at,
    )  # fmt: skip
    if petition is None:
        Visitor.objects.bulk_create(
            Visitor(
                entry=entry, name=one.name, address=one.address, representative=one.representative, recorded_at=at
            )
            for one in coming.persons
        )  # fmt: skip
        EntryConcerned.objects.bulk_create(
            EntryConcerned(entry=entry, official=one, recorded_at=at) for one in coming.concerned
        )
    return entry


def _check_persons(coming: Coming) -> None:
    """Of one who denounces nothing is kept (Luật Tố cáo 2018, Điều 56); of others the register asks the name.

    One who was refused may have said none.
    """
    if coming.kind in NAMELESS:
        if coming.persons or coming.papers:
            raise refusals.DenouncerNamed()
        return
    if not coming.persons and coming.outcome != ReceptionEntry.Outcome.REFUSED:
        raise refusals.NobodyNamed()
    if coming.people < len(coming.persons):
        raise refusals.TooFewPeople()


def _check_joined(coming: Coming) -> None:
    of = coming.joins
    if of is None:
        return
    if of.kind != coming.kind or coming.outcome != TAKEN:
        raise refusals.AnotherMatter(petition=of.code)
    if coming.persons and not may_hold_sender(of):
        raise refusals.DenouncerNamed()


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a row that are filled in later by hand."""

    solved_by: str = ""
    competent: bool | None = None
    guidance: str = ""
    note: str = ""


def mend(entry: ReceptionEntry, columns: Columns, *, by: Viewer, at: datetime) -> ReceptionEntry:
    """Fill in or correct columns of a row. Raises ``NotAllowed``, ``NotFound``, ``EntryVoided``, ``TellsDenouncer``."""
    require_keep(by)
    with (
        counting_names(entry.petition, by=by, at=at),
        act("reception.mend", Subject(ENTRY, entry.uid), by=by, unit_uid=by.unit_uid, at=at) as doing,
    ):
        row = _locked(entry, by)
        if row.petition is not None:
            require_nameless(row.petition, columns.solved_by, columns.guidance, columns.note)
        for name in ("solved_by", "competent", "guidance", "note"):
            setattr(row, name, getattr(columns, name))
        row.save(update_fields=["solved_by", "competent", "guidance", "note"])
        doing.detail = {"number": row.number}
    return row


def void(entry: ReceptionEntry, reason: str, *, by: Viewer, at: datetime) -> ReceptionEntry:
    """Void a row written by mistake: its number and reason stay, what it said does not. Its petition is not touched.

    Raises ``NotAllowed``, ``WordsMissing``, ``EntryVoided``.
    """
    require_keep(by)
    said = " ".join(reason.split())
    if not said:
        raise WordsMissing(thing="lý do bỏ dòng ghi nhầm")
    with act("reception.void", Subject(ENTRY, entry.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        row = _locked(entry, by)
        row.voided_at, row.void_reason = at, said[:300]
        row.papers = row.content = row.solved_by = row.guidance = row.note = ""
        row.save(update_fields=["voided_at", "void_reason", *_WORDS])
        row.visitors.all().delete()
        doing.detail = {"number": row.number, "on": row.day.isoformat()}
    return row


def enter_in_source(entries: Sequence[ReceptionEntry], on: date, *, by: Viewer, at: datetime) -> int:
    """Say that rows without a petition were entered in the system of record; how many were marked.

    The register is kept on paper or here, and in the national database too (154/2026/NĐ-CP, Điều 27). Raises
    ``NotAllowed``, ``StepToCome``, ``NothingChosen``.
    """
    require_keep(by)
    check_day(on, at)
    keys = [one.pk for one in entries]
    with act(
        "reception.enter_source", Subject("unit", by.unit_uid), by=by, unit_uid=by.unit_uid, at=at
    ) as doing:
        own = ReceptionEntry.objects.standing().filter(unit=by.unit, pk__in=keys)
        rows = own.filter(petition__isnull=True, entered_on=None)
        done = rows.update(entered_on=on)
        if not done:
            raise refusals.NothingChosen()
        doing.detail = {"count": done, "on": on.isoformat()}
    return done


def reply(
    petition: Petition, told: str, *, on: date, by: Viewer, at: datetime, paper: Paper | None = None
) -> PetitionEvent:
    """Reply to who came: taken on, prolonged, refused, forwarded (Luật Tiếp công dân, Điều 28 khoản 1).

    Raises ``NotFound``, ``NotAllowed``, ``ReplyNotOwed``, ``StepToCome``.
    """
    require_record(by, petition)
    if petition.reply_due_on is None or petition.reply_outcome:
        raise refusals.ReplyNotOwed()
    return record(petition, "reply", on=on, by=by, at=at, paper=paper, data={"told": told})


_WORDS = ("papers", "content", "solved_by", "guidance", "note")
"""Columns in a clerk's own words: none of a voided row is kept, since the mistake may stand in any."""


def _locked(entry: ReceptionEntry, by: Viewer) -> ReceptionEntry:
    """The row, held until the act ends, of the viewer's own unit. Raises ``NotFound``, ``EntryVoided``."""
    row = ReceptionEntry.objects.select_for_update().get(pk=entry.pk)
    if row.unit_id != by.unit.pk:
        raise NotFound(thing="dòng này của sổ")
    if row.voided_at is not None:
        raise refusals.EntryVoided()
    return row
