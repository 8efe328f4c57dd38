"""One code per request: shown to whoever met a fault, written on every line of the log of that request."""

from __future__ import annotations

import secrets
from contextvars import ContextVar, Token

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without 0, 1, I, L, O and U: a code is read out over the telephone."""

_current: ContextVar[str] = ContextVar("incident", default="")


def new_code() -> str:
    """A code such as "7KMQ-2XPD": 30^8 of them, so that two of a month are not the same by chance."""
    drawn = "".join(secrets.choice(LETTERS) for _ in range(8))
    return f"{drawn[:4]}-{drawn[4:]}"


def begin(code: str) -> Token[str]:
    """Every line from here on, in this thread, carries the code; returns what ``end`` needs."""
    return _current.set(code)


def end(token: Token[str]) -> None:
    """The request is over."""
    _current.reset(token)


def current() -> str:
    """The code of the request being answered; "" outside of one."""
    return _current.get()


def tidy(typed: str) -> str:
    """A code as somebody typed or heard it, in the form that is written: "7kmq2xpd" → "7KMQ-2XPD"."""
    letters = "".join(letter for letter in typed.upper() if letter in LETTERS)
    return f"{letters[:4]}-{letters[4:]}" if len(letters) == 8 else ""
