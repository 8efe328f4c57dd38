"""Letter a of the next review: what became of the decisions of earlier ones (TCVN ISO 9001:2015, 9.3.2 a)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.urls import reverse

from chuan.offers import review_inputs
from chuan.offers.review_inputs import Asked, Letter, Said
from chuan.reviews.models import Resolution, Review
from chuan.rules.wording import said

MOST = 40
"""Open decisions that are named one by one; the count names all."""


def earlier(asked: Asked) -> Sequence[Said]:
    """The last review signed before the day with how many of its decisions are done, and every one still open."""
    signed = Review.objects.filter(
        owner_unit=asked.unit, status__in=("signed", "followed"), held_on__lt=asked.on
    ).order_by("-held_on", "-pk")
    last = signed.first()
    if last is None:
        return [
            Said("Chưa có cuộc xem xét nào trước đó được ký trên Chuẩn.", reverse("reviews:all"), short=True)
        ]
    rows = list(Resolution.objects.real().filter(review__in=signed).select_related("owner", "review"))
    mine = [one for one in rows if one.review_id == last.pk]
    done = sum(1 for one in mine if one.state == "done")
    carried = sum(1 for one in mine if one.state == "carried")
    moved = f", {said(carried)} việc đã chuyển tiếp" if carried else ""
    first = Said(
        f"Cuộc xem xét {last.code} họp ngày {said(last.held_on)}: {said(done)} trong {said(len(mine))} việc được giao "
        f"đã xong{moved}.",
        reverse("reviews:one", args=[last.uid]),
    )  # fmt: skip
    waiting = sorted(
        (one for one in rows if one.state == "open"), key=lambda one: (one.due_on or asked.on, one.pk)
    )
    return [first, *(_open(one, asked.on) for one in waiting[:MOST])]


def offer() -> None:
    """Register; called when the programme starts."""
    review_inputs.offer(Letter.EARLIER, "Xem xét của lãnh đạo", earlier)


def _open(one: Resolution, on: date) -> Said:
    late = " (quá hạn)" if one.due_on is not None and one.due_on < on else ""
    owner = one.owner.name if one.owner else "chưa có người"
    sentence = f"Chưa xong: “{one.words[:200]}”, {owner}, hạn {said(one.due_on)}{late}."
    return Said(sentence, reverse("reviews:decision", args=[one.uid]))
