"""What the unit calls "using" a tool, and how an official's months answer it. No Django in here.

The rule is the unit's own, written once with its document; nothing here is a default of the product.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Self

Counts = Mapping[str, int]
"""How often one official used each source in one month."""


class Met(StrEnum):
    """How months make a quarter or a year."""

    EVERY = "every"  # every month that asks him
    LAST = "last"  # the last month that asks him
    ANY = "any"  # one month is enough


class Asks(StrEnum):
    """Which officials a month asks."""

    HALF = "half"  # at work for more than half of the month's days: at most one unit counts him
    LAST_DAY = "last_day"  # in post and not away on the month's last day
    WHOLE = "whole"  # at work on every day of the month


@dataclass(frozen=True, slots=True)
class Least:
    """How often a month a source must be used at the least."""

    source: str
    times: int


@dataclass(frozen=True, slots=True)
class ToolRule:
    """One tool's rule. ``every_source``: all sources must be met; otherwise one is enough."""

    sources: tuple[Least, ...]
    every_source: bool = True
    met: Met = Met.EVERY
    asks: Asks = Asks.HALF

    def text(self) -> str:
        """Canonical JSON, as a setting keeps it."""
        body = {
            "sources": [[one.source, one.times] for one in self.sources],
            "every_source": self.every_source,
            "met": self.met.value,
            "asks": self.asks.value,
        }
        return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The reverse of ``text``."""
        body = json.loads(text)
        sources = tuple(Least(source, int(times)) for source, times in body["sources"])
        return cls(sources, bool(body["every_source"]), Met(body["met"]), Asks(body["asks"]))


@dataclass(frozen=True, slots=True)
class Short:
    """A source that was used less than the rule asks."""

    source: str
    count: int
    least: int


@dataclass(frozen=True, slots=True)
class MonthAnswer:
    """One official in one month. ``asked`` is False with the reason why the month does not ask him."""

    month: date
    asked: bool
    met: bool = False
    shorts: tuple[Short, ...] = ()
    why_not_asked: str = ""


def answer_month(rule: ToolRule, month: date, counts: Counts) -> MonthAnswer:
    """Whether the counts of one month meet the rule; ``shorts`` are what lacked, also where one source was enough."""
    shorts = tuple(
        Short(one.source, counts.get(one.source, 0), one.times)
        for one in rule.sources
        if counts.get(one.source, 0) < one.times
    )
    met = not shorts if rule.every_source else len(shorts) < len(rule.sources)
    return MonthAnswer(month, asked=True, met=met, shorts=() if met else shorts)


def met_by(how: Met, answers: Sequence[MonthAnswer]) -> bool | None:
    """Whether the months of a period meet it; None when none of them asks him."""
    asked = [one.met for one in answers if one.asked]
    if not asked:
        return None
    return all(asked) if how is Met.EVERY else any(asked) if how is Met.ANY else asked[-1]
