"""Sessions of an account and the office computers that spare it a code: begun, ended, listed in its own page.

An ended session answers at once as signed out, because the server's own record of it is deleted
(OWASP ASVS 5.0, 7.4.1 and 7.5.2). Both tables keep only the digest of what a browser holds.
"""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils.translation import gettext as _

from chuan.offers.subjects import Subject
from chuan.people import permissions, refusals_factors, sign_in_policy
from chuan.people.actions import holding
from chuan.people.actions.own import own_act
from chuan.people.models import Account, KnownComputer, Official, SignInSession, Unit
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound
from chuan.trail.actions import act

End = SignInSession.End
KEPT = timedelta(days=90)
"""How long past sessions are remembered, with their network addresses; the trail keeps the sign-in without one."""


@dataclass(frozen=True)
class Coming:
    """What is known of a browser that has just signed in."""

    key: str
    address: str
    browser: str
    computer: KnownComputer | None = None


def digest(secret: str) -> str:
    """What is stored of a key or token that a browser holds: 256 random bits need no salt."""
    return hashlib.sha256(secret.encode()).hexdigest()


def begin(account: Account, came: Coming, *, at: datetime) -> SignInSession:
    """The row of a sign-in; written inside the act of signing in. What is long past goes."""
    SignInSession.objects.filter(account=account, runs_out__lt=at - KEPT).delete()
    KnownComputer.objects.filter(account=account, until__lt=at - KEPT, sessions=None).delete()
    return SignInSession.objects.create(
        account=account, key_digest=digest(came.key), began=at, seen_at=at, address=came.address,
        runs_out=at + timedelta(seconds=settings.SESSION_COOKIE_AGE), browser=came.browser, computer=came.computer,
    )  # fmt: skip


def renew_key(session_uid: str, key: str) -> None:
    """The browser of a session was given a new key (after a password or a proof): the row follows it."""
    SignInSession.objects.filter(uid=session_uid).update(key_digest=digest(key))


def end_session(account: Account, uid: uuid.UUID, *, at: datetime) -> None:
    """End one of one's own sessions. Raises ``NotFound``, ``SessionGone``."""
    session = _one(account, uid)
    with own_act("end_session", account, at=at, session=session.uid):
        _close([session], End.ENDED, at)


def end_others(account: Account, *, keep: str, at: datetime) -> int:
    """End every session of one's own but the one in use; how many."""
    with own_act("end_other_sessions", account, at=at):
        return close_all(account, End.ENDED, keep=keep, at=at)


def end_sessions_of(official: Official, *, by: Viewer, at: datetime) -> int:
    """A keeper ends every session of somebody in the unit, and forgets the office computers; how many ended."""
    permissions.require_keep_staff(by)
    holding.require_own_unit(by, official.unit_id, _("cán bộ này"))
    if (account := official.account) is None:
        raise NotFound(thing=_("tài khoản này"))
    with act("end_sessions_of", Subject("account", account.uid), by=by, unit_uid=by.unit_uid, at=at):
        forget_computers(account, at=at)
        return close_all(account, End.TAKEN, at=at)


def close_all(account: Account, why: str, *, keep: str = "", at: datetime) -> int:
    """Close the account's open sessions inside somebody's act; how many."""
    standing = SignInSession.objects.open_at(at).filter(account=account)
    return _close([one for one in standing if str(one.uid) != keep], why, at)


def remember_computer(account: Account, unit: Unit, token: str, *, label: str, at: datetime) -> KnownComputer:
    """Spare the account the code on this computer until the end of the shift."""
    until = sign_in_policy.end_of_shift(unit, at)
    with own_act("remember_computer", account, at=at, name=label, until=until):
        return KnownComputer.objects.create(
            account=account, label=label, token_digest=digest(token), since=at, until=until
        )


def forget_computer(account: Account, uid: uuid.UUID, *, at: datetime) -> None:
    """The computer asks for a code again. Raises ``NotFound``."""
    computer = KnownComputer.objects.standing(at).filter(account=account, uid=uid).first()
    if computer is None:
        raise NotFound(thing=_("máy này"))
    with own_act("forget_computer", account, at=at, name=computer.label):
        KnownComputer.objects.filter(pk=computer.pk).update(revoked_at=at)


def forget_computers(account: Account, *, at: datetime) -> None:
    """Every computer of the account asks for a code again; inside somebody's act."""
    KnownComputer.objects.standing(at).filter(account=account).update(revoked_at=at)


def end_everything(*, at: datetime) -> None:
    """Nobody is signed in and no computer is remembered any more, in every unit; inside the act of a restore.

    What was ended or forgotten after the backup would live again otherwise (OWASP ASVS 5.0, 7.4).
    """
    Session.objects.all().delete()
    SignInSession.objects.open_at(at).update(ended_at=at, end=End.TAKEN)
    KnownComputer.objects.standing(at).update(revoked_at=at)


def _one(account: Account, uid: uuid.UUID) -> SignInSession:
    session = SignInSession.objects.filter(account=account, uid=uid).first()
    if session is None:
        raise NotFound(thing=_("phiên này"))
    if session.ended_at:
        raise refusals_factors.SessionGone()
    return session


def _close(ending: list[SignInSession], why: str, at: datetime) -> int:
    """Mark the rows and delete the server's records that belong to them."""
    digests = {one.key_digest for one in ending}
    if digests:
        running = Session.objects.filter(expire_date__gt=at).values_list("session_key", flat=True)
        Session.objects.filter(session_key__in=[key for key in running if digest(key) in digests]).delete()
    SignInSession.objects.filter(pk__in=[one.pk for one in ending]).update(ended_at=at, end=why)
    return len(ending)
