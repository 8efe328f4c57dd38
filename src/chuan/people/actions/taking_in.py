"""An official taken in whole: added, and as far as it is said appointed, given a role, let sign in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from chuan.people import refusals
from chuan.people.actions.accounts import issue_account
from chuan.people.actions.roles import grant_role
from chuan.people.actions.staff import add_official, appoint, open_post
from chuan.people.models import Official, Post
from chuan.people.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Coming:
    """Who comes. ``post``: one of the unit's, or the title of a new one; what is empty is not given."""

    name: str
    post: Post | str | None = None
    role: str = ""
    username: str = ""
    since: date | None = None
    citation: str = ""

    @property
    def holds(self) -> bool:
        """Whether a document is needed: a post or a role is given with the name."""
        return bool(self.post or self.role)


@dataclass(frozen=True, slots=True)
class TakenIn:
    """The official, and the one-time password where an account was issued: it is stored nowhere."""

    official: Official
    password: str | None


def take_in(coming: Coming, *, by: Viewer, at: datetime) -> TakenIn:
    """Everything or nothing, each its own line of the trail. Raises what each of them raises, ``CitationMissing``."""
    with transaction.atomic():
        official = add_official(name=coming.name, by=by, at=at)
        if coming.holds:
            _give(official, coming, by=by, at=at)
        password = (
            issue_account(official, username=coming.username, by=by, at=at)
            if coming.username.strip()
            else None
        )
    return TakenIn(official, password)


def _give(official: Official, coming: Coming, *, by: Viewer, at: datetime) -> None:
    if coming.since is None:
        raise refusals.CitationMissing()
    if coming.post:
        post = coming.post if isinstance(coming.post, Post) else open_post(title=coming.post, by=by, at=at)
        appoint(official, post, since=coming.since, citation=coming.citation, by=by, at=at)
    if coming.role:
        grant_role(official, coming.role, since=coming.since, citation=coming.citation, by=by, at=at)
