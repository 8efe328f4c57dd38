"""What a brief is made of, read and weighed, before anything is written."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from chuan.briefing.choices import Choice, weights_of
from chuan.briefing.models import Answer, Explanation, Foreseen
from chuan.offers import harms
from chuan.offers.harms import Asked, Harm
from chuan.people.models import Official, RoleGrant, Unit
from chuan.rules.briefs import Answered, Matter, Picked, Verb, foreseen, pick

LOOKED_BACK = timedelta(days=31)
"""How long a matter that was told beforehand counts as told, and an explanation stands beside it."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Every matter of a unit as things stand (or will stand) on a day, and what the head answered to each."""

    unit: Unit
    on: date
    harms: Mapping[str, Harm]
    matters: tuple[Matter, ...]
    answers: Mapping[str, Answered]
    weights: Mapping[str, int]
    people: Mapping[uuid.UUID | None, Official]

    def picked(self) -> Picked:
        """The lines of the brief of that day."""
        return pick(self.matters, self.answers, self.on, told=told_keys(self.unit, self.on))

    def to_tell(self) -> tuple[str, ...]:
        """Keys that are to be told beforehand to whom they concern."""
        return foreseen(self.matters, self.answers, self.on)


def gather(unit: Unit, choice: Choice, on: date, at: datetime) -> Gathered:
    """Ask every room; about forty statements, whatever stands in the registers."""
    told = {one.key: one for one in harms.harms(Asked(unit, on, at))}
    weights = weights_of(choice, on)
    readers = {official.uid for official in readers_of(unit, choice, on)}
    matters = tuple(_matter(one, weights, on, readers) for one in told.values())
    uids = {one.concerned for one in told.values() if one.concerned}
    people: dict[uuid.UUID | None, Official] = {one.uid: one for one in Official.objects.filter(uid__in=uids)}
    return Gathered(unit, on, told, matters, answers_of(unit, told), weights, people)


def readers_of(unit: Unit, choice: Choice, on: date) -> list[Official]:
    """The heads who read the brief on the day; one statement."""
    rows = RoleGrant.objects.on(on).filter(unit=unit, role__in=choice.readers, official__isnull=False)
    found = {row.official_id: row.official for row in rows.select_related("official").order_by("pk")}
    return [one for one in found.values() if one is not None]


def answers_of(unit: Unit, keys: Iterable[str]) -> dict[str, Answered]:
    """The last answer to each matter; one that found the matter settled binds nothing."""
    rows = Answer.objects.filter(unit=unit, line__key__in=list(keys), moot=False).select_related("line")
    return {row.line.key: answered(row) for row in rows.order_by("recorded_at", "pk")}


def answered(row: Answer) -> Answered:
    """An answer as the rule takes it."""
    agreed = row.verb == Answer.Verb.AGREE
    until = None if agreed else row.due_on
    asked = row.verb in (Answer.Verb.ASSIGN, Answer.Verb.EXPLAIN)
    over = asked and row.state == Answer.State.DONE  # a reminder that was read is no answer to the matter
    return Answered(Verb(row.verb), row.line.held, until, over=over)


def told_keys(unit: Unit, on: date) -> frozenset[str]:
    """Keys told beforehand for this day or, lately, for an earlier one; one statement."""
    rows = Foreseen.objects.filter(unit=unit, on__lte=on, on__gt=on - LOOKED_BACK)
    return frozenset(rows.values_list("key", flat=True))


def explanations_of(unit: Unit, on: date, keys: Iterable[str]) -> dict[tuple[str, int], Explanation]:
    """(key, official) → what he said to the matter last; one statement."""
    rows = Explanation.objects.filter(
        foreseen__unit=unit,
        foreseen__on__lte=on,
        foreseen__on__gt=on - LOOKED_BACK,
        foreseen__key__in=list(keys),
    )
    rows = rows.select_related("foreseen").order_by("recorded_at", "pk")
    return {(one.foreseen.key, one.foreseen.official_id): one for one in rows}


def _matter(harm: Harm, weights: Mapping[str, int], on: date, readers: Iterable[object]) -> Matter:
    late = (on - harm.due).days if harm.due and harm.due < on else 0
    named = harm.concerned is not None and harm.concerned not in set(readers)
    return Matter(harm.key, weights.get(harm.kind, 0), late, harm.amount, frozenset(harm.facts), named)
