"""The rules of dossiers' clocks in force on a day, from ``clocks.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from fractions import Fraction
from functools import cache, lru_cache

from chuan.law.values import parameters
from chuan.rules.deadlines import AGENCY, CITIZEN, COUNTER, ClockRule, ClockUnit, Moves, Supplement
from chuan.rules.law import NotInForce, Parameter, Value, resolve
from chuan.rules.refusals.clocks import LawNotHeld, LawValueUnknown
from chuan.rules.types import Citation, Sure

_ASPECTS = {
    "day_zero": "dossier.day_zero",
    CITIZEN: "dossier.supplement",
    AGENCY: "dossier.counted",
    COUNTER: "dossier.start",
    "roll": "dossier.roll",
    "cutoff": "dossier.start.cutoff.applies",
    "grant": "dossier.extension.moves",
    "apology": "dossier.extension.times",
}
CHOICES = {
    "dossier.supplement": ("restart", "pause"),
    "dossier.start": ("receipt", "competent_body"),
    "dossier.counted": ("office", "office,other_agency"),
    "dossier.start.cutoff.applies": ("no", "yes"),
    "dossier.extension.moves": ("lawful_due", "appointment"),
}
"""Values that a unit may set itself, where the law's own is unverified, and what it may set them to."""


@dataclass(frozen=True, slots=True)
class DossierLaw:
    """The values in force on a day, each with its act, article and how sure it is."""

    on: date
    values: Mapping[str, Value]

    def __getitem__(self, key: str) -> str:
        return self.values[f"dossier.{key}"].value

    @property
    def unread(self) -> frozenset[str]:
        """Keys whose value in the law itself is unverified, whatever a unit has put in its place."""
        return _unread(self.on)

    @property
    def supplement(self) -> Supplement:
        """What a supplement does to the count."""
        return Supplement(self["supplement"])

    @property
    def competent_start(self) -> bool:
        """Whether the clock of a dossier handed in elsewhere starts at the competent body."""
        return self["start"] == "competent_body"

    @property
    def transfer_cutoff(self) -> time:
        """Received after this, a dossier is passed on at the next working day's opening."""
        return time.fromisoformat(self["transfer.cutoff"])

    @property
    def start_cutoff(self) -> time:
        """The cutoff of the start, whether it applies or not."""
        return time.fromisoformat(self["start.cutoff"])

    @property
    def cutoff_applies(self) -> bool:
        """Whether the start's cutoff is on: only for a unit that names its document."""
        return self["start.cutoff.applies"] == "yes"

    def clock(self, unit: ClockUnit, total: int) -> ClockRule:
        """The rule for a period of this many units."""
        ground = self.values["dossier.supplement"]
        return ClockRule(
            unit=unit,
            total=total,
            source=Citation(number=ground.citation.number, article="thời hạn giải quyết ghi trong thủ tục"),
            sure=ground.sure,
            counted=frozenset(self["counted"].split(",")),
            cutoff=self.start_cutoff if self.cutoff_applies else None,
            roll=self["roll"] == "yes",
            grants=int(self["extension.times"]),
            notice_days=int(self["extension.notice"]),
            moves=Moves(self["extension.moves"]),
            warn_at=Fraction(self["warn_at"]),
            sources={aspect: self.values[key].citation for aspect, key in _ASPECTS.items()},
        )


def dossier_law(on: date, overrides: Mapping[str, Iterable[Value]] | None = None) -> DossierLaw:
    """The law of dossiers' clocks on a day. ``overrides``: a unit's own values, by key.

    A unit's value stands only in place of an unverified one. Raises `LawNotHeld` for a day before the first
    act that is held (Nghị định 61/2018/NĐ-CP, in force 21/6/2018).
    """
    plain = _law_of(on)
    own = {key: resolve(_dossier()[key], on, values) for key, values in (overrides or {}).items()}
    return DossierLaw(on, {**plain.values, **own}) if own else plain


@lru_cache(maxsize=4096)
def _law_of(on: date) -> DossierLaw:
    """The law of a day without any unit's own values: the same for every dossier of the day."""
    try:
        return DossierLaw(on, {key: resolve(one, on) for key, one in _dossier().items()})
    except NotInForce:
        raise LawNotHeld(on=on, earliest=_earliest()) from None


@lru_cache(maxsize=4096)
def _unread(on: date) -> frozenset[str]:
    return frozenset(key for key, value in _law_of(on).values.items() if value.sure is Sure.UNVERIFIED)


def _earliest() -> date:
    """The first day on which every parameter has a value."""
    return max(one.versions[0].valid_from for one in _dossier().values())


@cache
def _dossier() -> dict[str, Parameter]:
    return {key: one for key, one in parameters("clocks").items() if key.startswith("dossier.")}


def portal_value() -> Value:
    """How the portal counts, as last described: it judges old dossiers the same way."""
    return parameters("clocks")["portal.on_time"].versions[-1]


def unit_value(typed: str, on: date) -> tuple[str, Value]:
    """A unit's own value as typed: "dossier.supplement=pause; QĐ 12/2026/QĐ-UBND".

    Raises `LawValueUnknown` for a key, a value or a document that is missing, and for a value that was
    read or reported: that is law, not a setting.
    """
    key, _, rest = typed.partition("=")
    value, _, document = (part.strip() for part in rest.partition(";"))
    key = key.strip()
    open_to_units = [name for name in CHOICES if name in dossier_law(on).unread]
    if key not in open_to_units or value not in CHOICES[key] or not document:
        shown = ", ".join(f"{name}={'|'.join(CHOICES[name])}" for name in open_to_units)
        raise LawValueUnknown(typed=typed, keys=shown)
    return key, Value(value, "", on, None, Citation(number=document), Sure.READ)
