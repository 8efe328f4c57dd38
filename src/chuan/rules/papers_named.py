"""A paper as a person names it: kind, number, symbol, day. Taken apart, and named anew for the next period."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused
from chuan.rules.vietnamese import read_date

_NAMED = re.compile(
    r"^\s*(?P<kind>[^\W\d][^\d/]{0,80}?)\s+(?:số\s*:?\s*)?(?P<number>\d{1,6})\s*/\s*(?P<symbol>[^\s,;.()]{1,40})"
    r"(?:[\s,]+(?:ngày\s+)?(?P<day>\d{1,2}[/.-]\d{1,2}[/.-]\d{4}))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NamedPaper:
    """ "Báo cáo số 45/BC-UBND ngày 03/09/2021" in its parts; ``day`` None where none was written."""

    kind: str
    number: str
    symbol: str
    day: date | None = None

    def renewed(self, number: str, day: date) -> NamedPaper:
        """The same kind of paper with another number and day."""
        return NamedPaper(self.kind, number.strip(), self.symbol, day)

    @property
    def words(self) -> str:
        """As papers are cited: kind, number with symbol, day (30/2020/NĐ-CP, Điều 8)."""
        on = f" ngày {self.day:%d/%m/%Y}" if self.day else ""
        return f"{self.kind} số {self.number}/{self.symbol}{on}"


def paper_named(text: str) -> NamedPaper | None:
    """The first paper that a note names at its beginning; None where it names none that can be taken apart."""
    found = _NAMED.match(text)
    if found is None:
        return None
    kind = re.sub(r"\s+số$", "", " ".join(found["kind"].split()), flags=re.IGNORECASE)
    return NamedPaper(kind, found["number"], found["symbol"], _day(found["day"])) if kind else None


def _day(written: str | None) -> date | None:
    try:
        return read_date(written) if written else None
    except Refused:
        return None
