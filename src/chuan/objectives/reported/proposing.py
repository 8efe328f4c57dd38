"""From what the reader found to the lines of a report, still unsaved; what the text itself leaves open is asked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from chuan.law.lexicons import reader_lexicon
from chuan.objectives.models import Indicator, Measurement, ReportLine
from chuan.objectives.periods import adds_up
from chuan.objectives.reported.fitting import fitted
from chuan.objectives.reported.texts import Brought
from chuan.objectives.reported.wanting import Sought
from chuan.rules.report_figures import Amount, Doubt, Home, Proposal, Reading, Taught, converted, read_report
from chuan.rules.report_figures.settling import spoken as spoken_amount
from chuan.rules.targets.types import Combine
from chuan.rules.types import Period
from chuan.rules.vietnamese import decimal_text

State = ReportLine.State


@dataclass(frozen=True)
class Found:
    """A report that was read: what the reader says, and the lines that are made of it."""

    reading: Reading
    lines: tuple[ReportLine, ...]


def find(brought: Brought, sought: Sought, *, home: Home, taught: Sequence[Taught], year: int) -> Found:
    """Read the text and make its lines. ``year`` is the year at work: a report of another one is asked about."""
    reading = read_report(
        brought.text, sought.wanted(), home=home, lexicon=reader_lexicon(), taught=taught
    )  # fmt: skip
    units = {(one.phrase, one.column): one.unit for one in taught if one.unit}
    lines = [_line(one, sought.indicators[one.key], brought, units, year) for one in reading.proposals]
    lines = _checks_aside(_once(lines))
    lines += [_unknown(one) for one in reading.unknown]
    for position, line in enumerate(sorted(lines, key=lambda one: one.span_start), start=1):
        line.position = position
    return Found(reading, tuple(sorted(lines, key=lambda one: one.position)))


def asked_of(indicator: Indicator, line: ReportLine, year: int) -> list[Doubt]:
    """What a line's own days and shape leave open."""
    found = []
    if line.period_start is None:
        found.append(Doubt("period_missing"))
    elif line.period_start.year != year:
        found.append(Doubt("other_year", {"year": str(line.period_start.year)}))
    if indicator.combine == Combine.RATIO and indicator.shape == "share" and not line.denominator:
        found.append(Doubt("needs_whole" if line.numerator else "needs_parts"))
    elif line.numerator and not line.denominator:
        found.append(Doubt("needs_whole"))
    return found


def put_doubts(line: ReportLine, doubts: Iterable[Doubt]) -> None:
    """Write what is asked into an unsaved line, each once."""
    unique = {one.code: one for one in doubts}
    line.asked = json.dumps(
        [{"code": one.code, "facts": one.facts} for one in unique.values()], ensure_ascii=False
    )


def doubts_of(line: ReportLine) -> list[Doubt]:
    """What the text leaves open, as kept."""
    return [Doubt(one["code"], one["facts"]) for one in line.questions]


def put_days(line: ReportLine, days: tuple[Period, bool] | None) -> None:
    """Write the period of a line; nothing when none fits."""
    if days is not None:
        period, line.to_date = days
        line.period_start, line.period_end = period.start, period.end


def _line(
    one: Proposal, indicator: Indicator, brought: Brought, units: dict[tuple[str, str], str], year: int
) -> ReportLine:
    amount, doubts = one.amount, list(one.doubts)
    if units.get((one.phrase, one.column)) == amount.unit and amount.unit:
        amount, doubts = _as_before(amount, doubts, indicator)
    line = _bare(one, amount, State.PROPOSED)
    line.indicator = indicator
    put_days(line, fitted(indicator, one.said_period))
    if _is_unsure(one, brought):
        doubts.append(Doubt("seen_unsure"))
    put_doubts(line, [*doubts, *asked_of(indicator, line, year)])
    return line


def _as_before(amount: Amount, doubts: list[Doubt], indicator: Indicator) -> tuple[Amount, list[Doubt]]:
    """A unit that a person confirmed once in the same words is brought to the indicator's without asking again."""
    if amount.value is None:
        return amount, doubts
    value = converted(amount.value, amount.unit, indicator.measured_in)
    if value is None:
        return amount, doubts
    kept = [one for one in doubts if one.code != "unit_changed"]
    return (replace(amount, value=value) if len(kept) < len(doubts) else amount), kept


def _unknown(one: Proposal) -> ReportLine:
    line = _bare(one, one.amount, State.UNKNOWN)
    put_doubts(line, one.doubts)
    if one.said_period is not None:
        line.period_start, line.period_end = one.said_period.period.start, one.said_period.period.end
        line.to_date = one.said_period.to_date
    return line


def _bare(one: Proposal, amount: Amount, state: str) -> ReportLine:
    return ReportLine(
        state=state, span_start=one.span.start, span_end=one.span.end, said_start=one.said.start,
        said_end=one.said.end, phrase=one.phrase, column=one.column, how=one.how.value, unit=one.amount.unit[:60],
        value=_text(amount.value), numerator=_text(amount.numerator), denominator=_text(amount.denominator),
        stage=Measurement.Stage.ESTIMATE if one.estimate else Measurement.Stage.OFFICIAL,
    )  # fmt: skip


def _once(lines: Iterable[ReportLine]) -> list[ReportLine]:
    """A state told as of a month and as of the year so far is one figure; two that differ are a question each."""
    kept: list[ReportLine] = []
    for line in lines:
        twin = next((one for one in kept if _days(one) == _days(line) and line.period_start), None)
        if twin is None:
            kept.append(line)
        elif (twin.value, twin.numerator, twin.denominator) != (line.value, line.numerator, line.denominator):
            for one, other in ((twin, line), (line, twin)):
                put_doubts(one, [*doubts_of(one), Doubt("two_values", {"others": spoken(other)})])
            kept.append(line)
    return kept


def _checks_aside(lines: list[ReportLine]) -> list[ReportLine]:
    """What accumulates beside its own month only checks the months: recorded too, it would hide later corrections."""
    single = {line.indicator_id for line in lines if not line.to_date and line.period_start}
    for line in lines:
        if line.to_date and line.indicator and adds_up(line.indicator) and not line.indicator.cumulative:
            line.state = State.ASIDE if line.indicator_id in single else line.state
    return lines


def spoken(line: ReportLine) -> str:
    """A line's figure as written: "6.583/7.033", "972,1 triệu đồng"."""
    return spoken_amount(amount_of(line))


def amount_of(line: ReportLine) -> Amount:
    """The amount of a line as the reader knows it."""
    return Amount(_number(line.value), _number(line.numerator), _number(line.denominator), line.unit)


def _days(line: ReportLine) -> tuple[object, ...]:
    return line.indicator_id, line.period_start, line.period_end, line.to_date


def _is_unsure(one: Proposal, brought: Brought) -> bool:
    return any(start < one.span.end and one.span.start < end for start, end in brought.unsure)


def _text(value: Fraction | None) -> str:
    return "" if value is None else decimal_text(value)[:60]


def _number(text: str) -> Fraction | None:
    return Fraction(text) if text else None
