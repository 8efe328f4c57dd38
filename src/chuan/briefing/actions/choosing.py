"""The head chooses the hour, the readers and what comes first."""

from __future__ import annotations

from datetime import datetime

from chuan.briefing import refusals
from chuan.briefing.choices import KEY, Choice
from chuan.briefing.permissions import require_set
from chuan.clocks.actions.settings import add_setting
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.trail.actions import act

CITATION = "Chủ tịch chọn trong Chuẩn"


def choose_brief(choice: Choice, *, by: Viewer, at: datetime, citation: str = "") -> None:
    """Keep a choice from today on. Raises ``NotAllowed``, ``NobodyReads``, ``NothingChanges``."""
    require_set(by)
    if not choice.readers:
        raise refusals.NobodyReads()
    subject = Subject("unit", by.unit.uid)
    detail = {"hour": f"{choice.hour:%H:%M}" if choice.on else "tắt"}
    with act("briefs.choose", subject, by=by, unit_uid=by.unit_uid, at=at, **detail):
        add_setting(by.unit, KEY, choice.text, valid_from=by.on, citation=citation.strip() or CITATION)
