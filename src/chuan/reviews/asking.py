"""What signed reviews ask of next year's objectives: decisions to improve or to change the system (9.3.3 a, b)."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.offers import next_year
from chuan.offers.next_year import Asking
from chuan.people.viewer import Viewer
from chuan.reviews.models import Resolution
from chuan.rules.reviews import OutputKind

_ASKING = (OutputKind.IMPROVEMENT, OutputKind.CHANGE)


def asked(viewer: Viewer, year: int) -> Iterator[Asking]:
    """Decisions of the year's signed reviews that the viewer may see; one statement."""
    rows = Resolution.objects.seen_by(viewer).real().filter(
        review__owner_unit=viewer.unit, review__status__in=("signed", "followed"), review__held_on__year=year,
        kind__in=[str(one) for one in _ASKING],
    )  # fmt: skip
    for one in rows.select_related("review").order_by("review__held_on", "pk"):
        if one.review.held_on is not None:
            told = _("Xem xét của lãnh đạo %(code)s: %(words)s") % {
                "code": one.review.code,
                "words": one.words,
            }
            yield Asking(told, reverse("reviews:decision", args=[one.uid]), one.review.held_on)


def offer() -> None:
    """Register; called when the programme starts."""
    next_year.offer(asked)
