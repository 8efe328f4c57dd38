"""Words past their date, kind by kind: whose they are, and what still holds them. A bounded number of statements."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from typing import Any

from django.db.models import Max, Q, QuerySet
from django.utils.timezone import localdate

from chuan.people.viewer import Viewer
from chuan.rules.keeping import Circumstance, Held, latest
from chuan.rules.types import Period
from chuan.workforce.keeping.kinds import ABSENCE, ASSESSMENT, TITLE_FACT
from chuan.workforce.models import (
    Absence,
    Assessment,
    AssessmentEvent,
    AssessmentWords,
    Candidate,
    RankingRound,
    TitleFact,
    TitleRound,
)

Units = Collection[int]
Rows = tuple[QuerySet[Any], Q]
"""Every row of a table, and the condition on those that have no words anyway."""


@dataclass(frozen=True, slots=True)
class PastRecord:
    """One row with words past its date. ``held``: why it stays all the same; None: it may go."""

    table: str
    pk: int
    official: int
    held: Held | None


@dataclass(frozen=True, slots=True)
class _Found:
    table: str
    pk: int
    official: int
    ended: date
    round_open: bool


def past(kind: str, by: Viewer, before: date) -> list[PastRecord]:
    """Rows of a kind whose work ended before the day, of the viewer's unit and those that went into it."""
    found = [one for one in _FINDERS[kind](by.unit_ids, before) if one.ended < before]
    if not found:
        return []
    appealing = _appealing(by.unit_ids)
    own = by.official.pk if by.official is not None else 0
    return [
        PastRecord(
            one.table, one.pk, one.official,
            Circumstance(one.round_open, one.official in appealing, one.official == own).held,
        )
        for one in found
    ]  # fmt: skip


def kept(kind: str, unit_ids: Units) -> tuple[int, int]:
    """How many rows of a kind have words, and of how many they were blanked."""
    rows = _ROWS[kind](unit_ids)
    standing = sum(_standing(one).count() for one in rows)
    return standing, sum(one.exclude(purged_at=None).count() for one, _empty in rows)


def _assessments(unit_ids: Units, before: date) -> Sequence[_Found]:
    """Work ends with the round's last day or the assessment's last line, whichever is later."""
    line = "event__assessment__"
    rows = _standing(_words(unit_ids)).filter(**{f"{line}round__ends__lte": before})
    lines = AssessmentEvent.objects.filter(
        assessment__round__unit_id__in=unit_ids, assessment__round__ends__lte=before
    )
    last = dict(lines.values_list("assessment_id").annotate(Max("occurred_on")))
    told = rows.values_list(
        "pk", f"{line}official_id", f"{line}round__ends", f"{line}pk", f"{line}round__state"
    )
    return [
        _Found(
            "words", pk, official, latest([ends - timedelta(days=1), last.get(assessment)]) or ends,
            state == RankingRound.State.OPEN,
        )
        for pk, official, ends, assessment, state in told
    ]  # fmt: skip


def _absences(unit_ids: Units, before: date) -> Sequence[_Found]:
    rows = _standing(_away(unit_ids)).filter(valid_to__lte=before)
    open_ = _open_periods(unit_ids)
    return [
        _Found(
            "absence", pk, official, end - timedelta(days=1),
            any(Period(start, end).overlaps(one) for one in open_),
        )
        for pk, official, start, end in rows.values_list("pk", "official_id", "valid_from", "valid_to")
    ]  # fmt: skip


def _title_facts(unit_ids: Units, before: date) -> Sequence[_Found]:
    """Work ends with the year, or when it was said that every decision of it is there; open till then."""
    asked = ("pk", "official_id", "round__year", "round__concluded_at")
    told = (
        (table, one)
        for table, rows in (("fact", _facts(unit_ids)), ("candidate", _candidates(unit_ids)))
        for one in _standing(rows).filter(round__year__lt=before.year).values_list(*asked)
    )
    return [
        _Found(
            table, pk, official,
            latest([date(year, 12, 31), localdate(concluded) if concluded else None]) or before,
            concluded is None,
        )
        for table, (pk, official, year, concluded) in told
    ]  # fmt: skip


_FINDERS = {ASSESSMENT: _assessments, ABSENCE: _absences, TITLE_FACT: _title_facts}


def _words(unit_ids: Units) -> Rows:
    return AssessmentWords.objects.filter(event__assessment__round__unit_id__in=unit_ids), Q(text="", form="")


def _away(unit_ids: Units) -> Rows:
    return Absence.objects.filter(unit_id__in=unit_ids), Q(pk=None)


def _facts(unit_ids: Units) -> Rows:
    return TitleFact.objects.filter(round__unit_id__in=unit_ids), Q(document="")


def _candidates(unit_ids: Units) -> Rows:
    rows = Candidate.objects.filter(round__unit_id__in=unit_ids, official__isnull=False)
    return rows, Q(why_void="")


_ROWS: Mapping[str, Callable[[Units], list[Rows]]] = {
    ASSESSMENT: lambda units: [_words(units)],
    ABSENCE: lambda units: [_away(units)],
    TITLE_FACT: lambda units: [_facts(units), _candidates(units)],
}


def _standing(rows: Rows) -> QuerySet[Any]:
    every, empty = rows
    return every.filter(purged_at=None).exclude(empty)


def _appealing(unit_ids: Units) -> frozenset[int]:
    rows = Assessment.objects.filter(round__unit_id__in=unit_ids, status="appealed")
    return frozenset(rows.values_list("official_id", flat=True))


def _open_periods(unit_ids: Units) -> list[Period]:
    ranked = RankingRound.objects.filter(unit_id__in=unit_ids, state=RankingRound.State.OPEN)
    titles = TitleRound.objects.filter(unit_id__in=unit_ids, concluded_at=None)
    years = (Period.year(year) for year in titles.values_list("year", flat=True))
    return list(chain((Period(*one) for one in ranked.values_list("starts", "ends")), years))
