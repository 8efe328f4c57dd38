"""Coming, going and passwords: each is a line of the trail, without typed names and without passwords."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from chuan.offers.subjects import Subject
from chuan.people import refusals
from chuan.people.models import Account, Unit
from chuan.people.tries import Counted
from chuan.people.viewer import viewer_of
from chuan.trail.actions import SYSTEM, Actor, act


@dataclass(frozen=True)
class AccountActor:
    """An account acting where it is no official of any unit."""

    account: Account

    @property
    def trail_name(self) -> str:
        """How the trail names it."""
        return f"account/{self.account.uid}"


def sign_in(account: Account, *, at: datetime) -> None:
    """Write down that the account came in."""
    _note("sign_in", _subject(account), by=_actor(account, at), unit_uid=_unit_uid(account, at), at=at)


def sign_out(account: Account, *, at: datetime) -> None:
    """Write down that the account left."""
    _note("sign_out", _subject(account), by=_actor(account, at), unit_uid=_unit_uid(account, at), at=at)


def fail(counted: Counted, *, at: datetime) -> None:
    """Write down a wrong try, and the closing of the name when it was the last one.

    A name that nobody has goes to the chain of the unit founded first, under the uid of its
    counter: what was typed is often a password in the wrong box.
    """
    if counted.account:
        subject, unit_uid = _subject(counted.account), _unit_uid(counted.account, at)
    else:
        assert counted.unknown is not None
        subject, unit_uid = Subject("unknown_name", counted.unknown.uid), _first_unit_uid()
    _note("fail_sign_in", subject, by=SYSTEM, unit_uid=unit_uid, at=at)
    if not counted.left:
        _note("close_name", subject, by=SYSTEM, unit_uid=unit_uid, at=at)


def change_password(account: Account, *, new: str, at: datetime) -> None:
    """Set a password of the account's own; every other session of it ends with the old one.

    Raises ``SamePassword`` when it is the one in use.
    """
    if account.check_password(new):
        raise refusals.SamePassword()
    hashed = make_password(new)
    unit_uid = _unit_uid(account, at)
    if unit_uid is None:
        _set_own(account, hashed)
        return
    with act("change_password", _subject(account), by=_actor(account, at), unit_uid=unit_uid, at=at):
        _set_own(account, hashed)


def _set_own(account: Account, hashed: str) -> None:
    account.password = hashed
    account.must_change_password = False
    account.failures, account.locked_until = 0, None
    account.save(update_fields=["password", "must_change_password", "failures", "locked_until"])


def _note(verb: str, subject: Subject, *, by: Actor, unit_uid: uuid.UUID | None, at: datetime) -> None:
    """One line that changes nothing; none before the first unit exists, when there is no chain yet."""
    if unit_uid is not None:
        with act(verb, subject, by=by, unit_uid=unit_uid, at=at):
            pass


def _subject(account: Account) -> Subject:
    return Subject("account", account.uid)


def _actor(account: Account, at: datetime) -> Actor:
    return viewer_of(account, on=_day(at)) or AccountActor(account)


def _unit_uid(account: Account, at: datetime) -> uuid.UUID | None:
    viewer = viewer_of(account, on=_day(at))
    return viewer.unit_uid if viewer else _first_unit_uid()


def _first_unit_uid() -> uuid.UUID | None:
    return Unit.objects.order_by("pk").values_list("uid", flat=True).first()


def _day(at: datetime) -> date:
    return timezone.localtime(at).date()
