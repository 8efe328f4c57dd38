from __future__ import annotations

from collections.abc import Iterator

import pytest

from chuan.objectives.models import Plan
from chuan.offers import measures
from tests.objectives.made import reference_plan
from tests.objectives.register import OnTime, nothing_counts
from tests.people import Ward


@pytest.fixture(autouse=True)
def _only_registers_of_the_tests() -> Iterator[None]:
    with nothing_counts():
        yield


@pytest.fixture
def register() -> Iterator[OnTime]:
    """A register of dossiers, registered for one test."""
    measure = OnTime()
    measures.register(measure)
    yield measure
    measures.withdraw(measure.key)


@pytest.fixture
def plan(ward: Ward) -> Plan:
    """The year's plan made of the reference Decision."""
    return reference_plan(ward)
