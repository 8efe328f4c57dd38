from __future__ import annotations

import pytest

from chuan.objectives.models import Plan
from tests.objectives.made import reference_plan
from tests.people import Ward


@pytest.fixture
def plan(ward: Ward) -> Plan:
    """The year's plan made of the reference Decision."""
    return reference_plan(ward)
