"""One thing of each kind that the room of officials at work keeps, all about the owner."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from chuan.people.models import Official, Unit
from chuan.workforce import models as workforce
from tests.guards.rights.making import make
from tests.people import PAPER, START


def officials_at_work(unit: Unit, owner: Official, now: datetime) -> dict[str, uuid.UUID]:
    """Days away, what the owner's post asks of him, a paper, a course he was at."""
    row = make(
        workforce.Absence, unit=unit, official=owner, kind="leave", valid_from=date(2021, 6, 1),
        valid_to=date(2021, 6, 9), citation=PAPER, recorded_at=now,
    )  # fmt: skip
    asked = make(workforce.Qualification, unit=unit, name="Bằng", kind="education", recorded_at=now)
    need = make(
        workforce.Requirement, post=owner.appointments.get().post, qualification=asked, valid_from=START,
        citation=PAPER, recorded_at=now,
    )  # fmt: skip
    paper = make(
        workforce.Evidence, unit=unit, official=owner, qualification=asked, held_from=START, paper=PAPER,
        recorded_at=now,
    )  # fmt: skip
    account = make(
        workforce.ToolAccount, unit=unit, register="mail_use", source="Thư", account="a@x.example", kind="official",
        official=owner, confirmed_by=owner, confirmed_at=now,
    )  # fmt: skip
    titles = make(
        workforce.TitleRound, unit=unit, year=2021, citation=PAPER, opened_on=START, law_digest="0" * 64,
        recorded_at=now,
    )  # fmt: skip
    reward = make(
        workforce.Reward, round=titles, title="advanced_worker", official=owner, decision=PAPER,
        decided_on=date(2021, 12, 20), issuer="x", recorded_at=now,
    )  # fmt: skip
    ranked = make(
        workforce.RankingRound, unit=unit, kind="year", starts=date(2021, 1, 1), ends=date(2022, 1, 1), by_points=False,
        law_digest="0" * 64, citation=PAPER, opened_on=date(2021, 12, 1), recorded_at=now,
    )  # fmt: skip
    assessment = make(workforce.Assessment, round=ranked, official=owner, group="staff")
    candidate = make(
        workforce.Candidate, round=titles, title="advanced_worker", official=owner, recorded_at=now
    )
    team = make(workforce.Candidate, round=titles, title="advanced_team", team="Văn phòng", recorded_at=now)
    council = make(
        workforce.Council, round=titles, chair=owner, secretary=owner, citation=PAPER, recorded_at=now
    )
    sitting = make(
        workforce.Sitting, council=council, held_on=date(2021, 12, 10), law_digest="0" * 64, recorded_at=now
    )
    initiative = make(
        workforce.Initiative, unit=unit, name="Sáng kiến", level="base", document=PAPER, recognised_by="x",
        recognised_on=START, recorded_at=now,
    )  # fmt: skip
    plan = make(workforce.TrainingPlan, unit=unit, year=2021, recorded_at=now)
    course = make(
        workforce.Course, plan=plan, title="Khóa", month=5, evaluate_months=3, method="hỏi", recorded_at=now
    )  # fmt: skip
    held = make(
        workforce.Session, course=course, held_on=date(2021, 5, 5), place="x", instructor="x", minutes=60,
        recorded_at=now,
    )  # fmt: skip
    return {
        "ranking_round": ranked.uid, "assessment": assessment.uid,
        "title_round": titles.uid, "reward": reward.uid, "candidate": candidate.uid,
        "team_candidate": team.uid,
        "sitting": sitting.uid, "initiative": initiative.uid,
        "absence": row.uid, "requirement": need.uid, "evidence": paper.uid, "training_plan": plan.uid,
        "course": course.uid, "session_held": held.uid, "tool_account": account.uid,
    }  # fmt: skip
