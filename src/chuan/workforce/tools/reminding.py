"""A friendly word to the official alone, while the month can still be mended.

A file of the running month covers only its days so far: who is still below the rule finds it in his own work. Nobody
else is told: figures and tables speak of a month only when it has ended. The next file ends what the last one began:
a month that is over is no task any more, whatever came of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from chuan.clocks import actions as clocks
from chuan.clocks.models import Clock
from chuan.offers.subjects import Subject
from chuan.people.models import Official, Unit
from chuan.rules.types import Period
from chuan.trail.actions import System, act
from chuan.workforce.fields import COUNTED, OWN, SIGN_INS
from chuan.workforce.models import ToolUse
from chuan.workforce.staff import in_post
from chuan.workforce.tools.accounts import by_official, links_of
from chuan.workforce.tools.own_use import names_own, sign_ins
from chuan.workforce.tools.rule import answer_month
from chuan.workforce.tools.rules_kept import rule_on, rules_of

REMINDER = System("system/tool-reminder")


def after_import(unit: Unit, register: str, covers: Period | None, at: datetime) -> None:
    """Begin and end the reminders of the running month of this tool; nothing for other registers."""
    if register not in COUNTED:
        return
    today = timezone.localtime(at).date()
    month = Period.month(today.year, today.month)
    kind = f"{register} {month.start:%Y-%m}"
    below = {one.pk: one for one in _below(unit, register, month)}
    running = Clock.objects.filter(
        unit=unit, subject_kind="tool_user", kind__startswith=f"{register} ", settled_on__isnull=True
    )
    over = [one for one in running if one.kind != kind or one.owner_official_id not in below]
    if not below and not over:
        return
    with act("tools.remind", Subject("unit", unit.uid), by=REMINDER, unit_uid=unit.uid, at=at) as doing:
        for official in below.values():
            clocks.start(
                Subject("tool_user", official.uid), unit=unit, opened_on=month.start,
                due_on=month.end - timedelta(days=1), kind=kind, official=official,
            )  # fmt: skip
        for clock in over:
            clocks.settle(Subject("tool_user", clock.subject_uid), on=today, kind=clock.kind)
        doing.detail = {"reminded": len(below), "ended": len(over)}


def end_all(unit: Unit, on: date) -> None:
    """End every reminder of a unit, inside an act: it goes into another one."""
    for clock in Clock.objects.running().filter(unit=unit, subject_kind="tool_user"):
        clocks.settle(Subject("tool_user", clock.subject_uid), on=on, kind=clock.kind)


def _below(unit: Unit, register: str, month: Period) -> Iterator[Official]:
    """Officials there now whose count so far is below the rule of the running month, known by an account."""
    kept = rule_on(rules_of(unit, register), month.start)
    uses: Any = ToolUse.objects.known_at(None).filter(unit=unit, register=register, month=month.start)
    if kept is None or not uses.exists():
        return
    links = links_of(unit, register)
    counts, _unsaid = by_official(uses, links)
    own = sign_ins(unit, month) if register == SIGN_INS and names_own(kept) else {}
    holders = links.holders() | frozenset(own)
    for one in in_post(unit, month):
        if one.official.pk in holders and not _away(one.away, month.start):
            found = dict(counts.get((one.official.pk, month.start), {})) | _own(own, one.official.pk)
            answer = answer_month(kept.rule, month.start, found)
            if not answer.met:
                yield one.official


def _own(counts: Mapping[int, int], official: int) -> dict[str, int]:
    """His sign-ins to Chuẩn so far, where the rule asks for them."""
    return {OWN: counts[official]} if official in counts else {}


def _away(away: tuple[Period, ...], first: date) -> bool:
    """Away for most of the month: he is not asked, so he is not reminded."""
    month = Period.month(first.year, first.month)
    return sum((min(one.end, month.end) - max(one.start, month.start)).days for one in away) * 2 >= month.days
