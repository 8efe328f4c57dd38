"""What posts and roles have in common: a document, a period in order, a unit that is one's own."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from chuan.people import permissions, refusals
from chuan.people.models import Appointment, Official, RoleGrant, Unit, in_force
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound

SHORTEST_CITATION = len("QĐ 1/21")
"""What is shorter names no document."""


def require_own_unit(by: Viewer, unit_id: int, thing: str) -> None:
    """Refuse for a thing of another unit, a predecessor's too: what is over is read, not changed."""
    permissions.require_keep_staff(by)
    if unit_id != by.unit.pk:
        raise NotFound(thing=thing)


def cited(citation: str) -> str:
    """The document, blanks made single; refuses when none is named."""
    text = " ".join(citation.split())
    if len(text) < SHORTEST_CITATION:
        raise refusals.CitationMissing()
    return text


def check_period(unit: Unit, since: date, until: date | None) -> None:
    """Refuse a period that ends before it begins, or begins before the unit."""
    if until is not None and until <= since:
        raise refusals.PeriodBackwards(since=since, until=until)
    if since < unit.valid_from:
        raise refusals.BeforeUnit(unit=unit.committee, since=unit.valid_from)


def overlapping(since: date, until: date | None) -> Q:
    """Rows whose validity shares a day with [since, until)."""
    before_the_end = Q(valid_from__lt=until) if until else Q()
    return before_the_end & (Q(valid_to__isnull=True) | Q(valid_to__gt=since))


def end(held: Appointment | RoleGrant, *, on: date, name: str, thing: str) -> None:
    """Set the day from which it is no longer held; a period is shortened, never prolonged, by ending."""
    if on <= held.valid_from:
        raise refusals.PeriodBackwards(since=held.valid_from, until=on)
    if held.valid_to is not None and held.valid_to <= on:
        raise refusals.AlreadyEnded(name=name, thing=thing, on=held.valid_to)
    held.valid_to = on
    held.save(update_fields=["valid_to"])


def require_keeper_left(unit: Unit, *, on: date, grant: RoleGrant | None = None, official: Official) -> None:
    """Refuse when, without this grant (or without this official), nobody could give roles on the day.

    Call inside the act: the unit's row is locked, so that two keepers cannot leave at once.
    """
    Unit.objects.select_for_update().get(pk=unit.pk)
    others = RoleGrant.objects.filter(
        in_force(on), unit=unit, role__in=permissions.STAFF_KEEPERS, official__account__is_active=True
    )
    others = others.exclude(pk=grant.pk) if grant else others.exclude(official=official)
    if not others.exists():
        raise refusals.LastKeeper(name=official.name)
