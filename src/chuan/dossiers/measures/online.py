"""Handed in online, of what was received."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from chuan.dossiers.measures import reasons
from chuan.dossiers.measures.classifying import NOT_OURS, Class, Classes, within
from chuan.dossiers.measures.states import StatesMeasure
from chuan.offers.measures import RowOutcome, Scope
from chuan.rules.types import Citation


class Online(StatesMeasure):
    """Of the dossiers received in the period, those handed in online."""

    key = "dossiers.online"
    version = 1
    title = "Tỷ lệ hồ sơ nộp trực tuyến"
    formula = "Số hồ sơ nộp trực tuyến / số hồ sơ tiếp nhận trong kỳ mà tệp có ghi hình thức nộp."
    source = Citation(
        number="766/QĐ-TTg", article="Bộ chỉ số phục vụ người dân, doanh nghiệp: dịch vụ trực tuyến"
    )
    hit_words, miss_words = "nộp trực tuyến", "không nộp trực tuyến"
    needs_channel = True

    def universe(self, scope: Scope, as_of: datetime | None) -> Q:
        """Received in the period."""
        return within("received_on", scope.period)

    def classes(self, scope: Scope) -> Classes:
        """Online, in another way, or not said."""
        return (
            *NOT_OURS,
            Class(Q(channel="online"), RowOutcome.HIT),
            Class(Q(channel=""), RowOutcome.EXCLUDED, reasons.NO_CHANNEL, blind=True),
            Class(Q(), RowOutcome.MISS, reasons.NOT_ONLINE),
        )
