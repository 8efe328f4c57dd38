"""What a plan read from a round's Decision takes over: the same indicators, and who answers with the planning fields.

An indicator lasts for years, so that three years of results stay one line; a line is taken over only where the issued
Decision says at its place what the round decided.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from chuan.documents.models import Document
from chuan.objectives.models import Indicator, Round, RoundLine, Target
from chuan.objectives.rounds.making import kept_rows, lines_of
from chuan.rules.decision_text.types import Line
from chuan.rules.next_year import ordinals, tidy
from chuan.rules.targets import types as rules

PLANNED = ("name", "what", "resources", "evaluation")


@dataclass(frozen=True, slots=True)
class Lasting:
    """One line of the round: its words, its measured promises of the year before in order, its planning fields."""

    words: str
    targets: tuple[Target, ...]
    planned: Mapping[str, Any]

    def fits(self, line: Line) -> bool:
        """Whether the issued Decision says here what the round decided."""
        return tidy(line.text).rstrip(":") == tidy(self.words).rstrip(":")

    def indicator(self, target: rules.Target, index: int, count: int) -> Indicator | None:
        """The indicator of the line's promise number ``index`` of ``count``.

        None where their number changed, or where another kind of figure is promised than the year before.
        """
        if count != len(self.targets):
            return None
        before = self.targets[index]
        same = before.quantity == str(target.quantity) and before.unit == target.unit
        return before.indicator if same else None


def lasting_of(document: Document) -> Mapping[str, Lasting]:
    """By place in the Decision; empty for a Decision that no round made. Two statements, or a few."""
    round_ = Round.objects.filter(document=document, status=Round.Status.DRAFTED).first()
    if round_ is None:
        return {}
    lines = lines_of(round_)
    places = ordinals(kept_rows(lines))
    targets = _targets(lines)
    return {places[str(one.uid)]: _of(one, targets) for one in lines if str(one.uid) in places}


def _of(line: RoundLine, targets: Mapping[int, list[Target]]) -> Lasting:
    planned: dict[str, Any] = {"owner_post": line.owner_post, "owner_official": line.owner_official}
    if line.objective is not None:
        planned |= {name: getattr(line.objective, name) for name in PLANNED}
    return Lasting(line.final, tuple(targets.get(line.objective_id or 0, ())), planned)


def _targets(lines: list[RoundLine]) -> dict[int, list[Target]]:
    """Measured promises of the lines' objectives, in order; one statement."""
    sources = [one.objective_id for one in lines if one.objective_id is not None]
    rows = Target.objects.filter(objective__in=sources, indicator__isnull=False).select_related("indicator")
    found: dict[int, list[Target]] = {}
    for row in rows.order_by("objective", "position"):
        found.setdefault(row.objective_id, []).append(row)
    return found
