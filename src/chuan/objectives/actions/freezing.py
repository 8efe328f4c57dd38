"""A counted figure written into the books: frozen with its rows, signed with its measure."""

from __future__ import annotations

from datetime import datetime

from chuan.objectives import expecting
from chuan.objectives.actions.recording import after, hold, local_day, put_numbers, refuse_worse, told
from chuan.objectives.models import Measurement
from chuan.objectives.ready import Ready
from chuan.objectives.refusals import NothingChanged
from chuan.objectives.standing import standing_figure
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules import refusals
from chuan.trail.actions import Actor, act


def write(
    ready: Ready, *, by: Actor, at: datetime, reason: str = "", illustrative: bool = False
) -> Measurement:
    """Freeze what was counted. With a figure standing it is a correcting measurement and needs a reason.

    Raises ``ReasonMissing``, ``NothingChanged``, ``BetterFigureStands``.
    """
    indicator, period = ready.indicator, ready.period
    standing = standing_figure(indicator, period)
    if standing is not None and not reason.strip():
        raise refusals.ReasonMissing(act="đo lại")
    subject = Subject("indicator", indicator.uid)
    with act("measure.take", subject, by=by, unit_uid=indicator.unit.uid, at=at) as doing:
        hold(indicator)
        fresh = _next(ready, standing, reason, illustrative)
        if standing is not None and _same(standing, fresh):
            raise NothingChanged(period=period)
        _sign(fresh, ready, by=by, at=at)
        fresh.save()
        expecting.settle(fresh, on=local_day(at))
        doing.detail = told(fresh) | {
            "measurement": str(fresh.uid), "reason": fresh.reason,
            "measure": f"{ready.measure.key}@{ready.measure.version}",
        }  # fmt: skip
    return fresh


def _next(ready: Ready, standing: Measurement | None, reason: str, illustrative: bool) -> Measurement:
    """The unsaved figure with its numbers: the first of its period, or the version after the standing one."""
    if standing is None:
        fresh = Measurement(
            indicator=ready.indicator, period_start=ready.period.start, period_end=ready.period.end,
            illustrative=illustrative,
        )  # fmt: skip
    else:
        refuse_worse(standing, ready.grade, at=ready.cut)
        fresh = after(standing, reason, illustrative=illustrative)
    fresh.cumulative = ready.cumulative
    put_numbers(fresh, ready.figure, ready.excluded)
    fresh.measure_key, fresh.measure_version = ready.measure.key, ready.measure.version
    return fresh


def _sign(fresh: Measurement, ready: Ready, *, by: Actor, at: datetime) -> None:
    fresh.as_of, fresh.recorded_at = ready.cut, at
    fresh.grade, fresh.stage = ready.grade, Measurement.Stage.OFFICIAL
    fresh.law_digest = ready.law_digest
    fresh.by = by.official if isinstance(by, Viewer) else None


def _same(one: Measurement, other: Measurement) -> bool:
    compared = ("numerator", "denominator", "excluded", "rows_blob_id", "measure_key")
    return bool(one.measure_key) and all(getattr(one, name) == getattr(other, name) for name in compared)
