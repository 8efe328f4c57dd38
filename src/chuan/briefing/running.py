"""The brief made at its hour by the programme itself; a missed hour is made up the same day, never twice."""

from __future__ import annotations

import logging
from datetime import datetime

from django.utils import timezone

from chuan.briefing.actions.making import make
from chuan.briefing.choices import KEY, Choice, choice_of
from chuan.briefing.mail import send
from chuan.briefing.models import Brief
from chuan.clocks.offices import calendar_of
from chuan.offers import rooms
from chuan.people.models import Unit, UnitSetting

logger = logging.getLogger(__name__)


def make_due(*, at: datetime) -> int:
    """Make what is due of every unit that chose an hour; how many. One unit's fault keeps no other from its brief."""
    done = 0
    for unit in Unit.objects.filter(pk__in=UnitSetting.objects.filter(key=KEY).values("unit")):
        try:
            done += _make(unit, at)
        except Exception:
            logger.exception("a brief could not be made; it is tried again")
    return done


def due_at(unit: Unit, choice: Choice, at: datetime) -> datetime | None:
    """The moment today's brief was or is due; None on a day off, for a unit that is over, or where none is wanted."""
    local = timezone.localtime(at)
    over = unit.valid_to is not None and unit.valid_to <= local.date()
    if not choice.on or over or not calendar_of(unit).day(local.date()).counts:
        return None
    return local.replace(hour=choice.hour.hour, minute=choice.hour.minute, second=0, microsecond=0)


def _make(unit: Unit, at: datetime) -> bool:
    on = timezone.localtime(at).date()
    choice = choice_of(unit, on)
    due = due_at(unit, choice, at) if rooms.is_on(make_due, unit, on) else None
    if due is None or at < due or Brief.objects.filter(unit=unit, on=on).exists():
        return False
    brief = make(unit, due_at=due, at=at)
    if brief is None:
        return False
    send(brief, choice, at=at)
    return True
