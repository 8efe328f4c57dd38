"""What a session remembers of its proofs: which sign-in it is, until when its last proof is fresh, what is still owed.

The marks stand in the server's session, so that a request asks the database nothing more for them.
"""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest

from chuan.people import sign_in_policy
from chuan.people.actions import factors, sessions
from chuan.people.actions.own import day_of
from chuan.people.models import Account
from chuan.people.viewer import viewer_of

SITTING, FRESH_UNTIL, OWES_FACTOR = "sitting", "fresh_until", "owes_factor"


def sitting_of(request: HttpRequest) -> str:
    """The uid of the sign-in that this session is; empty where none was written down."""
    return str(request.session.get(SITTING, ""))


def mark_fresh(request: HttpRequest, account: Account, *, at: datetime) -> None:
    """The person has just proved who it is: counts for the unit's minutes, from now on (ASVS 5.0, 7.5.3)."""
    viewer = viewer_of(account, on=day_of(at))
    fresh = sign_in_policy.fresh_for(viewer.unit if viewer else None, at)
    request.session[FRESH_UNTIL] = (at + fresh).timestamp()


def is_fresh(request: HttpRequest, *, at: datetime) -> bool:
    """Whether the last proof still counts."""
    return float(request.session.get(FRESH_UNTIL, 0)) > at.timestamp()


def owes_factor(request: HttpRequest) -> bool:
    """Whether a second factor must be set up before anything else."""
    return bool(request.session.get(OWES_FACTOR))


def mark_came(request: HttpRequest, account: Account, *, with_code: bool, at: datetime) -> None:
    """Marks of a new session: fresh unless a code was spared; what the unit requires and the account lacks."""
    has = factors.has_factor(account)
    if with_code or not has:
        mark_fresh(request, account, at=at)
    viewer = viewer_of(account, on=day_of(at))
    if viewer and not has and sign_in_policy.must_have_factor(viewer, at):
        request.session[OWES_FACTOR] = True


def paid(request: HttpRequest) -> None:
    """The second factor is set up."""
    request.session.pop(OWES_FACTOR, None)


def new_key(request: HttpRequest) -> None:
    """Give the browser a new session key, as after every proof (OWASP ASVS 5.0, 7.2.4)."""
    request.session.cycle_key()
    follow_key(request)


def follow_key(request: HttpRequest) -> None:
    """The row of this sign-in learns the key that the session has now."""
    if sitting_of(request) and request.session.session_key:
        sessions.renew_key(sitting_of(request), request.session.session_key)
