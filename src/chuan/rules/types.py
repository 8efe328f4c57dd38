"""The small frozen values that every rule speaks in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Sure(StrEnum):
    """How sure a fact of law is: its text was read, reported by others, or is not verified."""

    READ = "read"
    REPORTED = "reported"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """A half-open range [start, end) of code points in the stored extracted text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """A half-open range of days [start, end): the month of March is (1 March, 1 April)."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise ValueError(f"not a period: [{self.start}, {self.end})")

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end

    def holds(self, other: Period) -> bool:
        """Whether every day of ``other`` is also a day of this period."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Period) -> bool:
        """Whether the two periods share at least one day."""
        return self.start < other.end and other.start < self.end

    @property
    def days(self) -> int:
        """Number of calendar days."""
        return (self.end - self.start).days

    @classmethod
    def year(cls, year: int) -> Period:
        """The calendar year, 1 January to 31 December."""
        return cls(date(year, 1, 1), date(year + 1, 1, 1))

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """One calendar month; ``month`` is 1 to 12."""
        after = date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1)
        return cls(date(year, month, 1), after)


@dataclass(frozen=True, slots=True)
class Citation:
    """The act that a value or a deadline comes from, and the place in it."""

    number: str
    symbol: str = ""
    on: date | None = None
    issuer: str = ""
    article: str = ""
