"""Audits for tests; everybody and everything in them is invented."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from django.utils import timezone

from chuan.audits.actions import audits, checklists, programmes, teams
from chuan.audits.actions.answering import Arriving, answer_all
from chuan.audits.models import Audit, Auditor, ChecklistItem, Programme
from chuan.people.models import Official
from chuan.processes.models import Process
from chuan.rules.audits import Typed
from chuan.rules.types import Period
from chuan.workforce.models import Evidence, Qualification
from tests.people import START, Ward
from tests.processes import made as processes

YEAR, DAY = 2021, date(2021, 10, 5)
PAPER = "Kế hoạch 12/KH-UBND ngày 04/01/2021 (minh họa)"


def now() -> datetime:
    """Acts are of this moment; days of audits are typed."""
    return timezone.now()


def shows(ward: Ward, *officials: Official) -> None:
    """Evidence that these can audit."""
    asked, _made = Qualification.objects.get_or_create(
        unit=ward.unit, name="Đánh giá viên nội bộ", defaults={"kind": "audit", "recorded_at": now()}
    )
    for one in officials:
        Evidence.objects.create(
            unit=ward.unit, official=one, qualification=asked, held_from=START, paper="GCN 7/2020 (minh họa)",
            recorded_at=now(),
        )  # fmt: skip


def programme(ward: Ward, *, approved: bool = True) -> Programme:
    """The programme of 2021."""
    row = programmes.open_programme(YEAR, "", by=ward.viewer(ward.secretary), at=now())
    if approved:
        row = programmes.approve_programme(
            row, date(2021, 1, 4), PAPER, by=ward.viewer(ward.chairman), at=now()
        )
    return row


def planned(ward: Ward, *rows: Process, clauses: tuple[str, ...] = ("8", "9")) -> Audit:
    """An audit of the year's work until September, looked at on 5 and 6 October."""
    year = Programme.objects.filter(owner_unit=ward.unit).first() or programme(ward)
    wanted = audits.Planned(
        "",
        Period(date(2021, 1, 1), date(2021, 10, 1)),
        DAY,
        date(2021, 10, 6),
        date(2021, 10, 20),
        rows,
        clauses,
    )
    return audits.plan(year, wanted, by=ward.viewer(ward.secretary), at=now())


def joined(ward: Ward, audit: Audit, official: Official) -> Auditor:
    """The official is of the team."""
    return teams.join_official(audit, official, lead=False, by=ward.viewer(ward.secretary), at=now())


def dossiers_process(ward: Ward) -> Process:
    """A process the one-stop clerk answers for, with clauses 8.5.1 and 8.6."""
    row = processes.process(ward, clauses="8.5.1 8.6")
    processes.part(ward, row, ward.one_stop)
    return row


def under_way(ward: Ward, *rows: Process) -> Audit:
    """An audit that the ward's auditor leads, announced and begun."""
    shows(ward, ward.auditor)
    by = ward.viewer(ward.secretary)
    audit = planned(ward, *rows, clauses=("8.5.1", "8.6", "9.2"))
    lead = joined(ward, audit, ward.auditor)
    teams.assign(audit, {one.pk: lead for one in rows}, by=by, at=now())
    checklists.draw_up(audit, by=by, at=now())
    audits.announce(audit, date(2021, 9, 20), "", by=by, at=now())
    return audits.begin(audit, by=ward.viewer(ward.auditor), at=now())


def answered(ward: Ward, audit: Audit, *, wrong: int = 0) -> None:
    """Every question answered: all conform, but the first ``wrong`` ones."""
    items = ChecklistItem.objects.filter(audit=audit, dropped_at=None).order_by("ordinal")
    brought = [
        Arriving(one, Typed("not_conform" if place < wrong else "conform", "đã xem"), 0, uuid.uuid4())
        for place, one in enumerate(items.select_related("process"))
    ]
    answer_all(audit, brought, by=ward.viewer(ward.auditor), at=now())
