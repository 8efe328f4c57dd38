"""What measures over the states of petitions share: counting, paging, what they lack, what they say beside."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from chuan.law.petitions import petition_digest
from chuan.offers.measures import Counts, Obstacle, Row, RowOutcome, Scope
from chuan.people.models import Unit
from chuan.petitions.fields import FEEDBACK, PETITIONS
from chuan.petitions.lawful import overrides_of
from chuan.petitions.measures import coverage
from chuan.petitions.measures.classifying import (
    Class,
    Classes,
    Grounds,
    classified,
    count,
    grounds_of,
    local_day,
    page,
)
from chuan.rules.types import Citation, Period
from chuan.ui import formatters as say


class StatesMeasure(ABC):
    """A measure that classifies the states of petitions.

    Grade B: counted from lists of another system; A where the unit has said that Chuẩn keeps the register
    (``grade_in``).
    """

    key: str
    version: int
    title: str
    formula: str
    source: Citation
    grade = "B"
    registers: tuple[str, ...] = (PETITIONS, FEEDBACK)
    case_words = "đơn"
    hit_words: str
    miss_words: str
    wanted, portals = "settled_on", True
    due, done = "due_on", "settled_on"
    """Columns shown with each row: when it was due, when it was done."""

    @property
    def law_digest(self) -> str:
        """Which law values the states were judged by: of the files of petitions."""
        return petition_digest()

    def law_digest_in(self, scope: Scope) -> str:
        """The same with the values that the unit had set in the place of unverified ones. Two statements."""
        return petition_digest(own=overrides_of(_unit(scope)), on=local_day(scope.as_of))

    @abstractmethod
    def universe(self, scope: Scope) -> Q:
        """Which states the measure looks at: each petition once in a period."""

    @abstractmethod
    def classes(self, on: Grounds) -> Classes:
        """What they count as: the first class whose condition a row meets."""

    def grade_in(self, scope: Scope) -> str:
        """A where Chuẩn keeps all it counts, else B."""
        return grounds_of(_unit(scope), scope).grade(portals=self.portals)

    def counts(self, scope: Scope, *, live: bool = False) -> Counts:
        """The totals, in one statement beside those that read the unit and its systems of record."""
        rows, classes = self._classified(scope, live=live)
        return count(rows, classes)

    def rows(self, scope: Scope, after: str | None, limit: int) -> Sequence[Row]:
        """The classified petitions in the order of their uids."""
        rows, classes = self._classified(scope)
        return page(rows, classes, after, limit, due=self.due, done=self.done)

    def obstacles(self, scope: Scope) -> tuple[Obstacle, ...]:
        """Days that no list covers, columns that no list has."""
        return coverage.obstacles(scope, wanted=self.wanted, portals=self.portals)

    def lacking_in(self, lists: coverage.Lists) -> tuple[Obstacle, ...]:
        """The same where the lists were looked at already."""
        return lists.obstacles(self.wanted, portals=self.portals)

    def reach(self, scope: Scope) -> Period | None:
        """The days from the period's first on that lists cover without a gap."""
        return coverage.reach(scope, portals=self.portals)

    def notes(self, scope: Scope) -> tuple[str, ...]:
        """What the figure rests on, where it is not what one would think."""
        rows, classes = self._classified(scope)
        counted = [n for n, one in enumerate(classes) if one.outcome is not RowOutcome.EXCLUDED]
        found = rows.filter(klass__in=counted).aggregate(
            by_source=Count("pk", filter=Q(due_basis="source")), undated=Count("pk", filter=Q(due_basis=""))
        )
        said = {
            "by_source": _(
                "%s đơn chưa có hạn theo quy định của ngày ấy: tính theo hạn thấy lần đầu ở nguồn."
            ),
            "undated": _("%s đơn đã giải quyết mà không có hạn nào để so: tính là đã giải quyết."),
        }
        return tuple(words % say.number(found[key]) for key, words in said.items() if found[key])

    def _classified(self, scope: Scope, *, live: bool = False) -> tuple[QuerySet[Any], Sequence[Class]]:
        unit = _unit(scope)
        classes = self.classes(grounds_of(unit, scope))
        as_of: datetime | None = None if live else scope.as_of
        return classified(unit, self.universe(scope), classes, as_of), classes


def _unit(scope: Scope) -> Unit:
    return Unit.objects.get(uid=scope.unit_uid)
