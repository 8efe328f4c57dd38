"""What the registers say of a process in a period: each measure once, whatever process asks for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from chuan.offers import measures
from chuan.offers.measures import Counts, Measure, Scope
from chuan.rules.types import Period
from chuan.ui import formatters as say


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure's figure in words with its denominator; ``why_not`` says why there is none."""

    key: str
    title: str
    text: str = ""
    why_not: str = ""

    @property
    def sentence(self) -> str:
        """Title and figure, or that it could not be measured and why."""
        return _("%(title)s: %(text)s") % {
            "title": self.title,
            "text": self.text or _("chưa đo được (%s)") % self.why_not,
        }


def so_far(on: date) -> Period:
    """The year of the day, up to and with the day."""
    return Period(date(on.year, 1, 1), on + timedelta(days=1))


def figures_of(keys: Iterable[str], unit_uid: UUID, period: Period, at: datetime) -> dict[str, Figure]:
    """Each measure of these keys for the period; a few statements per measure. A key nobody counts says so."""
    return {key: _figure(key, Scope(unit_uid, period, at)) for key in dict.fromkeys(keys)}


def _figure(key: str, scope: Scope) -> Figure:
    measure = measures.find(key)
    if measure is None:
        return Figure(key, key, why_not=_("chưa phần nào đếm thước đo này"))
    scope = replace(scope, period=measures.reach(measure, scope) or scope.period)
    if obstacles := measure.obstacles(scope):
        return Figure(key, measure.title, why_not=obstacles[0].sentence.rstrip("."))
    return _told(measure, measure.counts(scope))


def _told(measure: Measure, counts: Counts) -> Figure:
    cases = measures.words_of(measure).case
    if measures.is_plain_count(measure):
        return Figure(measure.key, measure.title, say.with_unit(say.number(counts.numerator), cases))
    if not counts.denominator:
        return Figure(measure.key, measure.title, why_not=_("chưa có %s nào để đếm") % cases)
    part = say.fraction(counts.numerator, counts.denominator)
    if sample := measures.sample_words(measure):
        return Figure(measure.key, measure.title, _("đạt %s") % say.with_unit(part, sample))
    rate = say.share(counts.numerator, counts.denominator)
    return Figure(measure.key, measure.title, f"{rate} ({say.with_unit(part, cases)})")
