"""Guests of an inspecting body: let in for some days, given a new password, ended early; every page they open."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib.auth.hashers import make_password
from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.offers.subjects import Subject
from chuan.people import permissions, refusals_guests
from chuan.people import refusals as people_refusals
from chuan.people.actions import holding, sessions
from chuan.people.models import Account, Guest, RoleGrant, SignInSession
from chuan.people.passwords import one_time
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound
from chuan.rules.vietnamese import fold
from chuan.trail.actions import act

MOST, LONGEST = 12, 31
"""Persons of one list; days of one visit. Ours: no act sets them, and longer would be no visit."""


@dataclass(frozen=True, slots=True)
class Person:
    """A named person and his post."""

    name: str
    post: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """Who sends them, for which days (both included), by which decision; ``uid``: the inspection."""

    uid: uuid.UUID
    body: str
    since: date
    last: date
    citation: str


@dataclass(frozen=True, slots=True)
class LetIn:
    """A guest with his one-time password, which is stored nowhere: say it now."""

    guest: Guest
    password: str


def let_in(visit: Visit, people: Sequence[Person], *, by: Viewer, at: datetime) -> list[LetIn]:
    """An account of his own for each named person, that opens nothing after the last day.

    Raises ``NotAllowed``, ``NamesMissing``, ``NameTwice``, ``TooManyGuests``, ``CitationMissing``, ``NameMissing``,
    ``PeriodBackwards``, ``BeforeUnit``, ``VisitTooLong``, ``VisitOver``.
    """
    permissions.require_keep_staff(by)
    _check(visit, people, by, at)
    citation = holding.cited(visit.citation)
    made = [(one, password := one_time(), make_password(password)) for one in people]
    with act(
        "guest.let_in", Subject("inspection", visit.uid), by=by, unit_uid=by.unit_uid, at=at, citation=citation,
        since=visit.since, last=visit.last, count=len(made),
    ):  # fmt: skip
        return [LetIn(_made(visit, one, hashed, citation, by, at), said) for one, said, hashed in made]


def reissue(guest: Guest, *, by: Viewer, at: datetime) -> str:
    """A new one-time password; ends his sessions. Raises ``NotAllowed``, ``NotFound``, ``GuestGone``."""
    account = _account(guest, by, at)
    hashed = make_password(password := one_time())
    with act("guest.reissue", Subject("guest", guest.uid), by=by, unit_uid=by.unit_uid, at=at):
        Account.objects.filter(pk=account.pk).update(
            password=hashed, must_change_password=True, password_issued_at=at, failures=0, locked_until=None
        )
        sessions.forget_computers(account, at=at)
        sessions.close_all(account, SignInSession.End.PASSWORD, at=at)
    return password


def end_guest(guest: Guest, *, by: Viewer, at: datetime) -> None:
    """He looks no longer from this moment, open sessions included. Raises as ``reissue``."""
    account = _account(guest, by, at)
    with act("guest.end", Subject("guest", guest.uid), by=by, unit_uid=by.unit_uid, at=at):
        Guest.objects.filter(pk=guest.pk).update(ended_at=at)
        Account.objects.filter(pk=account.pk).update(is_active=False)
        sessions.forget_computers(account, at=at)
        sessions.close_all(account, SignInSession.End.CLOSED, at=at)


def read_page(guest: Guest, *, page: str, record: str, by: Viewer, at: datetime) -> None:
    """The line of one page that a guest opened: name of the address, uid of the thing; never what was asked beside."""
    detail = {"page": page, "record": record} if record else {"page": page}
    with act("guest.read", Subject("guest", guest.uid), by=by, unit_uid=by.unit_uid, at=at, **detail):
        pass


def _check(visit: Visit, people: Sequence[Person], by: Viewer, at: datetime) -> None:
    if not visit.body.strip():
        raise people_refusals.NameMissing(thing=_("cơ quan kiểm tra"))
    if not people:
        raise refusals_guests.NamesMissing()
    if len(people) > MOST:
        raise refusals_guests.TooManyGuests(most=MOST)
    names = [fold(one.name) for one in people]
    if twice := next((one.name for one in people if names.count(fold(one.name)) > 1), ""):
        raise refusals_guests.NameTwice(name=twice)
    holding.check_period(by.unit, visit.since, visit.last + timedelta(days=1))
    if (visit.last - visit.since).days >= LONGEST:
        raise refusals_guests.VisitTooLong(since=visit.since, last=visit.last, days=LONGEST)
    if visit.last < timezone.localtime(at).date():
        raise refusals_guests.VisitOver(last=visit.last)


def _made(visit: Visit, one: Person, hashed: str, citation: str, by: Viewer, at: datetime) -> Guest:
    account = Account.objects.create(
        username=_username(one.name), must_change_password=True, password_issued_at=at, password=hashed
    )
    grant = RoleGrant.objects.create(
        account=account, unit=by.unit, role=Role.INSPECTOR, valid_from=visit.since,
        valid_to=visit.last + timedelta(days=1), citation=citation,
    )  # fmt: skip
    return Guest.objects.create(
        grant=grant, visit=visit.uid, name=one.name.strip()[:120], body=visit.body.strip()[:200],
        post=one.post.strip()[:120],
    )  # fmt: skip


def _username(name: str) -> str:
    """ "kiemtra.an" for "Nguyễn Văn An"; with a number where it is taken."""
    own = name.partition("(")[0].split()
    given = re.sub(r"[^a-z0-9]", "", fold(own[-1] if own else ""))[:30]
    stem = f"kiemtra.{given or 'khach'}"
    taken = set(Account.objects.filter(username__startswith=stem).values_list("username", flat=True))
    return next(
        made for n in range(1, len(taken) + 2) if (made := f"{stem}{n if n > 1 else ''}") not in taken
    )


def _account(guest: Guest, by: Viewer, at: datetime) -> Account:
    permissions.require_keep_staff(by)
    if guest.grant.unit_id != by.unit.pk or guest.grant.account is None:
        raise NotFound(thing=_("khách này"))
    if guest.ended_at is not None or guest.last_day < timezone.localtime(at).date():
        raise refusals_guests.GuestGone(name=guest.name)
    return guest.grant.account
