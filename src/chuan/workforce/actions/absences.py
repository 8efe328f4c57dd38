"""Absences written and taken back."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound
from chuan.trail.actions import act
from chuan.workforce import refusals
from chuan.workforce.models import Absence
from chuan.workforce.permissions import require_keep


def write_absence(
    official: Official, *, kind: str, first: date, last: date, citation: str, by: Viewer, at: datetime
) -> Absence:
    """Keep that an official was away from ``first`` to ``last``, both counted.

    The trail keeps the days and the official's uid, never the kind: illness is nobody's matter.
    Raises ``NotAllowed``, ``NotFound``, ``DaysBackwards``, ``PaperMissing``, ``AwayAlready``.
    """
    require_keep(by)
    if official.unit_id != by.unit.pk:
        raise NotFound(thing=_("cán bộ này"))
    if last < first:
        raise refusals.DaysBackwards(first=first, last=last)
    if not citation.strip():
        raise refusals.PaperMissing()
    row = Absence(
        unit=by.unit, official=official, kind=kind, valid_from=first, valid_to=last + timedelta(days=1),
        citation=citation.strip(), recorded_at=at,
    )  # fmt: skip
    with act("absence.write", Subject("absence", row.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        Official.objects.select_for_update().get(pk=official.pk)
        _require_free(row)
        row.save()
        doing.detail = {"official": str(official.uid), "first": first.isoformat(), "last": last.isoformat()}
    return row


def void_absence(row: Absence, reason: str, *, by: Viewer, at: datetime) -> Absence:
    """Take back what was written wrong; it stays readable to who keeps it.

    Raises ``NotAllowed``, ``NotFound``, ``ReasonMissing``, ``VoidAlready``.
    """
    require_keep(by)
    if row.unit_id != by.unit.pk:
        raise NotFound(thing=_("lần vắng này"))
    if not reason.strip():
        raise refusals.ReasonMissing()
    with act("absence.void", Subject("absence", row.uid), by=by, unit_uid=by.unit_uid, at=at):
        held = Absence.objects.select_for_update().get(pk=row.pk)
        if held.voided_at is not None:
            raise refusals.VoidAlready()
        held.voided_at, held.why_void = at, reason.strip()
        held.save(update_fields=["voided_at", "why_void"])
    return held


def _require_free(row: Absence) -> None:
    found = Absence.objects.known_at(None).filter(
        official=row.official, valid_from__lt=row.valid_to, valid_to__gt=row.valid_from
    )
    if (other := found.order_by("valid_from").first()) is not None:
        last = other.valid_to - timedelta(days=1)
        raise refusals.AwayAlready(name=row.official.name, first=other.valid_from, last=last)
