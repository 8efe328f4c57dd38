"""What a survey asks, and what an answer to it must hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals.surveys import (
    FirstMarkMissing,
    MarkOffScale,
    OwnQuestionsUncited,
    SurveyDaysWrong,
    TooManyOwnQuestions,
    WordsTooLong,
)

LEAST, MOST = 1, 5
MOST_WORDS = 500
"""Letters of free words."""
MOST_OWN = 3
"""Questions of the unit's own: a form longer than a telephone's screen is left half done (practice)."""
MOST_DAYS = 366
"""Days a survey runs: the review looks at a year."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question with marks 1 to 5."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Told:
    """An answer, tidied: marks by key, free words, a field of work."""

    marks: Mapping[str, int]
    words: str = ""
    field: str = ""


def questions_of(
    proposed: Sequence[Question], chosen: Iterable[str], own: Iterable[str], citation: str
) -> tuple[Question, ...]:
    """The questions of a new survey: the first proposed one always, those chosen, then the unit's own.

    Raises ``TooManyOwnQuestions``, ``OwnQuestionsUncited``.
    """
    wanted = {proposed[0].key, *chosen}
    lines = list(dict.fromkeys(words for one in own if (words := " ".join(one.split()))))
    if len(lines) > MOST_OWN:
        raise TooManyOwnQuestions(count=len(lines), most=MOST_OWN)
    if lines and not citation.strip():
        raise OwnQuestionsUncited()
    kept = tuple(one for one in proposed if one.key in wanted)
    return (*kept, *(Question(f"own{n}", words) for n, words in enumerate(lines, 1)))


def check_days(first: date, last: date, *, today: date) -> None:
    """A survey opens today or later and ends within a year. Raises ``SurveyDaysWrong``."""
    if not today <= first <= last or (last - first).days >= MOST_DAYS:
        raise SurveyDaysWrong(first=first, last=last)


def checked(questions: Sequence[Question], told: Told, fields: Sequence[str] = ()) -> Told:
    """The answer without what was not asked; only the first question must be answered.

    Raises ``FirstMarkMissing``, ``MarkOffScale``, ``WordsTooLong``.
    """
    marks = {one.key: told.marks[one.key] for one in questions if one.key in told.marks}
    if questions[0].key not in marks:
        raise FirstMarkMissing()
    if any(not LEAST <= mark <= MOST for mark in marks.values()):
        raise MarkOffScale()
    words = told.words.strip()
    if len(words) > MOST_WORDS:
        raise WordsTooLong(most=MOST_WORDS, count=len(words))
    return Told(marks, words, told.field if told.field in fields else "")
