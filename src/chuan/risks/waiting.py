"""What of risks waits for somebody in Việc của tôi: a level to be given, a review, an action. Inside the act."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from chuan.clocks import actions as clocks
from chuan.offers.subjects import Subject
from chuan.people.roles import Role
from chuan.risks.models import Risk, RiskAction

REVIEW, DUE = "review", "due"
ACTION = "risk_action"


def keep(risk: Risk, *, on: date) -> None:
    """Whoever answers for the risk looks at it by ``review_on``; without anybody the ISO secretary does."""
    if risk.status == "closed" or risk.review_on is None:
        clocks.settle(risk.subject, on=on, kind=REVIEW)
        return
    named = risk.owner_official_id is not None or risk.owner_post_id is not None
    clocks.start(
        risk.subject, unit=risk.owner_unit, opened_on=min(on, risk.review_on), due_on=risk.review_on, kind=REVIEW,
        official=risk.owner_official, post=None if risk.owner_official_id else risk.owner_post,
        role="" if named else Role.ISO_SECRETARY.value,
    )  # fmt: skip


def keep_action(action: RiskAction, *, on: date) -> None:
    """Who was given the action does it by its day."""
    subject = Subject(ACTION, action.uid)
    if not action.is_open:
        clocks.settle(subject, on=on, kind=DUE)
        return
    clocks.start(
        subject, unit=action.risk.owner_unit, opened_on=action.planned_on, due_on=action.due_on, kind=DUE,
        official=action.owner,
    )  # fmt: skip


def end_actions(actions: Iterable[RiskAction], *, on: date) -> None:
    """These are no longer waited for."""
    clocks.settle_all(ACTION, [one.uid for one in actions], on=on, kind=DUE)
