"""Whether the system was kept going in a year: yes only when every dated proof is there (objective 2)."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.conformity.proofs import KIND, ProofShown, proofs_of
from chuan.offers import measures
from chuan.offers.few_rows import page_of
from chuan.offers.measures import Counts, Obstacle, Row, RowOutcome, Scope, tally
from chuan.people.models import Unit
from chuan.rules.conformity import share
from chuan.rules.types import Citation, Period

REGISTER = "self_checks"
"""Kept self-checks and confirmations: a further one is told as an import is, so that the year is measured anew."""


class Maintained:
    """Five proofs of a year, each a row that weighs a fifth: all of them together are 1, which is "yes".

    Nothing is counted for a year of which the system holds no proof at all: then nobody knows.
    """

    key = "conformity.maintained"
    version = 1
    title = "Hệ thống quản lý chất lượng được duy trì, cải tiến trong năm"
    formula = (
        "Đạt khi trong năm có đủ: đánh giá nội bộ đã báo cáo, xem xét của lãnh đạo đã ký đủ đầu vào, người đứng đầu "
        "xác nhận hiệu lực, lần tự kiểm tra đã lưu gần nhất không có điều trái quy định, tài liệu có hiệu lực. "
        "Thiếu một là chưa."
    )
    grade = "A"
    source = Citation(number="19/2014/QĐ-TTg", article="Điều 4")
    registers = (REGISTER,)
    case_words, hit_words, miss_words = "bằng chứng", "có", "chưa có"
    mend = (later("Xem còn thiếu gì"), "/phu-hop/")

    def counts(self, scope: Scope) -> Counts:
        """The totals: a tally of five rows."""
        return tally(self._rows(scope))

    def rows(self, scope: Scope, after: str | None, limit: int) -> Sequence[Row]:
        """The proofs in the order of the uids of what shows them."""
        return page_of(self._rows(scope), after, limit)

    def obstacles(self, scope: Scope) -> tuple[Obstacle, ...]:
        """Not a whole year, or a year of which nothing is known."""
        if not _is_year(scope.period):
            return (Obstacle("not_year", _("việc duy trì hệ thống chỉ xét được theo năm tròn.")),)
        if not _proofs(scope):
            year = scope.period.start.year
            return (Obstacle("nothing_known", _("năm %s chưa có bằng chứng nào trong Chuẩn.") % year),)
        return ()

    def _rows(self, scope: Scope) -> list[Row]:
        proofs = _proofs(scope) if _is_year(scope.period) else []
        weight = share([one.proof for one in proofs]) if proofs else None
        return [
            Row(
                one.subject, RowOutcome.HIT if one.proof.is_there else RowOutcome.MISS, one.proof.why,
                weight, (one.title,),
            )
            for one in proofs
            if weight is not None
        ]  # fmt: skip


def _proofs(scope: Scope) -> list[ProofShown]:
    """Those of the year; none where the system holds nothing of what is done in it. Documents alone prove no year."""
    unit = Unit.objects.get(uid=scope.unit_uid)
    found = proofs_of(unit, scope.period.start.year, scope.as_of)
    return found if any(one.subject.kind != KIND for one in found) else []


def _is_year(period: Period) -> bool:
    return period == Period.year(period.start.year)


def register() -> None:
    """Offer it; called when the programme starts."""
    measures.register(_MAINTAINED)


_MAINTAINED = Maintained()
