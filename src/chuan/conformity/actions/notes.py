"""The unit says why a clause does not apply, or where its evidence lies; it says so no longer."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from chuan.conformity import refusals
from chuan.conformity.models import ClauseNote
from chuan.conformity.permissions import require_keep
from chuan.law.iso9001 import clauses
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.trail.actions import act


def say_of_clause(
    number: str, kind: str, reason: str, *, citation: str, valid_from: date, by: Viewer, at: datetime
) -> ClauseNote:
    """Keep a saying about a clause. Raises ``NotAllowed``, ``ReasonMissing``, ``DayToCome``, KeyError for no clause."""
    require_keep(by)
    clause = clauses()[number]
    if not reason.strip():
        raise refusals.ReasonMissing()
    if valid_from > timezone.localtime(at).date():
        raise refusals.DayToCome(day=valid_from)
    note = ClauseNote(
        unit=by.unit, clause=clause.number, kind=ClauseNote.Kind(kind), reason=reason.strip(),
        citation=citation.strip(), valid_from=valid_from, by=by.official, recorded_at=at,
    )  # fmt: skip
    with act(
        "conformity.say", Subject("clause_note", note.uid), by=by, unit_uid=by.unit_uid, at=at, clause=number
    ):
        note.save()
    return note


def say_over(number: str, reason: str, *, by: Viewer, at: datetime) -> ClauseNote:
    """From today on what was said of the clause holds no longer.

    Raises ``NotAllowed``, ``NothingSaid``, ``ReasonMissing``, KeyError for no clause.
    """
    require_keep(by)
    last = ClauseNote.objects.filter(unit=by.unit, clause=number).order_by("-valid_from", "-pk").first()
    if last is None or last.kind == ClauseNote.Kind.OVER:
        raise refusals.NothingSaid(clause=number)
    return say_of_clause(
        number,
        ClauseNote.Kind.OVER,
        reason,
        citation="",
        valid_from=max(timezone.localtime(at).date(), last.valid_from),
        by=by,
        at=at,
    )
