"""The law of emulation titles on a day (``titles.toml``), and which law a dossier goes by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache, lru_cache

from chuan.law.values import digest, parameters
from chuan.rules.law import NotInForce, Value, resolve
from chuan.rules.refusals.titles import TitleLawNotHeld
from chuan.rules.titles import Title
from chuan.rules.types import Citation, Sure

HELD_FROM = date(2021, 1, 1)
"""The first day this file holds; the acts themselves are older."""

_CRITERIA = (
    "title.",
    "considered.",
    "advanced_worker.",
    "emulation_fighter.",
    "advanced_team.",
    "excellent_team.",
)

Overrides = Mapping[str, Iterable[Value]]
"""A unit's own values by key: they stand only in place of unverified ones."""


@dataclass(frozen=True, slots=True)
class TitleNamed:
    """A title that may be given on a day, to a person or to a team."""

    title: Title
    name: str
    for_team: bool
    citation: Citation
    sure: Sure


@dataclass(frozen=True, slots=True)
class TitleLaw:
    """The values in force on a day, with their titles; what was not set on that day is not in ``values``."""

    on: date
    values: Mapping[str, Value]
    titles: Mapping[str, str]

    @property
    def named(self) -> tuple[TitleNamed, ...]:
        """The titles of the day, in the order of the file."""
        return tuple(
            TitleNamed(
                Title(key.removeprefix("title.")),
                self.titles[key],
                one.value == "team",
                one.citation,
                one.sure,
            )
            for key, one in self.values.items()
            if key.startswith("title.")
        )

    @property
    def bonuses(self) -> Mapping[str, Fraction]:
        """Bonuses by title (and ``outstanding_ward``), times the base salary: 152/2025/NĐ-CP, Điều 50."""
        return {
            key.removeprefix("bonus."): Fraction(one.value)
            for key, one in self.values.items()
            if key.startswith("bonus.")
        }

    @property
    def unread(self) -> tuple[str, ...]:
        """Keys whose value rests on no text that was read or reported: the screen says so beside each."""
        return tuple(key for key, one in self.values.items() if one.sure is Sure.UNVERIFIED)


def title_law(on: date, overrides: Overrides | None = None) -> TitleLaw:
    """The law of titles on a day, a unit's own values in place of unverified ones.

    Raises `TitleLawNotHeld` before `HELD_FROM`.
    """
    if on < HELD_FROM:
        raise TitleLawNotHeld(on=on, earliest=HELD_FROM)
    plain = _law_of(on)
    if not overrides:
        return plain
    own = {
        key: resolve(parameters("titles")[key], on, overrides[key])
        for key in overrides
        if key in plain.values
    }
    return TitleLaw(on, {**plain.values, **own}, plain.titles)


def title_laws(received_on: date, on: date, overrides: Overrides | None = None) -> tuple[TitleLaw, ...]:
    """The laws that a dossier received on a day may go by when it is judged on another.

    One, that of the day of judging; or two, old and new, for a dossier received before the law of 2026 came into
    force (06/2026/QH16, Điều 4: the old one, unless the new one is more favourable).
    """
    judged = title_law(on, overrides)
    before = judged.values.get("transition.received_before")
    if before is None or received_on >= before.valid_from:
        return (judged,)
    old = title_law(before.valid_from - timedelta(days=1), overrides)
    favourable = judged.values["transition.favourable"].value == "yes"
    return (old, judged) if favourable else (old,)


def title_digest() -> str:
    """SHA-256 of the file, kept with every eligibility that used it."""
    return digest("titles")


@cache
def title_change_overs() -> tuple[date, ...]:
    """Every day on which who may be given a title begins to go by another value, in order; the first is `HELD_FROM`.

    Bonuses, the council's shares and the share of fighters are not among them: they make no other eligibility.
    """
    held = parameters("titles")
    days = {
        one.valid_from
        for key, parameter in held.items()
        if key.startswith(_CRITERIA) and key != "emulation_fighter.share"
        for one in parameter.versions
    }
    return tuple(sorted(days))


@lru_cache(maxsize=512)
def _law_of(on: date) -> TitleLaw:
    found: dict[str, Value] = {}
    held = parameters("titles")
    for key, parameter in held.items():
        try:
            found[key] = resolve(parameter, on)
        except NotInForce:
            continue
    return TitleLaw(on, found, {key: held[key].title for key in found})
