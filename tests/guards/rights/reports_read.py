"""A report dropped for its figures, one of them the owner's; and what was taught about its words."""

from __future__ import annotations

import json
import uuid
from datetime import datetime

from chuan.files.models import Blob
from chuan.objectives import models as objectives
from chuan.people.models import Official
from tests.guards.rights.making import make


def report_read(
    indicator: objectives.Indicator, blob: Blob, owner: Official, now: datetime
) -> dict[str, uuid.UUID]:
    """A report with one figure that has a question, and one binding."""
    unit = indicator.unit
    report = make(
        objectives.ReportRead, unit=unit, blob=blob, state="open", text="x 96/100", by=owner, recorded_at=now
    )
    line = make(
        objectives.ReportLine, report=report, position=1, indicator=indicator, state="proposed", span_start=2,
        span_end=8, said_start=0, said_end=8, how="words", numerator="96", denominator="100", stage="official",
        asked=json.dumps([{"code": "period_missing", "facts": {}}]),
    )  # fmt: skip
    binding = make(objectives.ReportBinding, unit=unit, indicator=indicator, taught_by=owner, taught_at=now)
    return {"report_read": report.uid, "report_line": line.uid, "report_binding": binding.uid}
