"""How long a letter's scan may wait for somebody to finish marking it."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from chuan.people.practice import hours_of_practice
from chuan.petitions.models import Petition

HOURS = "petitions.scan_hours"
MOST = 24
"""However many hours a unit sets for itself."""


def kept_for(petition: Petition, at: datetime) -> timedelta:
    """The practice in force, or the unit's own number of hours; from one to 24."""
    hours = hours_of_practice(HOURS, petition.owner_unit, timezone.localtime(at).date())
    return timedelta(hours=max(1, min(hours, MOST)))
