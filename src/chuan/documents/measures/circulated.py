"""Circulated: of the electronic documents issued, those delivered on the network with proof."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from chuan.documents.fields import OUT
from chuan.documents.measures import reasons
from chuan.documents.measures.classifying import Class, Classes, within
from chuan.documents.measures.secret import secret_notes
from chuan.documents.measures.states import StatesMeasure
from chuan.documents.models import Document
from chuan.offers.measures import Obstacle, RowOutcome, Scope
from chuan.rules.types import Citation

_HIT, _MISS, _OUT = RowOutcome.HIT, RowOutcome.MISS, RowOutcome.EXCLUDED
_CLASSES = (
    Class(Q(electronic=False), _OUT, reasons.PAPER),
    Class(Q(circulated="proof"), _HIT),
    Class(Q(circulated="sent"), _MISS, reasons.SENT),
    Class(Q(circulated="paper"), _MISS, reasons.ON_PAPER),
    Class(Q(circulated="none"), _MISS, reasons.NOT_SENT),
    Class(Q(), _OUT, reasons.UNKNOWN_WAY, blind=True),
)


class Circulated(StatesMeasure):
    """Issued electronic documents of which at least one receiver is proven to have got them on the network."""

    key = "documents.circulated"
    version = 1
    title = "Văn bản điện tử được luân chuyển trên mạng, có bằng chứng"
    formula = (
        "Số văn bản điện tử phát hành trong kỳ đã đến ít nhất một nơi nhận trên môi trường mạng, có bằng chứng / số "
        "văn bản điện tử phát hành trong kỳ biết đã gửi thế nào. Không tính bản gốc giấy, văn bản mật."
    )
    source = Citation(number="28/2018/QĐ-TTg", article="gửi, nhận văn bản điện tử")
    registers = (OUT.key,)
    covers, covers_words = OUT.key, "sổ văn bản đi"
    hit_words, miss_words = "luân chuyển trên mạng", "không luân chuyển trên mạng"

    def universe(self, scope: Scope, as_of: datetime | None) -> Q:
        """Issued in the period."""
        return Q(direction=Document.Direction.OUT.value) & within("issued_on", scope.period)

    def classes(self, scope: Scope) -> Classes:
        """In order: on paper, proven, sent, by post, not at all, unknown."""
        return _CLASSES

    def obstacles(self, scope: Scope) -> tuple[Obstacle, ...]:
        """Beside days not covered: files that say of no document how it was sent."""
        found = super().obstacles(scope)
        if found:
            return found
        counts = self.counts(scope)
        if not counts.denominator and counts.blind:
            sentence = "tệp đã nhập không có cột Hình thức gửi, Trạng thái gửi. Xuất lại sổ văn bản đi có hai cột này."
            return (Obstacle("no_way", sentence),)
        return ()

    def notes(self, scope: Scope) -> tuple[str, ...]:
        """Secret ones."""
        return secret_notes(scope)
