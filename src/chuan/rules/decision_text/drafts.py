"""A target while it is made."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.decision_text.phrases import Segment
from chuan.rules.targets.types import Target


@dataclass(frozen=True, slots=True)
class Draft:
    """A target while it is made: offsets still those of the line."""

    target: Target
    start: int
    end: int
    at: int
    segment: Segment
