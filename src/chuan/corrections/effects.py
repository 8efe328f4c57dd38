"""What registers count of the periods after the actions, and what that comes to. Only reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from django.utils.translation import gettext as _

from chuan.corrections.models import EffectCheck, Nonconformity
from chuan.corrections.waiting import periods_of
from chuan.offers import measures
from chuan.offers.measures import Counts, Measure, Scope
from chuan.rules.corrections import (
    COMPARATOR_WORDS,
    Figure,
    Judged,
    Rhythm,
    Shape,
    Wanted,
    judge_effect,
)
from chuan.rules.targets.types import Comparator
from chuan.rules.types import Period
from chuan.ui import formatters as say
from chuan.ui import words as ui_words

MET, MISSED, UNKNOWN = "met", "missed", "unknown"
"""What somebody who looked himself says of a period."""


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """One period as it is shown: its name, the figure with what it is out of, how it stands to the target."""

    number: int
    period: Period
    name: str
    figure: Figure
    words: str
    state: str
    """"good", "bad", "unknown" or "to_come"."""
    has_rows: bool = False


@dataclass(frozen=True, slots=True)
class Effect:
    """A check with its periods as they stand now."""

    check: EffectCheck
    lines: Sequence[PeriodLine]
    judged: Judged

    @property
    def figures(self) -> list[Figure]:
        """The figures of the periods."""
        return [one.figure for one in self.lines]


def effect_of(case: Nonconformity, check: EffectCheck, *, on: date, at: datetime) -> Effect:
    """The effect as registers count it now; of what nobody counts every period is unknown until somebody looks."""
    wanted, periods = wanted_of(check), periods_of(case)
    measure = measures.find(check.measure_key) if check.measure_key else None
    lines = [_line(n, one, measure, case, check, wanted, on, at) for n, one in enumerate(periods)]
    return Effect(check, lines, judge_effect(wanted, [one.figure for one in lines], on))


def seen_figures(case: Nonconformity, seen: Mapping[int, tuple[str, str]]) -> list[Figure]:
    """Figures of a check without a measure: by the number of the period, what was seen and in which words."""
    return [
        Figure(period, {MET: Fraction(1), MISSED: Fraction(0)}.get(told), words)
        for n, period in enumerate(periods_of(case))
        for told, words in [seen.get(n, (UNKNOWN, ""))]
    ]


def wanted_of(check: EffectCheck) -> Wanted:
    """What every period has to come to."""
    return Wanted(Comparator(check.comparator), check.exact)


def target_words(check: EffectCheck) -> str:
    """ "tỷ lệ hồ sơ …: trên 95 %, trong 3 tháng sau khi xong các hành động"."""
    rhythm = _("tháng") if check.rhythm == Rhythm.MONTHLY.value else _("quý")
    after = _("trong %(n)s %(rhythm)s trọn sau ngày xong hành động cuối cùng") % {
        "n": check.periods, "rhythm": rhythm,
    }  # fmt: skip
    if not check.measure_key:
        return f"{check.method}, {after}"
    value = say.percent(check.exact, None) if check.shape == Shape.SHARE.value else say.number(check.exact)
    promised = COMPARATOR_WORDS[Comparator(check.comparator)].format(value=value)
    return f"{measure_title(check.measure_key)}: {promised}, {after}"


def measure_title(key: str) -> str:
    """What a measure is called; its key where no room offers it any more."""
    found = measures.find(key)
    return found.title if found else key


def scope_of(case: Nonconformity, period: Period, at: datetime) -> Scope:
    """What is asked of a measure for one period of a case."""
    return Scope(case.owner_unit.uid, period, at)


def _line(
    number: int, period: Period, measure: Measure | None, case: Nonconformity, check: EffectCheck, wanted: Wanted,
    on: date, at: datetime,
) -> PeriodLine:  # fmt: skip
    name = ui_words.period(period, with_year=True)
    if period.end > on:
        return PeriodLine(number, period, name, Figure(period, None), _("kỳ chưa hết"), "to_come")
    if measure is None:
        why = _("chưa ai xem") if not check.measure_key else _("thước đo không còn")
        return PeriodLine(number, period, name, Figure(period, None, why), why, "unknown")
    scope = scope_of(case, period, at)
    if obstacles := measure.obstacles(scope):
        why = obstacles[0].sentence
        return PeriodLine(
            number, period, name, Figure(period, None, why), _("chưa đo được: %s") % why, "unknown"
        )
    return _counted(number, name, period, measure.counts(scope), check, wanted)


def _counted(
    number: int, name: str, period: Period, counts: Counts, check: EffectCheck, wanted: Wanted
) -> PeriodLine:
    blind = sum(counts.blind.values())
    value, words = _value(counts, check)
    if blind:
        value, words = None, _("chưa đo được: %s dòng thiếu dữ liệu") % say.number(blind)
    figure = Figure(period, value, words)
    state = "unknown" if value is None else "good" if wanted.holds(value) else "bad"
    return PeriodLine(number, period, name, figure, words, state, has_rows=True)


def _value(counts: Counts, check: EffectCheck) -> tuple[Fraction | None, str]:
    if check.shape == Shape.COUNT.value:
        return counts.numerator, say.number(counts.numerator)
    if not counts.denominator:
        return None, _("chưa đo được: không có trường hợp nào trong kỳ")
    value = counts.numerator / counts.denominator * 100
    part = say.fraction(counts.numerator, counts.denominator)
    return value, f"{say.rate(value, check.exact)} ({part})"
