"""By the book: of the sampled dossiers that somebody other than the handler checked, those done as the steps say."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from chuan.dossiers.measures import reasons
from chuan.dossiers.measures.classifying import Class, counts_of, number_of
from chuan.dossiers.models import SampleItem
from chuan.offers.measures import Counts, Obstacle, Row, RowOutcome, Scope
from chuan.offers.subjects import Subject
from chuan.rules.types import Citation
from chuan.rules.wording import said

_CLASSES = (
    Class(Q(verdict="by_the_book"), RowOutcome.HIT),
    Class(Q(verdict="faulty"), RowOutcome.MISS, reasons.FAULTY),
    Class(Q(), RowOutcome.EXCLUDED, reasons.UNCHECKED),
)


class ByTheBook:
    """Checked items of the samples drawn of the period; each as its last check before the cut left it.

    Grade A: the checks are kept here. It speaks of the sample alone ("29/30 hồ sơ kiểm tra"), never of all dossiers.
    """

    key = "dossiers.by_the_book"
    version = 1
    title = "Hồ sơ giải quyết đúng quy trình, trong số hồ sơ kiểm tra"
    formula = (
        "Số hồ sơ kiểm tra đúng quy trình / số hồ sơ đã kiểm tra, trong các mẫu lấy ngẫu nhiên của kỳ. "
        "Chỉ nói về hồ sơ được kiểm tra."
    )
    grade = "A"
    source = Citation(number="01/2018/TT-VPCP", article="Điều 8 khoản 1: quy trình nội bộ")
    registers: tuple[str, ...] = ("dossiers",)
    case_words, hit_words, miss_words = "hồ sơ", "đúng quy trình", "sai sót"
    sample_words = "hồ sơ kiểm tra"
    mend = ("Lấy mẫu kiểm tra", "/ho-so/so-lieu/kiem-tra/")

    def _items(self, scope: Scope) -> QuerySet[Any]:
        later = SampleItem.objects.filter(
            sample=OuterRef("sample"), dossier=OuterRef("dossier"), version__gt=OuterRef("version"),
            recorded_at__lte=scope.as_of,
        )  # fmt: skip
        items = SampleItem.objects.filter(
            ~Exists(later), recorded_at__lte=scope.as_of, sample__unit__uid=scope.unit_uid,
            sample__period_start__gte=scope.period.start, sample__period_end__lte=scope.period.end,
        )  # fmt: skip
        return items.annotate(klass=number_of(_CLASSES))

    def counts(self, scope: Scope) -> Counts:
        """The totals, in one statement."""
        grouped = self._items(scope).order_by().values_list("klass").annotate(n=Count("pk"))
        return counts_of({_CLASSES[klass]: n for klass, n in grouped})

    def rows(self, scope: Scope, after: str | None, limit: int) -> Sequence[Row]:
        """The items in the order of their uids."""
        items = self._items(scope).order_by("uid").annotate(code=F("dossier__code"))
        if after is not None:
            items = items.filter(uid__gt=uuid.UUID(after))
        told = items.values_list("uid", "code", "klass", "checked_on")[:limit]
        return [_row(uid, code, _CLASSES[klass], on) for uid, code, klass, on in told]

    def obstacles(self, scope: Scope) -> tuple[Obstacle, ...]:
        """Nothing drawn, or nothing checked yet."""
        items = self._items(scope)
        if items.filter(klass__lt=len(_CLASSES) - 1).exists():
            return ()
        if items.exists():
            return (Obstacle("unchecked", _("mẫu của kỳ đã lấy nhưng chưa kiểm tra hồ sơ nào.")),)
        return (Obstacle("no_sample", _("chưa lấy mẫu hồ sơ nào của kỳ để kiểm tra.")),)

    def notes(self, scope: Scope) -> tuple[str, ...]:
        """That it is a sample."""
        return (_("Chỉ nói về hồ sơ được kiểm tra, không phải tỷ lệ của tất cả hồ sơ."),)


def _row(uid: uuid.UUID, code: str, found: Class, on: object) -> Row:
    checked = f"kiểm tra {said(on)}" if on else "chưa kiểm tra"
    return Row(Subject("sample_item", uid), found.outcome, found.reason, facts=(code, checked))
