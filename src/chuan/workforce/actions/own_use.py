"""A month's sign-ins to Chuẩn counted once and kept as numbers, by a person or by the programme when it is over."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.offers.subjects import Subject
from chuan.people.models import Unit, UnitSetting
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound, Refused
from chuan.rules.types import Period
from chuan.trail.actions import System, act
from chuan.workforce import refusals_tools as no
from chuan.workforce.fields import OWN, SIGN_INS
from chuan.workforce.models import OwnMonth, OwnUse
from chuan.workforce.permissions import require_keep
from chuan.workforce.staff import months_of
from chuan.workforce.tools.own_use import is_countable, kept_since, names_own, own_states, sign_ins
from chuan.workforce.tools.rules_kept import KEYS, rule_on, rules_of

COUNTER = System("system/own-use")


def count_own_use(unit: Unit, month: Period, *, by: Viewer | System, at: datetime) -> OwnMonth:
    """Count how often each official in post signed in in a month, and keep the numbers. Nobody types one.

    The trail says the month and of how many officials, never a number of a person. Raises ``NotAllowed``,
    ``NotFound`` (another unit), ``OwnUnasked``, ``OwnNotOver``, ``OwnGone``, ``OwnCounted``.
    """
    _require(unit, month, by, at)
    numbers = sign_ins(unit, month)
    counted = OwnMonth(unit=unit, month=month.start, recorded_at=at)
    subject = Subject("unit", unit.uid)
    with act("tools.count_own_use", subject, by=by, unit_uid=unit.uid, at=at) as doing:
        Unit.objects.select_for_update().get(pk=unit.pk)
        if OwnMonth.objects.filter(unit=unit, month=month.start).exists():
            raise no.OwnCounted(month=f"{month.start:%m/%Y}")
        counted.save()
        rows = [OwnUse(counted=counted, official_id=pk, count=n) for pk, n in sorted(numbers.items())]
        OwnUse.objects.bulk_create(rows, batch_size=500)
        doing.detail = {"month": month.start.isoformat(), "count": len(rows)}
    return counted


def count_due(*, at: datetime) -> int:
    """Count every month that is over and can be counted, of units whose rule names Chuẩn; how many months."""
    rows = UnitSetting.objects.filter(key=KEYS[SIGN_INS], value__contains=f'"{OWN}"')
    done = 0
    for unit in Unit.objects.filter(pk__in=rows.values("unit")):
        today = timezone.localtime(at).date()
        months = months_of(Period(kept_since(at), today + timedelta(days=1)))
        for state in own_states(unit, months, at):
            if state.counted_at is None and state.possible:
                count_own_use(unit, state.month, by=COUNTER, at=at)
                done += 1
    return done


def _require(unit: Unit, month: Period, by: Viewer | System, at: datetime) -> None:
    if isinstance(by, Viewer):
        require_keep(by)
        if unit.pk != by.unit.pk:
            raise NotFound(thing=_("tháng này"))
    if not names_own(rule_on(rules_of(unit, SIGN_INS), month.start)):
        raise no.OwnUnasked(month=f"{month.start:%m/%Y}")
    if not is_countable(month, at):
        raise _not_countable(month, at)


def _not_countable(month: Period, at: datetime) -> Refused:
    if month.end > timezone.localtime(at).date():
        return no.OwnNotOver(month=f"{month.start:%m/%Y}")
    return no.OwnGone(month=f"{month.start:%m/%Y}", since=kept_since(at))
