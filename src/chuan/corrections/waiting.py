"""What waits, in the work of who is to do it: the next step by role, each action by its owner, the day of the law."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.utils import timezone

from chuan.clocks import actions as clocks
from chuan.corrections.models import CorrectiveAction, EffectCheck, Nonconformity
from chuan.corrections.models.work import last_done
from chuan.offers.subjects import Subject
from chuan.people.models import RoleGrant, Unit
from chuan.people.practice import days_of_practice
from chuan.people.roles import Role
from chuan.rules.corrections import Rhythm, periods_after
from chuan.rules.types import Period

KIND, ACTION = "nonconformity", "corrective_action"
STEP, LAW = "step", "law"
"""Two clocks of one nonconformity: its next step, and the day the law sets after an inspection."""
PRACTICE = "corrections.step_days"


def remind(case: Nonconformity, *, at: datetime) -> None:
    """Bring the clocks of a nonconformity to its status; called after each line, inside the act."""
    today, subject = timezone.localtime(at).date(), Subject(KIND, case.uid)
    if case.is_over:
        clocks.settle(subject, on=today, kind=STEP)
        clocks.settle(subject, on=today, kind=LAW)
        return
    if case.due_on is not None:
        _start(subject, case, today, case.due_on, Role.CHAIRMAN.value, LAW)
    if case.status == "acting":
        clocks.settle(subject, on=today, kind=STEP)
        return
    usual = today + timedelta(days=days_of_practice(PRACTICE, case.owner_unit, today))
    over = judged_from(case) if case.status == "checking" else None
    due = max(usual, over + (usual - today)) if over else usual
    _start(subject, case, today, due, keeper_role(case.owner_unit, today), STEP)


def remind_action(action: CorrectiveAction, *, at: datetime) -> None:
    """Start or end the clock of one action."""
    today, subject = timezone.localtime(at).date(), Subject(ACTION, action.uid)
    if not action.is_open:
        clocks.settle(subject, on=today)
        return
    clocks.start(
        subject, unit=action.case.owner_unit, opened_on=action.planned_on, due_on=action.due_on,
        official=action.owner,
    )  # fmt: skip


def judged_from(case: Nonconformity) -> date | None:
    """The first day on which every period of the round is over; None while actions are open."""
    periods = periods_of(case)
    return periods[-1].end if periods else None


def periods_of(case: Nonconformity) -> tuple[Period, ...]:
    """The periods by which the round is judged: the next whole ones after the last action was done; two statements."""
    check = EffectCheck.objects.filter(case=case, round=case.round).first()
    done = last_done(list(CorrectiveAction.objects.filter(case=case, round=case.round)))
    if check is None or done is None:
        return ()
    return periods_after(done, Rhythm(check.rhythm), check.periods)


def keeper_role(unit: Unit, on: date) -> str:
    """The ISO secretary's role where somebody holds it on the day, else the Chairman's."""
    held = RoleGrant.objects.on(on).filter(unit=unit, role=Role.ISO_SECRETARY.value).exists()
    return Role.ISO_SECRETARY.value if held else Role.CHAIRMAN.value


def _start(subject: Subject, case: Nonconformity, opened: date, due: date, role: str, kind: str) -> None:
    clocks.start(subject, unit=case.owner_unit, opened_on=opened, due_on=due, role=role, kind=kind)
