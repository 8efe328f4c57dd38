"""Acknowledged: of those who were to confirm by a day of the period that they know a document, those who did."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from chuan.documents.measures import reasons
from chuan.documents.measures.classifying import Class, Classes, counts_of, last_day, number_of
from chuan.documents.models import Acknowledgement, MustKnow
from chuan.offers.measures import Counts, Obstacle, Row, RowOutcome, Scope
from chuan.offers.subjects import Subject
from chuan.rules.types import Citation
from chuan.rules.wording import said


class Acknowledged:
    """One row a person and a version. Grade A: who confirmed what is kept here."""

    key = "documents.acknowledged"
    version = 1
    title = "Lượt phải nắm vững văn bản đã được xác nhận"
    formula = (
        "Số lượt cán bộ đã xác nhận nắm vững văn bản có hạn trong kỳ / số lượt phải xác nhận có hạn trong kỳ. Lượt "
        "chưa tới hạn mà chưa xác nhận, lượt không còn phải xác nhận thì không tính."
    )
    grade = "A"
    source = Citation(number="TCVN ISO 9001:2015", article="7.3; 7.5.3")
    registers: tuple[str, ...] = ("acknowledgements",)
    case_words, hit_words, miss_words = "lượt", "xác nhận", "sót xác nhận"
    mend = ("Nhắc người chưa xác nhận", "/van-ban/nam-vung/")

    def _classes(self, scope: Scope) -> Classes:
        over = Q(released_at__lte=scope.as_of) | Q(dissemination__ended_at__lte=scope.as_of)
        return (
            Class(Q(confirmed=True), RowOutcome.HIT),
            Class(over, RowOutcome.EXCLUDED, reasons.RELEASED),
            Class(Q(wanted_on__lt=last_day(scope)), RowOutcome.MISS, reasons.NOT_CONFIRMED),
            Class(Q(), RowOutcome.EXCLUDED, reasons.NOT_YET),
        )

    def _people(self, scope: Scope) -> QuerySet[Any]:
        said_so = Acknowledgement.objects.filter(
            must_know=OuterRef("pk"), verb="confirmed", recorded_at__lte=scope.as_of
        )
        wanted = Coalesce("dissemination__due_on", "dissemination__started_on")
        rows = MustKnow.objects.filter(dissemination__unit__uid=scope.unit_uid, recorded_at__lte=scope.as_of)
        rows = rows.annotate(wanted_on=wanted, confirmed=Exists(said_so))
        rows = rows.filter(wanted_on__gte=scope.period.start, wanted_on__lt=scope.period.end)
        return rows.annotate(klass=number_of(self._classes(scope)))

    def counts(self, scope: Scope) -> Counts:
        """The totals, in one statement."""
        classes = self._classes(scope)
        grouped = self._people(scope).order_by().values_list("klass").annotate(n=Count("pk"))
        return counts_of({classes[klass]: n for klass, n in grouped})

    def rows(self, scope: Scope, after: str | None, limit: int) -> Sequence[Row]:
        """One a person and a version, in the order of their uids."""
        people = self._people(scope).order_by("uid").annotate(title=F("dissemination__title"))
        if after is not None:
            people = people.filter(uid__gt=uuid.UUID(after))
        classes = self._classes(scope)
        told = people.values_list("uid", "title", "klass", "wanted_on")[:limit]
        return [_row(uid, title, classes[klass], on) for uid, title, klass, on in told]

    def obstacles(self, scope: Scope) -> tuple[Obstacle, ...]:
        """Nothing was put before anybody with a day in the period."""
        if self._people(scope).exists():
            return ()
        return (Obstacle("nothing_to_know", _("trong kỳ không có văn bản nào phải xác nhận nắm vững.")),)


def _row(uid: uuid.UUID, title: str, found: Class, on: object) -> Row:
    return Row(Subject("must_know", uid), found.outcome, found.reason, facts=(title, f"hạn {said(on)}"))
