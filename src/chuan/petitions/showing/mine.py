"""Đơn của tôi: what was given to the viewer and is still to be done, by the deadline that is next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F

from chuan.clocks.offices import calendar_of
from chuan.people.viewer import Viewer
from chuan.petitions.models import Petition
from chuan.petitions.showing.verdicts import Said, clock_title, status_label, verdict_of
from chuan.rules.working_time import Calendar

MOST = 100


@dataclass(frozen=True, slots=True)
class Row:
    """A petition with how it stands, its stage, and what its next deadline is for."""

    petition: Petition
    said: Said
    stage: str
    clock: str


@dataclass(frozen=True, slots=True)
class Mine:
    """What still has to be done, and what was done last."""

    running: Sequence[Row]
    done: Sequence[Row]


def mine_of(viewer: Viewer, *, on: date) -> Mine:
    """Petitions given to the viewer: two statements and the calendar."""
    if viewer.official is None:
        return Mine((), ())
    given = Petition.objects.seen_by(viewer).present_ones().filter(handler=viewer.official)
    running = list(given.in_work().order_by(F("next_due_on").asc(nulls_last=True), "pk")[:MOST])
    done = given.filter(settled_on__isnull=False).order_by("-settled_on", "pk")[:20]
    calendar = calendar_of(viewer.unit)
    rows = rows_of(running, calendar, on=on), rows_of(list(done), calendar, on=on)
    return Mine(*rows)


def rows_of(petitions: Sequence[Petition], calendar: Calendar, *, on: date) -> list[Row]:
    """Rows of a table, with words."""
    return [
        Row(one, verdict_of(one, calendar, on=on), status_label(one), clock_title(one.next_clock))
        for one in petitions
    ]
