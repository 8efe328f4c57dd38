"""On time: of the incoming documents due in the period, those handled by their day."""

from __future__ import annotations

from datetime import datetime

from django.db.models import F, Q

from chuan.documents.fields import HANDLING, IN
from chuan.documents.measures import coverage, reasons
from chuan.documents.measures.classifying import Class, Classes, last_day, within
from chuan.documents.measures.states import StatesMeasure
from chuan.documents.models import Document
from chuan.offers.measures import Obstacle, RowOutcome, Scope
from chuan.rules.types import Citation, Period

_HIT, _MISS, _OUT = RowOutcome.HIT, RowOutcome.MISS, RowOutcome.EXCLUDED


class IncomingOnTime(StatesMeasure):
    """Of the incoming documents whose day fell in the period, those done by it; what is not due yet stays out."""

    key = "documents.incoming_on_time"
    version = 1
    title = "Văn bản đến được giải quyết đúng hạn"
    formula = (
        "Số văn bản đến có hạn trong kỳ đã giải quyết xong không sau hạn / số văn bản đến có hạn trong kỳ, trừ văn bản "
        "chưa tới hạn. Văn bản không giao hạn không tính."
    )
    source = Citation(number="30/2020/NĐ-CP", article="Điều 24")
    registers = (IN.key, HANDLING.key)
    covers, covers_words = IN.key, "sổ văn bản đến"
    hit_words, miss_words = "đúng hạn", "trễ hạn"

    def universe(self, scope: Scope, as_of: datetime | None) -> Q:
        """Due in the period."""
        return Q(direction=Document.Direction.IN.value) & within("due_on", scope.period)

    def classes(self, scope: Scope) -> Classes:
        """In order: done in time, done late, overdue, not due yet."""
        done = Q(done_on__isnull=False)
        return (
            Class(done & Q(done_on__lte=F("due_on")), _HIT),
            Class(done, _MISS, reasons.LATE),
            Class(Q(due_on__lt=last_day(scope)), _MISS, reasons.OVERDUE),
            Class(Q(), _OUT, reasons.NOT_YET),
        )

    def obstacles(self, scope: Scope) -> tuple[Obstacle, ...]:
        """Days that neither register covers; no document with a day."""
        found = coverage.obstacles(scope, self._followed(scope), self.covers_words)
        if found:
            return found
        counts = self.counts(scope)
        if not counts.denominator and not counts.excluded:
            sentence = "không văn bản đến nào có hạn trong kỳ. Nhập sổ Tình hình xử lý có cột Thời hạn."
            return (Obstacle("no_due", sentence),)
        return ()

    def reach(self, scope: Scope) -> Period | None:
        """As far as one of the two registers covers the days."""
        return coverage.reach(scope, self._followed(scope))

    def _followed(self, scope: Scope) -> str:
        """The register that reaches further: the one of handling alone is enough."""
        reaches = {key: coverage.reach(scope, key) for key in self.registers}
        start = scope.period.start
        return max(self.registers, key=lambda key: found.end if (found := reaches[key]) else start)
