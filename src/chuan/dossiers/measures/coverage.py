"""Why a figure of dossiers cannot be counted: days that no file covers, columns that no file has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _

from chuan.dossiers.merging import local_day
from chuan.dossiers.models import ProcedureVersion, TimeLimit
from chuan.dossiers.sources import REGISTER
from chuan.intake.coverage import fields_held, uncovered
from chuan.offers.measures import Obstacle, Scope
from chuan.people.models import Unit
from chuan.rules.types import Period
from chuan.rules.wording import said


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a measure needs of the files: when a dossier was solved, when it was due, how it was handed in."""

    end: bool = False
    due: bool = False
    channel: bool = False


def obstacles(scope: Scope, wanted: Wanted) -> tuple[Obstacle, ...]:
    """Sentences without the "Chưa đo được:" that is put before them; empty when the figure can be counted."""
    unit, past = Unit.objects.get(uid=scope.unit_uid), _past(scope)
    if past is None:
        return (Obstacle("not_begun", _("kỳ chưa bắt đầu.")),)
    gaps = uncovered(unit, REGISTER, past, as_of=scope.as_of)
    if gaps:
        return (Obstacle("uncovered", _gaps(gaps)),)
    return tuple(_lacking(unit, past, scope, wanted))


def reach(scope: Scope) -> Period | None:
    """The days from the period's first on that files cover without a gap; None when the first is not covered."""
    unit, past = Unit.objects.get(uid=scope.unit_uid), _past(scope)
    if past is None:
        return None
    gaps = uncovered(unit, REGISTER, past, as_of=scope.as_of)
    if not gaps:
        return past
    first = min(gap.start for gap in gaps)
    return Period(past.start, first) if first > past.start else None


def _past(scope: Scope) -> Period | None:
    """The days of the period that were over when the cut was made; the day of the cut itself is not."""
    end = min(scope.period.end, local_day(scope.as_of))
    return Period(scope.period.start, end) if end > scope.period.start else None


def _gaps(gaps: tuple[Period, ...]) -> str:
    told = [
        _("từ %(first)s đến %(last)s") % {"first": said(gap.start), "last": said(gap.end - timedelta(days=1))}
        for gap in gaps
    ]
    return _("chưa nhập hồ sơ %(gaps)s.") % {"gaps": ", ".join(told)}


def _lacking(unit: Unit, past: Period, scope: Scope, wanted: Wanted) -> list[Obstacle]:
    held = fields_held(unit, REGISTER, past, as_of=scope.as_of)
    found = []
    if wanted.end and not held & {"ready_at", "returned_at"}:
        found.append(Obstacle("no_end", _("tệp đã nhập thiếu cột Ngày kết thúc xử lý và Ngày trả.")))
    if wanted.due and "promised_at" not in held and not _has_limits(unit):
        words = _(
            "tệp đã nhập thiếu cột Ngày hẹn trả, và danh mục thủ tục chưa có thời hạn nào được xác nhận."
        )
        found.append(Obstacle("no_due", words))
    if wanted.channel and "channel" not in held:
        found.append(Obstacle("no_channel", _("tệp đã nhập thiếu cột Hình thức nộp.")))
    return found


def _has_limits(unit: Unit) -> bool:
    confirmed = ProcedureVersion.Status.CONFIRMED
    return TimeLimit.objects.filter(
        version__procedure__unit=unit, version__status=confirmed, total__isnull=False
    ).exists()
