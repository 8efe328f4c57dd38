"""The self-check that runs by itself each night; what a switched-off machine missed is made up when it is on again.

Due from its hour on until one is kept, which is asked of the kept runs and not of a clock: a week away is made up by
one run, for what the registers said on the days between cannot be asked any more.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta

from django.utils import timezone

from chuan.conformity.actions.keeping import keep_nightly
from chuan.conformity.models import CheckRun
from chuan.conformity.running import run
from chuan.law import practice
from chuan.people.models import Unit

Clock = Callable[[], datetime]

logger = logging.getLogger(__name__)
HOUR = "conformity.night_hour"
"""From which hour on a day's check is made (``practice.toml``)."""


def night_before(at: datetime) -> datetime:
    """The last moment, at or before this one, when a check was due."""
    local = timezone.localtime(at)
    hour = practice.value(HOUR, local.date()).whole
    tonight = local.replace(hour=hour, minute=0, second=0, microsecond=0)
    return tonight if tonight <= local else tonight - timedelta(days=1)


def due(at: datetime) -> list[Unit]:
    """Units where people work and whose last night has no check yet; no example, its days are over. One statement."""
    since = night_before(at)
    made = CheckRun.objects.filter(by=None, recorded_at__gte=since).values("unit")
    there = Unit.objects.filter(example=False, valid_to=None, officials__isnull=False)
    return list(there.exclude(pk__in=made).distinct().order_by("pk"))


def tick(at: datetime, *, clock: Clock = timezone.now) -> int:
    """Make every check that is due; how many. One that breaks down is told in the log and tried at the next look."""
    done = 0
    for unit in due(at):
        on = night_before(at).date()
        try:
            keep_nightly(unit, run(unit, on, at), at=clock())
            done += 1
        except Exception:
            logger.exception("the nightly self-check of %s broke down", unit.uid)
    return done


def last_of(unit: Unit) -> CheckRun | None:
    """The last one that ran by itself."""
    rows = CheckRun.objects.filter(unit=unit, by=None).select_related("same_as")
    return rows.order_by("-recorded_at", "-pk").first()


def new_breaches(unit: Unit) -> tuple[date, int] | None:
    """The day of the last night's check, and how many rules broken it found that nobody has looked at; None for none.

    Looked at: found as well by the last check that a person kept. The same rule about the same page counts as the same,
    for the counts in its sentence change from day to day. Four statements at most.
    """
    night = last_of(unit)
    if night is None or not night.breaches:
        return None
    seen = CheckRun.objects.filter(unit=unit).exclude(by=None).order_by("-recorded_at", "-pk").first()
    known = _breaches(seen) if seen is not None else set()
    new = _breaches(night) - known
    return (night.on, len(new)) if new else None


def _breaches(kept: CheckRun) -> set[tuple[str, str]]:
    return set(kept.lines.filter(severity="breach").values_list("key", "address"))
