"""Answers of a survey counted by question and by field of work; what is small hidden from who looks from above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from chuan.rules.surveys import Line, counted, few
from chuan.rules.surveys.counting import SATISFIED_FROM
from chuan.satisfaction.forms import MARKS
from chuan.satisfaction.models import Survey, SurveyAnswer
from chuan.satisfaction.models.surveys import SurveyQuerySet
from chuan.ui import formatters as say

HIT = Q(answers__mark__gte=SATISFIED_FROM)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many answered one survey, how many of them are satisfied; ``hidden``: too few for this reader."""

    survey: Survey
    answers: int
    hits: int
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """How often a mark was given; None where that is not shown to this reader."""

    words: str
    count: int | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A line of the table: its cells with the best mark first, the share in words."""

    line: Line
    best_first: tuple[Cell, ...]
    share: str


@dataclass(frozen=True, slots=True)
class Results:
    """One survey whole: its lines by question, by way, by field."""

    tally: Tally
    lines: tuple[Shown, ...]
    ways: tuple[tuple[str, int], ...]
    fields: tuple[tuple[str, int, int], ...]


def tallies(surveys: SurveyQuerySet, least: int) -> list[Tally]:
    """Each survey with its answers and how many are satisfied; one statement."""
    rows = surveys.annotate(n=Count("answers"), yes=Count("answers", filter=HIT))
    return [_tally(one, one.n, one.yes, least) for one in rows.order_by("-starts", "-pk")]


def results_of(survey: Survey, least: int) -> Results:
    """Everything countable of a survey; one statement. Ways and fields are not told to who looks from above."""
    rows = list(survey.answers.values_list("marks", "mark", "way", "field"))
    hits = sum(1 for _marks, mark, _way, _field in rows if mark >= SATISFIED_FROM)
    lines = counted(survey.questions, [marks for marks, *_rest in rows], least=least)
    tally = _tally(survey, len(rows), hits, least)
    return Results(
        tally,
        tuple(_shown(one) for one in lines),
        () if least else _ways(rows),
        () if least else _fields(rows),
    )


def _shown(line: Line) -> Shown:
    counts: list[int | None] = list(line.counts) or [None for _mark in MARKS]
    cells = tuple(Cell(str(words), counts[mark - 1]) for mark, words in MARKS)
    return Shown(
        line, cells, say.share(line.hits, line.answered) if line.answered and not line.hidden else ""
    )


def _tally(survey: Survey, n: int, yes: int, least: int) -> Tally:
    hidden = any(few(one, least) for one in (n, yes, n - yes))
    return Tally(survey, 0 if few(n, least) else n, 0 if hidden else yes, hidden)


def _ways(rows: Sequence[Any]) -> tuple[tuple[str, int], ...]:
    return tuple(
        (str(SurveyAnswer.Way(way).label), count)
        for way in SurveyAnswer.Way
        if (count := sum(1 for row in rows if row[2] == way))
    )


def _fields(rows: Sequence[Any]) -> tuple[tuple[str, int, int], ...]:
    """(field, satisfied, answers), by name; answers that named none are left out."""
    found: dict[str, list[int]] = {}
    for _marks, mark, _way, field in rows:
        if field:
            line = found.setdefault(field, [0, 0])
            line[0] += mark >= SATISFIED_FROM
            line[1] += 1
    return tuple((field, yes, n) for field, (yes, n) in sorted(found.items()))
