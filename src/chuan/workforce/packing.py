"""Competence and training in the evidence pack; no ranking, discipline or reason of absence (``offers.packing``)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from chuan.offers import packing
from chuan.offers.packing import Asked, PackFile, Part
from chuan.workforce.competence.matrix import matrix
from chuan.workforce.competence.printing import competence_sheet, training_sheet
from chuan.workforce.models import TrainingPlan


def files(asked: Asked) -> Iterator[PackFile]:
    """What is asked of each post and what shows it, on the last day of the period or today; its years' training."""
    on = min(asked.on, asked.period.end - timedelta(days=1))
    if matrix(asked.unit, on).cells:
        yield PackFile(
            "nang-luc.xlsx", "Năng lực và minh chứng theo chức danh", competence_sheet(asked.unit, on)
        )
    plans = TrainingPlan.objects.seen_by(asked.viewer).filter(
        unit=asked.unit, year__gte=asked.period.start.year, year__lte=on.year
    )
    for plan in plans.order_by("year"):
        yield PackFile(
            f"ke-hoach-dao-tao-{plan.year}.xlsx",
            f"Kế hoạch đào tạo năm {plan.year} và kết quả",
            training_sheet(plan),
        )


def offer() -> None:
    """Offer it; called when the programme starts."""
    packing.offer(
        Part("nang-luc", _("Năng lực, đào tạo"), ("7.2", "7.1.2"), ("conformity", "leadership"), files)
    )
