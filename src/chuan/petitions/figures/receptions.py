"""Reception of citizens in a period: comings, people, groups, what became of them, the Chairman's days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Min, Q, QuerySet, Sum

from chuan.law.petitions import HELD_FROM
from chuan.petitions.figures.asked import Asked
from chuan.petitions.models import ReceptionDay, ReceptionEntry
from chuan.petitions.reception.terms import Term, around, chairman_of, terms_of, values_in

_FEW = 5


@dataclass(frozen=True, slots=True)
class Received:
    """Counts of the register, by what became of each coming; ``many``: from so many people on it is a group.

    ``terms``: weeks or months of the law that are over and can be judged; ``kept``: those with days enough.
    """

    comings: int
    people: int
    groups: int
    group_people: int
    taken: int
    guided: int
    refused: int
    many: int
    days: int
    terms: int
    kept: int


def received_in(asked: Asked) -> Received:
    """Counts of the whole register. Rows as known then; the Chairman's days as they stand now."""
    value = asked.bench.values(max(asked.period.start, HELD_FROM)).get("signers.many")
    many = value.whole if value else _FEW
    outcome = ReceptionEntry.Outcome
    of_many = Q(people__gte=many)
    found = _entries(asked).aggregate(
        comings=Count("pk"), all=Sum("people"), groups=Count("pk", filter=of_many),
        in_groups=Sum("people", filter=of_many), taken=Count("pk", filter=Q(outcome=outcome.TAKEN)),
        guided=Count("pk", filter=Q(outcome=outcome.GUIDED)), refused=Count("pk", filter=Q(outcome=outcome.REFUSED)),
    )  # fmt: skip
    days, terms = _chairman(asked)
    judged = [one for one in terms if one.over and one.state != "unknown"]
    return Received(
        found["comings"], found["all"] or 0, found["groups"], found["in_groups"] or 0, found["taken"],
        found["guided"], found["refused"], many, days, len(judged), sum(one.state == "met" for one in judged),
    )  # fmt: skip


def _entries(asked: Asked) -> QuerySet[ReceptionEntry]:
    known = Q(voided_at__isnull=True)
    if asked.as_of:
        known = Q(recorded_at__lte=asked.as_of) & (known | Q(voided_at__gt=asked.as_of))
    return ReceptionEntry.objects.filter(
        known, unit=asked.unit, day__gte=asked.period.start, day__lt=asked.period.end
    )


def _chairman(asked: Asked) -> tuple[int, Iterable[Term]]:
    """On how many days the Chairman received in person, and the law's terms that begin in the period."""
    wide, every = around(asked.period), ReceptionDay.objects.filter(unit=asked.unit)
    days = list(every.standing().filter(day__gte=wide.start, day__lt=wide.end).order_by("day"))
    if not days:
        return 0, ()
    chairman = chairman_of([asked.unit.pk])
    since = every.aggregate(first=Min("day"))["first"]
    terms = terms_of(days, values_in(asked.unit, wide), wide, chairman, asked.on, since)
    held = {
        one.day
        for one in days
        if one.day in asked.period and one.state == ReceptionDay.State.HELD and chairman.receives(one)
    }
    return len(held), [one for one in terms if one.period.start in asked.period]
