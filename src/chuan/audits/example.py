"""An audit of the example unit, invented and marked so; loaded through the actions that people use."""

from __future__ import annotations

import tomllib
import uuid
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from chuan.audits.actions import audits, checklists, findings, programmes, reporting, teams
from chuan.audits.actions.answering import Arriving, answer_all
from chuan.audits.covering import chapters
from chuan.audits.models import Audit, Auditor, ChecklistItem
from chuan.audits.own import reasons
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.processes.models import Process
from chuan.rules.audits import Grade, Typed
from chuan.rules.types import Period


def load_audit(path: Path, *, keeper: Viewer, head: Viewer, auditor: Viewer, at: datetime) -> Audit:
    """A year's programme and one audit up to its report. Inside the transaction of the example, after the processes."""
    given = tomllib.loads(path.read_text(encoding="utf-8"))
    told = given["programme"]
    year = programmes.open_programme(told["year"], told["aim"], by=keeper, at=at)
    year = programmes.approve_programme(year, told["on"], told["citation"], by=head, at=at)
    audit = audits.plan(year, _planned(given["audit"], keeper), by=keeper, at=at)
    _team(audit, given["audit"], keeper, at)
    checklists.draw_up(audit, by=keeper, at=at)
    audits.announce(audit, given["audit"]["announced_on"], given["audit"]["citation"], by=keeper, at=at)
    audit = audits.begin(audit, by=auditor, at=at)
    _answer(audit, given, auditor, at)
    for row in given["finding"]:
        _find(audit, row, auditor, at)
    told = given["audit"]
    return reporting.report(audit, told["conclusion"].strip(), on=told["reported_on"], by=auditor, at=at)


def _planned(told: dict[str, Any], by: Viewer) -> audits.Planned:
    until: date = told["last"] + timedelta(days=1)
    there = Process.objects.on(told["last"]).filter(owner_unit=by.unit)
    return audits.Planned(
        told["aim"], Period(told["first"], until), told["starts_on"], told["ends_on"], told["report_due_on"],
        list(there.order_by("position", "pk")), chapters(),
    )  # fmt: skip


def _team(audit: Audit, told: dict[str, Any], by: Viewer, at: datetime) -> None:
    """One member of the unit; what he does himself is looked at by somebody a neighbouring ward lends."""
    official = Official.objects.select_related("unit").get(account__username=told["auditor"])
    own = teams.join_official(audit, official, lead=True, by=by, at=at)
    processes = [one.process for one in audit.scope.select_related("process")]
    why = reasons([own], processes, audit)
    barred = [one for one in processes if why[own.pk, one.pk]]
    lent: Auditor | None = None
    if barred:
        friend = teams.Lent(
            "Lê Thị Bạn (minh họa)", "phường bạn (minh họa)", "Thỏa thuận minh họa", "Chứng nhận minh họa"
        )
        lent = teams.add_outsider(audit, friend, lead=False, by=by, at=at)
    teams.assign(audit, {one.pk: lent if one in barred else own for one in processes}, by=by, at=at)


def _answer(audit: Audit, given: dict[str, Any], by: Viewer, at: datetime) -> None:
    told = given["audit"]
    wrong = {row["clause"] for row in given["finding"] if row["grade"] in ("major", "minor")}
    items = ChecklistItem.objects.filter(audit=audit).select_related("process").order_by("ordinal")
    first_wrong = {clause: next(one.pk for one in items if one.clause == clause) for clause in wrong}
    brought = [
        Arriving(one, _typed(one, told, first_wrong.get(one.clause) == one.pk), 0, uuid.uuid4())
        for one in items
    ]
    answer_all(audit, brought, by=by, at=at)


def _typed(item: ChecklistItem, told: dict[str, Any], is_wrong: bool) -> Typed:
    if item.clause in told["not_seen"]:
        return Typed("not_seen", told["why_not_seen"])
    return Typed("not_conform" if is_wrong else "conform", told["notes"])


def _find(audit: Audit, row: dict[str, Any], by: Viewer, at: datetime) -> None:
    item = audit.items.filter(clause=row["clause"]).select_related("process").order_by("ordinal").first()
    found = findings.Found(
        Grade(row["grade"]),
        row["words"],
        row["clause"],
        row.get("evidence", ""),
        item.process if item else None,
        item,
    )
    findings.raise_finding(audit, found, by=by, at=at)
