"""Rounds of ranking opened, filled with who was in post, closed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone

from chuan.law.ranking import ranking_digest, ranking_law_of
from chuan.offers.subjects import Subject
from chuan.people.models import Official, RoleGrant, Unit
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.rules.ranking import LEADER, Level
from chuan.rules.types import Period
from chuan.trail.actions import act
from chuan.workforce import refusals
from chuan.workforce import refusals_ranking as own
from chuan.workforce.models import Assessment, RankingRound
from chuan.workforce.permissions import require_keep
from chuan.workforce.ranking.clocks import Reminders
from chuan.workforce.ranking.laws import law_text
from chuan.workforce.ranking.lines import Line, project, write_line
from chuan.workforce.ranking.rights import require_own_unit
from chuan.workforce.staff import in_post

STAFF = "staff"
"""The key of the group of officials who lead nobody."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A round as it is typed: its days, the paper that opened it, whether the higher share holds for the body."""

    kind: str
    period: Period
    citation: str
    opened_on: date
    outstanding: bool = False


def open_round(opening: Opening, *, by: Viewer, at: datetime) -> RankingRound:
    """Open the ranking of everybody who was in post in the period, by the law of its last day.

    Raises ``NotAllowed``, ``PaperMissing``, ``PeriodNotBegun``, ``PeriodNotOffered``, ``RoundExists``,
    ``NobodyInPost``, ``RankingLawNotHeld``.
    """
    require_keep(by)
    law, period = ranking_law_of(opening.period), opening.period
    _check(opening, law.by_points, at)
    found = newcomers(by.unit, period, ())
    if not found:
        raise own.NobodyInPost()
    round_ = RankingRound(
        unit=by.unit, kind=opening.kind, starts=period.start, ends=period.end, by_points=law.by_points,
        law_digest=ranking_digest(), outstanding=opening.outstanding, citation=opening.citation.strip(),
        opened_on=opening.opened_on, recorded_at=at,
    )  # fmt: skip
    subject = Subject("ranking_round", round_.uid)
    with act("ranking.open", subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        Unit.objects.select_for_update().get(pk=by.unit.pk)
        _require_free(round_)
        round_.save()
        _add(round_, found, at)
        doing.detail = {
            "period": f"{period.start.isoformat()}/{period.end.isoformat()}", "people": len(found),
            "citation": round_.citation,
        }  # fmt: skip
    return round_


def add_newcomers(round_: RankingRound, *, by: Viewer, at: datetime) -> int:
    """Add who was in post in the period and is not in the round yet; how many.

    Raises ``NotAllowed``, ``NotFound``, ``RoundOver``.
    """
    require_keep(by)
    require_own_unit(by, round_)
    with act(
        "ranking.add", Subject("ranking_round", round_.uid), by=by, unit_uid=by.unit_uid, at=at
    ) as doing:
        held = lock_round(round_)
        there = held.assessments.values_list("official_id", flat=True)
        found = newcomers(held.unit, held.period, there)
        _add(held, found, at)
        doing.detail = {"people": len(found)}
    return len(found)


def rank_unit(round_: RankingRound, level: Level | None, *, by: Viewer, at: datetime) -> RankingRound:
    """Keep which level the unit itself was given; None takes it back. The head is held against it.

    Raises ``NotAllowed``, ``NotFound``, ``RoundOver``.
    """
    require_keep(by)
    require_own_unit(by, round_)
    with act("ranking.unit", Subject("ranking_round", round_.uid), by=by, unit_uid=by.unit_uid, at=at):
        held = lock_round(round_)
        held.unit_level = level.value if level else ""
        held.save(update_fields=["unit_level"])
    return held


def close_round(round_: RankingRound, *, by: Viewer, at: datetime) -> RankingRound:
    """End a round in which everybody has his result; each decided assessment ends with it, and it keeps its law.

    Raises ``NotAllowed``, ``NotFound``, ``RoundOver``, ``StillWaiting``.
    """
    require_keep(by)
    require_own_unit(by, round_)
    today = timezone.localtime(at).date()
    with act(
        "ranking.close", Subject("ranking_round", round_.uid), by=by, unit_uid=by.unit_uid, at=at
    ) as doing:
        held = lock_round(round_)
        rows = list(held.assessments.select_for_update().select_related("official"))
        _require_done(rows)
        decided = [one for one in rows if one.status == "decided"]
        for one in decided:
            write_line(one, Line("close", today), by=by, at=at)
            project(one)
        held.law_kept, held.state = law_text(held), RankingRound.State.CLOSED
        held.save(update_fields=["law_kept", "state"])
        doing.detail = {"people": len(decided)}
    return held


def lock_round(round_: RankingRound) -> RankingRound:
    """The round's row, held until the act ends. Raises ``RoundOver``."""
    held = RankingRound.objects.select_for_update(of=("self",)).select_related("unit").get(pk=round_.pk)
    if held.state == RankingRound.State.CLOSED:
        raise own.RoundOver()
    return held


def newcomers(unit: Unit, period: Period, there: Iterable[int]) -> list[Official]:
    """Officials in post on at least one day of the period who are not there yet."""
    known = set(there)
    return [one.official for one in in_post(unit, period) if one.official.pk not in known]


def _check(opening: Opening, by_points: bool, at: datetime) -> None:
    today = timezone.localtime(at).date()
    if not opening.citation.strip():
        raise refusals.PaperMissing()
    if opening.opened_on > today:
        raise own.NotYetRanked(day=opening.opened_on)
    if opening.period.start > today:
        raise own.PeriodNotBegun(first=opening.period.start)
    if opening.kind != RankingRound.Kind.YEAR and not by_points:
        raise own.PeriodNotOffered()


def _require_free(round_: RankingRound) -> None:
    """A year stands beside its months; months and quarters do not overlap."""
    others = RankingRound.objects.filter(
        unit=round_.unit, starts__lt=round_.ends, ends__gt=round_.starts
    ).order_by("starts")
    is_year = round_.kind == RankingRound.Kind.YEAR
    others = others.filter(kind=round_.kind) if is_year else others.exclude(kind=RankingRound.Kind.YEAR)
    if (other := others.first()) is not None:
        raise own.RoundExists(first=other.starts, last=other.last)


def _add(round_: RankingRound, officials: Sequence[Official], at: datetime) -> None:
    heads = _led(round_)
    rows = [
        Assessment(
            round=round_, official=one, group=LEADER if heads.get(one.pk) else STAFF,
            above=Role.CHAIRMAN.value in heads.get(one.pk, ()),
        )
        for one in officials
    ]  # fmt: skip
    Assessment.objects.bulk_create(rows, batch_size=500)
    reminders = Reminders.of(round_.unit, at)
    for one in rows:
        reminders.keep(one)


def _led(round_: RankingRound) -> dict[int, set[str]]:
    """Who held a leading role of the unit in the period, by official."""
    later = Q(valid_to__isnull=True) | Q(valid_to__gt=round_.starts)
    grants = RoleGrant.objects.filter(
        later, unit=round_.unit, valid_from__lt=round_.ends, official__isnull=False,
        role__in=[Role.CHAIRMAN.value, Role.VICE_CHAIRMAN.value],
    )  # fmt: skip
    found: dict[int, set[str]] = {}
    for official, role in grants.values_list("official_id", "role"):
        found.setdefault(official, set()).add(role)
    return found


def _require_done(rows: Sequence[Assessment]) -> None:
    waiting = [one.official.name for one in rows if one.status not in ("decided", "left_out", "closed")]
    if waiting:
        raise own.StillWaiting(count=len(waiting), names=", ".join(waiting[:5]))
