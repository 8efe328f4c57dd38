"""What stood before: an indicator's last figure with its paper, and what is asked of a new one because of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from chuan.objectives import sayings
from chuan.objectives.figures import Figure
from chuan.objectives.models import Indicator, Measurement, ReportLine
from chuan.objectives.periods import adds_up, last_day, stored
from chuan.objectives.reported.saying import question
from chuan.objectives.standing import NEEDED
from chuan.rules.papers_named import NamedPaper, paper_named
from chuan.rules.report_figures import Past, doubts
from chuan.rules.types import Period
from chuan.ui import formatters as say


@dataclass(frozen=True, slots=True)
class Last:
    """The last figure of an indicator before a period, said, and the paper it came from."""

    measurement: Measurement
    words: str
    period_words: str
    paper: NamedPaper | None
    source: str


def series(indicators: Iterable[Indicator], year: int) -> dict[int, list[Measurement]]:
    """Standing figures since January of the year before ``year``, in order of their periods; one statement."""
    rows = (
        Measurement.objects.filter(indicator__in=list(indicators), period_start__gte=date(year - 1, 1, 1))
        .only(*NEEDED)
        .order_by("indicator_id", "period_end", "period_start", "version")
    )
    highest = {(row.indicator_id, row.period_start, row.period_end): row for row in rows}
    found: dict[int, list[Measurement]] = defaultdict(list)
    for row in highest.values():
        found[row.indicator_id].append(row)
    return found


def last_before(indicator: Indicator, period: Period, rows: Sequence[Measurement]) -> Last | None:
    """The youngest figure of a period that ended before this one."""
    earlier = [one for one in rows if one.period_end < period.end]
    if not earlier:
        return None
    one = max(earlier, key=lambda row: (row.period_end, row.period_start))
    source = one.evidence_note or one.evidence_name
    return Last(
        one, sayings.measured(indicator, one), sayings.period_of(one), paper_named(one.evidence_note), source
    )


def asked_of_figure(
    indicator: Indicator, period: Period, figure: Figure, rows: Sequence[Measurement], *, estimate: bool,
    to_date: bool, on: date,
) -> list[str]:  # fmt: skip
    """Sentences about a figure that leaps away from the last one, or falls though it accumulates."""
    if figure.value is None:
        return []
    kept, cumulative = stored(indicator, period, to_date=to_date)
    found = doubts(
        figure.value, kept, [_past(indicator, one) for one in rows],
        accumulates=adds_up(indicator) and indicator.shape in ("level", "count"), to_date=cumulative,
        estimate=estimate, on=on,
    )  # fmt: skip
    about = ReportLine(indicator=indicator)
    return [question(one, about) for one in found if one.code in ("falls", "jumps", "sum_differs")]


def asked_of_paper(note: str, period: Period, last: Last | None, *, estimate: bool) -> list[str]:
    """Sentences about a paper that was the last figure's too, or was signed before the period was over."""
    if last is not None and note and note == last.measurement.evidence_note:
        return [_("Văn bản này trùng với văn bản của %(period)s.") % {"period": last.period_words}]
    named = paper_named(note)
    if named is not None and named.day is not None and named.day < last_day(period) and not estimate:
        facts = {"day": say.day(named.day), "until": say.day(last_day(period))}
        return [
            _("Văn bản ký ngày %(day)s, trước khi kỳ kết thúc (%(until)s): số này là số ước chăng?") % facts
        ]
    return []


def _past(indicator: Indicator, one: Measurement) -> Past:
    numerator, denominator = one.exact
    value = numerator * 100 / denominator if denominator else numerator
    said = f"{sayings.measured(indicator, one)} ({sayings.period_of(one)})"
    return Past(one.period, value, one.cumulative, said, one.stage == Measurement.Stage.ESTIMATE)
