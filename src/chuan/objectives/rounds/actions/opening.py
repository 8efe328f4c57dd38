"""Opening a round, moving its closing day, calling it off."""

from __future__ import annotations

from datetime import date, datetime

from chuan.clocks import actions as clocks
from chuan.objectives.models import Plan, Round, RoundAsked, RoundLine
from chuan.objectives.refusals import PlanClosed
from chuan.objectives.rounds import refusals
from chuan.objectives.rounds.actions.holding import ASKED, held_open
from chuan.objectives.rounds.making import asked_of, lines_from
from chuan.objectives.rounds.permissions import require_runner
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.rules.refusals import ReasonMissing
from chuan.trail.actions import act


def open_round(plan: Plan, closes_on: date, *, by: Viewer, at: datetime) -> Round:
    """Open the round for the year after the plan: every line proposed as it stands, its owners asked by a day.

    ISO 9001:2015, 6.2.1 (objectives are kept up to date). Raises ``RoundStands``, ``NextYearStands``,
    ``ClosesTooEarly``, ``PlanClosed``, ``NotAllowed``, ``NotFound``.
    """
    require_runner(by, plan.owner_unit_id)
    if plan.status != Plan.Status.STANDING:
        raise PlanClosed()
    if closes_on <= by.on:
        raise refusals.ClosesTooEarly(day=closes_on)
    made = Round(
        unit=plan.owner_unit, owner_unit=plan.owner_unit, year=plan.year + 1, plan=plan, closes_on=closes_on,
        opened_by=by.official, opened_on=by.on, recorded_at=at,
    )  # fmt: skip
    with act("next_year.open", Subject("next_year", made.uid), by=by, unit_uid=by.unit.uid, at=at) as doing:
        _refuse_second(made)
        made.save()
        lines = _saved(lines_from(made, plan))
        asked = asked_of(made, lines)
        RoundAsked.objects.bulk_create(asked)
        _start(made, asked, on=by.on)
        doing.detail = {
            "year": made.year,
            "closes_on": f"{closes_on}",
            "lines": len(lines),
            "owners": len(asked),
        }
    return made


def move_closing(round_: Round, closes_on: date, *, by: Viewer, at: datetime) -> None:
    """Give more, or less, time. Raises ``ClosesTooEarly``, ``RoundFrozen``, ``NotAllowed``."""
    require_runner(by, round_.owner_unit_id)
    if closes_on <= by.on:
        raise refusals.ClosesTooEarly(day=closes_on)
    with act("next_year.move", Subject("next_year", round_.uid), by=by, unit_uid=by.unit.uid, at=at) as doing:
        held = held_open(round_)
        doing.detail = {"before": f"{held.closes_on}", "after": f"{closes_on}"}
        held.closes_on = closes_on
        held.save(update_fields=["closes_on"])
        _start(held, list(held.asked.filter(answered_on=None)), on=by.on)


def call_off(round_: Round, reason: str, *, by: Viewer, at: datetime) -> None:
    """Call an open round off; what was said stays readable. Raises ``ReasonMissing``, ``RoundFrozen``."""
    require_runner(by, round_.owner_unit_id)
    if not reason.strip():
        raise ReasonMissing(act="hủy đợt")
    with act(
        "next_year.call_off", Subject("next_year", round_.uid), by=by, unit_uid=by.unit.uid, at=at
    ) as doing:
        held = held_open(round_)
        held.status, held.reason = Round.Status.CALLED_OFF, reason.strip()
        held.save(update_fields=["status", "reason"])
        clocks.settle_all(ASKED, held.asked.values_list("uid", flat=True), on=by.on)
        doing.detail = {"year": held.year, "reason": held.reason}


def _refuse_second(made: Round) -> None:
    Unit.objects.select_for_update().get(pk=made.owner_unit_id)
    if Round.objects.real().filter(owner_unit=made.owner_unit, year=made.year).exists():
        raise refusals.RoundStands(year=str(made.year))
    if Plan.objects.standing().filter(owner_unit=made.owner_unit, year=made.year).exists():
        raise refusals.NextYearStands(year=str(made.year))


def _saved(lines: list[RoundLine]) -> list[RoundLine]:
    """Objectives first, so that what hangs under them can point to them; a statement a level."""
    for depth in range(1 + max(map(_depth, lines), default=0)):
        level = [one for one in lines if _depth(one) == depth]
        RoundLine.objects.bulk_create(level, batch_size=200)
    return lines


def _depth(line: RoundLine) -> int:
    return 0 if line.parent is None else 1 + _depth(line.parent)


def _start(round_: Round, asked: list[RoundAsked], *, on: date) -> None:
    for one in asked:
        clocks.start(
            Subject(ASKED, one.uid), unit=round_.owner_unit, opened_on=on, due_on=round_.closes_on, post=one.post,
            official=one.official, role=one.role,
        )  # fmt: skip
