"""Counting wrong tries, per name and per network address, in the database that every process shares.

A try is counted before the password is checked and taken back when it was right, so that a
thousand tries at once are a thousand tries.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest

from chuan.people.models import Account, SignInAttempt
from chuan.people.refusals import SignInWrong, TooManyFromHere
from chuan.people.refusals_factors import CodesClosed
from chuan.rules.refusals import AccountLocked, Refused


@dataclass(frozen=True)
class Policy:
    """How many wrong tries, within what time, close a door for how long."""

    tries: int
    within: timedelta
    closed_for: timedelta


BY_NAME = Policy(tries=5, within=timedelta.max, closed_for=timedelta(minutes=15))
"""Five in a row, however slowly (OWASP ASVS 5.0, 6.3.1; NIST SP 800-63B, 5.2.2 allows 100 at most)."""

BY_ADDRESS = Policy(tries=50, within=timedelta(minutes=15), closed_for=timedelta(minutes=15))
"""A whole office may share one address: fifty is ten people each closing their own name."""

BY_CODE = Policy(tries=5, within=timedelta.max, closed_for=timedelta(minutes=15))
"""Wrong codes of one account, apart from its wrong passwords: a right password must not wipe them (ASVS 5.0, 6.6.3)."""

KEPT = timedelta(days=365)
"""How long wrong tries of unknown names are remembered: longer would only gather digests."""


@dataclass(frozen=True)
class Counted:
    """A try that has been counted: of an account, or of a name that nobody has."""

    account: Account | None
    unknown: SignInAttempt | None
    address: SignInAttempt
    left: int

    def refusal(self) -> Refused:
        """What to say when it was wrong: how many tries are left, or that the name is closed."""
        if self.left:
            return SignInWrong(left=self.left)
        return AccountLocked(minutes=minutes(BY_NAME.closed_for))


def count(username: str, address: str, *, at: datetime) -> Counted:
    """Count a try before it is made; refuses when the name or the address is closed at the moment."""
    with transaction.atomic():
        SignInAttempt.objects.filter(since__lt=at - KEPT).delete()
        place = _counter(f"address:{address}", at)
        _count_one(place, BY_ADDRESS, at, TooManyFromHere)
        name = username.strip().lower()
        account = Account.objects.select_for_update().filter(username=name).first()
        unknown = None if account else _counter(f"name:{name}", at)
        left = _count_one(account or unknown, BY_NAME, at, AccountLocked)  # type: ignore[arg-type]
    return Counted(account, unknown, place, left)


def count_place(key: str, policy: Policy, *, at: datetime) -> None:
    """Count a wrong try that is no password: of a one-time code from an address, say. Raises ``TooManyFromHere``."""
    with transaction.atomic():
        _count_one(_counter(key, at), policy, at, TooManyFromHere)


def forget_place(key: str) -> None:
    """The try counted by ``count_place`` was right: the place starts from nothing."""
    SignInAttempt.objects.filter(key=_digest(key)).update(failures=0, locked_until=None)


def count_code(account: Account, *, at: datetime) -> int:
    """Count a code before it is looked at; how many tries are left after it. Raises ``CodesClosed``."""
    with transaction.atomic():
        return _count_one(_counter(_codes_of(account), at), BY_CODE, at, CodesClosed)


def forget_codes(account: Account) -> None:
    """The code was right: the account's codes start from nothing."""
    SignInAttempt.objects.filter(key=_digest(_codes_of(account))).update(failures=0, locked_until=None)


def take_back(counted: Counted) -> None:
    """The password was right: the name starts from nothing, the address loses this one try."""
    with transaction.atomic():
        place = SignInAttempt.objects.select_for_update().get(pk=counted.address.pk)
        place.failures = max(place.failures - 1, 0)
        if place.failures < BY_ADDRESS.tries:
            place.locked_until = None
        place.save(update_fields=["failures", "locked_until"])
        if counted.account:
            Account.objects.filter(pk=counted.account.pk).update(failures=0, locked_until=None)


def address_of(request: HttpRequest) -> str:
    """The visitor's address as far as our own proxies vouch for it; of IPv6 the network (/64)."""
    found = visitor(request)
    if found is None:
        return "unknown"
    return str(ipaddress.ip_network((found, 64), strict=False)) if found.version == 6 else str(found)


def visitor(request: HttpRequest) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The whole address, as far as our own proxies vouch for it; None when it is none."""
    shown = request.META.get("REMOTE_ADDR", "")
    passed = [one.strip() for one in request.headers.get("X-Forwarded-For", "").split(",") if one.strip()]
    if (trusted := settings.TRUSTED_PROXIES) and len(passed) >= trusted:
        shown = passed[-trusted]
    try:
        return ipaddress.ip_address(shown)
    except ValueError:
        return None


def _codes_of(account: Account) -> str:
    return f"codes:{account.uid}"


def _digest(key: str) -> str:
    return hmac.new(settings.SECRET_KEY.encode(), key.encode(), hashlib.sha256).hexdigest()


def _counter(key: str, at: datetime) -> SignInAttempt:
    digest = _digest(key)
    SignInAttempt.objects.get_or_create(key=digest, defaults={"since": at})
    return SignInAttempt.objects.select_for_update().get(key=digest)


def _count_one(
    counter: Account | SignInAttempt,
    policy: Policy,
    at: datetime,
    closed: type[AccountLocked | TooManyFromHere | CodesClosed],
) -> int:
    """Add one; returns how many tries are left after this one."""
    if counter.locked_until and counter.locked_until > at:
        raise closed(minutes=minutes(counter.locked_until - at))
    if counter.locked_until or at - getattr(counter, "since", at) > policy.within:
        counter.failures, counter.locked_until = 0, None
    if isinstance(counter, SignInAttempt) and not counter.failures:
        counter.since = at
    counter.failures += 1
    if counter.failures >= policy.tries:
        counter.locked_until = at + policy.closed_for
    counter.save()
    return max(policy.tries - counter.failures, 0)


def minutes(left: timedelta) -> int:
    """Whole minutes, rounded up: "0 phút" would be a lie."""
    return max(-(-left // timedelta(minutes=1)), 1)
