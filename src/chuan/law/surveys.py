"""What a survey of satisfaction asks on a day (``surveys.toml``): proposed questions with their source."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from chuan.rules.law import NotInForce
from chuan.rules.surveys import Question
from chuan.rules.types import Citation, Sure


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """Questions proposed from a day on; the first is the one that is counted."""

    valid_from: date
    citation: Citation
    sure: Sure
    questions: tuple[Question, ...]

    @property
    def source(self) -> str:
        """Where the questions come from, in words."""
        return f"{self.citation.number}, {self.citation.article}"


@cache
def questionnaires() -> tuple[Questionnaire, ...]:
    """Every set, the latest first."""
    told = tomllib.loads((files("chuan.law") / "surveys.toml").read_text(encoding="utf-8"))
    found = [
        Questionnaire(
            raw["from"], Citation(number=raw["act"], article=raw["article"]), Sure(raw["sure"]),
            tuple(Question(key, words) for key, words in raw["questions"]),
        )
        for raw in told["set"]
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: one.valid_from, reverse=True))


def questionnaire_on(day: date) -> Questionnaire:
    """The set of the day. Raises ``NotInForce`` before there was one."""
    found = next((one for one in questionnaires() if one.valid_from <= day), None)
    if found is None:
        raise NotInForce(f"questions of surveys have no value on {day}")
    return found
