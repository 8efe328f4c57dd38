"""A measure's figure as one sentence with its denominator and its days, for who collects what the rooms know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from django.utils.translation import gettext as _

from chuan.offers import measures
from chuan.offers.measures import Counts, Measure, Scope
from chuan.offers.review_inputs import Asked, Said
from chuan.rules.types import Period
from chuan.rules.wording import said
from chuan.ui import formatters as say


def measured_said(asked: Asked, keys: Iterable[tuple[str, str]]) -> list[Said]:
    """What each measure (key, address of its page) says of the days asked for, up to the day; a few statements each.

    A measure that cannot speak says why, as something that is lacking; a key that no room offers is left out.
    """
    days = days_so_far(asked)
    if days is None:
        return []
    found = ((measures.find(key), address) for key, address in keys)
    return [
        _said(one, Scope(asked.unit.uid, days, asked.at), address)
        for one, address in found
        if one is not None
    ]


def days_so_far(asked: Asked) -> Period | None:
    """The days of the period up to and with the day asked for; None before its first."""
    if asked.on < asked.period.start:
        return None
    return Period(asked.period.start, min(asked.period.end, asked.on + timedelta(days=1)))


def _said(measure: Measure, scope: Scope, address: str) -> Said:
    scope = replace(scope, period=measures.reach(measure, scope) or scope.period)
    if obstacles := measure.obstacles(scope):
        return _unmeasured(measure, obstacles[0].sentence.rstrip("."), address)
    counts = measure.counts(scope)
    cases = measures.words_of(measure).case
    if not counts.denominator and not measures.is_plain_count(measure):
        return _unmeasured(measure, _("chưa có %s nào để đếm") % cases, address)
    told = {"title": measure.title, "figure": _figure(measure, counts, cases), "days": said(scope.period)}
    return Said(_("%(title)s: %(figure)s, %(days)s.") % told, address)


def _figure(measure: Measure, counts: Counts, cases: str) -> str:
    if measures.is_plain_count(measure):
        return say.with_unit(say.number(counts.numerator), cases)
    part = say.fraction(counts.numerator, counts.denominator)
    if sample := measures.sample_words(measure):
        return _("đạt %s") % say.with_unit(part, sample)
    return f"{say.share(counts.numerator, counts.denominator)} ({say.with_unit(part, cases)})"


def _unmeasured(measure: Measure, why: str, address: str) -> Said:
    return Said(
        _("%(title)s: chưa đo được, %(why)s.") % {"title": measure.title, "why": why}, address, short=True
    )
