"""A round that makes next year's objectives, with one line of the owner's; a kept trial of it."""

from __future__ import annotations

import json
import uuid
from datetime import date, datetime

from chuan.objectives import models as objectives
from chuan.objectives.trying.then import Row, Then
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
    return {"round": round_.uid, "round_line": line.uid, "kept_trial": _kept(objective, owner).uid}


def _kept(objective: objectives.Objective, owner: Official) -> objectives.KeptTrial:
    row = {
        "case": "before",
        "level": "trên 95 %",
        "figure": "–",
        "outcome": "unmeasured",
        "final": False,
        "left": "",
    }
    shown = Then("1", objective.name, (Row(**row),), "", "", PAPER, None, 0, 0)
    meant = {"comparator": "", "level": "97", "upper": "", "rest": "", "going": "none"}
    return make(
        objectives.KeptTrial,
        target=objective.targets.get(),
        meant=json.dumps(meant),
        shown=shown.text,
        by=owner,
    )
