"""Which level points lead to, and what makes a failed year whatever the points. A proposal: a person decides."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from chuan.rules.law import Value
from chuan.rules.ranking.amounts import amount, said_points
from chuan.rules.ranking.levels import (
    DISCIPLINE_NAMES,
    LEADER,
    LEVEL_NAMES,
    Discipline,
    Level,
    Reason,
)
from chuan.rules.ranking.scoring import Law
from chuan.rules.refusals.ranking import PointsBeyondScale, RegimeWithoutPoints


@dataclass(frozen=True, slots=True)
class Grounds:
    """What makes a failed year, as far as it is known; None: nobody has answered yet.

    ``discipline``: the heaviest form of the year for breaches in duty. ``corruption``: handled corruption or waste
    in the unit he directly heads, asked of leaders only.
    """

    degradation: bool | None = None
    discipline: Discipline | None = None
    corruption: bool | None = None


@dataclass(frozen=True, slots=True)
class Ranked:
    """What follows from the points and the grounds. ``level`` is None while a ground waits for its answer."""

    level: Level | None
    by_points: Level
    reasons: tuple[Reason, ...]
    asked: tuple[str, ...]


def level_of(points: Fraction, grounds: Grounds, group: str, law: Law) -> Ranked:
    """The level of so many points of 100 (335/2025/NĐ-CP, Điều 20), with reasons by article.

    Any ground makes it "không hoàn thành". Raises `RegimeWithoutPoints`, `PointsBeyondScale`.
    """
    if "points.bar.excellent" not in law:
        raise RegimeWithoutPoints
    most = amount(law["points.common"]) + amount(law["points.results"])
    if not 0 <= points <= most:
        raise PointsBeyondScale(
            what_is_scored="Tổng điểm", points=said_points(points), most=said_points(most)
        )
    by_points, reason = _by_points(points, law)
    failing = failing_grounds(grounds, group, law)
    asked = asked_grounds(grounds, group)
    level = Level.FAILED if failing else None if asked else by_points
    return Ranked(level, by_points, (reason, *failing), asked)


def failing_grounds(grounds: Grounds, group: str, law: Law) -> tuple[Reason, ...]:
    """The grounds that hold, each with its article; those of leaders for leaders only."""
    found = []
    if grounds.degradation:
        found.append(
            _private("Bị cấp có thẩm quyền kết luận có biểu hiện suy thoái.", law["failed.degradation"])
        )
    least = law["failed.discipline"]
    if grounds.discipline and grounds.discipline.from_on(Discipline(least.value)):
        form = DISCIPLINE_NAMES[grounds.discipline]
        found.append(_private(f"Bị kỷ luật {form} vì vi phạm trong hoạt động công vụ.", least))
    if grounds.corruption and group == LEADER:
        words = "Đơn vị phụ trách trực tiếp có tham ô, tham nhũng, lãng phí đã bị xử lý."
        found.append(_private(words, law["failed.corruption"]))
    return tuple(found)


def asked_grounds(grounds: Grounds, group: str) -> tuple[str, ...]:
    """The questions that still wait for an answer before a level can be proposed."""
    waiting = (
        (
            grounds.degradation is None,
            "Trong năm có kết luận của cấp có thẩm quyền về biểu hiện suy thoái không?",
        ),
        (grounds.discipline is None, "Trong năm có bị kỷ luật liên quan hoạt động công vụ không?"),
        (
            grounds.corruption is None and group == LEADER,
            "Đơn vị phụ trách trực tiếp có tham ô, tham nhũng, lãng phí bị xử lý không?",
        ),
    )
    return tuple(words for unknown, words in waiting if unknown)


def _by_points(points: Fraction, law: Law) -> tuple[Level, Reason]:
    above = ""
    for level in (Level.EXCELLENT, Level.GOOD, Level.COMPLETED):
        bar = law[f"points.bar.{level}"]
        if points >= amount(bar):
            return level, _reason(points, f"từ {bar.value}{above}", level, bar)
        above = f" đến dưới {bar.value}"
    lowest = law["points.bar.completed"]
    return Level.FAILED, _reason(points, f"dưới {lowest.value}", Level.FAILED, lowest)


def _reason(points: Fraction, span: str, level: Level, value: Value) -> Reason:
    sentence = f"{said_points(points)} điểm, {span}: {LEVEL_NAMES[level]}."
    return Reason(sentence, value.citation, value.sure)


def _private(sentence: str, value: Value) -> Reason:
    return Reason(sentence, value.citation, value.sure, private=True)
