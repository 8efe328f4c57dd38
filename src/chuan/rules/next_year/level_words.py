"""A level as a sentence of the rules says it."""

from __future__ import annotations

from chuan.rules.targets.types import Comparator, Quantity, Target
from chuan.rules.vietnamese import written_number

_CUES = {
    Comparator.MORE_THAN: "trên ",
    Comparator.AT_MOST: "tối đa ",
    Comparator.LESS_THAN: "dưới ",
    Comparator.AT_LEAST: "ít nhất ",
}
CHANGES = {Quantity.GROWTH: "tăng", Quantity.DECREASE: "giảm"}
"""The verb of a change."""
_NBSP = "\N{NO-BREAK SPACE}"


def words_of_level(target: Target) -> str:
    """The level in a sentence: "trên 95 %", "giảm", "9/10 tổ dân phố"."""
    if target.quantity is Quantity.K_OF_N:
        return with_unit(f"{target.k}/{target.n}", target.unit)
    if target.comparator is Comparator.BETWEEN and target.low is not None and target.high is not None:
        return f"từ {written_number(target.low)} đến {with_unit(written_number(target.high), target.unit)}"
    change = CHANGES.get(target.quantity, "")
    if target.value is None:
        return change or "mức chưa ghi"
    figure = with_unit(written_number(target.value), target.unit)
    if change:
        return f"{change} {figure}"
    cue = _CUES.get(target.comparator, "") if target.comparator else ""
    return figure if target.comparator is Comparator.AT_LEAST else cue + figure


def with_unit(figure: str, unit: str) -> str:
    """A figure and its unit held together."""
    return f"{figure}{_NBSP}{unit}" if unit else figure
