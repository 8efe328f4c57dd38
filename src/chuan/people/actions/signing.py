"""Coming, going and passwords: each is a line of the trail, without typed names and without passwords."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.contrib.auth.hashers import make_password

from chuan.offers.subjects import Subject
from chuan.people import refusals
from chuan.people.actions import sessions
from chuan.people.actions.own import first_unit_uid, own_act, subject_of, unit_uid_of
from chuan.people.models import Account, SignInSession
from chuan.people.tries import Counted
from chuan.trail.actions import SYSTEM, Actor, act

End = SignInSession.End


def sign_in(account: Account, came: sessions.Coming | None = None, *, at: datetime) -> SignInSession | None:
    """Write down that the account came in; the row of its session, where a session began."""
    with own_act("sign_in", account, at=at):
        return sessions.begin(account, came, at=at) if came else None


def sign_out(account: Account, session_uid: str = "", *, at: datetime) -> None:
    """Write down that the account left."""
    with own_act("sign_out", account, at=at):
        if session_uid:
            SignInSession.objects.filter(uid=session_uid, ended_at=None).update(ended_at=at, end=End.LEFT)


def fail(counted: Counted, *, at: datetime) -> None:
    """Write down a wrong try, and the closing of the name when it was the last one.

    A name that nobody has goes to the chain of the unit founded first, under the uid of its
    counter: what was typed is often a password in the wrong box.
    """
    if counted.account:
        subject, unit_uid = subject_of(counted.account), unit_uid_of(counted.account, at)
    else:
        assert counted.unknown is not None
        subject, unit_uid = Subject("unknown_name", counted.unknown.uid), first_unit_uid()
    _note("fail_sign_in", subject, by=SYSTEM, unit_uid=unit_uid, at=at)
    if not counted.left:
        _note("close_name", subject, by=SYSTEM, unit_uid=unit_uid, at=at)


def fail_code(account: Account, left: int, *, at: datetime) -> None:
    """Write down a wrong code, and that codes are closed for a while when it was the last try."""
    subject, unit_uid = subject_of(account), unit_uid_of(account, at)
    _note("fail_code", subject, by=SYSTEM, unit_uid=unit_uid, at=at)
    if not left:
        _note("close_codes", subject, by=SYSTEM, unit_uid=unit_uid, at=at)


def change_password(account: Account, *, new: str, keep: str = "", at: datetime) -> None:
    """Set a password of the account's own; every session of it but ``keep`` ends with the old one.

    Raises ``SamePassword`` when it is the one in use.
    """
    if account.check_password(new):
        raise refusals.SamePassword()
    hashed = make_password(new)
    with own_act("change_password", account, at=at):
        account.password = hashed
        account.must_change_password, account.password_issued_at = False, None
        account.failures, account.locked_until = 0, None
        account.save(
            update_fields=[
                "password",
                "must_change_password",
                "password_issued_at",
                "failures",
                "locked_until",
            ]
        )
        sessions.close_all(account, End.PASSWORD, keep=keep, at=at)


def _note(verb: str, subject: Subject, *, by: Actor, unit_uid: uuid.UUID | None, at: datetime) -> None:
    """One line that changes nothing; none before the first unit exists, when there is no chain yet."""
    if unit_uid is not None:
        with act(verb, subject, by=by, unit_uid=unit_uid, at=at):
            pass
