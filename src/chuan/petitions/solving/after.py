"""What follows a line beside the petition's columns: clocks of tasks, and whose case it is after a void."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from chuan.petitions.events import standing_events
from chuan.petitions.models import Concerned, Petition, PetitionEvent
from chuan.petitions.solving import tasks

GIVING = ("assign", "accept", "hand_over")
"""Lines that may name whose case it is."""


def settle(petition: Petition, verb: str, *, at: datetime) -> None:
    """Inside an act, on the locked petition, before it is judged again."""
    if verb not in ("execute", "void"):
        return
    tasks.keep_clocks(petition, on=timezone.localtime(at).date())
    if verb == "void":
        _give_back(petition)


def _give_back(petition: Petition) -> None:
    """When the line that gave the case was voided, it is whose it was before, by the lines that stand."""
    voided = PetitionEvent.objects.filter(petition=petition, verb="void").order_by("-seq").first()
    line = voided.voids if voided else None
    if line is None or line.verb not in GIVING or line.official_id is None:
        return
    if petition.handler_id == line.official_id:
        about = Concerned.objects.filter(petition=petition).values("official_id")
        named = standing_events(petition).filter(verb__in=GIVING, official__isnull=False)
        named = named.exclude(official_id__in=about)
        last = named.order_by("-seq").select_related("official").first()
        petition.handler = last.official if last else None
        petition.save(update_fields=["handler"])
