"""Answered after the reception: of what citizens brought to a reception and was to be answered in the period."""

from __future__ import annotations

from django.db.models import Q

from chuan.offers.measures import RowOutcome, Scope
from chuan.petitions.measures import reasons
from chuan.petitions.measures.classifying import Class, Classes, Grounds, local_day, within
from chuan.petitions.measures.states import StatesMeasure
from chuan.rules.types import Citation

_HIT, _MISS, _OUT = RowOutcome.HIT, RowOutcome.MISS, RowOutcome.EXCLUDED


class RepliedAfterReception(StatesMeasure):
    """Ten working days from the reception to an answer of what becomes of the matter; forwarding it is an answer."""

    key = "petitions.replied_after_reception"
    version = 1
    title = "Tỷ lệ nội dung tiếp công dân được trả lời đúng hạn"
    formula = (
        "Số đơn, nội dung nhận tại buổi tiếp công dân được trả lời trong 10 ngày làm việc / số phải trả lời trong kỳ. "
        "Thụ lý, chuyển, hướng dẫn, từ chối kèm lý do đều là trả lời. Không tính đơn trùng, chưa đến hạn."
    )
    source = Citation(number="42/2013/QH13", article="Điều 28 khoản 1")
    hit_words, miss_words = "trả lời đúng hạn", "trả lời trễ"
    wanted, portals = "channel", False
    registers = ("petitions",)
    due, done = "reply_due_on", "replied_on"

    def universe(self, scope: Scope) -> Q:
        """To be answered by a day of the period."""
        return within("reply_due_on", scope.period)

    def notes(self, scope: Scope) -> tuple[str, ...]:
        """Nothing beside: the ten days are the law's own."""
        return ()

    def classes(self, on: Grounds) -> Classes:
        """In order: not here, not to be judged, not told by its list, answered in time, late, not yet."""
        return (
            Class(Q(repeat=True), _OUT, reasons.REPEAT),
            Class(Q(present=False), _OUT, reasons.GONE),
            Class(on.not_listed, _OUT, reasons.NOT_LISTED),
            Class(Q(status="divided"), _OUT, reasons.DIVIDED),
            Class(~Q(odd=""), _OUT, reasons.ODD, blind=True),
            Class(Q(reply_outcome="untold"), _OUT, reasons.NO_REPLY_COLUMN, blind=True),
            Class(Q(reply_outcome__in=("early", "on_time")), _HIT),
            Class(Q(reply_outcome="late"), _MISS, reasons.ANSWERED_LATE),
            Class(Q(reply_due_on__gte=local_day(on.scope.as_of)), _OUT, reasons.NOT_DUE),
            Class(Q(), _MISS, reasons.NOT_ANSWERED),
        )
