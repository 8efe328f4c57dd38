"""What somebody fills in about himself, judged by the law of the round, kept as JSON beside its line.

Two forms: ticks at criteria in words (90/2020/NĐ-CP), points and products (335/2025/NĐ-CP); and for a year under points
the mean of its months. Nothing here makes a level: the level is the one the person chose.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from chuan.law.ranking import RankingLaw
from chuan.rules.ranking import (
    LEADER,
    LEVEL_NAMES,
    Discipline,
    Grounds,
    Leading,
    Level,
    Product,
    Ranked,
    Scoring,
    checked,
    level_of,
    scored,
)
from chuan.workforce import refusals_ranking as refusals

Answers = Mapping[str, bool | None]


@dataclass(frozen=True, slots=True)
class Ticks:
    """Criteria met or not (None: not ticked), the level he proposes, what he adds."""

    level: Level
    answers: Answers
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """Points for the common criteria, products, a leader's further parts, the grounds, the level he proposes."""

    level: Level
    common: Fraction
    products: Sequence[Product]
    grounds: Grounds
    leading: Leading | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class YearPoints:
    """A year's points as he writes them beside the mean of its months, the grounds, the level he proposes."""

    level: Level
    points: Fraction
    grounds: Grounds
    remark: str = ""


Filled = Ticks | Points | YearPoints


@dataclass(frozen=True, slots=True)
class Judged:
    """A form that holds together: what is kept of it in the open line, and beside it."""

    data: Mapping[str, Any]
    form: Mapping[str, Any]
    scoring: Scoring | None = None
    ranked: Ranked | None = field(default=None)


def judge(filled: Filled, group: str, law: RankingLaw) -> Judged:
    """The form against the law of the round.

    Raises ``TicksContradict``, ``TicksMissing``, ``WhyMissing``, ``GroundsMissing``, ``AnotherRegime`` and what
    ``rules.ranking`` raises.
    """
    if isinstance(filled, Ticks):
        return _ticks(filled, group, law)
    if isinstance(filled, Points):
        if (filled.leading is None) == (group == LEADER):
            raise refusals.AnotherRegime()
        scoring = scored(filled.products, filled.common, law.values, leading=filled.leading)
        ranked = _ranked(filled.level, scoring.total, filled.grounds, filled.remark, group, law)
        return Judged(_data(filled.level, scoring.total), _points_form(filled), scoring, ranked)
    ranked = _ranked(filled.level, filled.points, filled.grounds, filled.remark, group, law)
    return Judged(_data(filled.level, filled.points), {"grounds": _grounds(filled.grounds)}, None, ranked)


def tried(filled: Points, law: RankingLaw) -> Scoring:
    """The points alone, for a look before anything is kept."""
    return scored(filled.products, filled.common, law.values, leading=filled.leading)


def _ticks(filled: Ticks, group: str, law: RankingLaw) -> Judged:
    found = checked(filled.level, group, filled.answers, law.criteria)
    if found.contradictions:
        raise refusals.TicksContradict(list=" ".join(found.contradictions))
    if found.asked:
        raise refusals.TicksMissing(list="; ".join(f"“{one.text}”" for one in found.asked))
    if found.remarks and not filled.remark.strip():
        raise refusals.WhyMissing(fact=" ".join(found.remarks))
    given = {key: answer for key, answer in filled.answers.items() if answer is not None}
    return Judged({"level": filled.level.value}, {"answers": given})


def _ranked(
    level: Level, points: Fraction, grounds: Grounds, remark: str, group: str, law: RankingLaw
) -> Ranked:
    ranked = level_of(points, grounds, group, law.values)
    if ranked.asked:
        raise refusals.GroundsMissing(list=" ".join(ranked.asked))
    require_why(level, ranked, remark)
    return ranked


def require_why(level: Level, ranked: Ranked, remark: str) -> None:
    """Raises ``WhyMissing`` where the level is another one than the points and grounds lead to, without a word."""
    if ranked.level is not None and level is not ranked.level and not remark.strip():
        reasons = " ".join(one.sentence for one in ranked.reasons)
        raise refusals.WhyMissing(fact=f"{reasons} Mức đang chọn là “{LEVEL_NAMES[level]}”.")


def _data(level: Level, points: Fraction) -> dict[str, str]:
    return {"level": level.value, "points": str(points)}


def _points_form(filled: Points) -> dict[str, Any]:
    form: dict[str, Any] = {
        "common": str(filled.common),
        "products": [_product(one) for one in filled.products],
        "grounds": _grounds(filled.grounds),
    }
    if filled.leading:
        parts = filled.leading
        form["leading"] = [str(parts.unit), str(parts.organising), str(parts.gathering)]
    return form


def _product(one: Product) -> dict[str, Any]:
    told = {
        "name": one.name, "asked": str(one.asked), "done": str(one.done), "failed": one.failed, "late": one.late,
        "excused_failed": one.excused_failed, "excused_late": one.excused_late, "weight": str(one.weight),
        "why": one.why,
    }  # fmt: skip
    return {
        key: value for key, value in told.items() if value not in (0, "") and (key, value) != ("weight", "1")
    }


def _grounds(one: Grounds) -> dict[str, Any]:
    return {
        "degradation": one.degradation, "discipline": one.discipline.value if one.discipline else None,
        "corruption": one.corruption,
    }  # fmt: skip


def grounds_of(form: Mapping[str, Any]) -> Grounds:
    """The grounds of a kept form."""
    kept = form.get("grounds", {})
    discipline = kept.get("discipline")
    return Grounds(
        kept.get("degradation"), Discipline(discipline) if discipline else None, kept.get("corruption")
    )


def products_of(form: Mapping[str, Any]) -> tuple[Product, ...]:
    """The products of a kept form."""
    return tuple(
        Product(
            one["name"], Fraction(one["asked"]), Fraction(one.get("done", 0)), one.get("failed", 0),
            one.get("late", 0), one.get("excused_failed", 0), one.get("excused_late", 0),
            Fraction(one.get("weight", 1)), one.get("why", ""),
        )
        for one in form.get("products", ())
    )  # fmt: skip


def scoring_of(form: Mapping[str, Any], law: RankingLaw) -> Scoring | None:
    """The scoring of a kept form by the law now held; None where it has no products."""
    if "products" not in form:
        return None
    parts = form.get("leading")
    leading = Leading(*(Fraction(one) for one in parts)) if parts else None
    return scored(products_of(form), Fraction(form["common"]), law.values, leading=leading)
