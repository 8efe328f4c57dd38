"""Signed: of the electronic documents issued, those on which both signatures were verified."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.documents.fields import OUT
from chuan.documents.measures import reasons
from chuan.documents.measures.classifying import Class, Classes, within
from chuan.documents.measures.secret import secret_notes
from chuan.documents.measures.states import StatesMeasure
from chuan.documents.models import Document, TrustItem
from chuan.offers.measures import Counts, Obstacle, RowOutcome, Scope
from chuan.rules.types import Citation
from chuan.ui import formatters as say

_HIT, _MISS, _OUT = RowOutcome.HIT, RowOutcome.MISS, RowOutcome.EXCLUDED
_CLASSES = (
    Class(Q(electronic=False), _OUT, reasons.PAPER),
    Class(Q(person=""), _OUT, reasons.UNCHECKED, blind=True),
    Class(Q(person="passed", agency="passed"), _HIT),
    Class(Q(person="failed") | Q(agency="failed"), _MISS, reasons.BROKEN),
    Class(Q(person="none", agency="none"), _MISS, reasons.UNSIGNED),
    Class(Q(person="none"), _MISS, reasons.NO_PERSON),
    Class(Q(agency="none"), _MISS, reasons.NO_AGENCY),
    Class(Q(), _OUT, reasons.INTACT, blind=True),
)


class Signed(StatesMeasure):
    """Issued electronic documents whose authorised person's and agency's signatures both verify.

    A document nobody could check is not counted for the unit and not against it: it is blind, and said so. A
    signature that is intact but whose certificate leads to no declared root is blind as well: "signed" means
    that it is known by whom (NĐ 30/2020/NĐ-CP Điều 5; Phụ lục I, II.8: both signatures make the original).
    """

    key = "documents.signed"
    version = 1
    title = "Văn bản điện tử đi được ký số đủ, đã xác minh"
    formula = (
        "Số văn bản điện tử phát hành trong kỳ có chữ ký số của người có thẩm quyền và của cơ quan, cả hai đều xác "
        "minh được / số văn bản điện tử phát hành trong kỳ đã kiểm tra được. Không tính bản gốc giấy, văn bản mật."
    )
    source = Citation(number="30/2020/NĐ-CP", article="Điều 5; Phụ lục I")
    registers = (OUT.key,)
    covers, covers_words = OUT.key, "sổ văn bản đi"
    hit_words, miss_words = "ký số đủ", "thiếu chữ ký số hợp lệ"

    def universe(self, scope: Scope, as_of: datetime | None) -> Q:
        """Issued in the period."""
        return Q(direction=Document.Direction.OUT.value) & within("issued_on", scope.period)

    def classes(self, scope: Scope) -> Classes:
        """In order: on paper, unchecked, both verified, something wrong, something missing, only intact."""
        return _CLASSES

    def obstacles(self, scope: Scope) -> tuple[Obstacle, ...]:
        """Beside days not covered: no file checked at all; signatures that lead to no declared root."""
        found = super().obstacles(scope)
        if found:
            return found
        counts = self.counts(scope)
        intact = counts.blind.get(reasons.INTACT, 0)
        if intact and not _trusts(scope):
            return (
                Obstacle("no_trust", _no_trust(intact), (_("Khai báo tin cậy"), reverse("documents:trust"))),
            )
        if not counts.denominator and counts.blind:
            return (
                Obstacle(
                    "unchecked", _unchecked(intact), (_("Kiểm tra chữ ký"), reverse("documents:signatures"))
                ),
            )
        return ()

    def notes(self, scope: Scope) -> tuple[str, ...]:
        """How many could not be judged, and secret ones."""
        counts = self.counts(scope)
        blind = counts.blind
        told = [_bounds(counts)] if blind and counts.denominator else []
        told += [
            _("%(n)s văn bản chưa có tệp đã ký để kiểm tra, không tính vào đâu.") % {"n": say.number(n)}
            for n in (blind.get(reasons.UNCHECKED, 0),)
            if n
        ]
        told += [
            _("%(n)s văn bản còn nguyên vẹn sau khi ký nhưng chưa xác minh được chứng thư số.")
            % {"n": say.number(n)}
            for n in (blind.get(reasons.INTACT, 0),)
            if n
        ]
        return (*told, *secret_notes(scope))


def _bounds(counts: Counts) -> str:
    """Between which shares the truth lies, were those that nobody could judge all missed, or all hit."""
    unknown = sum(counts.blind.values())
    whole = counts.denominator + unknown
    low, high = counts.numerator / whole, (counts.numerator + unknown) / whole
    return _("Nếu kể cả văn bản chưa kiểm tra được, tỷ lệ thật nằm trong khoảng từ %(low)s đến %(high)s.") % {
        "low": say.percent(low * 100), "high": say.percent(high * 100),
    }  # fmt: skip


def _trusts(scope: Scope) -> bool:
    """Whether the unit had declared a root certificate when the cut was made."""
    rows = TrustItem.objects.filter(
        unit__uid=scope.unit_uid, kind=TrustItem.Kind.ANCHOR, recorded_at__lte=scope.as_of
    )
    return rows.filter(Q(ended_at__isnull=True) | Q(ended_at__gt=scope.as_of)).exists()


def _no_trust(intact: int) -> str:
    return _(
        "%(n)s văn bản còn nguyên vẹn sau khi ký nhưng đơn vị chưa khai báo chứng thư gốc tin cậy. "
        "Khai báo ở Chữ ký số, mục Tin cậy."
    ) % {"n": say.number(intact)}


def _unchecked(intact: int) -> str:
    if intact:
        return _("chưa xác minh được chứng thư số của văn bản nào trong kỳ. Xem lý do ở Chữ ký số.")
    return _("chưa kiểm tra tệp đã ký nào của kỳ. Thả các tệp PDF đã ký ở Chữ ký số.")
