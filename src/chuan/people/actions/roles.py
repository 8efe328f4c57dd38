"""Roles: given for a period by a document, and taken back by one."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext as _

from chuan.offers.subjects import Subject
from chuan.people import permissions, refusals
from chuan.people.actions import holding
from chuan.people.models import Official, RoleGrant
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound
from chuan.trail.actions import act


def grant_role(
    official: Official,
    role: str,
    *,
    since: date,
    until: date | None = None,
    citation: str,
    by: Viewer,
    at: datetime,
) -> RoleGrant:
    """Give the role from ``since``; ``until`` is the first day without it. Nobody gives himself a role."""
    holding.require_own_unit(by, official.unit_id, _("cán bộ này"))
    if by.official and official.pk == by.official.pk:
        raise refusals.GrantToSelf(who=permissions.in_words(*permissions.STAFF_KEEPERS))
    role = Role(role)
    holding.check_period(by.unit, since, until)
    new = RoleGrant(official=official, unit=by.unit, role=role, valid_from=since, valid_to=until)
    new.citation = holding.cited(citation)
    detail = {"role": role.value, "since": since, "until": until, "citation": new.citation}
    with act("grant_role", Subject("official", official.uid), by=by, unit_uid=by.unit_uid, at=at, **detail):
        same = official.grants.filter(holding.overlapping(since, until), role=role, unit=by.unit).first()
        if same:
            raise refusals.AlreadyHolds(name=official.name, thing=str(role.label), since=same.valid_from)
        new.save()
    return new


def withdraw_role(grant: RoleGrant, *, on: date, citation: str, by: Viewer, at: datetime) -> None:
    """From ``on`` the role is no longer held. The last who may give roles cannot lose that role."""
    holding.require_own_unit(by, grant.unit_id, _("vai trò này"))
    if (official := grant.official) is None:
        raise NotFound(thing=_("vai trò này"))
    detail = {"role": grant.role, "until": on, "citation": holding.cited(citation)}
    with act(
        "withdraw_role", Subject("official", official.uid), by=by, unit_uid=by.unit_uid, at=at, **detail
    ):
        if grant.role in permissions.STAFF_KEEPERS:
            holding.require_keeper_left(by.unit, on=on, grant=grant, official=official)
        holding.end(grant, on=on, name=official.name, thing=str(grant.get_role_display()))
