"""What is wrong with a planned path, each as a sentence with the month it speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from chuan.rules.targets.comparing import band
from chuan.rules.targets.paths import MONTHS, no_path, stated, whole_of
from chuan.rules.targets.trend_ahead import builds_up
from chuan.rules.targets.types import Combine, NotMeasurable, Quantity, Target
from chuan.rules.vietnamese import written_number

_COUNTED = (Quantity.COUNT, Quantity.K_OF_N)
_SIGNED = (Quantity.GROWTH, Quantity.DECREASE)


@dataclass(frozen=True, slots=True)
class PathFault:
    """One thing to put right; ``month`` is 1 to 12, None where the whole path is meant."""

    month: int | None
    sentence: str

    @property
    def said(self) -> str:
        """The sentence with its month."""
        return self.sentence if self.month is None else f"Tháng {self.month}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Shape:
    """What the figures of a promise are like: how they make a year, kept since January or not, shares or not."""

    how: Combine
    cumulative: bool = False
    share: bool = False


def path_faults(target: Target, shape: Shape, values: Sequence[Fraction | None]) -> list[PathFault]:
    """Everything wrong with twelve values, in the order of the months; nothing when they may be set."""
    if why := no_path(target, shape.how):
        return [PathFault(None, why)]
    assert len(values) == MONTHS
    known = [(month, value) for month, value in enumerate(values, start=1) if value is not None]
    found = [
        PathFault(month, "còn trống, ghi đủ mười hai tháng hoặc để trống cả dòng.")
        for month, value in enumerate(values, start=1) if value is None
    ]  # fmt: skip
    found += [PathFault(month, said) for month, value in known for said in _of_one(target, shape, value)]
    if builds_up(target, shape.how, cumulative=shape.cumulative, share=shape.share):
        found += _falling(known)
    found += _short(target, shape, values[-1])
    return sorted(found, key=lambda one: one.month or 0)


def _of_one(target: Target, shape: Shape, value: Fraction) -> Iterator[str]:
    """What one value cannot be, whatever the others are."""
    said, whole = written_number(value), whole_of(target, share=shape.share)
    if whole is not None and value > whole:
        unit = f" {target.unit}" if target.unit else ""
        yield f"{said} quá lớn: nhiều nhất là {written_number(whole)}{unit}."
    if value < 0 and (shape.share or target.quantity not in _SIGNED):
        yield f"{said} nhỏ hơn 0."
    if target.quantity in _COUNTED and value.denominator != 1:
        yield f"{said} không phải số nguyên: thứ đếm từng cái thì ghi số nguyên."


def _falling(known: Sequence[tuple[int, Fraction]]) -> Iterator[PathFault]:
    for (month, before), (later, value) in pairwise(known):
        if value < before:
            yield PathFault(
                later,
                f"{written_number(value)} thấp hơn tháng {month} ({written_number(before)}): "
                "số cộng dồn từ đầu năm không giảm.",
            )


def _short(target: Target, shape: Shape, last: Fraction | None) -> Iterator[PathFault]:
    """A year that goes as planned must keep the promise."""
    limits = band(target)
    assert not isinstance(limits, NotMeasurable), "a promise without a level has no path"
    if last is None:
        return
    found = stated(target, last, share=shape.share)
    if found is None or not limits.holds(found):
        ends = " đến ".join(written_number(end) for end in limits.ends)
        unit = f" {target.unit}" if target.unit else ""
        yield PathFault(
            MONTHS, f"đến hết năm là {written_number(last)} thì không giữ được mức phải đạt ({ends}{unit})."
        )
