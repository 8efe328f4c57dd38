"""A round that makes next year's objectives, with one line of the owner's."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from chuan.objectives import models as objectives
from chuan.people.models import Official
from tests.guards.rights.making import make
from tests.people import PAPER


def coming(
    plan: objectives.Plan, objective: objectives.Objective, owner: Official, now: datetime
) -> dict[str, uuid.UUID]:
    """An open round, its line said something of, its owner asked."""
    round_ = make(
        objectives.Round, unit=plan.owner_unit, owner_unit=plan.owner_unit, year=plan.year + 1, plan=plan,
        closes_on=date(2099, 12, 20), opened_by=owner, opened_on=date(2021, 12, 6), recorded_at=now,
    )  # fmt: skip
    line = make(
        objectives.RoundLine, round=round_, objective=objective, position=1, text=objective.text,
        owner_official=owner, said=1,
    )  # fmt: skip
    make(objectives.RoundSaying, line=line, seq=1, kind="comment", reason=PAPER, by=owner, recorded_at=now)
    make(objectives.RoundAsked, round=round_, official=owner)
    return {"round": round_.uid, "round_line": line.uid}
