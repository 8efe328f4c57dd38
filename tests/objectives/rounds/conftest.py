from __future__ import annotations

from datetime import date

import pytest

from chuan.objectives.models import Plan, Round
from chuan.objectives.rounds import actions
from tests.objectives.made import now
from tests.people import Ward

OPENED, CLOSES = date(2021, 12, 6), date(2021, 12, 20)


@pytest.fixture
def opened(ward: Ward, plan: Plan) -> Round:
    """The round for 2022, opened by the ISO secretary in December 2021."""
    return actions.open_round(plan, CLOSES, by=ward.viewer(ward.secretary, OPENED), at=now())
