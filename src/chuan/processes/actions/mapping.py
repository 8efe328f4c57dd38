"""Everything that changes the map of processes, and who has which part in one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from chuan.law.iso9001 import clauses as known_clauses
from chuan.law.processes import ProposedProcess
from chuan.offers import measures
from chuan.offers.subjects import Subject
from chuan.people.models import Post
from chuan.people.viewer import Viewer
from chuan.processes import refusals, searching
from chuan.processes.models import Hand, Process
from chuan.processes.permissions import require_keep
from chuan.rules.refusals import NotFound
from chuan.trail.actions import act


@dataclass(frozen=True, slots=True)
class Written:
    """What is written of a process; names as in ``Process``, ``clauses`` and ``measures`` parted by spaces."""

    code: str
    name: str
    kind: str
    purpose: str = ""
    takes: str = ""
    gives: str = ""
    outside: str = ""
    clauses: str = ""
    measures: str = ""
    document_uid: UUID | None = None
    citation: str = ""


def define_process(written: Written, *, since: date, by: Viewer, at: datetime) -> Process:
    """Put a process on the map from a day on. Raises ``NotAllowed``, ``CodeTaken``, ``ClausesUnknown``,
    ``MeasureNotOffered``."""
    require_keep(by)
    written = _checked(written)
    row = Process(unit=by.unit, owner_unit=by.unit, valid_from=since, recorded_at=at, **_given(written))
    with act("process.define", Subject("process", row.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        _require_free(row)
        row.position = Process.objects.filter(owner_unit=by.unit).count() + 1
        row.save()
        searching.put([row])
        doing.detail = {"code": row.code, "name": row.name, "since": since.isoformat()}
    return row


def change_process(process: Process, written: Written, *, by: Viewer, at: datetime) -> Process:
    """Write a process anew; what it said before stays in the trail.

    Raises as ``define_process``, and ``NotFound``, ``ProcessEnded``.
    """
    require_keep(by)
    written = _checked(written)
    with act("process.change", Subject("process", process.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        row = _held(process, by)
        before, after = _said(row), _given(written)
        for name, value in after.items():
            setattr(row, name, value)
        _require_free(row)
        row.save()
        searching.put([row])
        changed = [name for name in after if before[name] != str(after[name] or "")]
        doing.detail = {
            "before": {name: before[name] for name in changed},
            "after": {name: str(after[name] or "") for name in changed},
        }
    return row


def end_process(process: Process, until: date, citation: str, *, by: Viewer, at: datetime) -> Process:
    """The process is no longer done from a day on; its parts end with it. Raises ``NotAllowed``, ``NotFound``,
    ``ProcessEnded``, ``EndTooEarly``."""
    require_keep(by)
    with act("process.end", Subject("process", process.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        row = _held(process, by)
        if until <= row.valid_from:
            raise refusals.EndTooEarly(until=until, since=row.valid_from)
        row.valid_to = until
        row.save(update_fields=["valid_to"])
        for hand in row.hands.filter(valid_to=None):
            _end(hand, max(until, _next_day(hand.valid_from)))
        searching.drop([row])
        doing.detail = {"until": until.isoformat(), "citation": citation.strip()}
    return row


def give_part(
    process: Process, post: Post, part: str, *, since: date, citation: str = "", by: Viewer, at: datetime
) -> Hand:
    """A post answers for the process (in place of whoever did) or does part of it, from a day on.

    Raises ``NotAllowed``, ``NotFound``, ``ProcessEnded``, ``PartBeforeProcess``, ``PartHeldAlready``, ``EndTooEarly``.
    """
    require_keep(by)
    if post.unit_id != by.unit.pk:
        raise NotFound(thing=_("chức danh này"))
    with act(
        "process.give_part", Subject("process", process.uid), by=by, unit_uid=by.unit_uid, at=at
    ) as doing:
        row = _held(process, by)
        if since < row.valid_from:
            raise refusals.PartBeforeProcess(since=since, begun=row.valid_from)
        standing = row.hands.filter(part=part, valid_to=None).select_related("post")
        if any(one.post_id == post.pk for one in standing):
            raise refusals.PartHeldAlready(post=post.title)
        for one in standing if part == Hand.Part.OWNER else ():
            _end(one, since)
        hand = Hand.objects.create(
            process=row, post=post, part=part, valid_from=since, citation=citation.strip()
        )
        doing.detail = {
            "post": post.title,
            "kind": part,
            "since": since.isoformat(),
            "citation": hand.citation,
        }
    return hand


def take_part_away(hand: Hand, until: date, citation: str, *, by: Viewer, at: datetime) -> Hand:
    """A post has this part no more from a day on. Raises ``NotAllowed``, ``NotFound``, ``EndTooEarly``."""
    require_keep(by)
    subject = Subject("process", hand.process.uid)
    with act("process.take_part", subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        row = _held(hand.process, by)
        held = row.hands.select_related("post").filter(pk=hand.pk, valid_to=None).first()
        if held is None:
            raise NotFound(thing=_("phân công này"))
        _end(held, until)
        doing.detail = {
            "post": held.post.title, "kind": held.part, "until": until.isoformat(), "citation": citation.strip(),
        }  # fmt: skip
    return held


def take_over(proposed: Sequence[ProposedProcess], *, since: date, by: Viewer, at: datetime) -> list[Process]:
    """Begin the map with lines of the proposed set; each may be changed after. A code that stands already is left
    out. Raises ``NotAllowed``, ``NothingTicked``."""
    require_keep(by)
    if not proposed:
        raise refusals.NothingTicked()
    taken = set(Process.objects.filter(owner_unit=by.unit, valid_to=None).values_list("code", flat=True))
    fresh = [one for one in proposed if one.code not in taken]
    with transaction.atomic():
        return [define_process(_of_proposal(one), since=since, by=by, at=at) for one in fresh]


def _of_proposal(one: ProposedProcess) -> Written:
    offered = {measure.key for measure in measures.every()}
    known = " ".join(key for key in one.measures.split() if key in offered)
    return Written(
        code=one.code, name=one.name, kind=one.kind, purpose=one.purpose, takes=one.takes, gives=one.gives,
        outside=one.outside, clauses=one.clauses, measures=known,
    )  # fmt: skip


def _checked(written: Written) -> Written:
    """With its clauses in the order of the standard; both lists hold only what there is."""
    asked = set(written.clauses.replace(",", " ").replace(";", " ").split())
    known = known_clauses()
    if unknown := sorted(asked - set(known)):
        raise refusals.ClausesUnknown(numbers=", ".join(unknown))
    for key in written.measures.split():
        if measures.find(key) is None:
            raise refusals.MeasureNotOffered(key=key)
    return replace(written, clauses=" ".join(number for number in known if number in asked))


def _given(written: Written) -> dict[str, str | UUID | None]:
    found = {one.name: getattr(written, one.name) for one in fields(written)}
    return {name: value.strip() if isinstance(value, str) else value for name, value in found.items()}


def _said(row: Process) -> dict[str, str]:
    return {one.name: str(getattr(row, one.name) or "") for one in fields(Written)}


def _held(process: Process, by: Viewer) -> Process:
    """The row, locked; only the unit that answers for it now changes it."""
    row = Process.objects.select_for_update().filter(pk=process.pk, owner_unit=by.unit).first()
    if row is None:
        raise NotFound(thing=_("quá trình này"))
    if row.valid_to is not None:
        raise refusals.ProcessEnded(until=row.valid_to)
    return row


def _require_free(row: Process) -> None:
    others = Process.objects.filter(owner_unit=row.owner_unit, code=row.code, valid_to=None).exclude(
        pk=row.pk
    )
    if (other := others.first()) is not None:
        raise refusals.CodeTaken(taken=row.code, name=other.name)


def _end(hand: Hand, until: date) -> None:
    if until <= hand.valid_from:
        raise refusals.EndTooEarly(until=until, since=hand.valid_from)
    hand.valid_to = until
    hand.save(update_fields=["valid_to"])


def _next_day(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)
