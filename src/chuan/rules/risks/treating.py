"""What may be done about a risk or an opportunity, who may leave it as it is, and when it is looked at again."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from enum import StrEnum

from chuan.rules.refusals.risks import (
    AcceptedAboveOnesPlace,
    ActionsOpen,
    BeforeItWasFound,
    BeforeLastScore,
    InFuture,
    LookMovedTooFar,
    LookNotMoved,
    NothingPlanned,
    NotScoredYet,
    ReasonForLeaving,
    ResidualMissing,
    RiskDueBeforePlanned,
    TreatmentOfOthers,
)
from chuan.rules.risks.scales import Level


class Nature(StrEnum):
    """What it is: something that may spoil a result, or that may better it (TCVN ISO 9001:2015, 6.1.1)."""

    RISK = "risk"
    OPPORTUNITY = "opportunity"


class Treatment(StrEnum):
    """What is decided to be done about it."""

    AVOID = "avoid"
    REDUCE = "reduce"
    TRANSFER = "transfer"
    ACCEPT = "accept"
    SEIZE = "seize"
    LEAVE = "leave"


_OF = {
    Nature.RISK: (Treatment.AVOID, Treatment.REDUCE, Treatment.TRANSFER, Treatment.ACCEPT),
    Nature.OPPORTUNITY: (Treatment.SEIZE, Treatment.LEAVE),
}
LEAVING = frozenset({Treatment.ACCEPT, Treatment.LEAVE})
"""Nothing more is done: a reason takes the place of actions."""


def allowed_for(nature: Nature) -> tuple[Treatment, ...]:
    """The treatments of a nature, in the order they are offered."""
    return _OF[nature]


def check_treatment(
    nature: Nature,
    treatment: Treatment,
    level: Level | None,
    *,
    reason: str,
    leads: bool,
    words: tuple[str, str],
) -> None:
    """Whether the treatment may be decided. ``leads``: by who leads the unit; ``words``: what treatment and nature
    are called.

    Raises ``NotScoredYet``, ``TreatmentOfOthers``, ``ReasonForLeaving``, ``AcceptedAboveOnesPlace``.
    """
    if level is None:
        raise NotScoredYet()
    if treatment not in allowed_for(nature):
        raise TreatmentOfOthers(treatment=words[0], nature=words[1])
    if treatment in LEAVING and not reason.strip():
        raise ReasonForLeaving()
    if treatment is Treatment.ACCEPT and level.must_treat and not leads:
        raise AcceptedAboveOnesPlace(level=level.word)


def check_finish(*, done: int, open_: int, residual: bool) -> None:
    """Whether a treatment is over: all that was planned is done or dropped, and what is left of it was scored.

    Raises ``ActionsOpen``, ``NothingPlanned``, ``ResidualMissing``.
    """
    if open_:
        raise ActionsOpen(count=open_)
    if not done:
        raise NothingPlanned()
    if not residual:
        raise ResidualMissing()


def check_due(due: date, *, planned: date) -> None:
    """Raises ``RiskDueBeforePlanned`` when an action would be due before it was planned."""
    if due < planned:
        raise RiskDueBeforePlanned(due=due, planned=planned)


def check_scored_on(day: date, *, found: date, last: date | None, today: date) -> None:
    """Whether a score may be of this day: scores follow one another, none lies ahead.

    Raises ``InFuture``, ``BeforeItWasFound``, ``BeforeLastScore``.
    """
    if day > today:
        raise InFuture(given=day)
    if day < found:
        raise BeforeItWasFound(given=day, found=found)
    if last is not None and day < last:
        raise BeforeLastScore(given=day, last=last)


UNSCORED_MONTHS = 1
"""How long something without a level may wait for one once its day is moved; practice, no act says it."""


def check_look_moved(day: date, *, before: date | None, today: date, months: int) -> None:
    """Whether the next look may be moved to a day: after today, and no later than its level lets a look wait.

    Raises ``LookNotMoved``, ``RiskDueBeforePlanned``, ``LookMovedTooFar``.
    """
    if day == before:
        raise LookNotMoved(day=day)
    if day <= today:
        raise RiskDueBeforePlanned(due=day, planned=today)
    if day > (limit := months_later(today, months)):
        raise LookMovedTooFar(day=day, months=months, limit=limit)


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or its last day where it has none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
