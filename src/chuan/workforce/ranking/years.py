"""A year under a law of points: the mean of its months and quarters, offered beside the form."""

from __future__ import annotations

from chuan.rules.ranking import PeriodScore, YearScore, year_of
from chuan.rules.types import Period
from chuan.workforce.models import Assessment, RankingRound
from chuan.workforce.ranking.laws import law_of
from chuan.workforce.staff import absences, months_of

AWAY = "vắng trọn kỳ"


def year_told(one: Assessment) -> YearScore:
    """The points of the year from those of its months that were decided; what is missing is missing, never nought.

    A month counts as away where it was away from its first day to its last, or "không xếp loại" was written. Two
    statements.
    """
    year = one.round.period
    rows = Assessment.objects.filter(
        official=one.official,
        round__unit=one.round.unit,
        round__starts__gte=year.start,
        round__ends__lte=year.end,
    ).exclude(round__kind=RankingRound.Kind.YEAR)
    found = [_score(row) for row in rows.select_related("round").order_by("round__starts")]
    known = [score for score in found if score is not None]
    away = absences(one.round.unit, year).get(one.official_id, ())
    for month in months_of(year):
        is_told = any(score.period.holds(month) for score in known)
        if not is_told and any(part.holds(month) for part in away):
            known.append(PeriodScore(month, None, AWAY))
    return year_of(year, known, law_of(one.round).values)


def _score(row: Assessment) -> PeriodScore | None:
    period = Period(row.round.starts, row.round.ends)
    if row.status == "left_out":
        return PeriodScore(period, None, AWAY)
    points = row.exact_points
    decided = row.status in ("decided", "appealed", "closed")
    return PeriodScore(period, points) if decided and points is not None else None
