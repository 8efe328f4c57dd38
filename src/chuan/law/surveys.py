"""What a survey of satisfaction asks on a day (``surveys.toml``): proposed questions with their source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from chuan.law.dated_sets import DatedSet, read_sets, set_in_force
from chuan.rules.surveys import Question


@dataclass(frozen=True, slots=True)
class Questionnaire(DatedSet):
    """Questions proposed from a day on; the first is the one that is counted."""

    questions: tuple[Question, ...]


@cache
def questionnaires() -> tuple[Questionnaire, ...]:
    """Every set, the latest first."""
    return read_sets(
        "surveys",
        lambda head, raw: Questionnaire(
            *head, tuple(Question(key, words) for key, words in raw["questions"])
        ),
    )


def questionnaire_on(day: date) -> Questionnaire:
    """The set of the day. Raises ``NotInForce`` before there was one."""
    return set_in_force(questionnaires(), day, what="questions of surveys")
