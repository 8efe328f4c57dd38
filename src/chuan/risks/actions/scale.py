"""The unit's own scale, by its own document, from a day on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from chuan.clocks.actions.settings import add_setting
from chuan.offers.subjects import Subject
from chuan.people.actions.holding import cited
from chuan.people.models import UnitSetting
from chuan.people.viewer import Viewer
from chuan.risks.permissions import require_keep
from chuan.risks.scale import KEY, made_of, put_down
from chuan.rules.risks import Step
from chuan.trail.actions import act


def set_scale(
    likelihood: Sequence[Step], effect: Sequence[Step], bounds: Sequence[int], months: Sequence[int], *,
    since: date, citation: str, by: Viewer, at: datetime,
) -> UnitSetting:  # fmt: skip
    """Score by this scale from a day on; what was scored before keeps the words of its own.

    Raises ``NotAllowed``, ``CitationMissing``, ``NothingChanges``, and the refusals of a scale.
    """
    require_keep(by)
    notice = cited(citation)
    made_of(likelihood, effect, bounds, months, since)
    value = put_down(likelihood, effect, bounds, months)
    with act("risk.scale", Subject("unit", by.unit.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        row = add_setting(by.unit, KEY, value, valid_from=since, citation=notice)
        doing.detail = {"value": value, "since": since.isoformat(), "citation": notice}
    return row
