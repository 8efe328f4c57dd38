"""Who is who in a unit on a day, ready for the pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

from chuan.people.models import Appointment, Official, RoleGrant
from chuan.people.viewer import Viewer
from chuan.rules.vietnamese import fold

Row = TypeVar("Row", Appointment, RoleGrant)


@dataclass(frozen=True)
class Holding(Generic[Row]):
    """A post or a role held: what, from when, until when (the first day without it), by which document."""

    what: str
    since: date
    until: date | None
    citation: str
    row: Row

    def holds_on(self, day: date) -> bool:
        """Whether it is held on the day."""
        return self.since <= day and (self.until is None or self.until > day)

    def ended_by(self, day: date) -> bool:
        """Whether it is over on the day."""
        return self.until is not None and self.until <= day


@dataclass(frozen=True)
class Person:
    """An official with posts and roles, past and to come; an overseer's account has no official."""

    official: Official | None
    posts: tuple[Holding[Appointment], ...]
    roles: tuple[Holding[RoleGrant], ...]
    on: date
    at: datetime

    @property
    def name(self) -> str:
        """The official's name."""
        return self.official.name if self.official else ""

    @property
    def posts_now(self) -> list[Holding[Appointment]]:
        """Posts held today."""
        return [one for one in self.posts if one.holds_on(self.on)]

    @property
    def roles_now(self) -> list[Holding[RoleGrant]]:
        """Roles held today."""
        return [one for one in self.roles if one.holds_on(self.on)]

    @property
    def serves(self) -> bool:
        """Whether anything is held today."""
        return bool(self.posts_now or self.roles_now)

    @property
    def locked(self) -> bool:
        """Whether the name is closed after wrong tries."""
        account = self.official.account if self.official else None
        return bool(account and account.locked_until and account.locked_until > self.at)


def person(official: Official, *, on: date, at: datetime) -> Person:
    """One official, with what he holds, held and will hold; the newest first."""
    posts = official.appointments.select_related("post").order_by("-valid_from", "pk")
    roles = official.grants.filter(unit=official.unit).order_by("-valid_from", "pk")
    return _person(official, list(posts), list(roles), on, at)


def mine(viewer: Viewer, *, at: datetime) -> Person:
    """What the viewer holds today; an overseer's account holds roles and no post."""
    if viewer.official:
        return person(viewer.official, on=viewer.on, at=at)
    roles = RoleGrant.objects.on(viewer.on).filter(account=viewer.account, unit=viewer.unit)
    return _person(None, [], list(roles.order_by("-valid_from", "pk")), viewer.on, at)


def staff(viewer: Viewer, *, at: datetime, search: str = "", everybody: bool = False) -> list[Person]:
    """Officials of the viewer's unit by given name; only those who serve, unless ``everybody``."""
    officials = Official.objects.seen_by(viewer).filter(unit=viewer.unit).select_related("account", "unit")
    found = officials.prefetch_related("appointments__post", "grants")
    people = [
        _person(one, list(one.appointments.all()), list(one.grants.all()), viewer.on, at) for one in found
    ]
    wanted = fold(search)
    shown = (
        one for one in people if (everybody or one.serves or not _ever(one)) and wanted in fold(one.name)
    )
    return sorted(shown, key=lambda one: by_given_name(one.name))


def _ever(one: Person) -> bool:
    return bool(one.posts or one.roles)


def by_given_name(name: str) -> tuple[str, str]:
    """The key of Vietnamese lists of people: the given name, then the whole; Đ stands beside D."""
    words = name.split()
    return fold(words[-1]) if words else "", fold(name)


def _person(
    official: Official | None, posts: list[Appointment], roles: list[RoleGrant], on: date, at: datetime
) -> Person:
    held = (Holding(p.post.title, p.valid_from, p.valid_to, p.citation, p) for p in posts)
    given = (Holding(str(g.get_role_display()), g.valid_from, g.valid_to, g.citation, g) for g in roles)
    return Person(official, tuple(held), tuple(given), on, at)
