"""The merger of a ward as it is prepared: what is asked, what the directory says, what would move. Writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from chuan.law import admin_units
from chuan.law.admin_units import CarryOver, Commune, How, Passing, Resolution
from chuan.offers import succession
from chuan.offers.succession import Hindrance, Matter
from chuan.people import directory, permissions
from chuan.people import refusals as people_refusals
from chuan.people import refusals_units as refusals
from chuan.people.models import Official, Succession, Unit
from chuan.people.roles import OUTSIDE, Role
from chuan.people.viewer import Viewer


@dataclass(frozen=True)
class Going:
    """An official who goes over: to which post, with which role, by which document."""

    official: Official
    title: str
    role: str
    citation: str


@dataclass(frozen=True)
class Merger:
    """A merger as it is asked for. ``whole``: codes that the resolution calls whole although the directory does not."""

    code: str
    on: date
    citation: str
    codes: tuple[str, ...] = ()
    whole: frozenset[str] = frozenset()
    going: tuple[Going, ...] = ()


@dataclass(frozen=True)
class Source:
    """One commune that the directory names as going into the new one, and whether it is a unit kept here."""

    passing: Passing
    unit: Unit | None
    own: bool

    @property
    def worked(self) -> bool:
        """Whether officials of that unit work here, so that it moves by an act of its own."""
        return self.unit is not None and not self.own and self.unit.officials.exists()


@dataclass(frozen=True)
class Shown:
    """What one room would move."""

    words: str
    matters: Sequence[Matter]
    hindrances: Sequence[Hindrance]


def commune_of(merger: Merger) -> Commune:
    """The new commune; refuses a code that names none on the day, and a commune of before 1 July 2025."""
    found = admin_units.named(merger.code, merger.on)
    if found is None:
        raise refusals.MergerUnknown(given=merger.code, on=merger.on)
    return found


def sources(commune: Commune, on: date, own: Unit) -> list[Source]:
    """Communes that go into the new one by the directory, the viewer's own first."""
    told = admin_units.predecessors(commune.code) if commune.after else ()
    found = [_source(one, on, own) for one in told]
    return sorted(found, key=lambda one: (not one.own, one.passing.old.kind, one.passing.old.name))


def _source(passing: Passing, on: date, own: Unit) -> Source:
    unit = directory.unit_of(passing.old, on)
    return Source(passing, unit, unit == own)


def resolution_for(commune: Commune) -> Resolution | None:
    """The resolution known for the province; None where the office has to name it."""
    return admin_units.resolution_of(commune.province_code)


def carry_over() -> tuple[CarryOver, ...]:
    """The acts by which duties pass on, each with how surely it is known."""
    return admin_units.carry_over()


def proposed(own: Unit, on: date) -> list[Commune]:
    """New communes that the directory says the unit went into."""
    codes = own.codes.filter(scheme=directory.CODE_SCHEME).values_list("code", "valid_from")
    old = [code for code, since in codes if since < admin_units.TURN]
    return [one.new for code in old for one in admin_units.successors(code)] if on >= admin_units.TURN else []


def preview(unit: Unit, on: date) -> list[Shown]:
    """Room by room: what is open and moves, what stays, what hinders."""
    return [
        Shown(one.words, list(one.matters(unit)), list(one.hindrances(unit, on)))
        for one in succession.movers()
    ]


def check(merger: Merger, *, by: Viewer, today: date) -> Commune:
    """Refuse what cannot be; returns the new commune. Read anew inside the act where two could meet."""
    permissions.require_keep_staff(by)
    commune = commune_of(merger)
    own = by.unit
    require_alive(own)
    if merger.on > today:
        raise refusals.MergerTooEarly(unit=_titled(commune), on=merger.on)
    if merger.on <= own.valid_from:
        raise refusals.MergerBeforeLife(unit=own.committee, since=own.valid_from, on=merger.on)
    if directory.unit_of(commune, merger.on) == own:
        raise refusals.MergerSameUnit(unit=own.committee)
    _check_whole(merger, commune, own)
    _check_going(merger, by)
    for one in preview(own, merger.on):
        for hindrance in one.hindrances:
            raise refusals.StillOnTheWay(unit=one.words, standing=hindrance.what, mend=hindrance.do)
    return commune


def require_alive(unit: Unit) -> None:
    """Refuse for a unit that has gone into another already."""
    done = Succession.objects.filter(predecessor=unit).select_related("successor").first()
    if done is not None:
        raise refusals.MergedAlready(unit=unit.committee, successor=done.successor.committee, on=done.on)
    if unit.valid_to is not None:
        raise refusals.MergedAlready(unit=unit.committee, successor="–", on=unit.valid_to)


def standing_successor(commune: Commune, merger: Merger) -> Unit | None:
    """The new unit where another ward went into it before, by a merger of the same day; None where it is new.

    Raises ``SuccessorHere`` for a unit of that code that works here without having come from a merger.
    """
    found = directory.unit_of(commune, merger.on)
    if found is None:
        return None
    joined = Succession.objects.filter(successor=found, on=merger.on).exists()
    if found.valid_from != merger.on or not joined:
        raise refusals.SuccessorHere(unit=found.committee, since=found.valid_from)
    return found


def _check_whole(merger: Merger, commune: Commune, own: Unit) -> None:
    for source in sources(commune, merger.on, own):
        chosen = source.own or source.passing.old.code in merger.codes
        if chosen and source.passing.how is not How.WHOLE and source.passing.old.code not in merger.whole:
            raise refusals.PartialMerger(unit=_titled(source.passing.old), successor=_titled(commune))


def _check_going(merger: Merger, by: Viewer) -> None:
    keys = [one.official.pk for one in merger.going]
    for going in merger.going:
        name = going.official.name
        if keys.count(going.official.pk) > 1:
            raise refusals.OfficialTwice(name=name)
        for thing, given in (
            ("chức danh", going.title),
            ("vai trò", going.role),
            ("văn bản", going.citation),
        ):
            if len(given.strip()) < 2:
                raise refusals.PostForOfficialMissing(name=name, thing=thing)
        own = by.official is not None and going.official.pk == by.official.pk
        if own and going.role not in by.roles:
            raise people_refusals.GrantToSelf(who=permissions.in_words(*permissions.STAFF_KEEPERS))
    if not any(_keeps(one) for one in merger.going):
        raise refusals.NobodyKeeps()


def _keeps(going: Going) -> bool:
    account = going.official.account
    return going.role in permissions.STAFF_KEEPERS and account is not None and account.is_active


def roles_offered() -> list[tuple[str, str]]:
    """Roles that somebody may take over there; overseers come from above."""
    return [(role.value, str(role.label)) for role in Role if role not in OUTSIDE]


def _titled(commune: Commune) -> str:
    return f"{commune.titled} ({commune.where})"
