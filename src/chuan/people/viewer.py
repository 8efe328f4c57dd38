"""Who is looking: worked out once at the door, then passed as an argument."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from chuan.people.models import Account, Appointment, Guest, Official, RoleGrant, Unit, family_ids
from chuan.people.roles import Role


@dataclass(frozen=True)
class Viewer:
    """An account as it stands on one day: its unit, its official, posts and roles."""

    account: Account
    unit: Unit
    on: date
    official: Official | None = None
    roles: frozenset[str] = frozenset()
    post_ids: frozenset[int] = frozenset()
    post_titles: tuple[str, ...] = ()
    unit_ids: frozenset[int] = frozenset()
    guest: Guest | None = None
    """Set for a person of an inspecting body, who is no official and only looks (``people.guests``)."""

    @property
    def trail_name(self) -> str:
        """How the trail names the actor: a uid, never a personal name."""
        return f"official/{self.official.uid}" if self.official else f"account/{self.account.uid}"

    @property
    def unit_uid(self) -> uuid.UUID:
        """The unit whose chain the viewer's acts go to."""
        return self.unit.uid

    @property
    def name(self) -> str:
        """The name shown in the bar."""
        known = self.official or self.guest
        return known.name if known else self.account.username

    def has(self, *roles: Role) -> bool:
        """Whether any of the roles is granted on this day."""
        return any(role in self.roles for role in roles)


def viewer_of(account: Account, *, on: date) -> Viewer | None:
    """The viewer behind an account on a day; None when it belongs to no unit on that day, or to one that is over."""
    official = Official.objects.select_related("unit").filter(account=account).first()
    held = RoleGrant.objects.on(on).select_related("unit")
    if official:
        grants = list(held.filter(official=official))
    else:
        grants = list(held.filter(account=account, guest__ended_at=None).select_related("guest"))
    unit = official.unit if official else (grants[0].unit if grants else None)
    if unit is None or (unit.valid_to is not None and unit.valid_to <= on):
        return None
    appointments = (
        Appointment.objects.on(on).filter(official=official).select_related("post") if official else []
    )
    posts = [appointment.post for appointment in appointments]
    return Viewer(
        account=account,
        unit=unit,
        on=on,
        official=official,
        roles=frozenset(grant.role for grant in grants if grant.unit_id == unit.pk),
        post_ids=frozenset(post.pk for post in posts),
        post_titles=tuple(post.title for post in posts),
        unit_ids=family_ids(unit),
        guest=None if official else getattr(grants[0], "guest", None),
    )
