"""Management reviews in the evidence pack: minutes of each that was held, the decisions (``offers.packing``)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from chuan.offers import packing
from chuan.offers.packing import Asked, PackFile, Part
from chuan.reviews.collecting import standing_minutes
from chuan.reviews.models import Resolution, Review
from chuan.reviews.papers import decisions_sheet, minutes_pdf


def files(asked: Asked) -> Iterator[PackFile]:
    """Reviews held in the period whose minutes are written, and what they decided."""
    days = (asked.period.start, asked.period.end - timedelta(days=1))
    found = Review.objects.seen_by(asked.viewer).filter(owner_unit=asked.unit, held_on__range=days)
    held = [
        one for one in found.select_related("owner_unit").order_by("held_on", "pk") if standing_minutes(one)
    ]
    for one in held:
        data = minutes_pdf(one, by=asked.viewer, at=asked.at, reasons=False)
        yield PackFile(
            f"bien-ban-{one.code}.pdf", f"Biên bản xem xét của lãnh đạo {one.code}", data, ("9.3.2",)
        )
    decided = Resolution.objects.filter(review__in=held).select_related("review", "owner").order_by("pk")
    if decided:
        data = decisions_sheet(decided, "Kết luận của các cuộc xem xét trong kỳ", asked.on)
        yield PackFile("ket-luan.xlsx", "Kết luận, người chịu trách nhiệm, hạn", data)


def offer() -> None:
    """Offer it; called when the programme starts."""
    part = Part(
        "xem-xet",
        _("Xem xét của lãnh đạo"),
        ("9.3.1", "9.3.3"),
        ("audit_review", "leadership", "improvement"),
        files,
    )
    packing.offer(part)
