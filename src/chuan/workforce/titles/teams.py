"""A team that stands for a title: its criteria by what somebody said of it, and what the registers know, with rows.

Nothing of the registers is filled in: who keeps the records marks who belongs to the team and writes what he counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from chuan.people.models import Official
from chuan.rules.ranking import DISCIPLINE_NAMES, Discipline, Level
from chuan.rules.titles import Eligibility, TeamFacts, Title, collective
from chuan.rules.titles.persons import Law
from chuan.ui.formatters import number
from chuan.workforce.models import Candidate, TeamSaid
from chuan.workforce.ranking.laws import level_words
from chuan.workforce.titles.laws import LawsOfYear
from chuan.workforce.titles.outcomes import Outcome, outcomes_of
from chuan.workforce.titles.year import PersonYear, YearSeen, see

_YES_NO = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class MemberRow:
    """What the registers know of one official of the unit; None: no result yet. ``inside``: said to be of the team."""

    official: Official
    advanced: bool | None
    fighter: bool | None
    level: Level | None
    discipline: Discipline | None
    inside: bool

    @property
    def level_words(self) -> str:
        """The level in words; "" where there is none."""
        return level_words(self.level or "")

    @property
    def discipline_words(self) -> str:
        """The discipline in words; "" where nothing is known."""
        return DISCIPLINE_NAMES[self.discipline] if self.discipline else ""


@dataclass(frozen=True, slots=True)
class TeamSeen:
    """A team: its criteria by every law of the year, everybody in post on the last day, what is known of its own."""

    candidate: Candidate
    said: TeamSaid | None
    laws: LawsOfYear
    outcomes: tuple[Outcome, ...]
    rows: tuple[MemberRow, ...]

    @property
    def counted(self) -> tuple[MemberRow, ...]:
        """Those of the team; everybody while nobody was marked."""
        return tuple(one for one in self.rows if one.inside) or self.rows

    @property
    def known(self) -> tuple[str, ...]:
        """What the registers count of them, in sentences that name how many they are."""
        rows = self.counted
        whose = _("của tập thể") if any(one.inside for one in self.rows) else _("của cả đơn vị")
        head = _("Tính trên %(n)s người %(whose)s giữ chức danh ngày cuối năm:") % {
            "n": number(len(rows)), "whose": whose,
        }  # fmt: skip
        return (
            head,
            _count(_("lao động tiên tiến"), [one.advanced for one in rows]),
            _count(_("chiến sĩ thi đua cơ sở"), [one.fighter for one in rows]),
            _count(_("xếp loại từ hoàn thành nhiệm vụ trở lên"), [_completed(one.level) for one in rows]),
            _count(_("bị kỷ luật trong năm"), [_punished(one.discipline) for one in rows]),
        )


def see_team(candidate: Candidate, *, as_of: datetime | None = None) -> TeamSeen:
    """A team of a year; what ``titles.year.see`` reads, and two statements."""
    round_ = candidate.round
    said = last_said(candidate)
    inside = set(said.people.values_list("pk", flat=True)) if said else set()
    seen = see(round_.unit, round_.year, as_of=as_of)
    rows = tuple(_row(one, seen, one.official.pk in inside) for one in seen.people)
    facts = facts_of(said, len(inside)) if said else TeamFacts(people=max(1, len(rows)))
    return TeamSeen(candidate, said, seen.laws, team_outcomes(seen.laws, facts, Title(candidate.title)), rows)


def last_said(candidate: Candidate) -> TeamSaid | None:
    """What was said of a team last; one statement."""
    return candidate.team_said.order_by("-recorded_at", "-pk").first()


def teams_naming(official: Official, year: int) -> list[TeamSaid]:
    """Teams of a year that an official is said to belong to, by what was said of each last; two statements."""
    rows = TeamSaid.objects.filter(
        candidate__round__year=year, candidate__round__unit_id=official.unit_id, candidate__voided_at=None
    )
    last = {one.candidate_id: one for one in rows.select_related("candidate").order_by("recorded_at", "pk")}
    named = set(rows.filter(people=official).values_list("pk", flat=True))
    return [one for one in last.values() if one.pk in named]


def facts_of(said: TeamSaid, people: int) -> TeamFacts:
    """What somebody said, as the criteria ask for it."""
    return TeamFacts(
        people=people, completed=said.completed, advanced=said.advanced, fighters=said.fighters,
        discipline=Discipline(said.discipline) if said.discipline else None,
        level=Level(said.level) if said.level else None,
        movement=_YES_NO.get(said.movement), unity=_YES_NO.get(said.unity),
    )  # fmt: skip


def team_outcomes(laws: LawsOfYear, facts: TeamFacts, title: Title) -> tuple[Outcome, ...]:
    """By every law of the year. Raises ``PeopleMiscounted``, ``TitleOfOthers``."""

    def judge(law: Law) -> Eligibility:
        return collective(facts, title, law)

    return outcomes_of(laws, judge)


def _row(one: PersonYear, seen: YearSeen, inside: bool) -> MemberRow:
    none = False if seen.concluded else None
    held = {given.title for given in one.rewards}
    return MemberRow(
        one.official, True if Title.ADVANCED_WORKER in held else none,
        True if Title.EMULATION_FIGHTER in held else none, one.facts.level, one.facts.discipline, inside,
    )  # fmt: skip


def _count(what: str, answers: Sequence[bool | None]) -> str:
    yes, open_ = sum(1 for one in answers if one), answers.count(None)
    if open_ == len(answers):
        return _("%(what)s: chưa rõ ai.") % {"what": what}
    words = _("%(what)s: %(n)s người, %(open)s người chưa rõ.") if open_ else _("%(what)s: %(n)s người.")
    return words % {"what": what, "n": number(yes), "open": number(open_)}


def _completed(level: Level | None) -> bool | None:
    return None if level is None else level.at_least(Level.COMPLETED)


def _punished(discipline: Discipline | None) -> bool | None:
    return None if discipline is None else discipline is not Discipline.NONE
