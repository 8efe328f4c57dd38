"""Running due dates grouped by who answers for them: how rooms tell Bản tin sáng what is late, and what soon will be.

A group says how many and since when; never which case, for a case may be a citizen's.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from chuan.clocks.models import Clock
from chuan.clocks.offices import calendar_of
from chuan.law import harms as law
from chuan.offers import harms, rooms
from chuan.offers.harms import Asked, Harm
from chuan.people.models import Appointment, Official, Post, RoleGrant, Unit
from chuan.people.roles import Role
from chuan.people.verbs import KINDS
from chuan.people.verbs import say as say_kind
from chuan.rules.briefs import Verb
from chuan.ui import formatters as say

OTHERS = "clocks.late"
OUT = ("brief", "brief_foreseen", "brief_answer")
"""The brief's own reminders: a matter never tells of itself."""


_Owner = tuple[int | None, int | None, str]
"""Keys of official and post, and a role, as a clock holds them."""
_Due = tuple[uuid.UUID, date, str]
"""A subject, its day and its kind."""
NAMED = 3


@dataclass(frozen=True, slots=True)
class Holder:
    """Who answers: an official, or a post or role that nobody holds on the day (``title``)."""

    official: Official | None = None
    title: str = ""

    @property
    def mark(self) -> str:
        """The end of a key."""
        return str(self.official.uid) if self.official else self.title

    @property
    def nobody(self) -> str:
        """Words where no official answers; "" where one does."""
        return "" if self.official or not self.title else _(" (%s, chưa có người giữ)") % self.title


@dataclass(frozen=True, slots=True)
class Group:
    """Due dates of one holder: the earliest day, and what they are."""

    holder: Holder
    due: date
    since: date
    facts: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    """Kinds of what is due, the earliest first."""

    @property
    def count(self) -> int:
        """How many."""
        return len(self.facts)


@dataclass(frozen=True, slots=True)
class Telling:
    """How a room tells its due dates. ``late`` and ``soon``: kinds of matter, "" where it tells nothing of it.

    ``late_words``, ``soon_words``: (how many in words, the earliest day in words) -> a sentence without its full stop;
    ``address``: (group, whether late) -> where the head looks.
    """

    kinds: tuple[str, ...]
    late: str
    late_words: Callable[[str, str], str]
    address: Callable[[Group, bool], str]
    soon: str = ""
    soon_words: Callable[[str, str], str] | None = None
    clock: str = ""
    verbs: tuple[Verb, ...] = (Verb.ASSIGN, Verb.REMIND, Verb.EXPLAIN, Verb.AGREE)


def tell(asked: Asked, how: Telling) -> Iterator[Harm]:
    """Matters of a room's due dates; a statement or two, and two to name the holders."""
    wanted = Q(subject_kind__in=how.kinds) & (Q(kind=how.clock) if how.clock else Q())
    for group in groups(asked, wanted & Q(lawful_due_on__lt=asked.on)):
        words = how.late_words(say.number(group.count), say.day(group.due))
        yield _harm(how.late, group, words, how.address(group, True), how.verbs)
    if how.soon and how.soon_words:
        until = soon_until(asked.unit, asked.on)
        for group in groups(asked, wanted & Q(lawful_due_on__gte=asked.on, lawful_due_on__lte=until)):
            words = how.soon_words(say.number(group.count), say.day(group.due))
            verbs = (Verb.REMIND, Verb.ASSIGN, Verb.EXPLAIN, Verb.AGREE)
            yield _harm(how.soon, group, words, how.address(group, False), verbs)


def others(asked: Asked) -> Iterator[Harm]:
    """Late work of which no room tells in its own words."""
    closed = rooms.off_kinds(asked.unit, asked.on)
    mine = ~Q(subject_kind__in=[*harms.spoken_for(), *OUT, *closed]) & Q(lawful_due_on__lt=asked.on)
    for group in groups(asked, mine):
        told = {"n": say.number(group.count), "day": say.day(group.due), "kinds": _kind_words(group.kinds)}
        words = _("%(n)s việc quá hạn, lâu nhất từ %(day)s: %(kinds)s") % told
        verbs = (Verb.REMIND, Verb.ASSIGN, Verb.EXPLAIN, Verb.AGREE)
        yield _harm(OTHERS, group, words, "", verbs)


def groups(asked: Asked, wanted: Q) -> list[Group]:
    """Running clocks with a day, by holder; three statements at most."""
    rows = list(
        Clock.objects.running().filter(wanted, unit=asked.unit, state=Clock.State.RUNNING)
        .values_list(
            "subject_uid", "lawful_due_on", "subject_kind", "owner_official_id", "owner_post_id", "owner_role"
        )
        .order_by("lawful_due_on", "pk")
    )  # fmt: skip
    held: dict[_Owner, list[_Due]] = defaultdict(list)
    for uid, due, kind, official, post, role in rows:
        if due is not None:
            owner: _Owner = official, None if official else post, "" if official or post else role
            held[owner].append((uid, due, kind))
    named = _holders(asked.unit, held, asked.on)
    together: dict[str, list[_Due]] = defaultdict(list)
    for owner, some in held.items():
        together[named[owner].mark] += some
    by_mark = {one.mark: one for one in named.values()}
    return [_group(by_mark[mark], some) for mark, some in together.items()]


def holder_of_role(unit: Unit, role: Role, on: date) -> Holder:
    """Who holds a role on the day; one statement."""
    grant = RoleGrant.objects.on(on).filter(unit=unit, role=role.value, official__isnull=False)
    found = grant.select_related("official").order_by("pk").first()
    return Holder(found.official if found else None, str(role.label))


def holder_of(unit: Unit, post: Post | None, official: Official | None, on: date) -> Holder:
    """The official, or who holds the post on the day; one statement for a post."""
    if official is not None or post is None:
        return Holder(official)
    found = Appointment.objects.on(on).filter(post=post).select_related("official").order_by("pk").first()
    return Holder(found.official if found else None, post.title)


def soon_until(unit: Unit, on: date) -> date:
    """The last day that is called soon, by the unit's calendar."""
    calendar, until = calendar_of(unit), on
    for _step in range(law.days("soon.days", on)):
        following = calendar.next_working(until)
        if following is None:
            return until
        until = following.day
    return until


def offer() -> None:
    """Register; called when the programme starts."""
    harms.offer(others)


def _group(holder: Holder, some: Sequence[_Due]) -> Group:
    first = min(due for _uid, due, _kind in some)
    kinds = tuple(dict.fromkeys(kind for _uid, _day, kind in some))
    return Group(
        holder, first, first, tuple(sorted({harms.fact_of(uid) for uid, _day, _kind in some})), kinds
    )


def _kind_words(kinds: Sequence[str]) -> str:
    """At most three kinds by name: of what, never which."""
    named = [say_kind(KINDS, kind) for kind in kinds[:NAMED]]
    return ", ".join(named) + (_(" và loại khác") if len(kinds) > NAMED else "")


def _harm(kind: str, group: Group, words: str, address: str, verbs: tuple[Verb, ...]) -> Harm:
    official = group.holder.official
    return Harm(
        f"{kind} {group.holder.mark}"[:120], kind, f"{words}{group.holder.nobody}.", group.since, group.due,
        official.uid if official else None, group.count, group.facts, verbs, address,
    )  # fmt: skip


def _holders(unit: Unit, owners: Iterable[_Owner], on: date) -> dict[_Owner, Holder]:
    wanted = list(owners)
    people = Official.objects.in_bulk([official for official, _post, _role in wanted if official])
    posts = _by_post({post for _official, post, _role in wanted if post}, on)
    roles = _by_role(unit, {role for _official, _post, role in wanted if role}, on)
    found = {}
    for official, post, role in wanted:
        one = Holder(people[official]) if official else posts[post] if post else roles.get(role, Holder())
        found[official, post, role] = one
    return found


def _by_post(pks: Collection[int], on: date) -> dict[int, Holder]:
    if not pks:
        return {}
    rows = Appointment.objects.on(on).filter(post__in=pks).select_related("official").order_by("-pk")
    held = {row.post_id: row.official for row in rows}
    return {post.pk: Holder(held.get(post.pk), post.title) for post in Post.objects.filter(pk__in=pks)}


def _by_role(unit: Unit, roles: Collection[str], on: date) -> dict[str, Holder]:
    if not roles:
        return {}
    rows = RoleGrant.objects.on(on).filter(unit=unit, role__in=roles, official__isnull=False)
    held = {row.role: row.official for row in rows.select_related("official").order_by("-pk")}
    return {role: Holder(held.get(role), str(Role(role).label)) for role in roles}
