"""The law of petitions on a day: what all kinds share, complaints, denunciations (``petitions*.toml``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from chuan.law.values import digest, parameters
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


def petition_digests() -> dict[str, str]:
    """SHA-256 of each law file, kept with every figure that used it."""
    return {name: digest(name) for name in FILES}


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
    own = {
        key: resolve(petition_parameters()[key], on, values)
        for key, values in (overrides or {}).items()
        if key in plain.values
    }
    return PetitionLaw(on, {**plain.values, **own}) if own else plain


def law_as_of(on: date, overrides: Overrides | None = None) -> Callable[[date], Mapping[str, Value]]:
    """The law for clocks by the day they start on, as it stands on ``on``.

    A case keeps the law of its start, except where an act in force by ``on`` also governs running cases:
    dialogue and suspension of complaints (155/2026/NĐ-CP, Điều 22), the procedure of denunciations
    (156/2026/NĐ-CP, Điều 10). A unit's own values hold from the day they name.
    """
    now = petition_law(on, overrides)
    moved = tuple(prefix for key, prefix in _RUNNING.items() if key in now.values)

    def law(start: date) -> Mapping[str, Value]:
        then = petition_law(min(start, on), overrides).values
        renewed = {key: value for key, value in now.values.items() if key.startswith(moved)} if moved else {}
        return {**then, **renewed}

    return law


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
