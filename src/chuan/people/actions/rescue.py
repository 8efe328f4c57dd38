"""Whoever keeps the machine lets somebody in again whom nobody else can: a Chairman alone, without phone and list."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.hashers import make_password

from chuan.people import refusals, refusals_factors
from chuan.people.actions import factors
from chuan.people.actions.own import subject_of, unit_uid_of
from chuan.people.models import Account
from chuan.people.passwords import one_time
from chuan.trail.actions import SYSTEM, act


def rescue(username: str, *, reason: str, at: datetime) -> str:
    """A new one-time password, second factors taken away, sessions ended; returns the password, stored nowhere.

    Only from the machine itself (OWASP ASVS 5.0, 6.4.4: identity is proved by whoever has the machine). A line of
    the trail says so. Raises ``NoAccount``, ``FactorReasonMissing``.
    """
    account = Account.objects.filter(username=username.strip().lower()).first()
    unit_uid = unit_uid_of(account, at) if account else None
    if account is None or unit_uid is None:
        raise refusals.NoAccount(name=username.strip()[:60])
    if not reason.strip():
        raise refusals_factors.FactorReasonMissing()
    hashed = make_password(password := one_time())
    with act(
        "rescue_account", subject_of(account), by=SYSTEM, unit_uid=unit_uid, at=at, reason=reason.strip()
    ):
        factors.remove(account, at=at)
        Account.objects.filter(pk=account.pk).update(
            password=hashed, must_change_password=True, password_issued_at=at, failures=0, locked_until=None
        )
    return password
