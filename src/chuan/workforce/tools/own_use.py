"""Chuẩn itself as one of the shared systems: sign-ins of officials by month, where the unit's own rule names it.

Sign-ins are kept for security, for 90 days (``people.actions.sessions.KEPT``); they are counted for this only in
months whose rule, written by the unit with its document, names ``OWN``. Only the numbers stay.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone

from chuan.people.actions.sessions import KEPT
from chuan.people.models import SignInSession, Unit
from chuan.rules.types import Period
from chuan.workforce.fields import OWN, SIGN_INS
from chuan.workforce.models import OwnMonth, OwnUse
from chuan.workforce.staff import in_post
from chuan.workforce.tools.rules_kept import KeptRule, rule_on, rules_of


@dataclass(frozen=True, slots=True)
class OwnState:
    """A month that is over and whose rule names Chuẩn.

    ``counted_at`` None: it was not counted; ``possible``: it still can be.
    """

    month: Period
    counted_at: datetime | None
    possible: bool


def names_own(kept: KeptRule | None) -> bool:
    """Whether a rule of the shared systems names Chuẩn."""
    return kept is not None and any(one.source == OWN for one in kept.rule.sources)


def sign_ins(unit: Unit, month: Period) -> Mapping[int, int]:
    """Sign-ins by official's key in the days he held a post of the unit; who has no account is left out.

    Three statements.
    """
    people = {one.official.pk: one for one in in_post(unit, month) if one.official.account_id is not None}
    found: Counter[int] = Counter(dict.fromkeys(people, 0))
    rows = SignInSession.objects.filter(
        account__official__in=people, began__gte=_midnight(month.start), began__lt=_midnight(month.end)
    )
    for official, began in rows.values_list("account__official", "began"):
        if people[official].on(timezone.localtime(began).date()):
            found[official] += 1
    return found


def kept_since(at: datetime) -> date:
    """The first day of which every sign-in is surely still kept."""
    return timezone.localtime(at - KEPT).date()


def is_countable(month: Period, at: datetime) -> bool:
    """Whether the month is over and its sign-ins are all still kept."""
    return month.end <= timezone.localtime(at).date() and month.start > kept_since(at)


def own_counts(
    unit: Unit, months: Sequence[Period], as_of: datetime
) -> tuple[frozenset[date], Mapping[tuple[int, date], int]]:
    """Months that were counted by the moment, and the numbers by official and month; two statements."""
    counted = OwnMonth.objects.filter(
        unit=unit, month__in=[one.start for one in months], recorded_at__lte=as_of
    )
    known = dict(counted.values_list("pk", "month"))
    uses = OwnUse.objects.filter(counted__in=known).values_list("official_id", "counted_id", "count")
    return frozenset(known.values()), {(official, known[pk]): n for official, pk, n in uses}


def own_states(unit: Unit, months: Sequence[Period], at: datetime) -> list[OwnState]:
    """Months that are over and whose rule names Chuẩn, in order; two statements."""
    rules, today = rules_of(unit, SIGN_INS), timezone.localtime(at).date()
    asked = [one for one in months if one.end <= today and names_own(rule_on(rules, one.start))]
    if not asked:
        return []
    counted = dict(
        OwnMonth.objects.filter(unit=unit, month__in=[one.start for one in asked]).values_list(
            "month", "recorded_at"
        )
    )
    return [OwnState(one, counted.get(one.start), is_countable(one, at)) for one in asked]


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
