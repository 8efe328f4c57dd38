"""What measures over the states of dossiers share: counting, paging, what they lack, what they say beside."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from chuan.clocks.offices import office_of
from chuan.dossiers.measures import coverage, noting
from chuan.dossiers.measures.classifying import Classes, classified, count, page
from chuan.law.values import digest, digest_with
from chuan.offers.measures import Counts, Obstacle, Row, Scope
from chuan.people.models import Unit
from chuan.rules.types import Citation, Period


class StatesMeasure(ABC):
    """A measure that classifies the states of dossiers. Grade B: counted from files of another system."""

    key: str
    version: int
    title: str
    formula: str
    source: Citation
    grade = "B"
    registers: tuple[str, ...] = ("dossiers",)
    case_words = "hồ sơ"
    hit_words: str
    miss_words: str
    needs_end = needs_due = needs_channel = False

    @property
    def law_digest(self) -> str:
        """Which law values the states were judged by."""
        return digest("clocks")

    def law_digest_in(self, scope: Scope) -> str:
        """The same with the values that the unit had set in the place of unverified ones. Two statements."""
        own = office_of(Unit.objects.get(uid=scope.unit_uid)).overrides
        return digest_with(self.law_digest, own, timezone.localtime(scope.as_of).date())

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
        """The classified dossiers in the order of their uids."""
        return page(self.classified(scope), self.classes(scope), after, limit)

    def obstacles(self, scope: Scope) -> tuple[Obstacle, ...]:
        """Days that no file covers, columns that no file has."""
        wanted = coverage.Wanted(end=self.needs_end, due=self.needs_due, channel=self.needs_channel)
        return coverage.obstacles(scope, wanted)

    def reach(self, scope: Scope) -> Period | None:
        """The days from the period's first on that files cover without a gap."""
        return coverage.reach(scope)

    def notes(self, scope: Scope) -> tuple[str, ...]:
        """What the figure rests on, where it is not what one would think."""
        return noting.notes(self.classified(scope), self.classes(scope), dates=self.needs_due)
