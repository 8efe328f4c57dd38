"""A round and a line held while they change."""

from __future__ import annotations

from django.utils import timezone

from chuan.objectives.models import Round, RoundLine
from chuan.objectives.rounds import refusals

ASKED = "next_year_asked"
"""The clock of one who was asked."""


def held_open(round_: Round) -> Round:
    """The round locked, still open. Raises ``RoundFrozen``, ``RoundOver``."""
    held = Round.objects.select_for_update(of=("self",)).select_related("owner_unit").get(pk=round_.pk)
    if held.status == Round.Status.CALLED_OFF:
        raise refusals.RoundOver()
    if not held.is_open:
        raise refusals.RoundFrozen()
    return held


def held_line(line: RoundLine, seen: int | None) -> RoundLine:
    """The line locked, nobody having spoken since the page was opened (``seen`` None asks nothing).

    Raises ``LineChangedMeanwhile`` with who spoke last and when.
    """
    held = RoundLine.objects.select_for_update(of=("self",)).select_related("round").get(pk=line.pk)
    if seen is not None and seen != held.said:
        last = held.sayings.select_related("by").order_by("-seq").first()
        who = last.by.name if last is not None and last.by is not None else "Người khác"
        when = f"{timezone.localtime(last.recorded_at):%H:%M}" if last is not None else ""
        raise refusals.LineChangedMeanwhile(who=who, at=when)
    return held


def refuse_under_dropped(above: RoundLine | None) -> None:
    """Nothing is kept or added under a dropped line; asked anew in a held round. Raises ``LineAboveDropped``."""
    dropped = RoundLine.objects.filter(decided=RoundLine.Decided.DROPPED)
    if above is not None and dropped.filter(pk=above.pk).exists():
        raise refusals.LineAboveDropped()
