"""Why a figure of petitions cannot be counted: days that no list covers, columns that no list has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property

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
    return lists_of(scope).obstacles(wanted, portals=portals)


@dataclass(frozen=True)
class Lists:
    """What the lists of a scope cover, each register looked at once however many measures ask. ``past``: None before
    the period has begun."""

    unit: Unit
    past: Period | None
    as_of: datetime
    _gaps: dict[str, tuple[Period, ...]] = field(default_factory=dict)

    @cached_property
    def petitions(self) -> System:
        """Who keeps the register of petitions on the period's last day."""
        return system_on(self.unit, PETITIONS, self._last)

    @cached_property
    def feedback(self) -> System:
        """Who keeps that of feedback."""
        return system_on(self.unit, FEEDBACK, self._last)

    def gaps(self, key: str) -> tuple[Period, ...]:
        """The days of the period that no list of the register covers."""
        assert self.past is not None
        if key not in self._gaps:
            self._gaps[key] = uncovered(self.unit, key, self.past, as_of=self.as_of)
        return self._gaps[key]

    def asked(self, *, portals: bool) -> Iterator[str]:
        """Registers of which the unit brings files in."""
        if not self.petitions.keeps:
            yield PETITIONS
        if portals and not _is_one(self.feedback, self.petitions):
            yield FEEDBACK

    def obstacles(self, wanted: str, *, portals: bool) -> tuple[Obstacle, ...]:
        """As ``obstacles`` of this module."""
        if self.past is None:
            return (Obstacle("not_begun", _("kỳ chưa bắt đầu.")),)
        return tuple(self._lacking(self.past, wanted, portals=portals))

    def _lacking(self, past: Period, wanted: str, *, portals: bool) -> Iterator[Obstacle]:
        for key in self.asked(portals=portals):
            if gaps := self.gaps(key):
                yield _uncovered(key, gaps)
            elif key == PETITIONS and wanted not in fields_held(self.unit, key, past, as_of=self.as_of):
                yield Obstacle(
                    "no_end", _("danh sách đơn đã nhập thiếu cột cần để đếm: %s.") % _COLUMN[wanted]
                )

    @property
    def _last(self) -> date:
        assert self.past is not None
        return self.past.end - timedelta(days=1)


def lists_of(scope: Scope, unit: Unit | None = None) -> Lists:
    """The lists of a scope; one statement where the unit is not at hand."""
    return Lists(unit or Unit.objects.get(uid=scope.unit_uid), _past(scope), scope.as_of)


def reach(scope: Scope, *, portals: bool = True) -> Period | None:
    """The days from the period's first on that lists cover without a gap; None when the first is not covered."""
    lists = lists_of(scope)
    past = lists.past
    if past is None:
        return None
    gaps = [gap for key in lists.asked(portals=portals) for gap in lists.gaps(key)]
    if not gaps:
        return past
    first = min(gap.start for gap in gaps)
    return Period(past.start, first) if first > past.start else None


_COLUMN = {"settled_on": "Ngày giải quyết", "channel": "Nguồn đơn"}


def _is_one(feedback: System, petitions: System) -> bool:
    """Whether the unit has said by a document that there is no list of portals beside that of petitions."""
    return feedback.keeps or (feedback.sure is None and feedback.name.strip() == petitions.name.strip())


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
