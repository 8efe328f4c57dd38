"""What has to be known of a person or a team to say whether a title may be proposed. None: not known, so asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from chuan.rules.ranking import Discipline, Level
from chuan.rules.types import Citation, Sure


class Title(StrEnum):
    """The titles that are thought through here."""

    ADVANCED_WORKER = "advanced_worker"
    EMULATION_FIGHTER = "emulation_fighter"
    ADVANCED_TEAM = "advanced_team"
    EXCELLENT_TEAM = "excellent_team"

    @property
    def for_team(self) -> bool:
        """Whether a team gets it, not a person."""
        return self in (Title.ADVANCED_TEAM, Title.EXCELLENT_TEAM)


TITLE_NAMES: Mapping[Title, str] = {
    Title.ADVANCED_WORKER: "Lao động tiên tiến",
    Title.EMULATION_FIGHTER: "Chiến sĩ thi đua cơ sở",
    Title.ADVANCED_TEAM: "Tập thể lao động tiên tiến",
    Title.EXCELLENT_TEAM: "Tập thể lao động xuất sắc",
}


class Met(StrEnum):
    """Whether a criterion is met, or has to be asked."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class Judged:
    """A criterion with its sentence and article.

    ``private``: tells of leave, discipline or assessment; for the person himself and for who decides.
    """

    key: str
    met: Met
    sentence: str
    citation: Citation
    sure: Sure
    private: bool = False


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What is known of a person in a year. Days of leave are working days, maternity leave apart.

    ``discipline``: the heaviest form of the year, `Discipline.NONE` where it is known that there was none.
    """

    months: int | None = None
    leave: int | None = None
    maternity: int = 0
    discipline: Discipline | None = None
    level: Level | None = None
    movement: bool | None = None
    initiative: bool | None = None
    research: bool | None = None
    combat: bool | None = None


@dataclass(frozen=True, slots=True)
class TeamFacts:
    """What is known of a team in a year: ``people`` in it, of whom so many completed their tasks or hold a title."""

    people: int
    completed: int | None = None
    advanced: int | None = None
    fighters: int | None = None
    discipline: Discipline | None = None
    level: Level | None = None
    movement: bool | None = None
    unity: bool | None = None


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Whether a title may be proposed, criterion by criterion. It gives nothing to anybody: a council decides."""

    title: Title
    criteria: tuple[Judged, ...]

    @property
    def met(self) -> Met:
        """Not met when one criterion is not; not known when one has to be asked; else met."""
        return all_of(self.criteria)

    @property
    def considered(self) -> Met:
        """Whether the person is among those considered at all: time in post, leave, discipline; not his results."""
        return all_of(tuple(one for one in self.criteria if one.key.startswith("considered.")))

    @property
    def unmet(self) -> tuple[Judged, ...]:
        """The criteria that stand in the way."""
        return tuple(one for one in self.criteria if one.met is Met.NOT_MET)

    @property
    def asked(self) -> tuple[Judged, ...]:
        """The criteria that wait for an answer."""
        return tuple(one for one in self.criteria if one.met is Met.NOT_KNOWN)


def all_of(criteria: tuple[Judged, ...]) -> Met:
    """Not met when one is not; not known when one has to be asked; else met."""
    found = {one.met for one in criteria}
    if Met.NOT_MET in found:
        return Met.NOT_MET
    return Met.NOT_KNOWN if Met.NOT_KNOWN in found else Met.MET


def met_if(holds: bool | None) -> Met:
    """The answer yes, no or not known as a judgement."""
    if holds is None:
        return Met.NOT_KNOWN
    return Met.MET if holds else Met.NOT_MET
