"""A whole sheet as one form sends it: only lines somebody changed are answers, each upon the version it was shown with.

Names of fields end with the number of the question: ``verdict_12``, ``notes_12``, ``evidence_12``, ``base_12``, and
``keep_12`` where two people wrote and one chooses.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chuan.audits.actions.answering import LONGEST, Arriving, Meanwhile
from chuan.audits.answers import words_of
from chuan.audits.models import Answer, ChecklistItem
from chuan.rules.audits import Typed, both

MINE, THEIRS, BOTH = "mine", "theirs", "both"


@dataclass(frozen=True, slots=True)
class Line:
    """A question as a page shows it: what stands in its fields, upon which version, and what somebody else wrote."""

    item: ChecklistItem
    words: Typed
    base: int
    answer: Answer | None = None
    meanwhile: Answer | None = None


def typed_at(data: Mapping[str, str], number: int) -> Typed:
    """The words in the fields of one question."""
    verdict = data.get(f"verdict_{number}", "")
    return Typed(
        verdict if verdict in Answer.Verdict.values else "", _text(data, f"notes_{number}"),
        _text(data, f"evidence_{number}"),
    )  # fmt: skip


def base_at(data: Mapping[str, str], number: int) -> int:
    """The version the fields were shown with; 0 for none, and for what is no number."""
    told = data.get(f"base_{number}", "")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 7 else 0


def key_of(data: Mapping[str, str], item: ChecklistItem, typed: Typed) -> uuid.UUID:
    """The same form sent twice has the same keys."""
    told = data.get("form_key", "")
    try:
        space = uuid.UUID(told)
    except ValueError:
        space = uuid.uuid4()
    return uuid.uuid5(space, f"{item.uid}/{typed!r}")


def arriving(
    data: Mapping[str, str], items: Iterable[ChecklistItem], versions: Mapping[tuple[int, int], Answer]
) -> list[Arriving]:
    """Answers the form brings: lines whose words differ from those they were shown with."""
    found = []
    for item in items:
        if f"base_{item.ordinal}" not in data:
            continue
        typed, base = typed_at(data, item.ordinal), base_at(data, item.ordinal)
        typed, base = _chosen(data, item, typed, base, versions)
        if typed != words_of(versions.get((item.pk, base))):
            found.append(Arriving(item, typed, base, key_of(data, item, typed)))
    return found


def _chosen(
    data: Mapping[str, str],
    item: ChecklistItem,
    typed: Typed,
    base: int,
    versions: Mapping[tuple[int, int], Answer],
) -> tuple[Typed, int]:
    """Where one chose between two: the words kept, upon the version that was shown beside them."""
    seen = base_at({f"base_{item.ordinal}": data.get(f"seen_{item.ordinal}", "")}, item.ordinal)
    standing = words_of(versions.get((item.pk, seen)))
    match data.get(f"keep_{item.ordinal}", ""):
        case "mine":
            return typed, seen
        case "theirs":
            return standing, seen
        case "both":
            return both(standing, typed), seen
    return typed, base


def lines(
    items: Iterable[ChecklistItem], answers: Mapping[int, Answer], data: Mapping[str, str] | None = None,
    meanwhile: Iterable[Meanwhile] = (),
) -> list[Line]:  # fmt: skip
    """The sheet as it stands; with ``data``, fields hold what was typed, and lines of ``meanwhile`` show both."""
    between = {one.arriving.item.pk: one for one in meanwhile}
    return [_line(item, answers.get(item.pk), data, between.get(item.pk)) for item in items]


def _line(
    item: ChecklistItem, answer: Answer | None, data: Mapping[str, str] | None, between: Meanwhile | None
) -> Line:
    version = answer.version if answer else 0
    if between is not None:
        return Line(item, between.arriving.typed, between.arriving.base, answer, between.standing)
    if data is not None and f"base_{item.ordinal}" in data:
        return Line(item, typed_at(data, item.ordinal), base_at(data, item.ordinal), answer)
    return Line(item, words_of(answer), version, answer)


def _text(data: Mapping[str, str], name: str) -> str:
    return data.get(name, "").replace("\r\n", "\n").strip()[:LONGEST]
