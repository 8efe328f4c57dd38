"""One thing of each kind that the rooms of processes and risks keep."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from chuan.people.models import Official, Unit
from chuan.processes.models import Process, Provider
from chuan.risks import models as risks
from chuan.satisfaction.models import Survey, SurveyAnswer
from tests.guards.rights.making import make
from tests.people import START


def at_risk(unit: Unit, owner: Official, now: datetime) -> dict[str, uuid.UUID]:
    """A process of the unit, an issue of its context, a party with what it needs, a risk with an action."""
    process = make(
        Process, unit=unit, owner_unit=unit, code="QT-06", name="Giải quyết", kind="serve", valid_from=START,
        recorded_at=now,
    )  # fmt: skip
    own = {"unit": unit, "owner_unit": unit, "valid_from": START, "recorded_at": now}
    issue = make(risks.ContextIssue, **own, side="outside", statement="Dân số tăng")
    party = make(risks.InterestedParty, **own, name="Người dân nộp hồ sơ")
    need = make(
        risks.Requirement, party=party, what="Đúng hẹn", answered="no", valid_from=START, recorded_at=now
    )
    risk = make(
        risks.Risk, unit=unit, owner_unit=unit, number=1, nature="risk", statement="Dồn hồ sơ", process=process,
        owner_official=owner, status="treated", level="high", level_word="cao", likelihood=4, effect=3,
        treatment="reduce", found_on=START, recorded_at=now, review_on=date(2021, 12, 1),
    )  # fmt: skip
    action = make(
        risks.RiskAction, risk=risk, what="Thêm người", owner=owner, planned_on=START, due_on=date(2021, 12, 1),
        recorded_at=now,
    )  # fmt: skip
    provider = make(
        Provider, **own, process=process, kind="post", name="Bưu điện", provides="x", controls="x",
        evaluate_on=date(2021, 12, 1),
    )  # fmt: skip
    survey = make(
        Survey, unit=unit, code=f"S{unit.pk}", title="Khảo sát", asked=[["whole", "Hài lòng?"]], starts=START,
        ends=date(2030, 1, 1), recorded_at=now,
    )  # fmt: skip
    answer = make(
        SurveyAnswer, survey=survey, on=START, way="phone", marks={"whole": 4}, mark=4, words="Tốt", token="x"
    )
    return {
        "provider": provider.uid, "opened_survey": survey.uid, "survey_answer": answer.uid,
        "process": process.uid, "context_issue": issue.uid, "interested_party": party.uid,
        "party_requirement": need.uid, "risk": risk.uid, "risk_action": action.uid,
    }  # fmt: skip
