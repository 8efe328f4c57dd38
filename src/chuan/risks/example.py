"""Context, parties and risks of the example unit, invented and marked so; through the actions that people use."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from chuan.people.models import Official, Post
from chuan.people.viewer import Viewer
from chuan.processes.models import Process
from chuan.risks import actions
from chuan.risks.actions import Noted, RequirementGiven, Scored
from chuan.risks.models import ContextIssue, Risk, RiskScore

NEXT_LOOK = timedelta(days=180)


def load_risks(path: Path, *, by: Viewer, at: datetime) -> int:
    """Everything of the file, looked through on the day it is loaded; how many risks and opportunities."""
    given = tomllib.loads(path.read_text(encoding="utf-8"))
    today = timezone.localtime(at).date()
    processes = {one.code: one for one in Process.objects.filter(owner_unit=by.unit, valid_to=None)}
    issues = [
        actions.write_issue(one["side"], one["statement"], one["bearing"], since=one["since"], by=by, at=at)
        for one in given["issue"]
    ]
    actions.answer_climate(given["climate"]["relevant"], given["climate"]["why"], on=today, by=by, at=at)
    for one in given["party"]:
        _party(one, processes, by, at)
    for one in given["risk"]:
        _risk(one, processes, issues, by, at)
    actions.review_context(on=today, by=by, at=at)
    actions.review_parties(on=today, by=by, at=at)
    return len(given["risk"])


def _party(row: Mapping[str, Any], processes: Mapping[str, Process], by: Viewer, at: datetime) -> None:
    first = min(one.valid_from for one in processes.values())
    party = actions.write_party(row["name"], since=first, by=by, at=at)
    for one in row["need"]:
        given = RequirementGiven(one["what"], one["answered"], one["where"], processes[one["process"]])
        actions.write_requirement(party, given, since=first, by=by, at=at)


def _risk(
    row: Mapping[str, Any],
    processes: Mapping[str, Process],
    issues: Sequence[ContextIssue],
    by: Viewer,
    at: datetime,
) -> None:
    noted = Noted(
        row["nature"], row["statement"], row["causes"], row["outcome"], processes[row["process"]],
        issue=issues[row["issue"] - 1], post=Post.objects.get(unit=by.unit, title=row["post"]),
    )  # fmt: skip
    risk = actions.note_risk(noted, found_on=row["found_on"], by=by, at=at)
    actions.score_risk(risk, Scored(row["score"][0], row["score"][1]), on=row["scored_on"], by=by, at=at)
    actions.treat_risk(risk, row["treatment"], row.get("why", ""), on=row["scored_on"], by=by, at=at)
    for one in row.get("action", ()):
        _action(risk, one, by, at)
    if after := row.get("after"):
        scored = Scored(after["score"][0], after["score"][1], RiskScore.Stage.AFTER)
        actions.score_risk(risk, scored, on=after["on"], by=by, at=at)
        actions.finish_treatment(risk, by=by, at=at)
    next_on = timezone.localtime(at).date() + NEXT_LOOK
    actions.review_risk(risk, next_on, "Xem lại khi nạp ví dụ (minh họa)", by=by, at=at)


def _action(risk: Risk, row: Mapping[str, Any], by: Viewer, at: datetime) -> None:
    owner = Official.objects.get(account__username=row["owner"], unit=by.unit)
    action = actions.plan_action(risk, row["what"], owner, row["due_on"], on=row["planned_on"], by=by, at=at)
    actions.finish_action(action, row["done_on"], row["evidence"], by=by, at=at)
