"""Answers to the reader's questions about a new Decision, as they are known from the year before.

Proposed and never confirmed here: a person sees every one on the page of the reading. A choice is carried as it was;
groups put together by hand follow their lines; a mark to compare with is last year's own figure, where it is exact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from chuan.documents import asking
from chuan.documents.models import Question, Reading
from chuan.documents.standing import choices_of, data_of, result_of
from chuan.objectives.models import Objective, Round
from chuan.objectives.rounds.making import kept_rows, lines_of
from chuan.objectives.rounds.results import Known, results_of
from chuan.people.viewer import Viewer
from chuan.rules.next_year import ordinals
from chuan.rules.targets.types import Result, Target
from chuan.rules.targets.values import per
from chuan.rules.vietnamese import written_number

_LABEL = re.compile(r"(\d+(?:\.\d+)*)([a-z]?)")


@dataclass(frozen=True, slots=True)
class Proposed:
    """An answer to put into a question of the new reading."""

    question: Question
    choice: str
    data: Mapping[str, str]


def known_answers(round_: Round, reading: Reading, viewer: Viewer, on: date) -> Iterator[Proposed]:
    """An answer for each open question about a line that was asked of the same line the year before."""
    moved = _places(round_)
    before = {(one.code, moved.get(one.about, "")): one for one in _answered(round_)}
    known: Mapping[int, list[Known]] | None = None
    for question in reading.questions.filter(answered_at=None).exclude(about=""):
        given = before.get((question.code, question.about))
        if given is None:
            continue
        offered = {value for value, _words in choices_of(question)} | {asking.LATER, asking.GIVEN}
        if given.answer not in offered:
            continue
        data: Mapping[str, str] | None = data_of(given)
        if "groups" in (data or {}):
            data = _groups(str(data["groups"]), moved, reading, question.about) if data else None
        elif "base" in (data or {}):
            known = known if known is not None else _known(round_, viewer, on)
            data = _mark(round_, given.about, known)
        if data is not None:
            yield Proposed(question, given.answer, data)


def _answered(round_: Round) -> Iterator[Question]:
    yield from round_.plan.reading.questions.exclude(answer="").exclude(about="")


def _places(round_: Round) -> dict[str, str]:
    """Where a line of this year's plan stands in the new Decision, by its place then."""
    lines = lines_of(round_)
    places = ordinals(kept_rows(lines))
    was = dict(Objective.objects.filter(plan=round_.plan).values_list("pk", "ordinal"))
    return {
        was[one.objective_id]: places[str(one.uid)]
        for one in lines
        if one.objective_id is not None and str(one.uid) in places
    }


def _groups(text: str, moved: Mapping[str, str], reading: Reading, about: str) -> dict[str, str] | None:
    """The groups with their lines' new places; None where some line is in none of them, or their number changed."""
    lines = [_moved(line, moved) for line in text.splitlines()]
    told = [line for line in lines if line]
    labels = [label for line in told for label in line.split(", ")]
    below = asking.labels_below(result_of(reading), about)
    return (
        {"groups": "\n".join(told)} if sorted(labels) == sorted(below) and len(told) == len(lines) else None
    )


def _moved(line: str, moved: Mapping[str, str]) -> str:
    found = (_LABEL.fullmatch(part.strip()) for part in line.split(","))
    return ", ".join(moved[one[1]] + one[2] for one in found if one is not None and one[1] in moved)


def _known(round_: Round, viewer: Viewer, on: date) -> dict[int, list[Known]]:
    return {pk: list(each) for pk, each in results_of(round_.plan, viewer, on).items()}


def _mark(round_: Round, ordinal: str, known: Mapping[int, list[Known]]) -> dict[str, str] | None:
    """ "năm 2021" and what was measured then; None without an exact figure: a person then looks for it."""
    objective = Objective.objects.filter(plan=round_.plan, ordinal=ordinal).first()
    each = known.get(objective.pk, []) if objective is not None else []
    level = next((found for one in each if (found := _level(one)) is not None), None)
    if level is None or "/" in (written := written_number(level)):
        return None
    return {"base": f"năm {round_.plan.year}", "basevalue": written}


def _level(one: Known) -> Fraction | None:
    """The level of the year itself, not its change; None where only the change was measured."""
    indicator = one.line.indicator
    if one.line.result is None or indicator is None or indicator.shape == "growth":
        return None
    return level_of(one.line.rule, one.line.result)


def level_of(rule: Target, result: Result) -> Fraction | None:
    """A share in the target's unit, a level as it is; None for nothing out of nothing."""
    if result.denominator is None:
        return result.numerator
    return result.numerator * per(rule) / result.denominator if result.denominator else None
