"""Figures counted from a register: measured, frozen with their rows, and watched for late data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from chuan.objectives import ready
from chuan.objectives.actions import freezing
from chuan.objectives.frozen import differing, digest_of, of_register, thaw
from chuan.objectives.models import Indicator, LateNotice, Measurement
from chuan.objectives.periods import is_expected, stored
from chuan.objectives.ready import SETTLING, Ready
from chuan.objectives.standing import standing_figure
from chuan.offers import measures
from chuan.offers.measures import Scope
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.rules.refusals import Refused
from chuan.rules.types import Period
from chuan.trail.actions import SYSTEM, Actor, act
from chuan.ui import formatters as say


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of measuring one indicator: a new figure, a notice of late rows, or a sentence.

    ``waits`` says that a person is to decide: late rows, or a typed figure that could be a counted one.
    """

    indicator: Indicator
    measurement: Measurement | None = None
    late: LateNotice | None = None
    sentence: str = ""
    waits: bool = False


def take_measure(
    indicator: Indicator, period: Period, *, by: Actor, at: datetime, as_of: datetime | None = None,
    reason: str = "", to_date: bool = False, illustrative: bool = False,
) -> Measurement:  # fmt: skip
    """Count the period from its register as known at ``as_of`` and freeze the figure with its rows.

    With a figure standing it is a correcting measurement and needs a reason. Raises
    ``MeasureUnknown``, ``TooFresh``, ``MeasureObstructed``, ``ReasonMissing``, ``NothingChanged``,
    ``BetterFigureStands``, ``FigureInFuture``, ``PeriodNotOfIndicator``.
    """
    found = ready.count(indicator, period, by=by, at=at, as_of=as_of, to_date=to_date)
    return freezing.write(found, by=by, at=at, reason=reason, illustrative=illustrative)


def check_late(measurement: Measurement, *, at: datetime) -> LateNotice | None:
    """Whether the register now holds other rows for a frozen figure; the notice of it, or None.

    A person decides on a correcting measurement; nothing is measured again by itself. A notice whose
    rows are gone again (the import was withdrawn) is taken down.
    """
    measure = measures.find(measurement.measure_key) if measurement.measure_key else None
    if measure is None or measurement.rows_blob is None:
        return None
    scope = Scope(measurement.indicator.unit.uid, measurement.period, at - SETTLING)
    now = of_register(measures.all_rows(measure, scope))
    digest, frozen = digest_of(now), list(thaw(measurement.rows_blob))
    if digest == digest_of(frozen):
        _take_down(measurement, at=at)
        return None
    up = LateNotice.objects.up().filter(measurement=measurement).last()
    return up if up and up.digest == digest else _notice(measurement, digest, differing(frozen, now), at=at)


def measure_all(unit: Unit, period: Period, *, at: datetime, by: Actor = SYSTEM) -> tuple[Attempt, ...]:
    """Measure every indicator of the unit that a register counts and that is due for the period.

    Figures that stand are only checked for late rows. What cannot be measured says why.
    """
    due = [
        indicator
        for indicator in Indicator.objects.filter(unit=unit).exclude(measure_key="").order_by("code")
        if is_expected(period, indicator.frequency) and measures.find(indicator.measure_key) is not None
    ]
    return tuple(attempt(indicator, period, by=by, at=at) for indicator in due)


def attempt(indicator: Indicator, period: Period, *, at: datetime, by: Actor = SYSTEM) -> Attempt:
    """Measure a period that has no figure; look for late rows where one was counted; never replace one."""
    kept, _cumulative = stored(indicator, period, to_date=False)
    standing = standing_figure(indicator, kept)
    try:
        if standing is None:
            shown = indicator.unit.example
            return Attempt(indicator, take_measure(indicator, period, by=by, at=at, illustrative=shown))
        if standing.measure_key:
            late = check_late(standing, at=at)
            return Attempt(indicator, standing, late, waits=late is not None)
        return _beside(standing, ready.count(indicator, period, by=SYSTEM, at=at))
    except Refused as refused:
        return Attempt(indicator, standing, sentence=refused.sentence)


def _beside(standing: Measurement, found: Ready) -> Attempt:
    """A typed figure with what the register would say in its place."""
    said = say.fraction(found.figure.numerator, found.figure.denominator)
    sentence = _("đang dùng số nhập tay (%(grade)s), đếm từ sổ được %(found)s, chờ người thay") % {
        "grade": standing.grade, "found": said,
    }  # fmt: skip
    return Attempt(standing.indicator, standing, sentence=sentence, waits=True)


def _notice(measurement: Measurement, digest: str, rows: int, *, at: datetime) -> LateNotice:
    """Put the notice up; an earlier one of the same figure gives way, the same rows come back as the same one."""
    subject = Subject("measurement", measurement.uid)
    with act("measure.late", subject, by=SYSTEM, unit_uid=measurement.indicator.unit.uid, at=at, rows=rows):
        LateNotice.objects.up().filter(measurement=measurement).update(gone_at=at)
        found, _made = LateNotice.objects.update_or_create(
            measurement=measurement,
            digest=digest,
            defaults={"found_at": at, "rows": rows, "gone_at": None},
        )
    return found


def _take_down(measurement: Measurement, *, at: datetime) -> None:
    standing = LateNotice.objects.up().filter(measurement=measurement)
    if not standing.exists():
        return
    subject = Subject("measurement", measurement.uid)
    with act("measure.agree", subject, by=SYSTEM, unit_uid=measurement.indicator.unit.uid, at=at):
        standing.update(gone_at=at)
