"""Solved, and solved in time: of the petitions within the ward's competence that were due in the period."""

from __future__ import annotations

from django.db.models import Q

from chuan.offers.measures import RowOutcome, Scope
from chuan.petitions.measures import reasons
from chuan.petitions.measures.classifying import Class, Classes, Grounds, local_day, never_counted, within
from chuan.petitions.measures.states import StatesMeasure
from chuan.rules.petitions import Kind
from chuan.rules.types import Citation

_HIT, _MISS, _OUT = RowOutcome.HIT, RowOutcome.MISS, RowOutcome.EXCLUDED
_OPEN = Q(settled_on__isnull=True)
_ACCEPTED_FIRST = Q(kind__in=(Kind.COMPLAINT, Kind.DENUNCIATION), accepted_on__isnull=True)


class _DueInPeriod(StatesMeasure):
    """A petition belongs to the period of ``counted_on``: of the day it was solved and its due day the earlier one.

    So each counts once, whatever the period, and solving in January what was due in December mends no December.
    What has neither day yet stands, uncounted, in the period it was received in.
    """

    def universe(self, scope: Scope) -> Q:
        """By the day that counts; by receipt where there is none yet."""
        undated = Q(counted_on__isnull=True) & within("received_on", scope.period)
        return within("counted_on", scope.period) | undated

    def _open(self, scope: Scope) -> tuple[Class, ...]:
        """What is not solved: suspended, not yet accepted, without a day to hold it against, not yet due."""
        return (
            Class(_OPEN & Q(status="suspended"), _OUT, reasons.SUSPENDED),
            Class(_OPEN & Q(due_on__gte=local_day(scope.as_of)), _OUT, reasons.NOT_DUE),
            Class(_OPEN & Q(due_on__isnull=True) & _ACCEPTED_FIRST, _OUT, reasons.NOT_ACCEPTED),
            Class(_OPEN & Q(due_on__isnull=True), _OUT, reasons.NO_LIMIT),
            Class(_OPEN, _MISS, reasons.OVERDUE),
        )


class Resolved(_DueInPeriod):
    """Of the petitions due (or solved before they were due) in the period, those solved by its end."""

    key = "petitions.resolved"
    version = 1
    title = "Tỷ lệ đơn thư thuộc thẩm quyền được giải quyết"
    formula = (
        "Số đơn thuộc thẩm quyền đã giải quyết xong trước khi hết kỳ / số đơn thuộc thẩm quyền đã giải quyết hoặc đến "
        "hạn trong kỳ. Không tính đơn đã chuyển, hướng dẫn, trả lại, lưu, đơn trùng, đơn chưa đến hạn, đang tạm đình "
        "chỉ, chưa có hạn."
    )
    source = Citation(
        number="154/2026/NĐ-CP", article="Điều 27; Luật Khiếu nại, Điều 28; Luật Tố cáo, Điều 30"
    )
    hit_words, miss_words = "giải quyết xong", "để tồn"

    def classes(self, on: Grounds) -> Classes:
        """In order: never counted, not to be judged, solved by the end, solved after it, open."""
        return (
            *never_counted(on),
            Class(~Q(odd=""), _OUT, reasons.ODD, blind=True),
            *self._open(on.scope),
            Class(Q(settled_on__lt=on.scope.period.end), _HIT),
            Class(Q(), _MISS, reasons.AFTER_PERIOD),
        )


class OnTime(_DueInPeriod):
    """The same petitions: those solved on or before their due day."""

    key = "petitions.on_time"
    version = 1
    title = "Tỷ lệ đơn thư thuộc thẩm quyền giải quyết đúng hạn"
    formula = (
        "Số đơn thuộc thẩm quyền giải quyết trước hạn và đúng hạn / số đơn thuộc thẩm quyền đã giải quyết hoặc đến hạn "
        "trong kỳ. Hạn là hạn theo quy định, cộng gia hạn đúng luật; phản ánh chưa có hạn theo quy định thì theo hạn "
        "của hệ thống nguồn."
    )
    source = Citation(number="Luật Khiếu nại 2011", article="Điều 28; Luật Tố cáo 2018, Điều 30")
    hit_words, miss_words = "đúng hạn", "trễ"

    def classes(self, on: Grounds) -> Classes:
        """In order: never counted, not to be judged, open, in time, late, without a day."""
        return (
            *never_counted(on),
            Class(~Q(odd=""), _OUT, reasons.ODD, blind=True),
            *self._open(on.scope),
            Class(Q(outcome__in=("early", "on_time")), _HIT),
            Class(Q(outcome="late"), _MISS, reasons.LATE),
            Class(Q(), _OUT, reasons.UNJUDGED, blind=True),
        )
