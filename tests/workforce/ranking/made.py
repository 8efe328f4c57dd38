"""A round of ranking for tests; everybody in it is invented."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from django.utils import timezone

from chuan.people.models import Official, RoleGrant
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.rules.ranking import Discipline, Grounds, Level, Product
from chuan.rules.types import Period
from chuan.workforce.actions import ranking, ranking_rounds
from chuan.workforce.models import Assessment, RankingRound
from chuan.workforce.ranking.filled import Points, Ticks
from tests.people import PAPER, START, Ward
from tests.workforce.made import joined

PAPER_OF_ROUND = "Kế hoạch 20/KH-UBND"
NOTHING = Grounds(degradation=False, discipline=Discipline.NONE, corruption=False)


def vice_chairman(ward: Ward, name: str = "Phó Thử") -> Official:
    """A second head, so that somebody assesses whom the Chairman does not."""
    official = joined(ward, name, since=START, username="pho")
    RoleGrant.objects.create(
        official=official, unit=ward.unit, role=Role.VICE_CHAIRMAN, valid_from=START, citation=PAPER
    )
    return official


def year(by: Viewer, of: int = 2021) -> RankingRound:
    """The ranking of a year."""
    opening = ranking_rounds.Opening("year", Period.year(of), PAPER_OF_ROUND, date(2021, 12, 1))
    return ranking_rounds.open_round(opening, by=by, at=timezone.now())


def month(by: Viewer, of: int = 1) -> RankingRound:
    """The ranking of a month of 2026."""
    opening = ranking_rounds.Opening("month", Period.month(2026, of), PAPER_OF_ROUND, date(2026, 2, 1))
    return ranking_rounds.open_round(opening, by=by, at=timezone.now())


def row(round_: RankingRound, official: Official) -> Assessment:
    """An official's assessment in a round."""
    rows = Assessment.objects.select_related("round__unit", "official__unit")
    return rows.get(round=round_, official=official)


def ticks(level: Level, group: str = "staff", **more: bool | None) -> Ticks:
    """Every criterion of a level met and no ground for a failed year; ``more`` changes answers by their last word."""
    from chuan.law.ranking import ranking_law

    answers: dict[str, bool | None] = {}
    for one in ranking_law(date(2021, 12, 31)).criteria:
        if one.asked_of(group) and one.level in (level, Level.FAILED):
            answers[one.key] = more.get(one.key.rpartition(".")[2], one.level is not Level.FAILED)
    return Ticks(level, answers)


def points(level: Level, products: list[Product] | None = None, common: int = 30, remark: str = "") -> Points:
    """Points of a month; a single product done in full when none is given."""
    given = products or [Product("Báo cáo", Fraction(4), Fraction(4))]
    return Points(level, Fraction(common), given, NOTHING, None, remark)


def assessed(one: Assessment, by: Viewer, level: Level = Level.GOOD, remark: str = "") -> None:
    """The head's assessment after a self-assessment was skipped or handed in."""
    ranking.head_assess(one, ranking.HeadSays(level, remark), by=by, at=timezone.now())
