"""Whether a nonconformity repeats an earlier one: by its causes, by its record or process."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet

from chuan.corrections.models import Cause, Nonconformity
from chuan.law import practice
from chuan.rules.corrections import Past, recurring

LOOK_BACK = "corrections.recurring_days"
Pair = tuple[Nonconformity, str]


def earlier_of(case: Nonconformity) -> list[Pair]:
    """Earlier ones of the unit that this one repeats, the latest first, each with why; two statements."""
    rows = _with_causes(Nonconformity.objects.filter(owner_unit=case.owner_unit, found_on__lte=case.found_on))
    known = {str(one.pk): one for one in rows if one.pk == case.pk or one.status != "put_aside"}
    if str(case.pk) not in known:
        return []
    pasts = [past_of(one) for one in known.values()]
    return [(known[past.key], why) for past, why in again_of(past_of(known[str(case.pk)]), pasts)]


def recurring_in(
    some: QuerySet[Nonconformity], every: QuerySet[Nonconformity]
) -> list[tuple[Nonconformity, Nonconformity]]:
    """Of some, those that repeat one of all, with the latest one they repeat; three statements."""
    keys = set(some.values_list("pk", flat=True))
    if not keys:
        return []
    known = {str(one.pk): one for one in _with_causes(every)}
    pasts = [past_of(one) for one in known.values()]
    found = []
    for one in known.values():
        if one.pk in keys and (again := again_of(past_of(one), pasts)):
            found.append((one, known[again[0][0].key]))
    return found


def again_of(one: Past, pasts: Iterable[Past]) -> list[tuple[Past, str]]:
    """What it repeats within the days that the practice of the day it was found looks back."""
    on = max(one.found_on, practice.since(LOOK_BACK))
    return recurring(one, pasts, days=practice.value(LOOK_BACK, on).whole)


def past_of(case: Nonconformity) -> Past:
    """A nonconformity as recurrence looks at it; its causes have to be prefetched."""
    about = f"process:{case.process_id}" if case.process_id else ""
    if case.subject_uid:
        about = f"{case.subject_kind}:{case.subject_uid}"
    codes = frozenset(one.code for one in case.causes.all() if one.standing)
    return Past(str(case.pk), case.found_on, codes, about)


def _with_causes(rows: QuerySet[Nonconformity]) -> Iterable[Nonconformity]:
    return rows.prefetch_related(Prefetch("causes", queryset=Cause.objects.order_by("pk")))
