"""What came in above, each held against the ward's own file: as it stands now, or as it stood at a moment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.db.models import Q

from chuan.law.escalations import next_steps
from chuan.people.models import Unit
from chuan.petitions.escalated.judging import Facts, Judged, Ours, judged
from chuan.petitions.models import Escalation, Petition, PetitionState
from chuan.rules.law import Value
from chuan.rules.types import Period

BATCH = 500


@dataclass(frozen=True)
class Case:
    """One of them with its verdict. ``petition_id``: the ward's own file, linked or named by code."""

    row: Escalation
    petition_id: int | None
    judged: Judged


def cases_in(unit: Unit, period: Period, as_of: datetime | None = None) -> list[Case]:
    """What a higher body received in the period, in the order of uid; three statements and no more."""
    rows = Escalation.objects.standing(as_of).filter(
        unit=unit, received_on__gte=period.start, received_on__lt=period.end
    )
    return cases_of(list(rows.order_by("uid")), as_of)


def cases_of(rows: Sequence[Escalation], as_of: datetime | None = None) -> list[Case]:
    """The verdict of each, by the ward's files as they stand, or stood at the moment."""
    files = _files(rows)
    ours = _days({*files.values()}, as_of)
    return [_case(row, files.get(row.pk), ours, _law(row.received_on)) for row in rows]


@lru_cache(maxsize=512)
def _law(on: date) -> Mapping[str, Value]:
    return next_steps(on)


def _case(row: Escalation, file: int | None, ours: Mapping[int, Ours], law: Mapping[str, Value]) -> Case:
    facts = Facts(
        kind=row.kind, received_on=row.received_on, ours=ours.get(file) if file else None,
        never_asked=row.never_asked, said=row.said,
    )  # fmt: skip
    return Case(row, file, judged(facts, law))


def _files(rows: Sequence[Escalation]) -> dict[int, int]:
    """Row → the ward's own file: the one it is linked to, else the only one that bears the code its list names."""
    found = {row.pk: row.petition_id for row in rows if row.petition_id}
    named = [row for row in rows if row.pk not in found and row.ward_code and not row.never_asked]
    by_code = _by_code(named)
    for row in named:
        hits = by_code.get((row.unit_id, row.ward_code), set())
        if len(hits) == 1:
            found[row.pk] = next(iter(hits))
    return found


def _by_code(rows: Sequence[Escalation]) -> dict[tuple[int, str], set[int]]:
    codes = sorted({row.ward_code for row in rows})
    units = {row.unit_id for row in rows}
    found: dict[tuple[int, str], set[int]] = {}
    for start in range(0, len(codes), BATCH):
        some = codes[start : start + BATCH]
        hits = Petition.objects.filter(Q(code__in=some) | Q(outside_code__in=some), unit_id__in=units)
        for pk, unit, code, outside in hits.values_list("pk", "unit_id", "code", "outside_code"):
            found.setdefault((unit, code), set()).add(pk)
            if outside:
                found.setdefault((unit, outside), set()).add(pk)
    return found


_DAYS = ("received_on", "due_on", "settled_on", "decided", "competent")


def _days(keys: Iterable[int], as_of: datetime | None) -> dict[int, Ours]:
    """The files by their days, as they stand or stood."""
    wanted = sorted(keys)
    then = Q(until_at__isnull=True)
    if as_of is not None:
        then = Q(recorded_at__lte=as_of) & (then | Q(until_at__gt=as_of))
    found: dict[int, Ours] = {}
    for start in range(0, len(wanted), BATCH):
        rows = PetitionState.objects.filter(then, petition_id__in=wanted[start : start + BATCH])
        told: Iterable[tuple[Any, ...]] = rows.values_list("petition_id", *_DAYS)
        found |= {pk: Ours(*days) for pk, *days in told}
    return found
