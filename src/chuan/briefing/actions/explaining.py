"""What an official says to a line that may come before the head, until the brief is made."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from chuan.briefing import refusals, reminding
from chuan.briefing.models import Brief, Explanation, Foreseen
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound
from chuan.trail.actions import act

VERSIONS = 2
"""Written, and edited once."""


def explain(row: Foreseen, words: str, *, by: Viewer, at: datetime) -> Explanation:
    """Keep his words beside the line. Raises ``NotFound``, ``NoteMissing``, ``BriefMade``, ``ExplainedTwice``."""
    if by.official is None or row.official_id != by.official.pk or row.unit_id != by.unit.pk:
        raise NotFound(thing=_("dòng này"))
    if not words.strip():
        raise refusals.NoteMissing()
    with act("briefs.explain", Subject("brief_foreseen", row.uid), by=by, unit_uid=by.unit_uid, at=at):
        Unit.objects.select_for_update().get(pk=row.unit_id)
        if row.on < by.on or Brief.objects.filter(unit=row.unit, on__gte=row.on).exists():
            raise refusals.BriefMade(on=row.on)
        version = Explanation.objects.filter(foreseen=row).count() + 1
        if version > VERSIONS:
            raise refusals.ExplainedTwice()
        said = Explanation.objects.create(foreseen=row, version=version, words=words.strip(), recorded_at=at)
        reminding.explained(row, by.on)
    return said
