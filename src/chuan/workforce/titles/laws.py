"""The laws a year of titles goes through, and the one it is decided under: of the decision's day, or a chosen one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Max, Q

from chuan.law.titles import TitleLaw, title_change_overs, title_digest, title_law
from chuan.people.models import Unit
from chuan.rules.law import Value
from chuan.rules.types import Citation, Period, Sure
from chuan.workforce.models import TitleRound
from chuan.workforce.own_law.books import TITLES
from chuan.workforce.own_law.kept import Own, as_json, own_values, text_of, values_of
from chuan.workforce.staff import last_day

_NAMES_IT = "title.advanced_worker"
MOVES = "transition.received_before"
"""The rule on dossiers received before a law came in force."""


@dataclass(frozen=True, slots=True)
class LawOfYear:
    """One law of a year: from its first day until a day that is no longer in it (None: still)."""

    law: TitleLaw
    since: date
    until: date | None

    @property
    def values(self) -> Mapping[str, Value]:
        """Its values, the unit's own in place of unverified ones."""
        return self.law.values

    @property
    def citation(self) -> Citation:
        """The act that names the titles."""
        return self.values[_NAMES_IT].citation

    @property
    def name(self) -> str:
        """The number of the act."""
        return self.citation.number

    @property
    def unread(self) -> bool:
        """Whether nobody has read what the act says of the titles."""
        return self.values[_NAMES_IT].sure is Sure.UNVERIFIED

    @property
    def last(self) -> date | None:
        """Its last day; None while it is in force."""
        return self.until - timedelta(days=1) if self.until else None


@dataclass(frozen=True, slots=True)
class LawsOfYear:
    """The laws of a year from the oldest; ``default``: that of ``day``; ``chosen``: the one the year is decided under.

    ``day``: of the latest decision; while there is none, the year's last day, or a later one of a vote or proposal.
    """

    laws: tuple[LawOfYear, ...]
    default: LawOfYear
    chosen: LawOfYear
    day: date
    decided: bool
    why: str = ""
    kept: bool = False

    @property
    def several(self) -> bool:
        """Whether the year goes through more than one law."""
        return len(self.laws) > 1

    @property
    def by_choice(self) -> bool:
        """Whether somebody chose, with a reason."""
        return bool(self.why)

    def received(self, on: date | None) -> tuple[LawOfYear, ...]:
        """Laws a dossier received on a day may go by (06/2026/QH16, Điều 4); () where no transition is held for it.

        The new law of a dossier that was received after it came; else the old one, and the new where it is better.
        """
        new = self.laws[-1]
        if on is None or not self.several or MOVES not in new.values:
            return ()
        return (new,) if on >= new.since else self.laws


def laws_of(round_: TitleRound, as_of: datetime | None = None) -> LawsOfYear:
    """The laws of a year that was opened. Two statements; none for a year concluded with its law kept.

    Raises ``TitleLawNotHeld`` for a year before the law that is held.
    """
    if round_.law_kept and round_.concluded_at:
        return _kept(round_)
    own: Own = {} if round_.concluded_at else own_values(round_.unit, TITLES)
    decided, others = _days(round_, as_of)
    day = decided or max([last_day(round_.period), *others])
    laws = _laws(round_.period, day, own)
    default = next(one for one in laws if _covers(one, day))
    chosen = next((one for one in laws if one.since == round_.law_since), None)
    why = round_.law_why if chosen is not None else ""
    return LawsOfYear(laws, default, chosen or default, day, decided is not None, why)


def laws_of_year(
    unit: Unit, round_: TitleRound | None, year: int, as_of: datetime | None = None
) -> LawsOfYear:
    """The same of a year that may not have been opened yet."""
    if round_ is not None:
        return laws_of(round_, as_of)
    period = Period.year(year)
    day = last_day(period)
    laws = _laws(period, day, own_values(unit, TITLES))
    default = next(one for one in laws if _covers(one, day))
    return LawsOfYear(laws, default, default, day, decided=False)


def digest_of_year(unit: Unit, year: int, as_of: datetime | None = None) -> str:
    """SHA-256 of the values a year is judged by: of the file alone, unless the unit's own are among them or kept.

    Four statements at most. Raises ``TitleLawNotHeld``.
    """
    round_ = TitleRound.objects.filter(unit=unit, year=year).select_related("unit").first()
    laws = laws_of_year(unit, round_, year, as_of)
    if not laws.kept and not own_values(unit, TITLES):
        return title_digest()
    return hashlib.sha256((title_digest() + law_text(laws)).encode()).hexdigest()


def law_text(told: LawsOfYear) -> str:
    """The laws of a year as it keeps them when it is concluded."""
    laws = [
        {
            "since": one.since.isoformat(), "until": one.until.isoformat() if one.until else None,
            "on": one.law.on.isoformat(), "values": text_of(one.law.values, one.law.titles),
        }
        for one in told.laws
    ]  # fmt: skip
    marks = [told.laws.index(told.default), told.laws.index(told.chosen)]
    return as_json(
        {"laws": laws, "marks": marks, "day": told.day.isoformat(), "decided": told.decided, "why": told.why}
    )


def _kept(round_: TitleRound) -> LawsOfYear:
    told = json.loads(round_.law_kept)
    laws = tuple(_law_kept(one) for one in told["laws"])
    default, chosen = (laws[place] for place in told["marks"])
    day = date.fromisoformat(told["day"])
    return LawsOfYear(laws, default, chosen, day, told["decided"], told["why"], kept=True)


def _law_kept(told: Mapping[str, str]) -> LawOfYear:
    law = TitleLaw(date.fromisoformat(told["on"]), *values_of(told["values"]))  # type: ignore[arg-type]
    until = date.fromisoformat(told["until"]) if told["until"] else None
    return LawOfYear(law, date.fromisoformat(told["since"]), until)


def _laws(period: Period, day: date, own: Own) -> tuple[LawOfYear, ...]:
    """From the year's first day to its last, and on to the day: one for each change-over between."""
    last, days = max(last_day(period), day), title_change_overs()
    found = []
    for since, until in zip(days, [*days[1:], None], strict=True):
        if since <= last and (until is None or until > period.start):
            ends = min(last, until - timedelta(days=1)) if until else last
            on = day if since <= day <= ends else ends
            found.append(LawOfYear(title_law(on, own), since, until))
    return tuple(found) or (LawOfYear(title_law(day, own), days[0], None),)


def _covers(one: LawOfYear, day: date) -> bool:
    return one.since <= day and (one.until is None or day < one.until)


def _days(round_: TitleRound, as_of: datetime | None) -> tuple[date | None, list[date]]:
    """The day of the latest standing decision, and the latest of votes and of proposals; one statement."""
    given, sat = Q(rewards__voided_at=None), Q(councils__sittings__voided_at=None)
    if as_of is not None:
        given &= Q(rewards__recorded_at__lte=as_of)
        sat &= Q(councils__sittings__recorded_at__lte=as_of)
    found = TitleRound.objects.filter(pk=round_.pk).aggregate(
        decided=Max("rewards__decided_on", filter=given),
        sat=Max("councils__sittings__held_on", filter=sat),
        proposed=Max("candidates__proposed_on", filter=Q(candidates__voided_at=None)),
    )
    return found["decided"], [day for day in (found["sat"], found["proposed"]) if day]
