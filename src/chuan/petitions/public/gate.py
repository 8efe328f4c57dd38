"""How much comes in: counted in the database, per network and per unit, under digests that are gone with the day."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.people.models import Unit
from chuan.petitions import keyed
from chuan.petitions import refusals_public as refusals
from chuan.petitions.models import PublicCount, PublicDay, PublicPost

_SALT = 32
MOST_WAITING = 1000
"""Posts of a unit that wait at once: a gigabyte of photos, seven if all of them are noise."""


@dataclass(frozen=True, slots=True)
class Bound:
    """So many within so long."""

    name: str
    most: int
    within: timedelta


PER_NETWORK = (Bound("n10", 6, timedelta(minutes=10)), Bound("nday", 30, timedelta(days=1)))
"""A family, or a whole street behind one address of its provider."""
PER_UNIT = (Bound("u10", 60, timedelta(minutes=10)), Bound("uday", 600, timedelta(days=1)))
"""A flood brings a hundred posts in an hour; nobody reads more than these."""
WRONG_CODES = Bound("code", 10, timedelta(minutes=15))
"""Of ten tries at 59 bits none is right."""


def admit(unit: Unit, network: str, *, at: datetime) -> None:
    """Count one post. Raises ``PublicTooMany``, ``PublicQueueFull``; what is refused is not counted."""
    if PublicPost.objects.filter(unit=unit).waiting().count() >= MOST_WAITING:
        raise refusals.PublicQueueFull()
    with transaction.atomic():
        day = _day(at)
        keys = {_digest(day, bound, network): bound for bound in PER_NETWORK}
        keys |= {keyed.exact("public-unit", bound.name): bound for bound in PER_UNIT}
        _count(day, unit, keys, at=at)


def count_in(unit: Unit, network: str, *, own: Sequence[Bound], whole: Sequence[Bound], at: datetime) -> None:
    """Count something else that strangers send, by bounds of its own per network and per unit.

    Raises ``PublicTooMany``; what is refused is not counted.
    """
    with transaction.atomic():
        day = _day(at)
        keys = {_digest(day, bound, network): bound for bound in own}
        keys |= {keyed.exact("public-unit", bound.name): bound for bound in whole}
        _count(day, unit, keys, at=at)


def try_code(unit: Unit, network: str, *, at: datetime) -> None:
    """Count a code before it is looked up. Raises ``PublicCodesTooFast``."""
    with transaction.atomic():
        day = _day(at)
        try:
            _count(day, unit, {_digest(day, WRONG_CODES, network): WRONG_CODES}, at=at)
        except refusals.PublicTooMany as closed:
            raise refusals.PublicCodesTooFast(wait=closed.wait) from None


def code_was_right(unit: Unit, network: str, *, at: datetime) -> None:
    """The code counted last was right: the network starts from nothing."""
    with transaction.atomic():
        day = _day(at)
        PublicCount.objects.filter(day=day, unit=unit, key=_digest(day, WRONG_CODES, network)).delete()


def forget_days(on: date) -> int:
    """Throw away the salts and counts of days before this one; how many days."""
    gone = PublicDay.objects.filter(day__lt=on)
    days = gone.count()
    gone.delete()
    return days


def _count(day: PublicDay, unit: Unit, keys: Mapping[str, Bound], *, at: datetime) -> None:
    """One more of each, or of none. Whoever counts for the unit waits for whoever counted before."""
    Unit.objects.select_for_update().get(pk=unit.pk)
    rows = {one.key: one for one in PublicCount.objects.filter(day=day, unit=unit, key__in=list(keys))}
    for key, bound in keys.items():
        row = rows.setdefault(key, PublicCount(day=day, unit=unit, key=key, since=at))
        if at - row.since >= bound.within:
            row.since, row.count = at, 0
        if row.count >= bound.most:
            raise refusals.PublicTooMany(wait=_wait(bound, at - row.since))
        row.count += 1
    for row in rows.values():
        row.save()


def _wait(bound: Bound, gone: timedelta) -> str:
    """How long until it opens again, in words; counts of a whole day end with the day."""
    if bound.within >= timedelta(days=1):
        return _("tới ngày mai")
    return _("%s phút") % max(1, -(-int((bound.within - gone).total_seconds()) // 60))


def _day(at: datetime) -> PublicDay:
    """Today's salt; the first who comes makes it and throws away those before."""
    on = timezone.localtime(at).date()
    day, is_new = PublicDay.objects.get_or_create(day=on, defaults={"salt": os.urandom(_SALT)})
    if is_new:
        forget_days(on)
    return day


def _digest(day: PublicDay, bound: Bound, network: str) -> str:
    """Whoever holds a copy of the data cannot try addresses against it: the key lies elsewhere."""
    return keyed.exact(f"public-network {bytes(day.salt).hex()} {bound.name}", network)
