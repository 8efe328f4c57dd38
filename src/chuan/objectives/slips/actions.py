"""A reminder put on record: to which post, of how many figures, on which day. Never its words about a person."""

from __future__ import annotations

from datetime import datetime

from chuan.objectives.permissions import require_own_unit
from chuan.objectives.slips.owing import owing
from chuan.objectives.slips.permissions import require_reminder
from chuan.objectives.slips.refusals import NothingBehind
from chuan.objectives.slips.reminders import Behind, behind
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.trail.actions import act


def note_reminder(key: str, *, by: Viewer, at: datetime) -> Behind:
    """Keep that whoever ``key`` names was reminded today; a second time on one day is the same reminder.

    Raises ``NotAllowed``, ``NothingBehind``.
    """
    require_reminder(by)
    found = behind(by.unit, owing(by.unit, on=by.on, at=at).figures, by.on)
    one = next((some for some in found if some.key == key), None)
    if one is None:
        raise NothingBehind()
    if by.on in one.reminded:
        return one
    plan = one.figures[0].due.plan
    require_own_unit(by, plan.owner_unit_id)
    with act("figures.remind", Subject("plan", plan.uid), by=by, unit_uid=by.unit.uid, at=at) as doing:
        doing.detail = {"to": key, "post": one.address, "figures": len(one.figures), "late": len(one.late)}
    return one
