"""The table of statistics by field as one would write it by hand in SQL: what the reports are measured against."""

from __future__ import annotations

from datetime import date
from typing import Any

BY_FIELD = """
SELECT field,
  SUM(CASE WHEN received_on >= %(start)s THEN 1 ELSE 0 END),
  SUM(CASE WHEN received_on < %(start)s THEN 1 ELSE 0 END),
  SUM(CASE WHEN settled_on >= %(start)s AND settled_on < %(end)s AND status <> 'withdrawn' THEN 1 ELSE 0 END),
  SUM(CASE WHEN settled_on >= %(start)s AND settled_on < %(end)s AND status <> 'withdrawn' AND outcome = 'early'
      THEN 1 ELSE 0 END),
  SUM(CASE WHEN settled_on >= %(start)s AND settled_on < %(end)s AND status <> 'withdrawn' AND outcome = 'on_time'
      THEN 1 ELSE 0 END),
  SUM(CASE WHEN settled_on >= %(start)s AND settled_on < %(end)s AND status <> 'withdrawn' AND outcome = 'late'
      THEN 1 ELSE 0 END),
  SUM(CASE WHEN settled_on >= %(end)s OR settled_on IS NULL AND status IN ('running', 'waiting', 'unknown')
      THEN 1 ELSE 0 END),
  SUM(CASE WHEN (settled_on >= %(end)s OR settled_on IS NULL AND status IN ('running', 'unknown'))
      AND judged_due_on < %(cut)s AND status <> 'waiting' THEN 1 ELSE 0 END),
  SUM(CASE WHEN status = 'refused' AND settled_on >= %(start)s AND settled_on < %(end)s THEN 1 ELSE 0 END),
  SUM(CASE WHEN status = 'withdrawn' AND settled_on >= %(start)s AND settled_on < %(end)s THEN 1 ELSE 0 END)
FROM dossiers_dossier
WHERE owner_unit_id = %(unit)s AND present AND NOT elsewhere AND received_on < %(end)s
  AND (settled_on >= %(start)s OR settled_on IS NULL AND status IN ('running', 'waiting', 'unknown'))
GROUP BY field
"""
FIGURES = (
    "received", "carried", "solved", "early", "on_time", "late", "running", "running_late", "refused", "withdrawn",
)  # fmt: skip
"""What the columns after the field are; dossiers gone without a day are left out of it, to keep it short."""


def by_hand(unit_id: int, start: date, end: date, cut: date) -> list[tuple[Any, ...]]:
    """Run it. Days are given as text, which both databases compare as dates."""
    from django.db import connection

    given = {"unit": unit_id, "start": start.isoformat(), "end": end.isoformat(), "cut": cut.isoformat()}
    with connection.cursor() as cursor:
        cursor.execute(BY_FIELD, given)
        return cursor.fetchall()


def by_reports(viewer: Any, start: date, end: date, on: date) -> dict[str, Any]:
    """The same table as the page counts it: labels to figures."""
    from chuan.dossiers.reports.asked import Asked, Cut
    from chuan.dossiers.reports.counting import statistics
    from chuan.rules.types import Period

    found = statistics(viewer, Asked(Period(start, end), on, cut=Cut.FIELD))
    return {line.label: line.counted for line in found.lines}
