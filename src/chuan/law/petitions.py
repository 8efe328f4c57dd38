"""The law of petitions on a day: what all kinds share, complaints, denunciations (``petitions*.toml``)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from chuan.law.values import digest, digest_with, parameters
from chuan.rules.law import NotInForce, Parameter, Value, resolve
from chuan.rules.refusals.petitions import PetitionLawNotHeld
from chuan.rules.types import Sure

FILES = ("petitions", "petitions_complaint", "petitions_denunciation")
HELD_FROM = date(2019, 1, 1)
"""The first day these files hold: the law on denunciations (25/2018/QH14) came into force."""

Overrides = Mapping[str, Iterable[Value]]
"""A unit's own values by key: they stand only in place of unverified ones."""

_RUNNING = {
    "complaint.dialogue.running": "complaint.dialogue.",
    "complaint.suspension.running": "complaint.suspension.",
    "denunciation.running": "denunciation.withdrawal.",
}
"""Which keys an act also governs in cases that were already running when it came into force."""


@cache
def petition_parameters() -> Mapping[str, Parameter]:
    """Every parameter of petitions, by key."""
    return {key: one for name in FILES for key, one in parameters(name).items()}


def petition_digest(*more: str, own: Overrides | None = None, on: date | None = None) -> str:
    """SHA-256 over the law files of petitions, kept with every figure that used them.

    ``more``: digests of other files it was counted by. ``own``: the unit's values; those begun by ``on`` count.
    """
    told = "".join((*more, *(digest(name) for name in FILES)))
    plain = hashlib.sha256(told.encode()).hexdigest()
    return digest_with(plain, own, on) if own and on else plain


@dataclass(frozen=True, slots=True)
class PetitionLaw:
    """The values in force on a day; what the law did not set on that day is not in ``values``."""

    on: date
    values: Mapping[str, Value]

    def get(self, key: str) -> Value | None:
        """The value of a key; None where nothing was in force, or nothing is known."""
        return self.values.get(key)

    @property
    def unread(self) -> frozenset[str]:
        """Keys whose value rests on no text that was read or reported."""
        return frozenset(key for key, value in self.values.items() if value.sure is Sure.UNVERIFIED)


def petition_law(on: date, overrides: Overrides | None = None) -> PetitionLaw:
    """The law of petitions on a day. Raises `PetitionLawNotHeld` before `HELD_FROM`."""
    if on < HELD_FROM:
        raise PetitionLawNotHeld(on=on, earliest=HELD_FROM)
    plain = _law_of(on)
    found = with_own(plain.values, on, overrides or {})
    return plain if found is plain.values else PetitionLaw(on, found)


def with_own(plain: Mapping[str, Value], on: date, overrides: Overrides) -> Mapping[str, Value]:
    """These values with a unit's own in place of unverified ones, as they hold on the day."""
    own: dict[str, Value] = {}
    for key, values in overrides.items():
        holding = [one for one in values if one.holds_on(on)]
        if holding and key in plain and plain[key].sure is Sure.UNVERIFIED:
            own[key] = max(holding, key=lambda one: one.valid_from)
    return {**plain, **own} if own else plain


def law_as_of(
    on: date, overrides: Overrides | None = None, kept: Mapping[str, Mapping[str, Value]] | None = None
) -> Callable[[date], Mapping[str, Value]]:
    """The law for clocks by the day they start on, as it stands on ``on``.

    A case keeps the law of its start, except where an act in force by ``on`` also governs running cases:
    dialogue and suspension of complaints (155/2026/NĐ-CP, Điều 22), the procedure of denunciations
    (156/2026/NĐ-CP, Điều 10). A unit's own values hold from the day they name.

    ``kept``: values a case took with it, by the names of `laws_to_keep`. They stand in place of the file's, so that
    a corrected file moves no running case by itself.
    """
    petition_law(on)
    held, own = kept or {}, overrides or {}
    renewed: dict[str, Value] = {}
    for name, values in _renewing(on).items():
        renewed |= with_own(held.get(name, values), on, own)

    def law(start: date) -> Mapping[str, Value]:
        day = min(start, on)
        then = (
            with_own(held[day.isoformat()], day, own)
            if day.isoformat() in held
            else petition_law(day, own).values
        )
        return {**then, **renewed}

    return law


def laws_to_keep(on: date, starts: Iterable[date]) -> dict[str, Mapping[str, Value]]:
    """What a case whose clocks start on these days takes with it, by name: the law of each day without a unit's own
    values, and what an act in force by ``on`` renews for running cases. Days before `HELD_FROM` have none.
    """
    days = {min(day, on) for day in starts}
    kept = {day.isoformat(): _law_of(day).values for day in sorted(days) if day >= HELD_FROM}
    return {**kept, **_renewing(on)} if kept else {}


def running_acts(on: date) -> tuple[str, ...]:
    """Names, as in `laws_to_keep`, of the acts in force on a day that also govern running cases."""
    return tuple(_renewing(on))


@lru_cache(maxsize=512)
def _renewing(on: date) -> Mapping[str, Mapping[str, Value]]:
    """Values that acts in force on the day also give to running cases, by the act's key and its first day."""
    now = _law_of(on).values
    return {
        f"{key}@{now[key].valid_from}": {name: one for name, one in now.items() if name.startswith(prefix)}
        for key, prefix in _RUNNING.items()
        if key in now
    }


def value(key: str, on: date, overrides: Iterable[Value] = ()) -> Value | None:
    """One value on a day; None where nothing was in force. Raises KeyError for an unknown key."""
    try:
        return resolve(petition_parameters()[key], on, overrides)
    except NotInForce:
        return None


@lru_cache(maxsize=4096)
def _law_of(on: date) -> PetitionLaw:
    found = ((key, value(key, on)) for key in petition_parameters())
    return PetitionLaw(on, {key: one for key, one in found if one})
