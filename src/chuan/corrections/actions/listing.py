"""The unit's own list of causes, by its own document, from a day on."""

from __future__ import annotations

from datetime import date, datetime

from chuan.clocks.actions.settings import add_setting
from chuan.corrections.causes import KEY, listed, made_of, put_down
from chuan.corrections.permissions import require_keep
from chuan.law.causes import causes
from chuan.offers.subjects import Subject
from chuan.people.actions.holding import cited
from chuan.people.models import UnitSetting
from chuan.people.viewer import Viewer
from chuan.trail.actions import act


def set_causes(text: str, *, since: date, citation: str, by: Viewer, at: datetime) -> UnitSetting:
    """Choose from these lines from a day on ("Người: Vắng mà không có người thay"); causes written before stay.

    Raises ``NotAllowed``, ``CitationMissing``, ``NothingChanges``, ``CauseLineUnclear``, ``CauseTwice``,
    ``CausesTooMany``.
    """
    require_keep(by)
    notice = cited(citation)
    value = put_down(made_of(text, (*listed(by.unit, since).causes, *causes(since))))
    with act("correction.causes", Subject("unit", by.unit.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        row = add_setting(by.unit, KEY, value, valid_from=since, citation=notice)
        doing.detail = {"value": value, "since": since.isoformat(), "citation": notice}
    return row
