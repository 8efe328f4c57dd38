"""What a question of the reader asks for, what an answer must hold, and what it changes in the reading. Pure.

Every question may be left "chưa quyết, để sau": that is an answer too, named and trailed,
and what hangs on it stays unmeasured.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.documents import target_cells
from chuan.documents.cells import with_field
from chuan.documents.lines import line_of
from chuan.documents.models import Question
from chuan.documents.standing import choices_of
from chuan.rules.decision_text.types import DecisionReading, Line
from chuan.rules.refusals import AnswerMissing, AnswerNotOffered, GroupsMiscounted, TextTooLongForField
from chuan.rules.targets.types import Quantity
from chuan.rules.types import Span
from chuan.rules.vietnamese import parse_number, read_date

LATER = "later"
GIVEN = "given"
LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Box:
    """A field beside the choices. ``reads`` checks what was typed; an empty needed box refuses the answer."""

    name: str
    label: str | Promise
    hint: str | Promise = ""
    needed: bool = False
    reads: Callable[[str], Any] = str
    lines: bool = False


NUMBER_BOX = Box("number", _("số của văn bản"), needed=True)
DATE_BOX = Box("date", _("ngày ban hành"), _("như 19/02/2021"), needed=True, reads=read_date)
SIGNER_BOX = Box("signer.name", _("họ tên người ký"), needed=True)
LEVEL_BOX = Box("value", _("mức phải đạt"), _("để trống nếu chỉ cần giảm hoặc tăng"), reads=parse_number)
BASE_BOX = Box("base", _("so với"), _("như năm 2020"), needed=True)
BASE_VALUE_BOX = Box("basevalue", _("mức của kỳ so sánh"), reads=parse_number)
WORDS_BOX = Box("words", _("câu trả lời"), needed=True, lines=True)

_OF_DOCUMENT = {
    "number_missing": NUMBER_BOX,
    "date_missing": DATE_BOX,
    "date_impossible": DATE_BOX,
    "number_seen": NUMBER_BOX,
    "date_seen": DATE_BOX,
    "signer_missing": SIGNER_BOX,
}
_BLANK = {
    "number_missing": ("blank", _("Chưa có số, giữ trống")),
    "date_missing": ("blank", _("Chưa có ngày, giữ trống")),
    "signer_missing": ("blank", _("Chưa có họ tên, giữ trống")),
}
_GIVEN = {
    "number_missing": _("Ghi số"),
    "date_missing": _("Ghi ngày"),
    "date_impossible": _("Ghi ngày đúng"),
    "signer_missing": _("Ghi họ tên"),
    "decrease_without_figure": _("So với một mức đã biết"),
    "growth_without_figure": _("So với một mức đã biết"),
}
BY_HAND = frozenset({"written", "chosen"})
"""Choices that count by groups put together by hand (``objectives`` reads them from "groups")."""


def choices(question: Question) -> list[tuple[str, str | Promise]]:
    """The choices shown: those of the reader, or "keep blank" and one to fill in; then "để sau"."""
    offered: list[tuple[str, str | Promise]] = list(choices_of(question))
    if not offered:
        blank = _BLANK.get(question.code)
        given = (GIVEN, _GIVEN.get(question.code, _("Điền câu trả lời")))
        offered = [blank, given] if blank else [given]
    known = {value for value, _words in offered}
    return offered if LATER in known else [*offered, (LATER, _("Chưa quyết, để sau"))]


def words_of(question: Question) -> str:
    """The chosen answer in words."""
    return str(dict(choices(question)).get(question.answer, question.answer))


def boxes(question: Question, result: DecisionReading) -> Sequence[Box]:
    """The fields beside the choices, by what the question is about."""
    if question.code in _OF_DOCUMENT:
        return (_OF_DOCUMENT[question.code],)
    offered = {value for value, _words in choices_of(question)}
    if offered & BY_HAND:
        labels = ", ".join(labels_below(result, question.about))
        hint = _("mỗi dòng một chỉ tiêu; số đo cùng chỉ tiêu ghi cùng dòng: %(labels)s") % {"labels": labels}
        return (Box("groups", _("ghép tay (nếu tính theo văn bản ghi)"), hint, lines=True),)
    if offered:
        return ()
    line = line_of(result, question.about) if question.about else None
    return (
        (LEVEL_BOX, BASE_BOX, BASE_VALUE_BOX)
        if line is not None and _changing(line) is not None
        else (WORDS_BOX,)
    )


def labels_below(result: DecisionReading, ordinal: str) -> list[str]:
    """The labels of the targets below a line: "1.1", "1.4a", "1.4b"."""
    return [
        line.ordinal + (chr(ord("a") + index) if len(line.targets) > 1 else "")
        for line in result.objectives
        if line.ordinal.startswith(f"{ordinal}.")
        for index in range(len(line.targets))
    ]


def checked(
    question: Question, choice: str, data: Mapping[str, str], result: DecisionReading
) -> dict[str, str]:
    """What was given, boxes that belong to the choice only. Raises what is missing or unreadable."""
    if choice not in {value for value, _words in choices(question)}:
        raise AnswerNotOffered()
    if choice != GIVEN and choice not in BY_HAND:
        return {}
    given = {}
    for box in boxes(question, result):
        text = _tidy(str(data.get(box.name, "")), box)
        if text:
            _readable(box, text, question, result)
            given[box.name] = text
        elif box.needed:
            raise AnswerMissing(field=str(box.label))
    return given


def applied(
    question: Question, choice: str, given: Mapping[str, str], result: DecisionReading
) -> DecisionReading:
    """The reading with what the answer says put in."""
    span = Span(question.span_start, question.span_end)
    for name in ("number", "date", "signer.name"):
        if name in given:
            result = with_field(result, name, given[name], span=span)
    line = line_of(result, question.about) if question.about else None
    return _with_change(result, line, given) if line is not None and given else result


def _tidy(text: str, box: Box) -> str:
    if not box.lines:
        return " ".join(text.split())
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def _readable(box: Box, text: str, question: Question, result: DecisionReading) -> None:
    box.reads(text)
    if len(text) > LONGEST:
        raise TextTooLongForField(characters=len(text), limit=LONGEST)
    if box.name == "groups":
        wanted = _promised_count(result, question.about)
        if wanted is not None and len(text.splitlines()) != wanted:
            raise GroupsMiscounted(groups=len(text.splitlines()), wanted=wanted)


def _promised_count(result: DecisionReading, ordinal: str) -> int | None:
    line = line_of(result, ordinal)
    counts = [target.n for target in line.targets if target.quantity is Quantity.K_OF_N] if line else []
    return counts[0] if counts else None


def _changing(line: Line) -> int | None:
    """The place of the line's first growth or decrease."""
    for index, target in enumerate(line.targets):
        if target.quantity in (Quantity.GROWTH, Quantity.DECREASE):
            return index
    return None


def _with_change(result: DecisionReading, line: Line, given: Mapping[str, str]) -> DecisionReading:
    place = _changing(line)
    parts = {name: text for name, text in given.items() if name in target_cells.PARTS}
    if place is None or not parts:
        return result
    made, _wrong = target_cells.with_texts(line.targets[place], parts)
    targets = (*line.targets[:place], made, *line.targets[place + 1 :])
    lines = tuple(replace(one, targets=targets) if one is line else one for one in result.objectives)
    return replace(result, objectives=lines)
