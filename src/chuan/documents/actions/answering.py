"""Answering the reader's questions. An answer may be changed until the reading is confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from chuan.documents.actions.editing import Answer, save_draft
from chuan.documents.models import Question
from chuan.people.viewer import Viewer


def answer(
    question: Question, choice: str, data: Mapping[str, str] | None = None, *, by: Viewer, at: datetime
) -> Question:
    """Answer a question, or change the answer; what the answer says of the reading is put into it.

    Raises ``AnswerNotOffered``, ``AnswerMissing``, number and date refusals, ``ReadingAlreadyConfirmed``.
    """
    save_draft(question.reading, {}, {question.key: Answer(choice, data or {})}, by=by, at=at)
    question.refresh_from_db()
    return question
