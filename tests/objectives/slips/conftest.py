"""A year with two promises: one of an owner's whose last months wait, one of nobody's."""

from __future__ import annotations

import pytest

from chuan.objectives.actions import Evidence, assign, record_figure
from chuan.objectives.models import Objective, Plan
from chuan.rules.types import Period
from tests.objectives.made import clerk, decision, given, indicator, now, plan_of
from tests.people import Ward

AUGUST = Evidence(note="Báo cáo số 45/BC-UBND ngày 03/09/2021")
PROMISES = (
    "Tỷ lệ hồ sơ thủ tục hành chính giải quyết đúng hạn đạt trên 95%.",
    "Tỷ lệ hộ nghèo cuối năm còn dưới 1%.",
)


@pytest.fixture
def plan(ward: Ward) -> Plan:
    """Two promises of 2021, the first given to the one-stop clerk, its months up to October put in."""
    made = plan_of(ward, decision(*PROMISES))
    first = Objective.objects.get(plan=made, ordinal="1")
    assign(first, official=ward.one_stop, by=clerk(ward), at=now())
    for month in range(1, 11):
        record_figure(
            indicator(made, "1.1"), Period.month(2021, month), given(num=96, den=100, evidence=AUGUST),
            by=clerk(ward), at=now(),
        )  # fmt: skip
    return made
