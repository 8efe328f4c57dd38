"""One unit's tool over a period: who was asked in each month and what he did; a bounded number of statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from chuan.intake.coverage import uncovered
from chuan.people.models import Official, Unit
from chuan.rules.types import Period
from chuan.workforce.fields import OWN, SIGN_INS
from chuan.workforce.models import ToolUse
from chuan.workforce.staff import InPost, in_post, months_of
from chuan.workforce.tools import reasons
from chuan.workforce.tools.accounts import Key, by_official, links_of
from chuan.workforce.tools.own_use import names_own, own_counts
from chuan.workforce.tools.rule import Asks, MonthAnswer, ToolRule, answer_month
from chuan.workforce.tools.rules_kept import KeptRule, rule_on, rules_of


@dataclass(frozen=True, slots=True)
class Gap:
    """A month that cannot be judged: no rule was in force on its first day, or a source has no file of it.

    ``source`` is "" where the rule is missing.
    """

    month: Period
    source: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """An official with his months, in order; months that cannot be judged are left out."""

    official: Official
    answers: tuple[MonthAnswer, ...]
    counts: Mapping[date, Mapping[str, int]]
    has_account: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known. ``unsaid``: accounts of judged months that nobody has said whose they are."""

    months: tuple[Period, ...]
    judged: tuple[Period, ...]
    gaps: tuple[Gap, ...]
    people: tuple[Person, ...]
    unsaid: frozenset[Key]
    rules: Mapping[date, KeptRule]


def see(unit: Unit, register: str, period: Period, *, as_of: datetime, unruled: bool = True) -> Seen:
    """Everybody in post in the period, month by month, as known at the moment.

    ``unruled`` False: where the unit has no rule at all, nobody is looked up; one statement tells so.
    """
    months, rules = months_of(period), rules_of(unit, register)
    by_month = {one.start: kept for one in months if (kept := rule_on(rules, one.start)) is not None}
    if not by_month and not unruled:
        return Seen(months, (), tuple(Gap(one) for one in months), (), frozenset(), {})
    gaps = tuple(_gaps(unit, register, period, months, by_month, as_of))
    unjudged = {gap.month for gap in gaps}
    judged = tuple(one for one in months if one not in unjudged)
    links = links_of(unit, register, as_of=as_of)
    uses = ToolUse.objects.known_at(as_of).filter(
        unit=unit,
        register=register,
        month__in=[one.start for one in judged],
        source__in=_by_file(register, by_month),
    )
    counts, unsaid = by_official(uses, links)
    own = _own_months(register, months, by_month)
    counts = _with_own(unit, [one for one in own if one in judged], as_of, counts)
    holders = links.holders()
    people = tuple(
        _person(one, judged, by_month, counts, has_account=one.official.pk in holders or _signs_in(one, own))
        for one in in_post(unit, period, as_of=as_of)
    )
    return Seen(months, judged, gaps, people, unsaid, by_month)


def _by_file(register: str, rules: Mapping[date, KeptRule]) -> set[str]:
    """Sources that files tell of: all but Chuẩn itself among the shared systems."""
    named = {least.source for kept in rules.values() for least in kept.rule.sources}
    return named - {OWN} if register == SIGN_INS else named


def _own_months(register: str, months: Sequence[Period], rules: Mapping[date, KeptRule]) -> list[Period]:
    """Months whose rule names Chuẩn among the shared systems."""
    return [one for one in months if register == SIGN_INS and names_own(rules.get(one.start))]


def _with_own(
    unit: Unit, own: Sequence[Period], as_of: datetime, counts: Mapping[tuple[int, date], dict[str, int]]
) -> Mapping[tuple[int, date], dict[str, int]]:
    """The counts of files with those of Chuẩn itself."""
    if not own:
        return counts
    _counted, numbers = own_counts(unit, own, as_of)
    joined = {key: dict(found) for key, found in counts.items()}
    for key, n in numbers.items():
        joined.setdefault(key, {})[OWN] = n
    return joined


def _signs_in(one: InPost, own: Sequence[Period]) -> bool:
    """Whether he has an account of Chuẩn and the rule asks for it."""
    return bool(own) and one.official.account_id is not None


def _person(
    one: InPost, judged: tuple[Period, ...], rules: Mapping[date, KeptRule],
    counts: Mapping[tuple[int, date], Mapping[str, int]], *, has_account: bool,
) -> Person:  # fmt: skip
    own = {month.start: counts.get((one.official.pk, month.start), {}) for month in judged}
    answers = tuple(_answer(one, month, rules[month.start].rule, own[month.start]) for month in judged)
    return Person(one.official, answers, own, has_account)


def _answer(one: InPost, month: Period, rule: ToolRule, counts: Mapping[str, int]) -> MonthAnswer:
    why = why_not_asked(one, month, rule.asks)
    if why:
        return MonthAnswer(month.start, asked=False, why_not_asked=why)
    return answer_month(rule, month.start, counts)


def why_not_asked(one: InPost, month: Period, asks: Asks) -> str:
    """Why a month does not ask an official; "" when it does. Never says why he was away."""
    held = sum(_shared(part, month) for part in one.held)
    there = held - sum(_shared(part, other, month) for part in one.held for other in one.away)
    last = month.end - timedelta(days=1)
    if asks is Asks.LAST_DAY:
        return _on_last_day(one, last)
    enough = there == month.days if asks is Asks.WHOLE else there * 2 > month.days
    if enough:
        return ""
    held_enough = held == month.days if asks is Asks.WHOLE else held * 2 > month.days
    return reasons.AWAY if held_enough else reasons.PART_OF_MONTH


def _on_last_day(one: InPost, last: date) -> str:
    if not one.on(last):
        return reasons.NOT_IN_POST
    return reasons.AWAY if one.away_on(last) else ""


def _shared(one: Period, *others: Period) -> int:
    start, end = max(one.start, *(o.start for o in others)), min(one.end, *(o.end for o in others))
    return max(0, (end - start).days)


def _gaps(
    unit: Unit, register: str, period: Period, months: tuple[Period, ...], rules: Mapping[date, KeptRule],
    as_of: datetime,
) -> list[Gap]:  # fmt: skip
    found = [Gap(one) for one in months if one.start not in rules]
    if own := _own_months(register, months, rules):
        counted, _numbers = own_counts(unit, own, as_of)
        found += [Gap(one, OWN) for one in own if one.start not in counted]
    for source in sorted(_by_file(register, rules)):
        missing = uncovered(unit, register, period, as_of=as_of, source=source)
        found += [
            Gap(one, source)
            for one in months
            if one.start in rules
            and any(least.source == source for least in rules[one.start].rule.sources)
            and any(one.overlaps(part) for part in missing)
        ]
    return found
