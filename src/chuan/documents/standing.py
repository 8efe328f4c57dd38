"""Where a reading stands: what was seen when a page was opened, and whether it has changed since."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from chuan.documents.models import Question, Reading
from chuan.rules import decision_text
from chuan.rules.decision_text.types import DecisionReading


def result_of(reading: Reading) -> DecisionReading:
    """The reading with the person's edits."""
    return decision_text.load(reading.result)


def proposed_of(reading: Reading) -> DecisionReading:
    """The machine's reading, as it was."""
    return decision_text.load(reading.proposed)


def mark_of(reading: Reading, questions: Iterable[Question]) -> str:
    """A short digest of the result and the answers: differs when somebody has saved since."""
    answers = [[one.key, one.answer, one.answer_data] for one in questions]
    told = json.dumps([reading.version, reading.status, reading.result, answers], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()[:20]


def data_of(question: Question) -> dict[str, Any]:
    """What was given beside the choice: figures and words by field."""
    return json.loads(question.answer_data) if question.answer_data else {}


def choices_of(question: Question) -> list[tuple[str, str]]:
    """The choices that the reader offers: (value, words)."""
    return [(value, words) for value, words in json.loads(question.choices)]
