"""Signing in by password: wrong tries are counted in the database, before the password is looked at.

Policy (OWASP ASVS 5.0, 6.1.1 and 6.3.1): five wrong tries in a row close a name for a quarter of
an hour; an address is closed for as long after fifty, over all names. A closure is short, and a
new password issued by the administrator lifts it, so that it cannot shut somebody out for good.
Whether a name exists cannot be told from the sentence, the count or the time taken (6.3.8): an
unknown name is counted and hashed like a known one.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth import authenticate
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest

from chuan.people import entering, proofs, tries
from chuan.people.actions import signing
from chuan.people.actions.sessions import Coming
from chuan.people.browsers import browser_in_words
from chuan.people.door import Request
from chuan.people.models import Account
from chuan.rules.refusals import PasswordIssuedLongAgo


class LockingBackend(ModelBackend):
    """Checks the password once the try has been counted; a wrong one is refused with what is left."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **kwargs: Any,
    ) -> Account | None:
        """The account, or a refusal. None only where there is no door (a shell, a bare request)."""
        at = getattr(request, "at", None)
        if username is None or password is None or request is None or at is None:
            return None
        counted = tries.count(username, tries.address_of(request), at=at)
        account = super().authenticate(request, username=username, password=password)
        if not isinstance(account, Account):
            signing.fail(counted, at=at)
            raise counted.refusal()
        tries.take_back(counted)
        if is_stale(account, at):
            raise PasswordIssuedLongAgo(days=ISSUED_FOR.days)
        return account


ISSUED_FOR = timedelta(days=7)
"""How long a password that somebody else issued opens, when nobody has changed it (OWASP ASVS 5.0, 6.4.1)."""


def is_stale(account: Account, at: datetime) -> bool:
    """Whether the password was issued too long ago and never made the person's own."""
    issued = account.password_issued_at
    return account.must_change_password and issued is not None and at - issued > ISSUED_FOR


class ClosedAccountAdapter(DefaultAccountAdapter):
    """Accounts are issued by the office: nobody signs up, and coming and going are trailed."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """Only our own counting: allauth's lives in one process's memory."""
        return authenticate(request, **credentials)

    def login(self, request: Request, user: Account) -> None:
        """Sign in under a new session key, and write down from where."""
        super().login(request, user)
        arrival = entering.arrival_of(request)
        came = Coming(
            key=request.session.session_key or "", address=str(tries.visitor(request) or ""),
            browser=browser_in_words(request.headers.get("User-Agent", "")), computer=arrival.computer,
        )  # fmt: skip
        row = signing.sign_in(user, came, at=request.at)
        request.session[proofs.SITTING] = str(row.uid) if row else ""
        proofs.mark_came(request, user, with_code=arrival.with_code, at=request.at)

    def logout(self, request: Request) -> None:
        """Write it down, and forget the session."""
        if isinstance(request.user, Account):
            signing.sign_out(request.user, proofs.sitting_of(request), at=request.at)
        super().logout(request)

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """allauth's own sentences are not ours; the pages say what happened."""
