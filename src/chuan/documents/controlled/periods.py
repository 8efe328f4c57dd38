"""When a controlled document is to be looked at again."""

from __future__ import annotations

from datetime import date

from chuan.clocks.saying import sure_words
from chuan.documents.models import ControlledDocument, Revision
from chuan.documents.updating import months_after
from chuan.law.documents import document_value
from chuan.people.models import Unit, UnitSetting
from chuan.rules.law import Value
from chuan.rules.types import Citation, Sure

KEY = "controlled.review_months"


def practice_of(unit: Unit, on: date) -> Value:
    """The office's months between reviews: its own setting of that key, else the practice the programme assumes."""
    rows = UnitSetting.objects.standing(unit, KEY)
    own = [
        Value(row.value, "month", row.valid_from, None, Citation(number=row.citation), Sure.READ)
        for row in rows
    ]
    return document_value(KEY, on, own)


def said_of(practice: Value) -> str:
    """ "12 tháng (Thông lệ của đơn vị, chưa xác minh)"."""
    return f"{practice.whole} tháng ({practice.citation.number}, {sure_words(practice.sure)})"


def next_review(document: ControlledDocument, revision: Revision, practice: int) -> date | None:
    """The day by which the revision in force is looked at again; None before it was approved."""
    start = revision.last_reviewed_on or revision.effective_from
    months = document.review_months or practice
    return months_after(start, months) if start else None
