"""Two frozen sets of the plan's figures, the second after the first."""

from __future__ import annotations

import uuid

from chuan.objectives.models import FigureSet, Plan
from chuan.people.models import Official
from tests.guards.rights.making import make
from tests.objectives.sets.made import a_set


def frozen_sets(plan: Plan, owner: Official) -> dict[str, uuid.UUID]:
    """The later one: it has another to be compared with."""
    held = a_set()
    given = {"plan": plan, "by": owner, "lines": held.text, "digest": held.digest}
    first = make(FigureSet, name="Kỳ họp giữa năm", **given)
    return {"figure_set": make(FigureSet, name="Kỳ họp cuối năm", after=first, **given).uid}
