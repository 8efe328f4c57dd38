"""Whether somebody works in a process: who does must not audit it (TCVN ISO 9001:2015, 9.2.2 c)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from chuan.people.models import Appointment, Official
from chuan.processes.models import Hand, Process
from chuan.rules.types import Period


@dataclass(frozen=True, slots=True)
class OwnWork:
    """An official held a post that answers for a process, or does part of it, from a day of the period on."""

    official: int
    process: int
    post: str
    part: str
    since: date


def own_work(
    officials: Iterable[Official], processes: Iterable[Process], period: Period
) -> dict[tuple[int, int], list[OwnWork]]:
    """By (key of the official, key of the process): through which posts he worked in it within the period.

    The post's part in the process and the official's appointment must have stood on one same day of the period. Two
    statements, whatever is asked.
    """
    within = Q(valid_to__isnull=True) | Q(valid_to__gt=period.start)
    hands = list(
        Hand.objects.within(period.start, period.end).filter(process__in=[one.pk for one in processes])
        .select_related("post").order_by("pk")
    )  # fmt: skip
    held = Appointment.objects.filter(
        within, official__in=[one.pk for one in officials], post__in={hand.post_id for hand in hands},
        valid_from__lt=period.end,
    )  # fmt: skip
    found: dict[tuple[int, int], list[OwnWork]] = defaultdict(list)
    for one in held.order_by("pk"):
        for hand in (hand for hand in hands if hand.post_id == one.post_id):
            if (since := _together(hand, one, period)) is not None:
                work = OwnWork(one.official_id, hand.process_id, hand.post.title, hand.part, since)
                found[one.official_id, hand.process_id].append(work)
    return dict(found)


def _together(hand: Hand, held: Appointment, period: Period) -> date | None:
    """The first day of the period on which both stood; None when there is none."""
    since = max(hand.valid_from, held.valid_from, period.start)
    ends = [day for day in (hand.valid_to, held.valid_to, period.end) if day is not None]
    return since if since < min(ends) else None
