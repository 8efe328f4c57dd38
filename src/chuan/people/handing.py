"""Bàn giao read: what an official holds now, what changed since a list was made, who takes over from whom."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from chuan.offers import handover as offers
from chuan.offers.handover import Asked, Held, Holder, Passes
from chuan.people import handing_holder, permissions
from chuan.people.models import Handover, HandoverLine, Official, Unit, family_ids
from chuan.people.viewer import Viewer

KIND = "handover"


@dataclass(frozen=True)
class Item:
    """One thing held, with its holder; ``key`` names it on a form and in a list."""

    holder: str
    group: str
    held: Held

    @property
    def key(self) -> str:
        """ "posts/role:chairman"."""
        return key_of(self.holder, self.held.ref)

    @property
    def choosable(self) -> bool:
        """Whether somebody says yes or no to it: what goes with a post follows it, what is personal stays."""
        return self.held.passes in (Passes.BY_NAME, Passes.ENDS)


@dataclass(frozen=True)
class Changes:
    """What is held now beside the list: come since, and settled or passed on since."""

    new: tuple[Item, ...]
    gone: tuple[HandoverLine, ...]

    def __bool__(self) -> bool:
        return bool(self.new or self.gone)


def key_of(holder: str, ref: str) -> str:
    """How a line is named on the form."""
    return f"{holder}/{ref}"


def asked_of(giver: Official, on: date) -> Asked:
    """The giver's posts and roles on the day, for the rooms to say what he holds."""
    posts = [one.post for one in handing_holder.appointments_of(giver, on)]
    roles = frozenset(one.role for one in handing_holder.grants_of(giver, on))
    return Asked(giver=giver, posts=posts, roles=roles, on=on)


def items_of(giver: Official, on: date) -> list[Item]:
    """Everything the official holds on the day, room by room; a bounded number of statements."""
    found: Iterable[tuple[Holder, Held]] = offers.everything(asked_of(giver, on))
    return [Item(holder.key, str(holder.words), held) for holder, held in found]


def changes_of(handover: Handover, lines: Sequence[HandoverLine], items: Sequence[Item]) -> Changes:
    """What came and what went since the list was made; what follows a post or stays with the person needs no word."""
    listed, held = {key_of(one.holder, one.ref) for one in lines}, {one.key for one in items}
    return Changes(
        new=tuple(one for one in items if one.choosable and one.key not in listed),
        gone=tuple(one for one in lines if key_of(one.holder, one.ref) not in held),
    )


def digest_of(items: Iterable[Item]) -> str:
    """Names what was shown: a confirmation of another list is refused."""
    keys = "\n".join(sorted(one.key for one in items if one.choosable))
    return hashlib.sha256(keys.encode()).hexdigest()[:16]


def words_of_holders() -> dict[str, str]:
    """What each room calls the things it hands over."""
    return {one.key: str(one.words) for one in offers.holders()}


def receivers(giver: Official) -> list[Official]:
    """Officials of the giver's unit who can sign in, by name."""
    others = Official.objects.filter(unit=giver.unit, account__is_active=True).exclude(pk=giver.pk)
    return list(others.order_by("name", "pk"))


def open_of(giver: Official) -> Handover | None:
    """The giver's handover that still waits for somebody."""
    return Handover.objects.waiting().filter(giver=giver).first()


def may_open(viewer: Viewer, handover: Handover) -> bool:
    """The two, those who keep the staff, and those who read the trail."""
    mine = viewer.official is not None and viewer.official.pk in (handover.giver_id, handover.receiver_id)
    return mine or permissions.may_keep_staff(viewer) or permissions.may_read_trail(viewer)


def mine_or_all(viewer: Viewer) -> Q:
    """Which handovers the viewer's list shows."""
    if permissions.may_keep_staff(viewer) or permissions.may_read_trail(viewer):
        return Q()
    return Q(giver=viewer.official) | Q(receiver=viewer.official)


def successors(unit: Unit, holder: str) -> Mapping[int, int]:
    """Official → who answers now for what files name as his: handovers of this holder in the order carried out.

    Those of the wards that the unit came from count on, as far as the receiver works here. Whoever got something
    back answers for it himself again.
    """
    rows = Handover.objects.filter(
        unit__in=family_ids(unit),
        status="done",
        lines__holder=holder,
        lines__outcome=HandoverLine.Outcome.PASSED,
    )
    pairs = list(rows.order_by("accepted_at", "pk").values_list("giver_id", "receiver_id").distinct())
    now: dict[int, int] = {}
    for giver, receiver in pairs:
        for whose in [giver, *(one for one, holds in now.items() if holds == giver)]:
            now[whose] = receiver
    here = set(Official.objects.filter(pk__in=set(now.values()), unit=unit).values_list("pk", flat=True))
    return {whose: holds for whose, holds in now.items() if whose != holds and holds in here}
