"""Until when documents are brought into line after the act they stand on ended."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from chuan.law.documents import document_value


@dataclass(frozen=True, slots=True)
class Due:
    """The last day, and the act, article and sureness of the rule that gives it."""

    on: date
    law: str


def update_due(ended_on: date) -> Due:
    """Three months from the change, as QĐ 19/2014/QĐ-TTg art 4.4a had it on that day."""
    rule = document_value("qms.update_within", ended_on)
    law = f"{rule.citation.number}, {rule.citation.article} ({rule.sure})"
    return Due(months_after(ended_on, rule.whole), law)


def months_after(start: date, months: int) -> date:
    """The same day so many months on, or the last day of that month where it has no such day."""
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))
