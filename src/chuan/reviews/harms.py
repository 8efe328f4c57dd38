"""What reviews of the leadership tell Bản tin sáng: conclusions past their day."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.clocks.harms import Group, Telling, tell
from chuan.offers import harms
from chuan.offers.harms import Asked, Harm


def collect(asked: Asked) -> Iterator[Harm]:
    """Groups by official; at most three statements."""
    return tell(asked, HOW)


def _late(count: str, day: str) -> str:
    return _("%(n)s kết luận xem xét của lãnh đạo quá hạn, lâu nhất từ %(day)s") % {"n": count, "day": day}


def _address(group: Group, late: bool) -> str:
    return reverse("reviews:decisions")


HOW = Telling(("review_decision",), "reviews.late", _late, _address)


def offer() -> None:
    """Register; called when the programme starts."""
    harms.offer(collect, clocks=HOW.kinds)
