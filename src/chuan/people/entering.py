"""Between the right password and the open door: the code, unless this computer is remembered for the shift.

The password alone gives no session of the account, only a note of ten minutes in the visitor's own
(OWASP ASVS 5.0, 6.3.3 and 6.5.1); the note ends when the password or the account changes.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare

from chuan.people.actions import factors, sessions
from chuan.people.models import Account, KnownComputer, Unit

_NOTE = "entering"
LONGEST = timedelta(minutes=10)
_MOST_TOKENS = 8
"""People who share one office computer; the cookie holds one token for each."""


@dataclass(frozen=True)
class Arrival:
    """How somebody comes in: with a code (or what counts as one), on which remembered computer."""

    with_code: bool = False
    computer: KnownComputer | None = None


def arrives(request: HttpRequest, arrival: Arrival) -> None:
    """Say how the sign-in that follows came about."""
    request.__dict__["arrival"] = arrival


def arrival_of(request: HttpRequest) -> Arrival:
    """How it came about; by password alone where nobody said otherwise."""
    return request.__dict__.get("arrival") or Arrival()


def needs_code(request: HttpRequest, account: Account, *, at: datetime) -> bool:
    """Whether a code is asked for; a remembered computer is noted as the way of arrival."""
    if not factors.has_factor(account):
        return False
    computer = known_computer(request, account, at=at)
    arrives(request, Arrival(computer=computer))
    return computer is None


def wait_for_code(request: HttpRequest, account: Account, *, to: str, at: datetime) -> None:
    """Note that the password was right, under a new session key."""
    request.session.cycle_key()
    mark = account.get_session_auth_hash()
    request.session[_NOTE] = {"account": account.pk, "mark": mark, "at": at.timestamp(), "to": to}


def waiting(request: HttpRequest, *, at: datetime) -> tuple[Account, str] | None:
    """The account whose code is waited for, and where it wanted to go; None when there is none or it is stale."""
    note = request.session.get(_NOTE)
    if not note or at.timestamp() - note["at"] > LONGEST.total_seconds():
        return None
    account = Account.objects.filter(pk=note["account"], is_active=True).first()
    if account is None or not constant_time_compare(account.get_session_auth_hash(), note["mark"]):
        return None
    return account, note["to"]


def forget(request: HttpRequest) -> None:
    """The code came, or the person went back."""
    request.session.pop(_NOTE, None)


# The office computer that is remembered


def cookie_name() -> str:
    """Bound to this host alone where the connection is secure (RFC 6265bis, 4.1.3.2)."""
    return "__Host-chuan_may" if settings.HTTPS else "chuan_may"


def known_computer(request: HttpRequest, account: Account, *, at: datetime) -> KnownComputer | None:
    """The remembered computer whose token this browser holds for the account."""
    held = [sessions.digest(token) for token in _tokens(request)]
    if not held:
        return None
    return KnownComputer.objects.standing(at).filter(account=account, token_digest__in=held).first()


def remember(
    request: HttpRequest, response: HttpResponse, account: Account, unit: Unit, label: str, at: datetime
) -> None:
    """Remember the computer for the account until the end of the shift; the token is always a new one."""
    token = secrets.token_urlsafe(32)
    computer = sessions.remember_computer(account, unit, token, label=label, at=at)
    tokens = [token, *_tokens(request)][:_MOST_TOKENS]
    response.set_cookie(
        cookie_name(), ".".join(tokens), max_age=int((computer.until - at).total_seconds()), path="/",
        secure=settings.HTTPS, httponly=True, samesite="Strict",
    )  # fmt: skip


def _tokens(request: HttpRequest) -> list[str]:
    return [one for one in request.COOKIES.get(cookie_name(), "").split(".") if len(one) == 43][:_MOST_TOKENS]
