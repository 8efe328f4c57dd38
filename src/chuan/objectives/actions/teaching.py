"""What people teach about the layouts of reports, and what they let be forgotten."""

from __future__ import annotations

from datetime import datetime

from chuan.objectives.actions.reporting import require_some_recorder
from chuan.objectives.models import Indicator, ReportBinding, ReportLine
from chuan.objectives.permissions import require_own_unit
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.trail.actions import act


def teach(line: ReportLine, indicator: Indicator | None, *, unit: str, by: Viewer, at: datetime) -> None:
    """Keep what a person said of these words; an earlier answer gives way. Inside the act that says it."""
    if not line.phrase:
        return
    same = ReportBinding.objects.standing().filter(unit=by.unit, phrase=line.phrase, column=line.column)
    known = same.first()
    if (
        known is not None
        and known.indicator_id == (indicator.pk if indicator else None)
        and known.written_unit == unit
    ):
        return
    same.update(forgotten_at=at)
    ReportBinding.objects.create(
        unit=by.unit, phrase=line.phrase, column=line.column, indicator=indicator, written_unit=unit,
        taught_by=by.official, taught_at=at,
    )  # fmt: skip


def forget_binding(binding: ReportBinding, *, by: Viewer, at: datetime) -> None:
    """Read the words as if nobody had taught them; figures already recorded stay."""
    require_some_recorder(by)
    require_own_unit(by, binding.unit_id)
    with act(
        "report.forget", Subject("report_binding", binding.uid), by=by, unit_uid=by.unit.uid, at=at
    ) as doing:
        ReportBinding.objects.filter(pk=binding.pk, forgotten_at__isnull=True).update(forgotten_at=at)
        doing.detail = {"indicator": binding.indicator.code if binding.indicator else ""}
