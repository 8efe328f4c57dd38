"""Officials for tests of this room; everybody in them is invented."""

from __future__ import annotations

from datetime import date

from chuan.people.models import Account, Appointment, Official, Post, RoleGrant
from chuan.people.roles import Role
from tests.people import PAPER, START, Ward


def personnel_clerk(ward: Ward, name: str = "Tạ Nội Vụ", username: str = "noi-vu") -> Official:
    """An official who keeps the records of officials, added to a ward."""
    official = joined(ward, name, since=START, username=username)
    RoleGrant.objects.create(
        official=official, unit=ward.unit, role=Role.PERSONNEL_CLERK, valid_from=START, citation=PAPER
    )
    return official


def joined(
    ward: Ward, name: str, *, since: date, until: date | None = None, username: str = "", post: str = "Nội vụ"
) -> Official:
    """An official with a post of the ward from a day until the day before another."""
    account = Account.objects.create(username=ward.unit.place + username, password="!") if username else None
    official = Official.objects.create(unit=ward.unit, name=name, account=account, example=True)
    place, _made = Post.objects.get_or_create(unit=ward.unit, code=post, defaults={"title": post})
    Appointment.objects.create(
        official=official, post=place, valid_from=since, valid_to=until, citation=PAPER
    )
    return official
