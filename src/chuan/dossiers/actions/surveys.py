"""Hài lòng: totals of surveys with their paper; a correction stands beside what it corrects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from chuan.dossiers import refusals_figures as refusals
from chuan.dossiers.models import SurveyTotal
from chuan.dossiers.permissions import require_keep_figures
from chuan.files.models import Blob
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.rules.types import Period
from chuan.trail.actions import act


@dataclass(frozen=True)
class Given:
    """Totals as typed: both days included."""

    first_on: date
    last_on: date
    asked: int
    satisfied: int
    source: str
    blob: Blob | None = None
    file_name: str = ""

    @property
    def period(self) -> Period:
        """The days as a half-open period."""
        return Period(self.first_on, self.last_on + timedelta(days=1))


def enter(given: Given, *, by: Viewer, at: datetime) -> SurveyTotal:
    """Write the totals of a survey.

    Raises ``NotAllowed``, ``SurveyBackwards``, ``MoreSatisfiedThanAsked``, ``SurveyWithoutPaper``,
    ``SurveyOverlaps``.
    """
    require_keep_figures(by)
    _check(given, at)
    made = _made(given, by, at)
    with act("survey.enter", Subject("survey_total", made.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        _check_apart(by.unit, given.period)
        made.save()
        doing.detail = _said(made)
    return made


def correct(total: SurveyTotal, given: Given, reason: str, *, by: Viewer, at: datetime) -> SurveyTotal:
    """Put better totals beside wrong ones, with the reason.

    Raises as ``enter`` does, and ``ReasonMissing``, ``SurveyCorrected``.
    """
    require_keep_figures(by, total.unit_id)
    _check(given, at)
    why = " ".join(reason.split())
    if not why:
        raise refusals.ReasonMissing()
    made = _made(given, by, at)
    made.corrects, made.reason = total, why
    with act(
        "survey.correct", Subject("survey_total", made.uid), by=by, unit_uid=by.unit_uid, at=at
    ) as doing:
        SurveyTotal.objects.select_for_update().get(pk=total.pk)
        if SurveyTotal.objects.filter(corrects=total).exists():
            raise refusals.SurveyCorrected()
        _check_apart(by.unit, given.period, but=total.pk)
        made.save()
        doing.detail = _said(made) | {"reason": why}
    return made


def enter_all(given: Sequence[Given], *, by: Viewer, at: datetime) -> list[SurveyTotal]:
    """Write every line of a worksheet, or none. Raises as ``enter``."""
    require_keep_figures(by)
    for one in given:
        _check(one, at)
    made = [_made(one, by, at) for one in given]
    subject = Subject("unit", by.unit.uid)
    with act("survey.sheet", subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        for one, total in zip(given, made, strict=True):
            _check_apart(by.unit, one.period)
            total.save()
        doing.detail = {"file": given[0].file_name if given else "", "count": len(made)}
    return made


def _check(given: Given, at: datetime) -> None:
    if given.first_on > given.last_on or given.last_on > timezone.localtime(at).date():
        raise refusals.SurveyBackwards(first=given.first_on, last=given.last_on)
    if not 0 <= given.satisfied <= given.asked or not given.asked:
        raise refusals.MoreSatisfiedThanAsked(asked=given.asked, satisfied=given.satisfied)
    if not given.source.strip() and given.blob is None:
        raise refusals.SurveyWithoutPaper()


def _check_apart(unit: Unit, period: Period, *, but: int | None = None) -> None:
    """Inside the act, with the unit's row locked: two people enter no overlapping totals at once."""
    Unit.objects.select_for_update().get(pk=unit.pk)
    standing = SurveyTotal.objects.standing().filter(
        unit=unit, period_start__lt=period.end, period_end__gt=period.start
    )
    apart = standing if but is None else standing.exclude(pk=but)
    other = apart.order_by("period_start").first()
    if other is not None:
        raise refusals.SurveyOverlaps(period=period, other=other.period)


def _made(given: Given, by: Viewer, at: datetime) -> SurveyTotal:
    return SurveyTotal(
        unit=by.unit, period_start=given.period.start, period_end=given.period.end, asked=given.asked,
        satisfied=given.satisfied, source=" ".join(given.source.split()) or given.file_name, blob=given.blob,
        file_name=given.file_name, by=by.official, recorded_at=at,
    )  # fmt: skip


def _said(total: SurveyTotal) -> dict[str, object]:
    return {
        "start": total.period_start.isoformat(), "end": total.period_end.isoformat(), "asked": total.asked,
        "satisfied": total.satisfied, "citation": total.source,
    }  # fmt: skip
