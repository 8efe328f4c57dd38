"""What files of other systems tell the management review (9.3.2 c5): which days each register speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from chuan.intake.coverage import uncovered
from chuan.intake.models import Import
from chuan.offers import registers, review_inputs
from chuan.offers.fields import Register
from chuan.offers.review_inputs import Asked, Letter, Said
from chuan.rules.types import Period
from chuan.rules.wording import said

ROOM = "Nhập từ tệp"
ADDRESS = "/nhap-tu-tep/"
MOST = 3
"""Gaps that are named; the sentence says how many there are."""


def coverage(asked: Asked) -> Sequence[Said]:
    """One sentence for each register that files of the unit have spoken of; a statement each, and one for which."""
    days = _days(asked)
    if days is None:
        return []
    fed = set(_committed(asked).values_list("register", flat=True).distinct())
    known = [one for one in registers.followed() if one.key in fed]
    if not known:
        return [Said("Chưa nhập tệp nào từ hệ thống khác.", ADDRESS, short=True)]
    return list(_each(asked, known, days))


def _committed(asked: Asked) -> QuerySet[Import]:
    standing = Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=asked.at)
    return Import.objects.filter(standing, unit=asked.unit, committed_at__lte=asked.at)


def _days(asked: Asked) -> Period | None:
    """The days of the period that were over before the day asked for: a file of today cannot be whole."""
    end = min(asked.period.end, asked.on)
    return Period(asked.period.start, end) if end > asked.period.start else None


def _each(asked: Asked, known: Sequence[Register], days: Period) -> Iterator[Said]:
    for one in known:
        gaps = uncovered(asked.unit, one.key, days, as_of=asked.at)
        if gaps:
            more = f" và {said(len(gaps) - MOST)} khoảng khác" if len(gaps) > MOST else ""
            told = "; ".join(_said(gap) for gap in gaps[:MOST])
            yield Said(f"{one.title}: chưa có số liệu {told}{more}.", ADDRESS, short=True)
        else:
            yield Said(f"{one.title}: tệp nhập đủ mọi ngày từ {_span(days)}.", ADDRESS)


def _said(gap: Period) -> str:
    return f"từ {_span(gap)}"


def _span(days: Period) -> str:
    last: date = days.end - timedelta(days=1)
    return f"{said(days.start)} đến {said(last)}"


def offer() -> None:
    """Register; called when the programme starts."""
    review_inputs.offer(Letter.MONITORING, ROOM, coverage)
