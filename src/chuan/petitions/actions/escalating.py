"""What higher bodies received about the ward: entered, corrected, held against the ward's own file, voided.

The trail says code, day and verb; never what a letter is about, never whom, never who sent it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from chuan.law.petition_competence import competence_guide
from chuan.offers.subjects import Subject
from chuan.people.models import Official, Unit
from chuan.people.viewer import Viewer
from chuan.petitions import refusals_escalated as refusals
from chuan.petitions.actions.recording import Paper, check_day, record
from chuan.petitions.actions.recording import void as void_line
from chuan.petitions.escalated.offering import COVER, KIND
from chuan.petitions.escalated.versions import first_version, next_version
from chuan.petitions.events import standing_events
from chuan.petitions.models import Escalation, EscalationConcerned, EscalationCover, Petition
from chuan.petitions.permissions import require_keep, require_seen
from chuan.petitions.refusals import StepVoided, WordsMissing
from chuan.petitions.refusals_sealed import TellsDenouncer
from chuan.petitions.sealed.typed import count_refused, require_nameless
from chuan.rules.petitions import Kind, Outcome
from chuan.rules.vietnamese import fold
from chuan.trail.actions import act

LINE = "escalated"
"""The verb of the line on the ward's own file."""
LONGEST = timedelta(days=731)


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a letter that a higher body received. ``against``: of a denunciation, the guide's answer."""

    received_on: date
    body: str
    kind: str
    channel: str = "letter"
    told_on: date | None = None
    paper: str = ""
    paper_on: date | None = None
    about: str = ""
    against: str = ""
    concerned: tuple[Official, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What the clerk found out: the ward's own file, or that nobody had asked the ward; the unit's own verdict."""

    petition: Petition | None = None
    never_asked: bool = False
    said: str = ""
    why_said: str = ""


def enter(told: Told, *, by: Viewer, at: datetime) -> Escalation:
    """Write down what a higher body received. Raises ``NotAllowed``, ``StepToCome``, ``OwnWardSpeaks``,
    ``AgainstNotSaid``, ``LeadersDenounced``, ``AlreadyEntered``."""
    require_keep(by)
    _check(told, by.unit, at)
    values = _values(told)
    with act("escalation.enter", Subject(KIND, by.unit_uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        _require_new(by.unit, values["body"], values["paper"], told.received_on)
        row = first_version(by.unit, at=at, why="enter", by=by.official, **values)
        _concern(row, told.concerned, at)
        doing.subject = Subject(KIND, row.uid)
        doing.detail = {"number": row.code, "on": row.received_on.isoformat()}
    return row


def correct(row: Escalation, told: Told, reason: str, *, by: Viewer, at: datetime) -> Escalation:
    """Write a corrected version beside the one that stands. Raises as ``enter``, ``KeptByFile``, ``WordsMissing``,
    ``EscalationGone``."""
    require_keep(by)
    said = _reason(reason, "lý do sửa")
    _check(told, row.unit, at)
    with act("escalation.correct", Subject(KIND, row.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = _held(row, by_hand=True)
        fresh = next_version(held, at=at, why="correct", reason=said, by=by.official, **_values(told))
        _keep_nameless(fresh)
        EscalationConcerned.objects.filter(thing=row.uid).delete()
        _concern(fresh, told.concerned, at)
        doing.detail = {"number": fresh.code, "on": fresh.received_on.isoformat()}
    return fresh


def settle(row: Escalation, found: Found, *, by: Viewer, at: datetime) -> Escalation:
    """Say which file of the ward it is about, or that there is none; or what the unit itself says of it, with why.

    The file's page and its lines tell of it. Raises ``NotAllowed``, ``NotFound``, ``WordsLacking``,
    ``EscalationGone``, ``TellsDenouncer``.
    """
    require_keep(by)
    if found.petition is not None:
        require_seen(by, found.petition)
    why = " ".join(found.why_said.split()) if found.said else ""
    if found.said and not why:
        raise refusals.WordsLacking()
    try:
        return _settled(row, found, why, by=by, at=at)
    except TellsDenouncer:
        if found.petition is not None:
            count_refused(found.petition, by=by, at=at)
        raise


def _settled(row: Escalation, found: Found, why: str, *, by: Viewer, at: datetime) -> Escalation:
    with act("escalation.settle", Subject(KIND, row.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = _held(row)
        fresh = next_version(
            held, at=at, why="settle", reason="", by=by.official, petition=found.petition,
            never_asked=found.never_asked and found.petition is None, said=found.said, why_said=why,
        )  # fmt: skip
        _keep_nameless(fresh)
        if held.petition_id != fresh.petition_id:
            _move_line(held, fresh, by=by, at=at)
        doing.detail = {"number": fresh.code}
    return fresh


def void(row: Escalation, reason: str, *, by: Viewer, at: datetime) -> Escalation:
    """Void a row entered by mistake; it stays to be read, what it was about does not.

    Raises ``NotAllowed``, ``WordsMissing``, ``KeptByFile``, ``EscalationGone``.
    """
    require_keep(by)
    said = _reason(reason, "lý do bỏ dòng ghi nhầm")
    with act("escalation.void", Subject(KIND, row.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = _held(row, by_hand=True)
        fresh = next_version(held, at=at, why="void", reason=said, by=by.official, voided=True)
        Escalation.objects.filter(uid=row.uid).update(about="", why_said="")
        _take_line(held, by=by, at=at)
        doing.detail = {"number": fresh.code}
    return fresh


@dataclass(frozen=True, slots=True)
class Statement:
    """What a higher body said in a paper: how many it received about the ward from ``first`` to ``last``."""

    body: str
    paper: str
    paper_on: date
    first: date
    last: date
    count: int


def state(told: Statement, *, by: Viewer, at: datetime) -> EscalationCover:
    """Write a statement down. Raises ``NotAllowed``, ``OwnWardSpeaks``, ``StepToCome``, ``StatementBackwards``,
    ``StatementOfDaysToCome``."""
    require_keep(by)
    _require_above(told.body, by.unit)
    check_day(told.paper_on, at)
    if not timedelta(0) <= told.last - told.first <= LONGEST:
        raise refusals.StatementBackwards(first=told.first, last=told.last)
    if told.last > told.paper_on:
        raise refusals.StatementOfDaysToCome(paper_on=told.paper_on, last=told.last)
    with act("escalation.state", Subject(COVER, by.unit_uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        row = EscalationCover.objects.create(
            unit=by.unit, body=" ".join(told.body.split()), paper=" ".join(told.paper.split()),
            paper_on=told.paper_on, first=told.first, last=told.last, count=told.count, by=by.official,
            recorded_at=at,
        )  # fmt: skip
        doing.subject = Subject(COVER, row.uid)
        doing.detail = {
            "document": row.paper,
            "start": row.first.isoformat(),
            "last": row.last.isoformat(),
            "count": row.count,
        }
    return row


def void_statement(row: EscalationCover, reason: str, *, by: Viewer, at: datetime) -> EscalationCover:
    """Void a statement entered by mistake; its days are covered no more. Raises ``WordsMissing``, ``StatementGone``."""
    require_keep(by)
    said = _reason(reason, "lý do bỏ báo cáo ghi nhầm")
    with act("escalation.unstate", Subject(COVER, row.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = EscalationCover.objects.select_for_update().get(pk=row.pk)
        if held.voided_at is not None:
            raise refusals.StatementGone(paper=held.paper)
        held.voided_at, held.void_reason = at, said
        held.save(update_fields=["voided_at", "void_reason"])
        doing.detail = {"document": held.paper}
    return held


def _values(told: Told) -> dict[str, object]:
    return {
        "received_on": told.received_on, "told_on": told.told_on, "body": " ".join(told.body.split()),
        "paper": " ".join(told.paper.split()), "paper_on": told.paper_on, "kind": told.kind, "channel": told.channel,
        "about": " ".join(told.about.split()),
    }  # fmt: skip


def _check(told: Told, unit: Unit, at: datetime) -> None:
    for day in (told.received_on, told.told_on, told.paper_on):
        if day is not None:
            check_day(day, at)
    _require_above(told.body, unit)
    if told.kind in (Kind.DENUNCIATION, Kind.MIXED):
        _require_not_leaders(told.against, timezone.localtime(at).date())


def _require_not_leaders(answer: str, on: date) -> None:
    """One against the Chairman or a deputy is the higher body's own: nothing of it is written here."""
    guide = competence_guide(on)
    answers = guide.questions[guide.starts[Kind.DENUNCIATION]].answers
    found = next((one for one in answers if one.key == answer), None)
    if found is None:
        raise refusals.AgainstNotSaid()
    if found.outcome is Outcome.NOT_TAKEN:
        raise refusals.LeadersDenounced()


def _require_above(body: str, unit: Unit) -> None:
    place = fold(unit.committee).removeprefix("ubnd ")
    said = fold(" ".join(body.split()))
    if said in (place, f"ubnd {place}", f"uy ban nhan dan {place}", f"chu tich ubnd {place}"):
        raise refusals.OwnWardSpeaks(ward=unit.committee)


def _require_new(unit: Unit, body: object, paper: object, on: date) -> None:
    if not paper:
        return
    rows = Escalation.objects.standing().filter(unit=unit, paper=paper, received_on=on)
    for code, other in rows.values_list("code", "body"):
        if fold(other) == fold(str(body)):
            raise refusals.AlreadyEntered(number=code)


def _concern(row: Escalation, officials: Sequence[Official], at: datetime) -> None:
    EscalationConcerned.objects.bulk_create(
        EscalationConcerned(thing=row.uid, official=one, recorded_at=at) for one in officials
    )


def _keep_nameless(row: Escalation) -> None:
    """No word of the row tells of the denouncer under seal of its file."""
    if row.petition is not None:
        require_nameless(row.petition, row.about, row.why_said, row.reason)


def _move_line(held: Escalation, fresh: Escalation, *, by: Viewer, at: datetime) -> None:
    """The line on the file it was linked to is voided, one is written on the new."""
    _take_line(held, by=by, at=at)
    if fresh.petition is not None:
        paper = Paper(fresh.paper, fresh.paper_on) if fresh.paper else None
        data = {"escalation": fresh.code}
        record(fresh.petition, LINE, on=fresh.received_on, by=by, at=at, paper=paper, data=data)


def _take_line(held: Escalation, *, by: Viewer, at: datetime) -> None:
    if held.petition is None:
        return
    lines = standing_events(held.petition).filter(verb=LINE, data__contains=f'"{held.code}"')
    for line in lines:
        try:
            void_line(line, "bỏ nối với vụ cấp trên nhận", by=by, at=at)
        except StepVoided:
            continue


def _held(row: Escalation, *, by_hand: bool = False) -> Escalation:
    """The version that stands, locked. Raises ``EscalationGone``, ``KeptByFile``."""
    latest = Escalation.objects.latest_ones().select_for_update()
    held = latest.get(uid=row.uid)
    if held.voided or not held.present:
        raise refusals.EscalationGone(number=held.code)
    if by_hand and held.outside_code:
        raise refusals.KeptByFile()
    return held


def _reason(text: str, thing: str) -> str:
    said = " ".join(text.split())
    if not said:
        raise WordsMissing(thing=thing)
    return said[:300]
