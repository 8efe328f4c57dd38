"""Which years documents are of: two looks into an index, however many there are."""

from __future__ import annotations

from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast

from chuan.documents.models import Document


def as_text(day: str) -> Cast:
    """The date field ``day`` as ISO text, in which it sorts the same: of thousands of rows few are ever shown."""
    return Cast(day, CharField())


def years_between(rows: QuerySet[Document], day: str) -> list[int]:
    """Every year from the first to the last value of the date field ``day``, newest first; none without a date."""
    days = rows.exclude(**{day: None}).values_list(day, flat=True)
    first, last = days.order_by(day).first(), days.order_by(f"-{day}").first()
    return list(range(last.year, first.year - 1, -1)) if first and last else []
