"""Audits somebody is on the team of: bound to the person, for independence and competence are his own."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from chuan.audits.models import Audit, Auditor
from chuan.offers import handover
from chuan.offers.handover import Asked, Held, Passes, Passing
from chuan.offers.subjects import Subject


class Teams:
    """Audits that are not reported yet and have the official on their team."""

    key = "audits"
    words = "Đánh giá nội bộ"
    kinds: Collection[str] = frozenset({"audit"})

    def held(self, asked: Asked) -> list[Held]:
        """One statement."""
        rows = Auditor.objects.filter(
            official=asked.giver, left_at__isnull=True, audit__owner_unit=asked.giver.unit,
            audit__status__in=(Audit.Status.PLANNED, Audit.Status.ANNOUNCED, Audit.Status.UNDER_WAY),
        )  # fmt: skip
        return [
            Held(
                ref=f"auditor:{one.uid}", what=_("Ở trong đoàn đánh giá %s") % one.audit.code, passes=Passes.STAYS,
                note=_("Thư ký chọn người khác vào đoàn: phải có minh chứng và không đánh giá việc của mình."),
                due=one.audit.starts_on, subject=Subject("audit", one.audit.uid),
            )
            for one in rows.select_related("audit").order_by("audit__starts_on", "pk")
        ]  # fmt: skip

    def pass_on(self, refs: Collection[str], passing: Passing) -> None:
        """Nothing passes: whoever keeps the audits chooses anew, with the checks of a team."""


def offer() -> None:
    """Register; called when the programme starts."""
    handover.register(Teams(), place=47)
