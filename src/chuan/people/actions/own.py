"""An account acting on itself: signing in, its password, its factors, its sessions."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from chuan.offers.subjects import Subject
from chuan.people.models import Account, Unit
from chuan.people.viewer import viewer_of
from chuan.trail.actions import Actor, act


@dataclass(frozen=True)
class AccountActor:
    """An account acting where it is no official of any unit."""

    account: Account

    @property
    def trail_name(self) -> str:
        """How the trail names it."""
        return f"account/{self.account.uid}"


@contextmanager
def own_act(verb: str, account: Account, *, at: datetime, **detail: Any) -> Iterator[None]:
    """Run the block as an act of the account on itself; before the first unit exists there is no chain to write."""
    unit_uid = unit_uid_of(account, at)
    if unit_uid is None:
        with transaction.atomic():
            yield
        return
    with act(verb, subject_of(account), by=actor_of(account, at), unit_uid=unit_uid, at=at, **detail):
        yield


def subject_of(account: Account) -> Subject:
    """The account as the trail names what an act was done to."""
    return Subject("account", account.uid)


def actor_of(account: Account, at: datetime) -> Actor:
    """The official behind the account, or the bare account."""
    return viewer_of(account, on=day_of(at)) or AccountActor(account)


def unit_uid_of(account: Account, at: datetime) -> uuid.UUID | None:
    """The unit whose chain the account's acts go to: its own, else the one founded first; None before any."""
    viewer = viewer_of(account, on=day_of(at))
    return viewer.unit_uid if viewer else first_unit_uid()


def first_unit_uid() -> uuid.UUID | None:
    """The unit founded first of those that people work in today; where nobody works yet, the first there is."""
    units = Unit.objects.order_by(F("valid_to").desc(nulls_first=True), "pk").values_list("uid", flat=True)
    return units.filter(officials__isnull=False).first() or units.first()


def day_of(at: datetime) -> date:
    """The office's day."""
    return timezone.localtime(at).date()
