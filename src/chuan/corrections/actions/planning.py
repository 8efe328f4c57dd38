"""Corrective actions and, set in the same moment, how it will be seen that they worked; then what was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from chuan.corrections import refusals as no
from chuan.corrections.actions.analysing import step
from chuan.corrections.lines import Line, require_day, said, today, write_line
from chuan.corrections.models import Cause, CorrectiveAction, EffectCheck, Nonconformity
from chuan.corrections.permissions import require_do, require_keep
from chuan.corrections.waiting import ACTION, remind_action
from chuan.files.models import Attachment, Blob
from chuan.offers import measures
from chuan.offers.uids import new_uid
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.corrections import Rhythm, Shape, periods_after, require_due
from chuan.rules.targets.types import Comparator


@dataclass(frozen=True, slots=True)
class ActionGiven:
    """One action: what, who does it, until when."""

    what: str
    owner: Official
    due_on: date


@dataclass(frozen=True, slots=True)
class CheckGiven:
    """How the effect will be seen: by a measure that registers count, or as ``method`` says, period by period."""

    measure_key: str = ""
    method: str = ""
    shape: Shape = Shape.SHARE
    comparator: Comparator = Comparator.AT_LEAST
    target: Fraction = Fraction(1)
    rhythm: Rhythm = Rhythm.MONTHLY
    periods: int = 3


def plan(
    case: Nonconformity, actions: Sequence[ActionGiven], check: CheckGiven | None, *, by: Viewer, at: datetime,
    on: date | None = None,
) -> list[CorrectiveAction]:  # fmt: skip
    """Plan actions of the round; the first time with the check of their effect, later more actions without one.

    Raises ``NotAllowed``, ``ActionMissing``, ``CheckUnclear``, ``CheckSet``, ``DueBeforePlanned``, ``OwnerUnknown``,
    ``EffectPeriodsWrong``, ``DayBefore``, ``WrongMove``, ``CaseOver``.
    """
    require_keep(by)
    day = on or today(at)
    require_day(day, at, since=_analysed_on(case), since_what="ngày ghi nguyên nhân")
    if not actions:
        raise no.ActionMissing()
    rows = [_action(one, case, day, by, at) for one in actions]
    with step(case, "plan", by=by, at=at) as held:
        has = EffectCheck.objects.filter(case=held, round=held.round).exists()
        if has and check is not None:
            raise no.CheckSet()
        write_line(held, Line("plan", day, "; ".join(one.what for one in rows)), by=by, at=at)
        for one in rows:
            one.case, one.round = held, held.round
            one.save()
            remind_action(one, at=at)
        if not has:
            _check(held, check, day, at).save()
    return rows


def do_action(
    action: CorrectiveAction, words: str, on: date, *, by: Viewer, at: datetime, files: Sequence[tuple[Blob, str]] = (),
) -> CorrectiveAction:  # fmt: skip
    """Say that an action is done, with the evidence; after the last one the periods of the effect begin.

    ``files``: kept beforehand by ``exchange.proofs.keep_proof``. Raises ``NotYours``, ``WordsMissing``, ``DayToCome``,
    ``DayBefore``, ``ActionOver``, ``CaseOver``.
    """
    require_do(by, action)
    told = said(words, "kết quả và minh chứng")
    require_day(on, at, since=action.planned_on, since_what="ngày lập kế hoạch")
    with step(action.case, "done", by=by, at=at) as held:
        row = _open(action)
        row.done_on, row.done_words = on, told
        row.save(update_fields=["done_on", "done_words"])
        for blob, name in files:
            Attachment.objects.create(
                blob=blob, unit_uid=by.unit_uid, subject_kind=ACTION, subject_uid=row.uid, name=name
            )
        write_line(held, Line("done", on, f"{row.what}: {told}"), by=by, at=at)
        _after(held, row, on, by=by, at=at)
    action.refresh_from_db()
    return action


def drop_action(action: CorrectiveAction, why: str, *, by: Viewer, at: datetime) -> CorrectiveAction:
    """Take an action out of the plan with the reason. Raises ``NotAllowed``, ``WordsMissing``, ``LastAction``."""
    require_keep(by)
    told, day = said(why, "lý do bỏ hành động"), today(at)
    with step(action.case, "drop", by=by, at=at) as held:
        row = _open(action)
        kept = CorrectiveAction.objects.filter(case=held, round=held.round, dropped_on__isnull=True)
        if not kept.exclude(pk=row.pk).exists():
            raise no.LastAction()
        row.dropped_on, row.dropped_why = day, told
        row.save(update_fields=["dropped_on", "dropped_why"])
        write_line(held, Line("drop", day, f"{row.what}: {told}"), by=by, at=at)
        _after(held, row, day, by=by, at=at)
    action.refresh_from_db()
    return action


def _after(case: Nonconformity, row: CorrectiveAction, on: date, *, by: Viewer, at: datetime) -> None:
    remind_action(row, at=at)
    if not CorrectiveAction.objects.open().filter(case=case, round=case.round).exists():
        write_line(case, Line("finish", on), by=by, at=at)


def _open(action: CorrectiveAction) -> CorrectiveAction:
    row = CorrectiveAction.objects.select_for_update(of=("self",)).select_related("case__owner_unit", "owner")
    found = row.get(pk=action.pk)
    if not found.is_open:
        raise no.ActionOver()
    return found


def _action(given: ActionGiven, case: Nonconformity, day: date, by: Viewer, at: datetime) -> CorrectiveAction:
    require_due(given.due_on, day)
    if given.owner.unit_id != by.unit.pk:
        raise no.OwnerUnknown()
    return CorrectiveAction(
        uid=new_uid(), case=case, what=said(given.what, "hành động khắc phục"), owner=given.owner, planned_on=day,
        due_on=given.due_on, recorded_at=at,
    )  # fmt: skip


def _check(case: Nonconformity, given: CheckGiven | None, day: date, at: datetime) -> EffectCheck:
    if given is None or not (given.measure_key or given.method.strip()):
        raise no.CheckUnclear()
    if given.measure_key and measures.find(given.measure_key) is None:
        raise no.CheckUnclear()
    periods_after(day, given.rhythm, given.periods)
    counted = bool(given.measure_key)
    return EffectCheck(
        case=case, round=case.round, measure_key=given.measure_key, method=given.method.strip(),
        shape=(given.shape if counted else Shape.COUNT).value,
        comparator=(given.comparator if counted else Comparator.AT_LEAST).value,
        target=str(given.target if counted else Fraction(1)), rhythm=given.rhythm.value, periods=given.periods,
        planned_on=day, recorded_at=at,
    )  # fmt: skip


def _analysed_on(case: Nonconformity) -> date:
    """The day the causes of the round were written; the day it was found where there are none yet."""
    if not Cause.objects.filter(case=case, round=case.round, standing=True).exists():
        return case.found_on
    line = case.events.filter(verb="analyse").order_by("-seq").values_list("occurred_on", flat=True).first()
    return line or case.found_on
