"""Why a figure of petitions cannot be counted: days that no list covers, columns that no list has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.utils.translation import gettext as _

from chuan.intake.coverage import fields_held, uncovered
from chuan.intake.record_systems import System, system_on
from chuan.offers.measures import Obstacle, Scope
from chuan.people.models import Unit
from chuan.petitions.fields import FEEDBACK, PETITIONS
from chuan.petitions.measures.classifying import local_day
from chuan.rules.types import Period
from chuan.rules.wording import said

SYSTEMS = "/nguon-chinh/"


def obstacles(scope: Scope, *, wanted: str = "settled_on", portals: bool = True) -> tuple[Obstacle, ...]:
    """Sentences without the "Chưa đo được:" that is put before them; empty when the figure can be counted.

    A register that Chuẩn keeps itself needs no file. Feedback of portals needs a file of its own, unless the unit has
    said by a document that the same system keeps it as keeps the petitions (or that Chuẩn does).
    """
    unit, past = Unit.objects.get(uid=scope.unit_uid), _past(scope)
    if past is None:
        return (Obstacle("not_begun", _("kỳ chưa bắt đầu.")),)
    return tuple(_lacking(unit, past, scope, wanted, portals=portals))


def reach(scope: Scope, *, portals: bool = True) -> Period | None:
    """The days from the period's first on that lists cover without a gap; None when the first is not covered."""
    unit, past = Unit.objects.get(uid=scope.unit_uid), _past(scope)
    if past is None:
        return None
    gaps = [gap for key in _asked(unit, past, portals=portals) for gap in _gaps(unit, key, past, scope)]
    if not gaps:
        return past
    first = min(gap.start for gap in gaps)
    return Period(past.start, first) if first > past.start else None


def _lacking(unit: Unit, past: Period, scope: Scope, wanted: str, *, portals: bool) -> Iterator[Obstacle]:
    for key in _asked(unit, past, portals=portals):
        if gaps := _gaps(unit, key, past, scope):
            yield _uncovered(key, gaps)
        elif key == PETITIONS and wanted not in fields_held(unit, key, past, as_of=scope.as_of):
            yield Obstacle("no_end", _("danh sách đơn đã nhập thiếu cột cần để đếm: %s.") % _COLUMN[wanted])


_COLUMN = {"settled_on": "Ngày giải quyết", "channel": "Nguồn đơn"}


def _asked(unit: Unit, past: Period, *, portals: bool) -> Iterator[str]:
    """Registers of which the unit brings files in, on the period's last day."""
    last = past.end - timedelta(days=1)
    petitions = system_on(unit, PETITIONS, last)
    if not petitions.keeps:
        yield PETITIONS
    if portals and not _is_one(system_on(unit, FEEDBACK, last), petitions):
        yield FEEDBACK


def _is_one(feedback: System, petitions: System) -> bool:
    """Whether the unit has said by a document that there is no list of portals beside that of petitions."""
    return feedback.keeps or (feedback.sure is None and feedback.name.strip() == petitions.name.strip())


def _gaps(unit: Unit, key: str, past: Period, scope: Scope) -> tuple[Period, ...]:
    return uncovered(unit, key, past, as_of=scope.as_of)


def _uncovered(key: str, gaps: tuple[Period, ...]) -> Obstacle:
    told = ", ".join(
        _("từ %(first)s đến %(last)s") % {"first": said(gap.start), "last": said(gap.end - timedelta(days=1))}
        for gap in gaps
    )
    if key == PETITIONS:
        return Obstacle("uncovered", _("chưa nhập danh sách đơn thư %s.") % told)
    return Obstacle(
        "portals_uncovered",
        _(
            "chưa nhập danh sách phản ánh, kiến nghị trên cổng %s. Nếu phản ánh cũng nằm trong danh sách đơn thư, "
            "ghi điều đó ở Nguồn chính, kèm văn bản."
        )
        % told,
    )


def _past(scope: Scope) -> Period | None:
    """The days of the period that were over when the cut was made; the day of the cut itself is not."""
    end = min(scope.period.end, local_day(scope.as_of))
    return Period(scope.period.start, end) if end > scope.period.start else None
