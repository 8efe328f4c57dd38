"""A frozen set on its way to the level above, with the trail told of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

import chuan
from chuan.objectives.models import FigureSet
from chuan.objectives.permissions import require_planner
from chuan.objectives.sets.building import moment
from chuan.objectives.sets.marking import marked, public_key
from chuan.objectives.sets.packet import Code, Sent, packed
from chuan.offers.subjects import Subject
from chuan.people.models import Unit, UnitCode
from chuan.people.viewer import Viewer
from chuan.rules.figure_sets import read_lines
from chuan.trail.actions import act

MEDIA_TYPE = "application/json"


@dataclass(frozen=True, slots=True)
class Exported:
    """The file as handed out."""

    data: bytes
    name: str


def export_set(found: FigureSet, *, by: Viewer, at: datetime) -> Exported:
    """The set as one marked file without personal data; that it left the house stands in the trail.

    Raises ``FigureKeyUnsafe``, and who may not.
    """
    plan = found.plan
    require_planner(by, plan)
    sent = Sent(_codes(plan.owner_unit), moment(at), f"chuan {chuan.__version__}")
    data = packed(read_lines(found.lines), sent, public=public_key(), mark=marked)
    name = f"so-lieu-{plan.year}-{found.on:%Y%m%d}-{found.digest[:8]}.json"
    with act("figure_set.export", Subject("figure_set", found.uid), by=by, unit_uid=plan.owner_unit.uid,
             at=at) as doing:  # fmt: skip
        doing.detail = {
            "file": name, "sha256": hashlib.sha256(data).hexdigest(), "set_digest": found.digest,
        }  # fmt: skip
    return Exported(data, name)


def _codes(unit: Unit) -> tuple[Code, ...]:
    """Every code of the unit with its days: a code without days names nobody."""
    rows = UnitCode.objects.filter(unit=unit).order_by("scheme", "valid_from")
    return tuple(
        Code(
            one.scheme, one.code, one.valid_from.isoformat(), one.valid_to.isoformat() if one.valid_to else ""
        )
        for one in rows
    )
