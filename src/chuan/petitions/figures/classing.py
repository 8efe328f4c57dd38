"""Every petition of a period in one class of how it came and one of how it went: what counts it also lists it.

Came: carried over, received; beside them what is never counted (sent again, divided, not listed by the system of
record, no longer listed). Went: put elsewhere, settled, in work at the period's end. Each exactly once, so
carried + received = put elsewhere + settled + in work, for every cut.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import BooleanField, Case, Expression, F, Q, QuerySet, Value, When

from chuan.petitions.figures.asked import Asked
from chuan.petitions.measures.classifying import stood, within
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

CAME = (*HERE, REPEAT, DIVIDED, UNLISTED, GONE)
WENT = (*APART, *SETTLED, *RUNNING)
"""Every class, in the order that ``coding`` numbers them by."""
Said = Callable[[str], Expression]


def classed(asked: Asked) -> QuerySet[Any]:
    """The states of the period's petitions as they stood: ``came``, ``went``, ``judged`` (outcome), ``took``.

    ``took``: accepted in the period. A story that cannot be judged by law has no outcome, as in the measures.
    """
    return concerned(asked).annotate(
        came=came(asked),
        went=went(asked),
        judged=Case(When(odd="", then=F("outcome")), default=Value("")),
        took=Case(
            When(within("accepted_on", asked.period), then=Value(True)),
            default=Value(False),
            output_field=BooleanField(),
        ),
    )


def concerned(asked: Asked) -> QuerySet[Any]:
    """The states of the period's petitions as they stood."""
    return PetitionState.objects.filter(_concerned(asked), stood(asked.as_of))


def received_only(asked: Asked) -> Q:
    """What can be true of no other than those that came in the period: looked up by the day of receipt alone."""
    return Q(owner_unit=asked.unit) & within("received_on", asked.period)


def _concerned(asked: Asked) -> Q:
    """Received in the period; or before it, and not gone from the work when it began.

    Each of the three says whose it is, so that each is looked up in an index of its own.
    """
    start, ours = asked.period.start, Q(owner_unit=asked.unit)
    before = ours & Q(received_on__lt=start, repeat=False, present=True) & ~Q(status="divided")
    received = ours & within("received_on", asked.period)
    return received | (before & Q(left_on__isnull=True)) | (before & Q(left_on__gte=start))


def came(asked: Asked, said: Said = Value) -> Case:
    """How a row came; ``said``: how a class is written."""
    return Case(
        When(present=False, then=said(GONE)),
        When(asked.grounds.not_listed, then=said(UNLISTED)),
        When(repeat=True, then=said(REPEAT)),
        When(status="divided", then=said(DIVIDED)),
        When(received_on__gte=asked.period.start, then=said(RECEIVED)),
        default=said(CARRIED),
    )


def went(asked: Asked, said: Said = Value) -> Case:
    """How a row went; ``said``: how a class is written. Whether it left is asked once: most of a year's rows have."""
    gone = Case(
        *(When(decided=one, then=said(one)) for one in (FORWARD, GUIDE, RETURN, KEEP)),
        When(competent=False, then=said(OTHER)),
        When(status="stopped", then=said(STOPPED)),
        default=said(SOLVED),
    )
    here = Case(
        When(Q(left_on__isnull=True, status="suspended"), then=said(SUSPENDED)),
        When(due_on__isnull=True, then=said(BLIND)),
        When(due_on__lt=asked.cut_day, then=said(LATE)),
        default=said(WITHIN),
    )
    return Case(When(left_on__lt=asked.period.end, then=gone), default=here)
