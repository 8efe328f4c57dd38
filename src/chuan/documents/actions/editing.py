"""Changing what was read. The machine's reading stays in ``proposed``; the person's is ``result``."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from chuan.documents import asking, cells, lines
from chuan.documents.actions.locking import locked, store
from chuan.documents.models import Question, Reading
from chuan.documents.permissions import check_owner, check_reads_in
from chuan.documents.standing import data_of, mark_of, result_of
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules import refusals
from chuan.rules.decision_text.types import DecisionReading
from chuan.trail import actions as trail


@dataclass(frozen=True)
class Answer:
    """A choice and what was given beside it."""

    choice: str
    data: Mapping[str, str] = field(default_factory=dict)


def save_draft(
    reading: Reading,
    typed: Mapping[str, str],
    answers: Mapping[str, Answer] | None = None,
    *,
    by: Viewer,
    at: datetime,
    seen: str = "",
) -> int:
    """Save changed cells (by name, see ``cells``) and answers (by question key) in one act.

    ``seen`` is the mark of the reading when the page was opened. Returns how many values
    changed; nothing is written when none did. Raises ``ReadingChangedMeanwhile``,
    ``FieldsWrong`` (nothing saved), and what ``answer`` raises.
    """
    check_reads_in(by)
    check_owner(by, reading.document)
    if not typed and not answers:
        return 0
    unit_uid = reading.document.owner_unit.uid
    verb = "reading.edit" if typed else "reading.answer"
    with trail.act(verb, Subject("reading", reading.uid), by=by, unit_uid=unit_uid, at=at) as act:
        held = locked(reading, "edit" if typed else "answer")
        questions = {one.key: one for one in held.questions.all()}
        if seen and seen != mark_of(held, questions.values()):
            raise refusals.ReadingChangedMeanwhile()
        before = result_of(held)
        result, wrong = cells.changed(before, typed)
        if wrong:
            raise refusals.FieldsWrong(count=len(wrong))
        told = []
        for key, given in (answers or {}).items():
            result, one = _answered(questions[key], given, result, by, at)
            told.append(one)
        store(held, result, at=at)
        act.detail = {"changes": differences(before, result), "answers": told}
    reading.refresh_from_db()
    return len(act.detail["changes"]) + len(told)


def edit_value(reading: Reading, name: str, text: str, *, by: Viewer, at: datetime) -> int:
    """Change one cell ("f-number", "t-1.4-0-value")."""
    return save_draft(reading, {name: text}, by=by, at=at)


def split_line(reading: Reading, ordinal: str, place: int, *, by: Viewer, at: datetime) -> None:
    """Split a line of the objectives before the code point ``place``. Raises ``LineNotSplit``."""
    _reshape(
        reading,
        "reading.split_line",
        lambda result: lines.split(result, ordinal, place, reading.text),
        by=by,
        at=at,
        line=ordinal,
        place=place,
    )


def join_lines(reading: Reading, ordinal: str, *, by: Viewer, at: datetime) -> None:
    """Join a line with its next sibling. Raises ``LineNotJoined``."""
    _reshape(
        reading,
        "reading.join_lines",
        lambda result: lines.join(result, ordinal, reading.text),
        by=by,
        at=at,
        line=ordinal,
    )


def add_target(reading: Reading, ordinal: str, *, by: Viewer, at: datetime) -> None:
    """Give a line one more target, empty until somebody types it."""
    _reshape(
        reading,
        "reading.add_target",
        lambda result: lines.Moved(lines.with_new_target(result, ordinal), {}),
        by=by,
        at=at,
        line=ordinal,
    )


def drop_target(reading: Reading, ordinal: str, index: int, *, by: Viewer, at: datetime) -> None:
    """Take a target off a line: what was read there is no promise."""
    _reshape(
        reading,
        "reading.drop_target",
        lambda result: lines.Moved(lines.without_target(result, ordinal, index), {}),
        by=by,
        at=at,
        line=ordinal,
        index=index,
    )


def differences(before: DecisionReading, after: DecisionReading) -> list[dict[str, Any]]:
    """The cells that differ, with the text before and after."""
    was, now = cells.cells_of(before), cells.cells_of(after)
    names = [*was, *(name for name in now if name not in was)]
    return [
        {"cell": name, "before": was.get(name, ""), "after": now.get(name, "")}
        for name in names
        if was.get(name, "") != now.get(name, "")
    ]


def _answered(
    question: Question, given: Answer, result: DecisionReading, by: Viewer, at: datetime
) -> tuple[DecisionReading, dict[str, Any]]:
    """Write the answer; return the reading it makes, and what the trail keeps of it."""
    data = asking.checked(question, given.choice, given.data, result)
    before = {"answer": question.answer, "data": data_of(question)}
    result = asking.applied(question, given.choice, data, result)
    question.answer, question.answer_data = given.choice, json.dumps(data, ensure_ascii=False) if data else ""
    question.answered_by, question.answered_at = by.official, at
    question.save()
    return result, {
        "question": question.key,
        "before": before,
        "after": {"answer": given.choice, "data": data},
    }


def _reshape(
    reading: Reading,
    verb: str,
    change: Callable[[DecisionReading], lines.Moved],
    *,
    by: Viewer,
    at: datetime,
    **detail: Any,
) -> None:
    check_reads_in(by)
    check_owner(by, reading.document)
    unit_uid = reading.document.owner_unit.uid
    with trail.act(verb, Subject("reading", reading.uid), by=by, unit_uid=unit_uid, at=at, **detail) as act:
        held = locked(reading, "reshape")
        before = result_of(held)
        moved = change(before)
        store(held, moved.reading, at=at)
        for question in held.questions.filter(about__in=moved.ordinals):
            question.about = moved.ordinals[question.about]
            question.save(update_fields=["about"])
        act.detail |= {"before": _outline(before), "after": _outline(moved.reading)}
    reading.refresh_from_db()


def _outline(reading: DecisionReading) -> list[str]:
    return [f"{line.ordinal}: {line.text[:80]} ({len(line.targets)})" for line in reading.objectives]
