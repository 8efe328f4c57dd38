"""What a judgment of an outside provider needs; the result is a person's, never counted from the answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from chuan.rules.refusals.providers import (
    JudgedBeforeListed,
    JudgedInFuture,
    NextLookWrong,
    NothingJudged,
    ProviderEvidenceMissing,
    ResultAgainstAnswers,
    ResultUnexplained,
)

MOST_DAYS = 366
"""Days until a provider is judged anew: at least once a year (practice of this house)."""


class Met(StrEnum):
    """How a criterion was met."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    UNSEEN = "unseen"


class Result(StrEnum):
    """What follows."""

    KEEP = "keep"
    MEND = "mend"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing looked at."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One criterion judged, with a word on what was seen."""

    criterion: Criterion
    met: Met
    note: str = ""


def check_evaluation(
    answers: Sequence[Answer], result: Result, *, why: str, evidence: str, on: date, next_on: date, listed: date,
    today: date,
) -> None:  # fmt: skip
    """A judgment rests on something seen, its result is explained, its next day is within a year.

    Raises ``NothingJudged``, ``ResultAgainstAnswers`` (going on as before although a criterion was not met),
    ``ResultUnexplained``, ``ProviderEvidenceMissing``, ``JudgedInFuture``, ``JudgedBeforeListed``, ``NextLookWrong``.
    """
    if on > today:
        raise JudgedInFuture(given=on)
    if on < listed:
        raise JudgedBeforeListed(given=on, listed=listed)
    if all(one.met is Met.UNSEEN for one in answers):
        raise NothingJudged()
    failed = [one.criterion.words for one in answers if one.met is Met.NO]
    if failed and result is Result.KEEP:
        raise ResultAgainstAnswers(which="; ".join(failed))
    if result is not Result.KEEP and not why.strip():
        raise ResultUnexplained()
    if not evidence.strip():
        raise ProviderEvidenceMissing()
    if not on < next_on or (next_on - on).days > MOST_DAYS:
        raise NextLookWrong(given=next_on, judged=on)


def is_due(last: date | None, listed: date, *, on: date, limit: date) -> bool:
    """Whether nothing was judged since ``limit``, a year before the day; a new provider has the same year."""
    return max(last or listed, listed) < limit <= on
