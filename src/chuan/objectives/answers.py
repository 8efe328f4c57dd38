"""What a person answered about how an objective is counted."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from chuan.documents.models import Question
from chuan.documents.standing import data_of
from chuan.objectives.models import Objective

RollUp = Objective.RollUp

_MODES = {
    "values": RollUp.VALUES,
    "lines": RollUp.LINES,
    "written": RollUp.CHOSEN,  # as many as the decision says: somebody has yet to group them
    "chosen": RollUp.CHOSEN,
}


@dataclass(frozen=True, slots=True)
class Counting:
    """How the promises below an objective count; ``groups`` of labels count as one when chosen by hand."""

    mode: RollUp
    groups: tuple[tuple[str, ...], ...] = ()

    @property
    def groups_text(self) -> str:
        """As kept in the database; "" without groups."""
        return json.dumps(self.groups, ensure_ascii=False) if self.groups else ""


def counting_of(questions: Iterable[Question], ordinal: str) -> Counting:
    """How the objective with this ordinal is counted.

    All must be kept when nobody asked; the question stays open while it is unanswered or
    answered with anything but one of the three ways, and while groups are promised but not given.
    """
    asked = [one for one in questions if one.about == ordinal and _is_about_counting(one)]
    if not asked:
        return Counting(RollUp.ALL)
    mode = next((_MODES[one.answer] for one in asked if one.answer in _MODES), RollUp.OPEN)
    if mode is not RollUp.CHOSEN:
        return Counting(mode)
    groups = next((found for one in asked if (found := _groups(one))), ())
    return Counting(mode, groups) if groups else Counting(RollUp.OPEN)


def groups_of(objective: Objective) -> tuple[tuple[str, ...], ...]:
    """The groups kept with an objective, as labels."""
    return tuple(tuple(group) for group in json.loads(objective.roll_up_groups or "[]"))


def _is_about_counting(question: Question) -> bool:
    offered = {value for value, _ in json.loads(question.choices)}
    return bool(offered & _MODES.keys())


def _groups(question: Question) -> tuple[tuple[str, ...], ...]:
    """Groups put in as lines or a list: "1.4a, 1.4b" on one line are one group."""
    raw = data_of(question).get("groups") or ()
    lines = raw.splitlines() if isinstance(raw, str) else raw
    groups = (line.replace(";", ",").split(",") if isinstance(line, str) else line for line in lines)
    named = (tuple(label.strip() for label in group if label.strip()) for group in groups)
    return tuple(group for group in named if group)
