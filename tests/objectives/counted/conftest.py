from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from chuan.objectives.models import Indicator, Plan, Target
from tests.objectives.made import indicator
from tests.objectives.register import OnTime, described

MARCH_10 = date(2021, 3, 10)


def an_hour_ago() -> datetime:
    """Before any cut of a measurement taken now."""
    return timezone.now() - timedelta(hours=1)


@pytest.fixture
def on_time(plan: Plan, register: OnTime) -> Indicator:
    """Objective 3.2, counted by the register of the tests: 156 of 161 in March, two withdrawn."""
    register.add(on_time=156, late=5, withdrawn=2, on=MARCH_10, at=an_hour_ago())
    return indicator(plan, "3.2")


@pytest.fixture
def target(on_time: Indicator, plan: Plan) -> Target:
    """The promise "trên 95 %"."""
    return Target.objects.get(objective__plan=plan, label="3.2")


@pytest.fixture(autouse=True)
def _rows_have_pages() -> Iterator[None]:
    with described():
        yield
