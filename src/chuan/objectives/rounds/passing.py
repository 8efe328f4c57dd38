"""What becomes of an open round when an official hands over, or the ward goes into another."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from chuan.clocks import actions as clocks
from chuan.objectives.models import Objective, Round, RoundAsked, RoundLine
from chuan.objectives.rounds.actions.holding import ASKED
from chuan.people.models import Official, Unit


def hand_over(objectives: Iterable[Objective], giver: Official, receiver: Official) -> None:
    """Lines of these objectives in open rounds, and the question by their side, become the receiver's.

    Inside the act of the handover.
    """
    rows = RoundLine.objects.filter(
        round__status=Round.Status.OPEN, objective__in=list(objectives), owner_official=giver
    )
    rounds = set(rows.values_list("round_id", flat=True))
    rows.update(owner_official=receiver)
    asked = RoundAsked.objects.filter(round__in=rounds, official=giver)
    uids = list(asked.values_list("uid", flat=True))
    asked.update(official=receiver)
    clocks.hand_over_all(ASKED, uids, post=None, official=receiver)


def call_off_for_merger(old: Unit, citation: str, *, on: date) -> int:
    """Call the old ward's open rounds off: the new ward decides anew. Inside the act of the merger."""
    rounds = list(Round.objects.filter(owner_unit=old, status=Round.Status.OPEN).values_list("pk", flat=True))
    if not rounds:
        return 0
    uids = list(RoundAsked.objects.filter(round__in=rounds).values_list("uid", flat=True))
    clocks.settle_all(ASKED, uids, on=on)
    reason = _("Đơn vị sáp nhập theo %s.") % citation
    return Round.objects.filter(pk__in=rounds).update(status=Round.Status.CALLED_OFF, reason=reason)
