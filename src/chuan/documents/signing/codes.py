"""Codes of tickets: 256 random bits, shown once, kept as a digest, good for fifteen minutes."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from chuan.documents.models import SigningTicket
from chuan.documents.signing.refusals import TicketNotGood, TooManyCodes
from chuan.people.refusals import TooManyFromHere
from chuan.people.tries import Policy, count_place

GOOD_FOR = timedelta(minutes=15)

WRONG_CODES = Policy(tries=20, within=timedelta(minutes=15), closed_for=timedelta(minutes=15))
"""Nobody guesses 256 bits; this only spares the machine."""


def new_code() -> str:
    """A fresh code, for one pair of eyes; it never begins with a hyphen, which a command takes for an option."""
    while (code := secrets.token_urlsafe(32)).startswith("-"):
        pass
    return code


def digest_of(code: str) -> str:
    """What is stored of a code."""
    return hashlib.sha256(code.encode()).hexdigest()


def ticket_of(code: str, *, address: str, at: datetime) -> SigningTicket:
    """The ticket of a code while it is good. Raises ``TicketNotGood``, ``TooManyCodes``."""
    found = SigningTicket.objects.select_related("official__account", "official__unit", "unit").filter(
        code_digest=digest_of(code), expires_at__gt=at, closed_at__isnull=True
    )
    ticket = found.first() if code else None
    if ticket is None:
        _count(address, at)
        raise TicketNotGood()
    return ticket


def _count(address: str, at: datetime) -> None:
    try:
        count_place(f"ticket:{address}", WRONG_CODES, at=at)
    except TooManyFromHere as closed:
        raise TooManyCodes(minutes=closed.minutes) from None
