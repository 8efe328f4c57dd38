"""What measures over the states of documents share: counting, paging, what they lack."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from chuan.documents.measures import coverage
from chuan.documents.measures.classifying import Classes, classified, count, page
from chuan.offers.measures import Counts, Obstacle, Row, Scope
from chuan.rules.types import Citation, Period


class StatesMeasure(ABC):
    """A measure that classifies the states of documents.

    Grade B: which documents there are is counted from files of another system, unless Chuẩn keeps the register.
    """

    key: str
    version: int
    title: str
    formula: str
    source: Citation
    grade = "B"
    registers: tuple[str, ...]
    covers: str
    """The register whose files have to speak of the period, and how it is called."""
    covers_words: str
    needs: tuple[tuple[frozenset[str], str], ...] = ()
    case_words = "văn bản"
    hit_words: str
    miss_words: str

    @abstractmethod
    def universe(self, scope: Scope, as_of: datetime | None) -> Q:
        """Which states the measure looks at."""

    @abstractmethod
    def classes(self, scope: Scope) -> Classes:
        """What they count as: the first class whose condition a row meets."""

    def classified(self, scope: Scope, *, live: bool = False) -> QuerySet[Any]:
        """The one queryset. ``live``: the states that stand now, whatever ``scope.as_of`` says."""
        as_of = None if live else scope.as_of
        return classified(scope.unit_uid, self.universe(scope, as_of), self.classes(scope), as_of)

    def counts(self, scope: Scope, *, live: bool = False) -> Counts:
        """The totals, in one statement."""
        return count(self.classified(scope, live=live), self.classes(scope))

    def rows(self, scope: Scope, after: str | None, limit: int) -> Sequence[Row]:
        """The classified documents in the order of their uids."""
        return page(self.classified(scope), self.classes(scope), after, limit)

    def obstacles(self, scope: Scope) -> tuple[Obstacle, ...]:
        """Days that no file covers, columns that no file has."""
        return coverage.obstacles(scope, self.covers, self.covers_words, self.needs)

    def reach(self, scope: Scope) -> Period | None:
        """The days from the period's first on that files cover without a gap."""
        return coverage.reach(scope, self.covers)
