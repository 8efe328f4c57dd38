"""Months make a year: the figures of several periods become the figure of the year so far."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from chuan.rules.targets.types import Combine, NotMeasurable, Reason, Result, Stage
from chuan.rules.types import Period
from chuan.rules.wording import said


def combine(results: Sequence[Result], how: Combine, year: Period, on: date) -> Result | NotMeasurable:
    """The year's figure as known on a day, or why there is none.

    The latest cumulative figure stands and is never added to earlier ones; later periods
    are added to it. Official figures beat estimates of the same days; holes are noted in
    ``missing``. Figures of other years and of periods not begun are left aside; overlapping
    periods are refused. With EACH no single figure stands for the year: the latest period's
    is given, for showing.
    """
    known = known_by(results, year, on)
    if not known:
        return no_figure(year, on)
    straddling = [result.period for result in known if not year.holds(result.period)]
    if straddling:
        return NotMeasurable(Reason.MIXED, f"{said(straddling[0])} không nằm gọn trong {said(year)}")
    whole = _state(known, how, year)
    official = [result for result in known if result.stage is Stage.OFFICIAL]
    if len(official) == len(known):
        return whole
    firm = _state(official, how, year)
    return firm if _reaches_as_far(firm, known, whole) else whole


def known_by(results: Iterable[Result], year: Period, on: date) -> list[Result]:
    """Figures of the year whose period has begun, in order, each once."""
    known = {result for result in results if result.period.overlaps(year) and result.period.start <= on}
    return sorted(known, key=_order)


def _order(result: Result) -> tuple[object, ...]:
    whole = result.denominator or Fraction(0)
    return result.period, result.cumulative, result.stage, result.numerator, whole, result.counted


def official_first(results: Iterable[Result]) -> list[Result] | NotMeasurable:
    """One figure a period, the official one where both kinds exist; refused where they contradict."""
    chosen: dict[tuple[Period, bool], Result] = {}
    for result in sorted(results, key=lambda result: result.stage is Stage.ESTIMATE):
        earlier = chosen.setdefault((result.period, result.cumulative), result)
        if earlier is not result and earlier.stage is result.stage:
            return NotMeasurable(Reason.MIXED, f"{said(result.period)} có hai số khác nhau")
    return sorted(chosen.values(), key=lambda result: (result.period, result.cumulative))


def overlap(parts: Iterable[Period]) -> NotMeasurable | None:
    """The first two periods that share a day, as a reason; None when all stand apart."""
    for one, other in pairwise(sorted(parts)):
        if one.overlaps(other):
            return NotMeasurable(Reason.MIXED, f"{said(one)} và {said(other)} trùng ngày")
    return None


def gaps(parts: Iterable[Period], within: Period) -> tuple[Period, ...]:
    """The stretches of ``within`` that no part covers."""
    found, reached = [], within.start
    for part in sorted(part for part in parts if part.overlaps(within)):
        if reached < part.start:
            found.append(Period(reached, part.start))
        reached = max(reached, part.end)
    return (*found, Period(reached, within.end)) if reached < within.end else tuple(found)


def no_figure(year: Period, on: date) -> NotMeasurable:
    """That nothing is known of a year by a day, as a reason."""
    if on < year.start:
        return NotMeasurable(Reason.TOO_EARLY, f"tính từ {said(year.start)}")
    last = min(on, year.end - timedelta(days=1))
    return NotMeasurable(Reason.NO_FIGURE, f"từ {said(year.start)} đến {said(last)}")


def _reaches_as_far(
    firm: Result | NotMeasurable, known: Sequence[Result], whole: Result | NotMeasurable
) -> bool:
    """Whether official figures alone say as much as all figures together; then estimates give way."""
    if isinstance(firm, NotMeasurable) or firm.period.end < max(result.period.end for result in known):
        return False
    return isinstance(whole, NotMeasurable) or _days(firm.missing) <= _days(whole.missing)


def _days(parts: Iterable[Period]) -> int:
    return sum(part.days for part in parts)


def _state(known: Sequence[Result], how: Combine, year: Period) -> Result | NotMeasurable:
    if not known:
        return no_figure(year, year.end)
    chosen = official_first(known)
    if isinstance(chosen, NotMeasurable):
        return chosen
    stated = _latest(chosen) if how in (Combine.LAST, Combine.EACH) else _added(chosen, how, year)
    return stated if isinstance(stated, NotMeasurable) else _with_whole(stated)


def _latest(chosen: Sequence[Result]) -> Result | NotMeasurable:
    """The figure whose period ends last; an official one where several end together."""
    end = max(result.period.end for result in chosen)
    ending = [result for result in chosen if result.period.end == end]
    best = [result for result in ending if result.stage is Stage.OFFICIAL] or ending
    if len({(result.numerator, result.denominator) for result in best}) > 1:
        return NotMeasurable(Reason.MIXED, f"có hai số khác nhau đến {said(end - timedelta(days=1))}")
    return best[0]


def _with_whole(result: Result) -> Result | NotMeasurable:
    empty = result.denominator is not None and result.denominator <= 0
    return NotMeasurable(Reason.NO_DENOMINATOR, said(result.period)) if empty else result


def _added(chosen: Sequence[Result], how: Combine, year: Period) -> Result | NotMeasurable:
    parts = _parts(_without_beaten(chosen, year))
    if isinstance(parts, NotMeasurable):
        return parts
    spans = [_covers(result, year) for result in parts]
    wrong = overlap(spans) or _unlike(parts, how)
    if wrong:
        return wrong
    stated = Period(year.start, max(span.end for span in spans))
    return Result(
        period=stated,
        numerator=sum((part.numerator for part in parts), Fraction(0)),
        denominator=None
        if parts[0].denominator is None
        else sum((part.denominator or Fraction(0) for part in parts), Fraction(0)),
        stage=Stage.ESTIMATE if any(part.stage is Stage.ESTIMATE for part in parts) else Stage.OFFICIAL,
        cumulative=True,
        counted=all(part.counted for part in parts),
        missing=gaps(spans, stated),
    )


def _without_beaten(chosen: Sequence[Result], year: Period) -> list[Result]:
    """An estimate of single days gives way to official figures of some of the same days."""
    official = [_covers(result, year) for result in chosen if result.stage is Stage.OFFICIAL]
    return [
        result
        for result in chosen
        if result.stage is Stage.OFFICIAL
        or result.cumulative
        or not any(result.period.overlaps(span) for span in official)
    ]


def _parts(chosen: Sequence[Result]) -> list[Result] | NotMeasurable:
    """The latest cumulative figure and the single periods that reach beyond it."""
    cumulative = [result for result in chosen if result.cumulative]
    single = [result for result in chosen if not result.cumulative]
    if not cumulative:
        return single
    base = _latest(cumulative)
    if isinstance(base, NotMeasurable):
        return base
    return [base, *(result for result in single if result.period.end > base.period.end)]


def _covers(result: Result, year: Period) -> Period:
    return Period(year.start, result.period.end) if result.cumulative else result.period


def _unlike(parts: Sequence[Result], how: Combine) -> NotMeasurable | None:
    """Why these figures may not be added: shares beside levels, or percentages without their counts."""
    shares = [part for part in parts if part.denominator is not None]
    if how is Combine.RATIO and not shares:
        return NotMeasurable(Reason.NO_DENOMINATOR)
    if shares and len(shares) < len(parts):
        return NotMeasurable(Reason.MIXED, "có kỳ là tỷ lệ, có kỳ là số lượng")
    if len(shares) > 1 and not all(part.counted for part in shares):
        return NotMeasurable(Reason.MIXED, "có kỳ chỉ ghi phần trăm, không có tử số và mẫu số để cộng")
    return None
