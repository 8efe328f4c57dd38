"""Ranking by criteria in words (years before 2026): what a person ticked, and where that contradicts his level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from chuan.rules.ranking.levels import LEVEL_NAMES, Level
from chuan.rules.refusals.ranking import CriterionUnknown, RegimeWithoutWords
from chuan.rules.types import Citation, Sure


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion of a level, for one group or for ``any``. Those of the lowest level are grounds: one is enough."""

    key: str
    level: Level
    group: str
    text: str
    citation: Citation
    sure: Sure

    def asked_of(self, group: str) -> bool:
        """Whether a group is asked this one."""
        return self.group in ("any", group)


@dataclass(frozen=True, slots=True)
class WordsCheck:
    """A proposed level beside the ticks: ``contradictions`` have to be cleared, ``remarks`` want a reason written.

    ``asked``: criteria of the proposed level that nobody ticked either way.
    """

    proposed: Level
    contradictions: tuple[str, ...]
    remarks: tuple[str, ...]
    asked: tuple[Criterion, ...]


def criteria_for(group: str, criteria: Sequence[Criterion]) -> tuple[Criterion, ...]:
    """The criteria to show to a group. Raises `RegimeWithoutWords` where the law of the day has none."""
    if not criteria:
        raise RegimeWithoutWords
    return tuple(one for one in criteria if one.asked_of(group))


def checked(
    proposed: Level, group: str, answers: Mapping[str, bool | None], criteria: Sequence[Criterion]
) -> WordsCheck:
    """The level a person proposes, checked against his own ticks (criterion's key → met, not met, None).

    It never proposes a level itself. Raises `RegimeWithoutWords`, `CriterionUnknown`.
    """
    asked = criteria_for(group, criteria)
    if set(answers) - {one.key for one in asked}:
        raise CriterionUnknown(group=group)
    own = [one for one in asked if one.level is proposed]
    grounds = [one for one in asked if one.level is Level.FAILED and answers.get(one.key)]
    waiting = tuple(one for one in own if answers.get(one.key) is None)
    if proposed is Level.FAILED:
        wrong, waiting = _unfounded(grounds), () if grounds else waiting
    else:
        wrong = _unmet(proposed, own, answers) + _in_spite_of(proposed, grounds)
    remarks = () if grounds else tuple(_higher(proposed, asked, answers))
    return WordsCheck(proposed, wrong, remarks, waiting)


def _unmet(proposed: Level, own: Iterable[Criterion], answers: Mapping[str, bool | None]) -> tuple[str, ...]:
    return tuple(
        f"Đề nghị “{LEVEL_NAMES[proposed]}” nhưng tiêu chí “{one.text}” đánh dấu là không đạt."
        for one in own
        if answers.get(one.key) is False
    )


def _in_spite_of(proposed: Level, grounds: Iterable[Criterion]) -> tuple[str, ...]:
    return tuple(
        f"Đề nghị “{LEVEL_NAMES[proposed]}” nhưng đã đánh dấu “{one.text}”, là trường hợp "
        f"{LEVEL_NAMES[Level.FAILED]}."
        for one in grounds
    )


def _unfounded(grounds: Sequence[Criterion]) -> tuple[str, ...]:
    if grounds:
        return ()
    return (f"Đề nghị “{LEVEL_NAMES[Level.FAILED]}” nhưng chưa đánh dấu trường hợp nào của mức này.",)


def _higher(proposed: Level, asked: Sequence[Criterion], answers: Mapping[str, bool | None]) -> Iterable[str]:
    """The lowest step up whose every criterion was ticked as met."""
    for level in reversed(Level):
        if level.rank > proposed.rank and all(answers.get(one.key) for one in asked if one.level is level):
            yield (
                f"Mọi tiêu chí của mức “{LEVEL_NAMES[level]}” đều đánh dấu đạt; "
                "nếu vẫn đề nghị mức thấp hơn thì ghi lý do."
            )
