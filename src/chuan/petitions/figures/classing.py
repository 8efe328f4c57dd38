"""Every petition of a period in one class of how it came and one of how it went: what counts it also lists it.

Came: carried over, received; beside them what is never counted (sent again, divided, not listed by the system of
record, no longer listed). Went: put elsewhere, settled, in work at the period's end. Each exactly once, so
carried + received = put elsewhere + settled + in work, for every cut.
"""

from __future__ import annotations

from typing import Any

from django.db.models import BooleanField, Case, F, Q, QuerySet, Value, When

from chuan.petitions.figures.asked import Asked
from chuan.petitions.measures.classifying import not_listed, stood, within
from chuan.petitions.models import PetitionState

CARRIED, RECEIVED = "carried", "received"
REPEAT, DIVIDED, UNLISTED, GONE = "repeat", "divided", "unlisted", "gone"
HERE = (CARRIED, RECEIVED)
"""How petitions came that figures count; the others stand beside the table."""

FORWARD, GUIDE, RETURN, KEEP, OTHER = "forward", "guide", "return", "keep", "other"
APART = (FORWARD, GUIDE, RETURN, KEEP, OTHER)
SOLVED, STOPPED = "solved", "stopped"
SETTLED = (SOLVED, STOPPED)
WITHIN, LATE, BLIND, SUSPENDED = "running_within", "running_late", "running_blind", "suspended"
RUNNING = (WITHIN, LATE, BLIND, SUSPENDED)


def classed(asked: Asked) -> QuerySet[Any]:
    """The states of the period's petitions as they stood: ``came``, ``went``, ``judged`` (outcome), ``took``.

    ``took``: accepted in the period. A story that cannot be judged by law has no outcome, as in the measures.
    """
    rows = PetitionState.objects.filter(_concerned(asked), stood(asked.as_of), owner_unit=asked.unit)
    return rows.annotate(
        came=_came(asked),
        went=_went(asked),
        judged=Case(When(odd="", then=F("outcome")), default=Value("")),
        took=Case(
            When(within("accepted_on", asked.period), then=Value(True)),
            default=Value(False),
            output_field=BooleanField(),
        ),
    )


def _concerned(asked: Asked) -> Q:
    """Received in the period; or before it, and not gone from the work when it began."""
    before = Q(received_on__lt=asked.period.start, repeat=False, present=True) & ~Q(status="divided")
    still = Q(left_on__isnull=True) | Q(left_on__gte=asked.period.start)
    return within("received_on", asked.period) | (before & still)


def _came(asked: Asked) -> Case:
    return Case(
        When(present=False, then=Value(GONE)),
        When(not_listed(asked.unit, asked.scope), then=Value(UNLISTED)),
        When(repeat=True, then=Value(REPEAT)),
        When(status="divided", then=Value(DIVIDED)),
        When(received_on__gte=asked.period.start, then=Value(RECEIVED)),
        default=Value(CARRIED),
    )


def _went(asked: Asked) -> Case:
    here = Q(left_on__isnull=True) | Q(left_on__gte=asked.period.end)
    return Case(
        When(Q(left_on__isnull=True, status="suspended"), then=Value(SUSPENDED)),
        When(here & Q(due_on__isnull=True), then=Value(BLIND)),
        When(here & Q(due_on__lt=asked.cut_day), then=Value(LATE)),
        When(here, then=Value(WITHIN)),
        *(When(decided=one, then=Value(one)) for one in (FORWARD, GUIDE, RETURN, KEEP)),
        When(competent=False, then=Value(OTHER)),
        When(status="stopped", then=Value(STOPPED)),
        default=Value(SOLVED),
    )
