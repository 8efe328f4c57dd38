"""Who handles an incoming document: chủ trì, phối hợp, để biết, until when (NĐ 30/2020/NĐ-CP art 23.2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from chuan.documents.actions.incoming.stepping import Stepping, check_kept, stepping
from chuan.documents.incoming.waiting import PART, end_parts, keep_parts
from chuan.documents.knowing import serving
from chuan.documents.models import Assignment, Document
from chuan.documents.permissions import check_assigns
from chuan.documents.refusals_incoming import (
    ChosenTwice,
    DueBeforeArrival,
    DueMissing,
    NobodyLeads,
    NotHisPart,
    NotServing,
    PostVacant,
)
from chuan.offers.subjects import Subject
from chuan.people.models import Appointment, Official, Post
from chuan.people.viewer import Viewer
from chuan.trail.actions import act

LEAD, COOPERATE, KNOW = Assignment.Part.LEAD, Assignment.Part.COOPERATE, Assignment.Part.KNOW


@dataclass(frozen=True, slots=True)
class Share:
    """One part given to an official, or to whoever holds a post."""

    part: str
    official: Official | None = None
    post: Post | None = None

    @property
    def name(self) -> str:
        """Who it is given to."""
        return self.official.name if self.official else self.post.title if self.post else ""


@dataclass(frozen=True, slots=True)
class Direction:
    """What the leader directs. ``for_whom``: the leader in whose place the office clerk writes it down."""

    shares: Sequence[Share]
    due_on: date | None
    instruction: str = ""
    for_whom: Official | None = None


def assign(document: Document, direction: Direction, *, by: Viewer, at: datetime) -> list[Assignment]:
    """Give the document out, or out anew; parts that stay the same go on, the others end.

    The Chairman and vice chairmen direct; the office clerk may write down what one of them directed, and the
    step says whose direction it is. Raises ``NobodyLeads``, ``DueMissing``, ``DueBeforeArrival``, ``NotServing``,
    ``PostVacant``, ``ChosenTwice``, ``FollowedRow``, ``WrongMove``, ``NotAllowed``.
    """
    check_assigns(by, for_whom=direction.for_whom)
    check_kept(document, by)
    check_direction(direction, by)
    with stepping(document, "incoming.assign", by=by, at=at) as held:
        standing = list(held.document.assignments.standing().select_related("official", "post"))
        kept, ended = _sorted(standing, direction)
        Assignment.objects.filter(pk__in=[one.pk for one in ended]).update(ended_at=at)
        end_parts(ended, on=by.on)
        made = _made(held, direction, {_key(one) for one in kept})
        told = _told(direction)
        held.take("assign", note=direction.instruction.strip(), data=told, due_on=direction.due_on,
                  lead_name=_lead_words(direction))  # fmt: skip
        keep_parts(held.document, made, on=by.on)
        held.detail |= told
    return made


def see(assignment: Assignment, *, by: Viewer, at: datetime) -> None:
    """Whoever holds the part has seen it; to know asks for nothing more. Twice is once. Raises ``NotHisPart``."""
    if not is_his(assignment, by):
        raise NotHisPart()
    if assignment.seen_at is not None:
        return
    with act("incoming.see", Subject(PART, assignment.uid), by=by, unit_uid=by.unit_uid, at=at):
        Assignment.objects.filter(pk=assignment.pk, seen_at=None).update(seen_at=at)
        if assignment.part == KNOW:
            end_parts([assignment], on=by.on)
    assignment.refresh_from_db()


def is_his(assignment: Assignment, by: Viewer) -> bool:
    """Whether the part is the viewer's: by name, or by a post held on the day."""
    if assignment.ended_at is not None:
        return False
    mine = by.official is not None and assignment.official_id == by.official.pk
    return mine or (assignment.official_id is None and assignment.post_id in by.post_ids)


def check_direction(direction: Direction, by: Viewer) -> None:
    """Raises what is wrong with a direction: nobody leads, no time, a day gone, somebody who has left."""
    if [one.part for one in direction.shares].count(LEAD) != 1:
        raise NobodyLeads()
    if direction.due_on is None:
        raise DueMissing()
    if direction.due_on < by.on:
        raise DueBeforeArrival(due=direction.due_on, since=by.on)
    _check_serving(direction.shares, by)
    seen: set[tuple[int | None, int | None]] = set()
    for one in direction.shares:
        key = (one.official.pk if one.official else None, one.post.pk if one.post else None)
        if key in seen:
            raise ChosenTwice(name=one.name)
        seen.add(key)


def _check_serving(shares: Iterable[Share], by: Viewer) -> None:
    here = set(serving(by.unit, by.on).values_list("pk", flat=True))
    held = set(Appointment.objects.on(by.on).filter(post__unit=by.unit).values_list("post_id", flat=True))
    for one in shares:
        if one.official is not None and one.official.pk not in here:
            raise NotServing(name=one.official.name, on=by.on)
        if one.official is None and (one.post is None or one.post.pk not in held):
            raise PostVacant(post=one.name, on=by.on)


def _key(one: Assignment | Share) -> tuple[str, int | None, int | None]:
    official = one.official.pk if one.official else None
    return str(one.part), official, one.post.pk if one.post else None


def _sorted(
    standing: Iterable[Assignment], direction: Direction
) -> tuple[list[Assignment], list[Assignment]]:
    """Parts that stay as they are, and those that end."""
    wanted = {_key(one) for one in direction.shares}
    kept: list[Assignment] = []
    ended: list[Assignment] = []
    for one in standing:
        same = one.due_on == _due(one.part, direction) and one.instruction == direction.instruction.strip()
        (kept if same and _key(one) in wanted else ended).append(one)
    return kept, ended


def _due(part: str, direction: Direction) -> date | None:
    return None if part == KNOW else direction.due_on


def _made(
    held: Stepping, direction: Direction, kept: set[tuple[str, int | None, int | None]]
) -> list[Assignment]:
    fresh = [one for one in direction.shares if _key(one) not in kept]
    return Assignment.objects.bulk_create(
        Assignment(
            document=held.document, part=one.part, official=one.official, post=one.post,
            due_on=_due(one.part, direction), instruction=direction.instruction.strip(),
            given_by=direction.for_whom or held.by.official, given_at=held.at, given_on=held.by.on,
        )
        for one in fresh
    )  # fmt: skip


def _lead_words(direction: Direction) -> str:
    """As registers write it: "Nguyễn Văn A; phối hợp: B, C"."""
    lead = next(one.name for one in direction.shares if one.part == LEAD)
    others = ", ".join(one.name for one in direction.shares if one.part == COOPERATE)
    return (f"{lead}; phối hợp: {others}" if others else lead)[:200]


def _told(direction: Direction) -> dict[str, object]:
    parts = {
        str(part): [one.name for one in direction.shares if one.part == part]
        for part in (LEAD, COOPERATE, KNOW)
    }
    told: dict[str, object] = {**parts, "due_on": direction.due_on.isoformat() if direction.due_on else ""}
    if direction.for_whom is not None:
        told["for_whom"] = direction.for_whom.name
    return told
