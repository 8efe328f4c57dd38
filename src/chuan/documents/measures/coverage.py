"""Why a figure of documents cannot be counted: days that no file covers and that Chuẩn did not keep itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.documents.fields import RECORDS
from chuan.intake.coverage import fields_held, uncovered
from chuan.intake.models import RecordSystem
from chuan.offers.measures import Obstacle, Scope
from chuan.people.models import Unit
from chuan.rules.types import Period
from chuan.rules.wording import said


def obstacles(
    scope: Scope, register: str, what: str, needs: tuple[tuple[frozenset[str], str], ...] = ()
) -> tuple[Obstacle, ...]:
    """Sentences without the "Chưa đo được:" before them; empty when the figure can be counted.

    ``needs``: sets of fields of which one must be filled, each with the words of the columns.
    """
    unit, past = Unit.objects.get(uid=scope.unit_uid), past_of(scope)
    if past is None:
        return (Obstacle("not_begun", _("kỳ chưa bắt đầu.")),)
    gaps = followed_gaps(unit, register, past, scope)
    if gaps:
        return (Obstacle("uncovered", _gaps(gaps, what)),)
    return tuple(_lacking(unit, register, past, scope, needs))


def reach(scope: Scope, register: str) -> Period | None:
    """The days from the period's first on that files cover without a gap; None when the first is not covered."""
    unit, past = Unit.objects.get(uid=scope.unit_uid), past_of(scope)
    if past is None:
        return None
    gaps = followed_gaps(unit, register, past, scope)
    if not gaps:
        return past
    first = min(gap.start for gap in gaps)
    return Period(past.start, first) if first > past.start else None


def past_of(scope: Scope) -> Period | None:
    """The days of the period that were over when the cut was made; the day of the cut itself is not."""
    end = min(scope.period.end, timezone.localtime(scope.as_of).date())
    return Period(scope.period.start, end) if end > scope.period.start else None


def followed_gaps(unit: Unit, register: str, past: Period, scope: Scope) -> tuple[Period, ...]:
    """Days that no standing file speaks of, but for those on which Chuẩn itself kept the register."""
    gaps = uncovered(unit, register, past, as_of=scope.as_of)
    return tuple(left for gap in gaps for left in _not_kept(gap, kept_days(unit)))


def kept_days(unit: Unit) -> list[Period]:
    """The days on which Chuẩn keeps the registers of documents, by the unit's dated settings."""
    rows = list(RecordSystem.objects.filter(unit=unit, register=RECORDS).order_by("valid_from"))
    ends = [*(row.valid_from for row in rows[1:]), date.max]
    return [Period(row.valid_from, end) for row, end in zip(rows, ends, strict=False) if row.keeps]


def _not_kept(gap: Period, kept: list[Period]) -> Iterator[Period]:
    start = gap.start
    for one in kept:
        if one.end <= start or one.start >= gap.end:
            continue
        if one.start > start:
            yield Period(start, one.start)
        start = max(start, min(one.end, gap.end))
    if start < gap.end:
        yield Period(start, gap.end)


def _gaps(gaps: tuple[Period, ...], what: str) -> str:
    told = [
        _("từ %(first)s đến %(last)s") % {"first": said(gap.start), "last": said(gap.end - timedelta(days=1))}
        for gap in gaps
    ]
    return _("chưa nhập %(what)s %(gaps)s.") % {"what": what, "gaps": ", ".join(told)}


def _lacking(
    unit: Unit, register: str, past: Period, scope: Scope, needs: tuple[tuple[frozenset[str], str], ...]
) -> Iterator[Obstacle]:
    if not uncovered(unit, register, past, as_of=scope.as_of) and needs:
        held = fields_held(unit, register, past, as_of=scope.as_of)
        for fields, words in needs:
            if not held & fields:
                yield Obstacle("no_column", _("tệp đã nhập thiếu cột %s.") % words)
