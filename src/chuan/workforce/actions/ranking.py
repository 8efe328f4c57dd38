"""Steps of one official's ranking: his own words, the head's, an appeal and its answer, what is taken back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from django.utils import timezone

from chuan.law.ranking import RankingLaw
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles.ranking import RANKING
from chuan.rules.ranking import LEVEL_NAMES, Grounds, Level, level_of
from chuan.trail.actions import act
from chuan.workforce import refusals
from chuan.workforce import refusals_ranking as own
from chuan.workforce.actions.ranking_rounds import lock_round
from chuan.workforce.models import Assessment, AssessmentEvent
from chuan.workforce.ranking.clocks import KIND, Reminders
from chuan.workforce.ranking.filled import Filled, Points, Ticks, YearPoints, judge, require_why
from chuan.workforce.ranking.laws import group_names, law_of
from chuan.workforce.ranking.lines import (
    Line,
    last_of,
    project,
    projected,
    standing_lines,
    write_line,
)
from chuan.workforce.ranking.rights import is_own, require_head, require_himself, require_keeper


@dataclass(frozen=True, slots=True)
class HeadSays:
    """The head's assessment: a level; under a law of points also points and the grounds as he knows them."""

    level: Level
    remark: str = ""
    points: Fraction | None = None
    grounds: Grounds | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """The signed paper a result rests on: number and symbol, its day."""

    number: str
    on: date


def self_assess(assessment: Assessment, filled: Filled, *, by: Viewer, at: datetime) -> AssessmentEvent:
    """Hand in one's own assessment.

    Raises ``NotFound``, ``NotOwnAssessment``, ``RankedAbove``, ``AnotherRegime``, what ``filled.judge`` raises,
    ``WrongMove``, ``RoundOver``.
    """
    require_himself(by, assessment)
    if assessment.above:
        raise own.RankedAbove(name=assessment.official.name)
    _require_form(assessment, filled)
    judged = judge(filled, assessment.group, law_of(assessment.round))
    line = Line("self_assess", _today(at), data=judged.data, text=filled.remark.strip(), form=judged.form)
    return _take(assessment, line, by=by, at=at)


def skip_self(assessment: Assessment, reason: str, *, by: Viewer, at: datetime) -> AssessmentEvent:
    """Go on without his own words, with the reason. Raises ``ReasonMissing`` and what rights and stage refuse."""
    require_keeper(by, assessment)
    return _take(assessment, Line("skip_self", _today(at), text=_said(reason)), by=by, at=at)


def return_self(assessment: Assessment, reason: str, *, by: Viewer, at: datetime) -> AssessmentEvent:
    """Give a self-assessment back to be written again, with the reason."""
    require_head(by, assessment)
    return _take(assessment, Line("return", _today(at), text=_said(reason)), by=by, at=at)


def head_assess(assessment: Assessment, says: HeadSays, *, by: Viewer, at: datetime) -> AssessmentEvent:
    """The head's assessment beside the self one; another level than the official proposed wants a word.

    Raises ``NotAllowed``, ``OwnAssessment``, ``RankedAbove``, ``WhyMissing``, ``GroundsMissing``,
    ``PointsBeyondScale``, ``WrongMove``.
    """
    require_head(by, assessment)
    _check_head(assessment, says, law_of(assessment.round))
    data = {"level": says.level.value} | ({"points": str(says.points)} if says.points is not None else {})
    form = {"grounds": _kept(says.grounds)} if says.grounds else None
    line = Line("head_assess", _today(at), data=data, text=says.remark.strip(), form=form)
    return _take(assessment, line, by=by, at=at)


def reconsider(assessment: Assessment, reason: str, *, by: Viewer, at: datetime) -> AssessmentEvent:
    """Give it back to the head after the collective spoke, with the reason."""
    require_keeper(by, assessment)
    return _take(assessment, Line("reconsider", _today(at), text=_said(reason)), by=by, at=at)


def bring_in(
    assessment: Assessment, level: Level, paper: Paper, body: str, *, by: Viewer, at: datetime,
    points: Fraction | None = None,
) -> AssessmentEvent:  # fmt: skip
    """Enter the result that a higher body or another programme gave, by its paper.

    Raises ``NotAllowed``, ``OwnAssessment``, ``PaperMissing``, ``NotYetRanked``, ``WrongMove``.
    """
    require_keeper(by, assessment)
    check_paper(paper, at)
    data = {"level": level.value} | ({"points": str(points)} if points is not None else {})
    line = Line("bring_in", _today(at), paper.number.strip(), paper.on, data, body.strip())
    return _take(assessment, line, by=by, at=at)


def leave_out(assessment: Assessment, reason: str, *, by: Viewer, at: datetime) -> AssessmentEvent:
    """Not ranked this time, with the reason: too short in post, away the whole period."""
    require_keeper(by, assessment)
    return _take(assessment, Line("leave_out", _today(at), text=_said(reason)), by=by, at=at)


def appeal(assessment: Assessment, why: str, *, by: Viewer, at: datetime) -> AssessmentEvent:
    """Disagree with one's own result, with the reason. Raises ``NotOwnAssessment``, ``WrongMove``."""
    require_himself(by, assessment)
    return _take(assessment, Line("appeal", _today(at), text=_said(why)), by=by, at=at)


def answer(
    assessment: Assessment, level: Level | None, paper: Paper, why: str, *, by: Viewer, at: datetime
) -> AssessmentEvent:  # fmt: skip
    """Answer an appeal: keep the level (None), or change it by a new decision.

    Raises ``NotAllowed``, ``OwnAssessment``, ``PaperMissing``, ``ReasonMissing``, ``WrongMove``.
    """
    require_keeper(by, assessment)
    check_paper(paper, at)
    changed = level is not None and level.value != assessment.decided_level
    data = {"level": level.value} if level is not None and changed else None
    verb = "change" if changed else "keep"
    line = Line(verb, _today(at), paper.number.strip(), paper.on, data, _said(why))
    return _take(assessment, line, by=by, at=at)


def regroup(assessment: Assessment, group: str, *, by: Viewer, at: datetime) -> AssessmentEvent:
    """Count him in another group of the law. Raises ``GroupUnknown``, ``WrongMove`` once he wrote about himself."""
    require_keeper(by, assessment)
    if group not in group_names(law_of(assessment.round)):
        raise own.GroupUnknown()
    with _step(assessment, "regroup", by=by, at=at) as held:
        RANKING.next(held.status, "skip_self")
        event = write_line(held, Line("regroup", _today(at), data={"group": group}), by=by, at=at)
        held.group = group
        held.save(update_fields=["group"])
    return event


def void_last(assessment: Assessment, reason: str, *, by: Viewer, at: datetime) -> AssessmentEvent:
    """Take back the last standing step; both lines stay. His own words only he, what others wrote only a keeper.

    Raises ``ReasonMissing``, ``NotTheLast``, ``OwnAssessment``, ``NotAllowed``, ``RoundOver``.
    """
    said = _said(reason)
    last = last_of(standing_lines(assessment), *RANKING.verbs)
    if last is None:
        raise own.NotTheLast()
    if last.verb in ("self_assess", "appeal") and is_own(by, assessment):
        require_himself(by, assessment)
    else:
        require_keeper(by, assessment)
    with _step(assessment, "void", by=by, at=at) as held:
        lines = standing_lines(held)
        if last_of(lines, *RANKING.verbs) != last:
            raise own.NotTheLast()
        projected(one for one in lines if one.pk != last.pk)
        return write_line(held, Line("void", _today(at), text=said), by=by, at=at, voids=last)


def check_paper(paper: Paper, at: datetime) -> None:
    """Raises ``PaperMissing`` without a number, ``NotYetRanked`` for a day to come."""
    if not paper.number.strip():
        raise refusals.PaperMissing()
    if paper.on > _today(at):
        raise own.NotYetRanked(day=paper.on)


@contextmanager
def _step(assessment: Assessment, verb: str, *, by: Viewer, at: datetime) -> Iterator[Assessment]:
    """One step as an act: round and row locked, projected again, the reminder moved; the trail says the step alone."""
    subject = Subject(KIND, assessment.uid)
    with act(f"ranking.{verb}", subject, by=by, unit_uid=by.unit_uid, at=at):
        lock_round(assessment.round)
        held = Assessment.objects.select_for_update(of=("self",)).select_related("round", "official")
        row = held.get(pk=assessment.pk)
        yield row
        Reminders.of(row.round.unit, at).keep(project(row))
    assessment.refresh_from_db()


def _take(assessment: Assessment, line: Line, *, by: Viewer, at: datetime) -> AssessmentEvent:
    with _step(assessment, line.verb, by=by, at=at) as held:
        RANKING.next(held.status, line.verb)
        return write_line(held, line, by=by, at=at)


def _require_form(assessment: Assessment, filled: Filled) -> None:
    round_ = assessment.round
    is_year = round_.kind == round_.Kind.YEAR
    wanted = Ticks if not round_.by_points else YearPoints if is_year else Points
    if not isinstance(filled, wanted):
        raise own.AnotherRegime()


def _check_head(assessment: Assessment, says: HeadSays, law: RankingLaw) -> None:
    if law.by_points and says.points is not None:
        ranked = level_of(says.points, says.grounds or Grounds(), assessment.group, law.values)
        if ranked.asked:
            raise own.GroundsMissing(list=" ".join(ranked.asked))
        require_why(says.level, ranked, says.remark)
    if assessment.self_level and says.level.value != assessment.self_level and not says.remark.strip():
        proposed = LEVEL_NAMES[Level(assessment.self_level)]
        fact = (
            f"{assessment.official.name} tự đề nghị “{proposed}”, anh chị chọn “{LEVEL_NAMES[says.level]}”."
        )
        raise own.WhyMissing(fact=fact)


def _kept(grounds: Grounds) -> dict[str, Any]:
    return {
        "degradation": grounds.degradation, "corruption": grounds.corruption,
        "discipline": grounds.discipline.value if grounds.discipline else None,
    }  # fmt: skip


def _said(text: str) -> str:
    said = " ".join(text.split())
    if not said:
        raise refusals.ReasonMissing()
    return said


def _today(at: datetime) -> date:
    return timezone.localtime(at).date()
