"""A departure of no rule, for tests of where it is marked."""

from __future__ import annotations

from chuan.rules.paper_form import Departure, Place, Weight
from chuan.rules.types import Span, Sure


def departure(start: int, end: int) -> Departure:
    return Departure(
        code="x", article="I", act="30/2020/NĐ-CP", place=Place(Span(start, end), 1), found="", said="", mend="",
        sure=Sure.READ, weight=Weight.MUST,
    )  # fmt: skip
