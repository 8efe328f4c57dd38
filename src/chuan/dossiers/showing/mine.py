"""Hồ sơ của tôi: what is in my hands and in those I cover for, by due date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet

from chuan.clocks.offices import office_of
from chuan.dossiers.listing import running_here
from chuan.dossiers.models import CaseEvent, Cover, Dossier
from chuan.dossiers.permissions import handled_by
from chuan.dossiers.showing.verdicts import Said, verdict_of
from chuan.people.viewer import Viewer
from chuan.rules.working_time import Calendar

MOST, FEWER = 100, 30
"""So many rows are shown of what is in work, and of the two other groups."""
COUNTED = 1000
"""A group is counted as far as this."""


@dataclass(frozen=True, slots=True)
class MyRow:
    """A dossier with how it stands, and whom it is looked after for ("" for mine)."""

    dossier: Dossier
    said: Said
    covered: str

    @property
    def cause(self) -> str:
        """The last cause written, in words."""
        return str(dict(CaseEvent.Cause.choices).get(self.dossier.cause, ""))


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one kind, and how many there are in all."""

    rows: Sequence[MyRow]
    total: int


@dataclass(frozen=True, slots=True)
class Mine:
    """The groups of the page, and on whose behalf they are shown until when."""

    running: Group
    waiting: Group
    to_explain: Group
    covers: Sequence[Cover]
    named: bool


def mine_of(viewer: Viewer, *, on: date) -> Mine:
    """What the viewer looks after on the day: his own and of those he covers for."""
    handlers = handled_by(viewer)
    own = Dossier.objects.seen_by(viewer).filter(handler_id__in=handlers, owner_unit=viewer.unit)
    calendar = office_of(viewer.unit).calendar
    by_due = (F("judged_due_on").asc(nulls_last=True), "pk")
    running = own.filter(running_here()).order_by(*by_due)
    waiting = own.filter(
        present=True, elsewhere=False, status=Dossier.Status.WAITING, settled_on__isnull=True
    )
    return Mine(
        running=_group(running, viewer, calendar, on),
        waiting=_group(waiting.order_by("asked_on", "pk"), viewer, calendar, on, most=FEWER),
        to_explain=_group(
            _late(own, viewer, on).order_by("-settled_on", "pk"), viewer, calendar, on, most=FEWER
        ),
        covers=list(_covers(viewer, on)),
        named=own.exists(),
    )


def to_explain(dossiers: QuerySet[Dossier], *, on: date) -> QuerySet[Dossier]:
    """Those shown late, overdue, or changed after the due day, that nobody has explained."""
    late = Q(outcome=Dossier.Outcome.LATE) | Q(changed_after_due=True)
    late |= running_here() & Q(judged_due_on__lt=on)
    return dossiers.filter(late, present=True, explained=False)


def _late(own: QuerySet[Dossier], viewer: Viewer, on: date) -> QuerySet[Dossier]:
    """Only the viewer's own: who covers does not explain what another did; what still runs stands above."""
    mine = own.filter(handler=viewer.official) if viewer.official else own.none()
    return to_explain(mine, on=on).exclude(running_here())


def _covers(viewer: Viewer, on: date) -> QuerySet[Cover]:
    return Cover.objects.seen_by(viewer).on(on).filter(by_official=viewer.official).select_related("official")


def _group(
    dossiers: QuerySet[Dossier], viewer: Viewer, calendar: Calendar, on: date, *, most: int = MOST
) -> Group:
    rows = list(dossiers.select_related("handler")[: most + 1])
    total = len(rows) if len(rows) <= most else dossiers.order_by()[:COUNTED].count()
    mine = viewer.official.pk if viewer.official else None
    shown = [
        MyRow(
            one,
            verdict_of(one, calendar, on=on),
            "" if one.handler_id == mine or not one.handler else one.handler.name,
        )
        for one in rows[:most]
    ]
    return Group(shown, total)
