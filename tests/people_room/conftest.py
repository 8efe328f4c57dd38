"""What the tests of people share: now, and the day it is."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.utils import timezone


@pytest.fixture
def now() -> datetime:
    """The moment read at the door; an act must end within 30 s of it."""
    return timezone.now()


@pytest.fixture
def today(now: datetime) -> date:
    """The office's day."""
    return timezone.localtime(now).date()


@pytest.fixture
def acts():
    """The verbs written to the trail so far, in order."""
    from chuan.trail.models import Entry

    return lambda: list(Entry.objects.order_by("pk").values_list("verb", flat=True))
