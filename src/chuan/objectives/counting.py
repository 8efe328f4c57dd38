"""``chuan measure``: count a month for every unit, and say in sentences what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from chuan.objectives import sayings
from chuan.objectives.actions import Attempt, measure_all
from chuan.objectives.periods import periods_of
from chuan.people.models import Unit
from chuan.rules.types import Period


def measure_month(year: int, month: int, *, at: datetime) -> Iterator[str]:
    """Count what a register counts in each period that ends with this month; one sentence per indicator.

    Figures that stand are only checked for late rows: a correction needs a person and a reason.
    """
    ended = Period.month(year, month).end
    periods = {
        period for frequency in ("monthly", "quarterly", "half_yearly", "yearly", "per_crop")
        for period in periods_of(frequency, year) if period.end == ended
    }  # fmt: skip
    attempts = [
        (period, attempt)
        for unit in Unit.objects.valid_on(ended - timedelta(days=1))
        for period in sorted(periods)
        for attempt in measure_all(unit, period, at=at)
    ]
    yield from (_said(attempt) for _period, attempt in attempts)
    if not attempts:
        yield _(
            "Không có chỉ tiêu nào do sổ đếm trong kỳ này: chưa có sổ nào nối với phép đo, số liệu nhập tay."
        )


def _said(attempt: Attempt) -> str:
    name = attempt.indicator.name
    if attempt.measurement is None or attempt.sentence:
        return f"{name}: {attempt.sentence}"
    figure = sayings.measured(attempt.indicator, attempt.measurement)
    late = _("; có %(n)s dòng về muộn, cần người xem lại") % {"n": attempt.late.rows} if attempt.late else ""
    return f"{name}: {figure}{late}"
