"""Between rows (``models.Target``, ``models.Measurement``) and the frozen types of the rules, exactly.

Figures stand in the database as the text of a fraction ("8550", "9/10"): nothing is rounded
on the way in or out.
"""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

from chuan.objectives import models
from chuan.rules.targets.types import (
    Baseline,
    Comparator,
    Direction,
    Horizon,
    Quantity,
    Result,
    Stage,
    Target,
)
from chuan.rules.types import Span


def number_text(value: Fraction | None) -> str:
    """The exact text kept in the database; "" for no value."""
    return "" if value is None else str(value)


def number(text: str) -> Fraction | None:
    """The exact value of a kept text; None for ""."""
    return Fraction(text) if text else None


def target_fields(target: Target) -> dict[str, Any]:
    """The columns of ``models.Target`` that hold this promise."""
    return {
        "quantity": str(target.quantity),
        "comparator": str(target.comparator or ""),
        "horizon": str(target.horizon),
        "value": number_text(target.value),
        "low": number_text(target.low),
        "high": number_text(target.high),
        "n": target.n,
        "k": target.k,
        "unit": target.unit,
        "direction": str(target.direction),
        "baseline_label": target.baseline.label if target.baseline else "",
        "baseline_value": number_text(target.baseline.value) if target.baseline else "",
        "scope": target.scope,
        "excludes": json.dumps(target.excludes, ensure_ascii=False),
        "conditions": json.dumps(target.conditions, ensure_ascii=False),
        "span_start": target.span.start if target.span else None,
        "span_end": target.span.end if target.span else None,
    }


def rule_of(row: models.Target) -> Target:
    """The promise that a row holds, as the rules judge it."""
    return Target(
        quantity=Quantity(row.quantity),
        comparator=Comparator(row.comparator) if row.comparator else None,
        horizon=Horizon(row.horizon),
        value=number(row.value),
        low=number(row.low),
        high=number(row.high),
        n=row.n,
        k=row.k,
        unit=row.unit,
        direction=Direction(row.direction),
        baseline=_baseline(row),
        scope=row.scope,
        excludes=tuple(json.loads(row.excludes)),
        conditions=tuple(json.loads(row.conditions)),
        span=_span(row.span_start, row.span_end),
    )


def result_of(row: models.Measurement) -> Result:
    """The figure that a row holds, as the rules combine and judge it."""
    numerator, denominator = row.exact
    return Result(
        period=row.period,
        numerator=numerator,
        denominator=denominator,
        stage=Stage(row.stage),
        cumulative=row.cumulative,
        counted=row.counted,
    )


def _baseline(row: models.Target) -> Baseline | None:
    if not row.baseline_label and not row.baseline_value:
        return None
    return Baseline(label=row.baseline_label, value=number(row.baseline_value))


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)
