"""The list of dossiers as JSON: the same rows, filters and pages as the page (docs/decisions/lists-as-json.md)."""

from __future__ import annotations

from datetime import date
from typing import Any

from chuan.dossiers.listing import Listed
from chuan.dossiers.models import Dossier
from chuan.dossiers.showing.verdicts import verdict_of
from chuan.rules.working_time import Calendar

LARGEST = 80
"""Rows of one answer at most: what is asked beyond is not given."""


def list_as_json(page: Listed, calendar: Calendar, *, on: date) -> dict[str, Any]:
    """One page of the list. Days are ISO 8601; ``total`` counts up to a bound, ``more`` says that it was reached."""
    return {
        "page": page.number,
        "pages": page.pages,
        "total": page.total,
        "more": page.more,
        "rows": [_row(one, calendar, on) for one in page.rows],
    }


def _row(one: Dossier, calendar: Calendar, on: date) -> dict[str, Any]:
    """What the page shows of a dossier, field by field: no applicant, nothing of the source's other columns."""
    said = verdict_of(one, calendar, on=on)
    return {
        "uid": str(one.uid),
        "code": one.code,
        "procedure_code": one.procedure_code,
        "procedure": one.procedure_name,
        "field": one.field,
        "channel": one.channel,
        "received_on": one.received_on,
        "due_on": one.judged_due_on,
        "due_basis": one.due_basis,
        "settled_on": one.settled_on,
        "status": one.status,
        "verdict": said.words,
        "handler": one.handler.name if one.handler else one.handler_name,
    }
