"""Done with many at once: the collective's opinion after a meeting, a decision with its list. All or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles.ranking import RANKING
from chuan.rules.ranking import Level
from chuan.trail.actions import act
from chuan.workforce import refusals
from chuan.workforce import refusals_ranking as own
from chuan.workforce.actions.ranking import Paper, check_paper
from chuan.workforce.actions.ranking_rounds import lock_round
from chuan.workforce.models import Assessment, RankedElsewhere, RankingRound
from chuan.workforce.permissions import require_keep
from chuan.workforce.ranking.caps import cap_source, caps_of
from chuan.workforce.ranking.clocks import Reminders
from chuan.workforce.ranking.lines import Line, project, write_line
from chuan.workforce.ranking.rights import require_keeper, require_own_unit


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of the collective: its day, how many were there, the minutes."""

    held_on: date
    present: int
    minutes: str


@dataclass(frozen=True, slots=True)
class Opinion:
    """How many agreed with the head's proposal, disagreed, had no opinion; what was said."""

    agreed: int
    against: int
    silent: int = 0
    text: str = ""

    @property
    def sum(self) -> int:
        """Everybody who was counted."""
        return self.agreed + self.against + self.silent


def opine(
    round_: RankingRound,
    meeting: Meeting,
    opinions: Mapping[Assessment, Opinion],
    *,
    by: Viewer,
    at: datetime,
) -> int:
    """Keep the collective's opinion of each; how many. One row that does not add up keeps none.

    Raises ``NotAllowed``, ``NotFound``, ``OwnAssessment``, ``NothingChosen``, ``NobodyPresent``, ``PaperMissing``,
    ``NotYetRanked``, ``OpinionsWrong``, ``WrongMove``, ``RoundOver``.
    """
    require_keep(by)
    require_own_unit(by, round_)
    _check_meeting(meeting, opinions, at)
    lines = {
        one.pk: Line(
            "opine", meeting.held_on, meeting.minutes.strip(), meeting.held_on,
            {"present": meeting.present, "agreed": said.agreed, "against": said.against, "silent": said.silent},
            said.text.strip(),
        )
        for one, said in opinions.items()
    }  # fmt: skip
    return _write("opine", round_, list(opinions), lines, meeting.minutes, by=by, at=at)


def decide(
    round_: RankingRound, paper: Paper, levels: Mapping[Assessment, Level], *, by: Viewer, at: datetime, why: str = ""
) -> int:  # fmt: skip
    """Keep what the signed decision says of each; how many.

    ``why``: the reason where more are outstanding than the share allows. Raises ``NotAllowed``, ``NotFound``,
    ``OwnAssessment``, ``RankedAbove``, ``NothingChosen``, ``PaperMissing``, ``NotYetRanked``, ``OverCap``,
    ``WrongMove``, ``RoundOver``.
    """
    require_keep(by)
    require_own_unit(by, round_)
    check_paper(paper, at)
    if not levels:
        raise own.NothingChosen()
    caps = caps_of(round_, {one.pk: level for one, level in levels.items()})
    if not caps.fits and not why.strip():
        raise own.OverCap(warnings=" ".join(caps.warnings), source=cap_source(round_))
    lines = {
        one.pk: Line(
            "decide", paper.on, paper.number.strip(), paper.on, {"level": level.value},
            why.strip() if level is Level.EXCELLENT and not caps.fits else "",
        )
        for one, level in levels.items()
    }  # fmt: skip
    return _write("decide", round_, list(levels), lines, paper.number, by=by, at=at)


def bring_in_all(
    round_: RankingRound, paper: Paper, body: str, chosen: Sequence[tuple[RankedElsewhere, Assessment]], *,
    by: Viewer, at: datetime,
) -> int:  # fmt: skip
    """Keep the results of files as decided, each for whom a person said it is; how many.

    Raises ``NotAllowed``, ``NotFound``, ``OwnAssessment``, ``NothingChosen``, ``ChosenTwice``, ``PaperMissing``,
    ``NotYetRanked``, ``WrongMove``, ``RoundOver``.
    """
    require_keep(by)
    require_own_unit(by, round_)
    check_paper(paper, at)
    _check_chosen(chosen)
    today = timezone.localtime(at).date()
    lines = {
        one.pk: Line(
            "bring_in", today, paper.number.strip(), paper.on,
            {"level": row.level, "elsewhere": str(row.uid)} | ({"points": row.points} if row.points else {}), body,
        )
        for row, one in chosen
    }  # fmt: skip
    rows = {one.pk: row for row, one in chosen}
    return _write(
        "bring_in", round_, [one for _row, one in chosen], lines, paper.number, by=by, at=at, rows=rows
    )


def _check_chosen(chosen: Sequence[tuple[RankedElsewhere, Assessment]]) -> None:
    if not chosen:
        raise own.NothingChosen()
    seen: set[int] = set()
    for _row, one in chosen:
        if one.pk in seen:
            raise own.ChosenTwice(name=one.official.name)
        seen.add(one.pk)


def _write(
    verb: str, round_: RankingRound, chosen: Sequence[Assessment], lines: Mapping[int, Line], paper: str, *,
    by: Viewer, at: datetime, rows: Mapping[int, RankedElsewhere] | None = None,
) -> int:  # fmt: skip
    for one in chosen:
        require_keeper(by, one)
        if one.round_id != round_.pk or (one.above and rows is None):
            raise own.RankedAbove(name=one.official.name)
    with _together(verb, round_, len(chosen), paper, by=by, at=at) as held:
        reminders = Reminders.of(held.unit, at)
        found = held.assessments.select_for_update(of=("self",)).select_related("official", "round")
        for row in found.filter(pk__in=list(lines)):
            RANKING.next(row.status, verb)
            write_line(row, lines[row.pk], by=by, at=at)
            reminders.keep(project(row))
        for pk, line in (rows or {}).items():
            RankedElsewhere.objects.filter(pk=line.pk).update(assessment_id=pk)
    return len(chosen)


@contextmanager
def _together(
    verb: str, round_: RankingRound, count: int, paper: str, *, by: Viewer, at: datetime
) -> Iterator[RankingRound]:
    subject = Subject("ranking_round", round_.uid)
    with act(f"ranking.{verb}", subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        yield lock_round(round_)
        doing.detail = {"people": count, "document": paper.strip()}


def _check_meeting(meeting: Meeting, opinions: Mapping[Assessment, Opinion], at: datetime) -> None:
    if not opinions:
        raise own.NothingChosen()
    if meeting.present < 1:
        raise own.NobodyPresent(present=meeting.present)
    if not meeting.minutes.strip():
        raise refusals.PaperMissing()
    if meeting.held_on > timezone.localtime(at).date():
        raise own.NotYetRanked(day=meeting.held_on)
    wrong = [
        f"{one.official.name} ({said.agreed} + {said.against} + {said.silent} = {said.sum}, dự họp {meeting.present})"
        for one, said in opinions.items()
        if said.sum != meeting.present or min(said.agreed, said.against, said.silent) < 0
    ]
    if wrong:
        raise own.OpinionsWrong(count=len(wrong), list="; ".join(wrong))
