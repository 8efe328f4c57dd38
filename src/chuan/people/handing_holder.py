"""Posts and roles as things that are handed over. Only who may give them passes them on."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TypeVar

from django.utils.translation import gettext as _

from chuan.offers.handover import Asked, Held, Passes, Passing
from chuan.offers.subjects import Subject
from chuan.people import permissions, refusals
from chuan.people.models import Appointment, Official, RoleGrant, Unit, in_force
from chuan.people.refusals_handing import HandoverBeforeHolding

Row = TypeVar("Row", Appointment, RoleGrant)


class PostsAndRoles:
    """The giver's appointments and role grants: his end on the day, the receiver's begin."""

    key = "posts"
    words = "Chức danh, vai trò"
    kinds: Collection[str] = frozenset({"handover"})

    def held(self, asked: Asked) -> list[Held]:
        """Two statements."""
        posts = [
            Held(
                ref=f"post:{one.post.uid}", what=_("Chức danh %s") % one.post.title, passes=Passes.BY_NAME,
                note=_since(one), subject=Subject("post", one.post.uid), keepers_only=True,
            )
            for one in appointments_of(asked.giver, asked.on)
        ]  # fmt: skip
        roles = [
            Held(
                ref=f"role:{one.role}", what=_("Vai trò %s") % one.get_role_display(), passes=Passes.BY_NAME,
                note=_since(one), keepers_only=True,
            )
            for one in grants_of(asked.giver, asked.on)
        ]  # fmt: skip
        return posts + roles

    def pass_on(self, refs: Collection[str], passing: Passing) -> None:
        """End the giver's from the day and begin the receiver's. Raises ``HandoverBeforeHolding``, ``LastKeeper``."""
        giver, receiver, on = passing.giver, passing.receiver, passing.by.on
        for held in chosen_of(giver, refs, on):
            require_begun(held, giver, passing.on)
            until = held.valid_to
            held.valid_to = passing.on
            held.save(update_fields=["valid_to"])
            _begin(held, receiver, passing, until)
        require_keeper(giver.unit, on, giver)


def appointments_of(official: Official, on: date) -> list[Appointment]:
    """Posts the official holds on the day."""
    return list(official.appointments.on(on).select_related("post").order_by("post__title", "pk"))


def grants_of(official: Official, on: date) -> list[RoleGrant]:
    """Roles the official holds on the day in his own unit."""
    return list(official.grants.on(on).filter(unit=official.unit).order_by("role", "pk"))


def chosen_of(official: Official, refs: Collection[str], on: date) -> list[Appointment | RoleGrant]:
    """The official's appointments and grants that these refs name."""
    posts = [one for one in appointments_of(official, on) if f"post:{one.post.uid}" in refs]
    roles = [one for one in grants_of(official, on) if f"role:{one.role}" in refs]
    return [*posts, *roles]


def require_begun(held: Appointment | RoleGrant, giver: Official, on: date) -> None:
    """What is handed over was held before the day. Raises ``HandoverBeforeHolding``."""
    if on <= held.valid_from:
        thing = held.post.title if isinstance(held, Appointment) else str(held.get_role_display())
        raise HandoverBeforeHolding(name=giver.name, thing=thing, since=held.valid_from, on=on)


def require_keeper(unit: Unit, on: date, giver: Official) -> None:
    """Somebody can still give roles on the day. Raises ``LastKeeper``. The unit's row is locked."""
    Unit.objects.select_for_update().get(pk=unit.pk)
    keepers = RoleGrant.objects.filter(
        in_force(on), unit=unit, role__in=permissions.STAFF_KEEPERS, official__account__is_active=True
    )
    if not keepers.exists():
        raise refusals.LastKeeper(name=giver.name)


def _begin(held: Appointment | RoleGrant, receiver: Official, passing: Passing, until: date | None) -> None:
    """The receiver's own row, unless he holds the same already."""
    period = {"valid_from": passing.on, "valid_to": until, "citation": passing.citation}
    if isinstance(held, Appointment):
        if not receiver.appointments.on(passing.by.on).filter(post=held.post).exists():
            Appointment.objects.create(official=receiver, post=held.post, **period)
    elif not receiver.grants.on(passing.by.on).filter(role=held.role, unit=held.unit).exists():
        RoleGrant.objects.create(official=receiver, role=held.role, unit=held.unit, **period)


def _since(row: Appointment | RoleGrant) -> str:
    since = _("từ %(since)s, theo %(paper)s") % {"since": f"{row.valid_from:%d/%m/%Y}", "paper": row.citation}
    return since + (_("; thôi từ %s") % f"{row.valid_to:%d/%m/%Y}" if row.valid_to else "")
