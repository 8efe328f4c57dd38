"""Who of a unit may be told now, what waits for each, and what each was told: a few statements for everybody."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from chuan.clocks.models import Clock
from chuan.clocks.notices.choices import Chosen, chosen_by_all
from chuan.clocks.notices.models import NoticePace, NoticeTold
from chuan.offers import mailing, rooms
from chuan.people.models import Appointment, Official, RoleGrant, Unit, family_ids
from chuan.rules.notices import Channel, Due, Looked, Told

SPEAKS_ITSELF = frozenset({"brief"})
"""Bản tin sáng comes by its own letter: a notice of it would be news about news."""


@dataclass(frozen=True)
class Reader:
    """An official with an open account: his choice, when he was last told, whether a letter reaches him."""

    official: Official
    chosen: Chosen
    pace: NoticePace | None
    reached: bool

    def looked(self, channel: Channel) -> Looked:
        """When he was last told there."""
        inside = channel is Channel.INSIDE
        last = None if self.pace is None else self.pace.inside_at if inside else self.pace.letter_at
        return Looked(last, self.chosen.since)

    def has(self, channel: Channel) -> bool:
        """Whether he can be told there at all."""
        return channel is Channel.INSIDE or self.reached


@dataclass(frozen=True)
class Waiting:
    """What waits in a unit on a day, by who answers for it: an official, a post that is nobody's by name, a role."""

    by_official: Mapping[int, Sequence[Due]] = field(default_factory=dict)
    by_post: Mapping[int, Sequence[Due]] = field(default_factory=dict)
    by_role: Mapping[str, Sequence[Due]] = field(default_factory=dict)
    posts: Mapping[int, Collection[int]] = field(default_factory=dict)
    roles: Mapping[int, Collection[str]] = field(default_factory=dict)

    def of(self, official: Official) -> list[Due]:
        """What is his by name, by post or by role, each once."""
        found = {one.key: one for one in self.by_official.get(official.pk, ())}
        for post in self.posts.get(official.pk, ()):
            found |= {one.key: one for one in self.by_post.get(post, ())}
        for role in self.roles.get(official.pk, ()):
            found |= {one.key: one for one in self.by_role.get(role, ())}
        return list(found.values())


def readers_of(unit: Unit) -> list[Reader]:
    """Officials of the unit whose account is open; four statements."""
    people = list(Official.objects.filter(unit=unit, account__is_active=True).order_by("pk"))
    keys = [one.pk for one in people]
    chosen, reached = chosen_by_all(keys), _reached(people)
    paces = {row.official_id: row for row in NoticePace.objects.filter(official__in=keys)}
    return [
        Reader(one, chosen.get(one.pk, Chosen()), paces.get(one.pk), one.uid in reached) for one in people
    ]


def waiting_in(unit: Unit, officials: Collection[int], *, on: date) -> Waiting:
    """Due dates that run in the unit, and what makes them whose; three statements."""
    held = Appointment.objects.on(on).filter(official__in=officials).values_list("official", "post")
    granted = (
        RoleGrant.objects.on(on).filter(official__in=officials, unit=unit).values_list("official", "role")
    )
    by_official: dict[int, list[Due]] = defaultdict(list)
    by_post: dict[int, list[Due]] = defaultdict(list)
    by_role: dict[str, list[Due]] = defaultdict(list)
    for thing, official, post, role in _running(unit, on):
        if official:
            by_official[official].append(thing)
        elif post:
            by_post[post].append(thing)
        if role:
            by_role[role].append(thing)
    return Waiting(by_official, by_post, by_role, _grouped(held), _grouped(granted))


def told_to(officials: Collection[int]) -> Mapping[tuple[int, str], Sequence[Told]]:
    """What was told of things that still run, by official and channel; one statement."""
    rows = NoticeTold.objects.filter(official__in=officials, clock__settled_on=None)
    found: dict[tuple[int, str], list[Told]] = defaultdict(list)
    for official, channel, clock, stage, due in rows.values_list(
        "official_id", "channel", "clock_id", "stage", "due_on"
    ):
        found[official, channel].append(Told(clock, stage, due))
    return found


def _running(unit: Unit, on: date) -> Iterable[tuple[Due, int | None, int | None, str]]:
    silent = SPEAKS_ITSELF | rooms.off_kinds(unit, on)
    running = Clock.objects.running().filter(
        unit_id__in=family_ids(unit), state=Clock.State.RUNNING, lawful_due_on__isnull=False
    )
    rows = running.exclude(subject_kind__in=silent).values_list(
        "pk", "subject_kind", "lawful_due_on", "opened_on", "owner_official_id", "owner_post_id", "owner_role"
    )
    for pk, kind, due, since, official, post, role in rows:
        assert due is not None
        yield Due(pk, kind, due, since), official, post, role


def _reached(people: Iterable[Official]) -> frozenset[uuid.UUID]:
    return mailing.reached([one.uid for one in people])


def _grouped(pairs: Iterable[tuple[int, Any]]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for key, one in pairs:
        found[key].append(one)
    return found
