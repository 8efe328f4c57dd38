"""Reports dropped for their figures: read and kept with what is proposed. Nothing is recorded here."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from difflib import SequenceMatcher

from chuan.documents.secrecy import is_marked_secret
from chuan.files import actions as files
from chuan.objectives.actions.recording import local_day
from chuan.objectives.models import Measurement, Plan, ReportLine, ReportRead
from chuan.objectives.permissions import may_record
from chuan.objectives.refusals_reported import NoPlanForReport, ReportJustRead, ReportOfAnotherUnit
from chuan.objectives.reported.proposing import Found, find
from chuan.objectives.reported.texts import Brought
from chuan.objectives.reported.wanting import home_of, names_of, plan_for, sought, taught
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.people.permissions import require_role
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.rules import refusals
from chuan.rules.report_figures import read_head
from chuan.rules.vietnamese import fold
from chuan.trail.actions import SYSTEM, act

_ALIKE = 0.8


def receive_report(data: bytes, name: str, brought: Brought, *, by: Viewer, at: datetime) -> ReportRead:
    """Keep a report that was brought to text and propose its figures. Nothing is recorded as a measurement.

    Raises ``NotAllowed`` (who may record nothing), ``StateSecret``, ``ReportOfAnotherUnit``, ``NoPlanForReport``:
    then nothing is kept.
    """
    require_some_recorder(by)
    found, plan = _looked(brought, by=by, at=at)
    blob = files.keep(data, media_type=brought.media_type)
    report = ReportRead(unit=by.unit, blob=blob, file_name=name[:255], by=by.official, recorded_at=at)
    with act("report.read", Subject("report_read", report.uid), by=by, unit_uid=by.unit.uid, at=at) as doing:
        _refuse_twice(report)
        _fill(report, brought, found, at=at, plan=plan)
        doing.detail = {
            "file": name,
            "sha256": blob.digest,
            "count": sum(line.state != ReportLine.State.UNKNOWN for line in found.lines),
        }
    return report


def begin_scan(
    data: bytes, name: str, media_type: str, pages: int, *, by: Viewer, at: datetime
) -> ReportRead:
    """Keep a scan of many pages that will be read in the background."""
    require_some_recorder(by)
    blob = files.keep(data, media_type=media_type)
    report = ReportRead(unit=by.unit, blob=blob, file_name=name[:255], by=by.official, recorded_at=at, pages=pages,
                        state=ReportRead.State.READING)  # fmt: skip
    with act("report.scan", Subject("report_read", report.uid), by=by, unit_uid=by.unit.uid, at=at) as doing:
        _refuse_twice(report)
        report.save()
        doing.detail = {"file": name, "sha256": blob.digest}
    return report


def settle_scan(
    report: ReportRead, brought: Brought | None, said: str, *, by: Viewer | None, at: datetime
) -> None:
    """What became of a scan read in the background: its figures, or why not. Raises as ``receive_report``."""
    found, plan = (None, None) if brought is None or by is None else _looked(brought, by=by, at=at)
    subject = Subject("report_read", report.uid)
    with act("report.settle", subject, by=SYSTEM, unit_uid=report.unit.uid, at=at):
        if found is None or brought is None or plan is None:
            report.state, report.said = ReportRead.State.UNREAD, said
            report.save()
        else:
            _fill(report, brought, found, at=at, plan=plan)


def require_some_recorder(by: Viewer) -> None:
    """Refuse whoever may put in no figure at all."""
    if may_record_some(by):
        return
    require_role(by, Role.OFFICE_CLERK, Role.ISO_SECRETARY)


def may_record_some(by: Viewer) -> bool:
    """Whether the viewer records for the unit, or answers for an objective of a standing plan."""
    if may_record(by, None):
        return True
    plan = plan_for(by.unit, None)
    return plan is not None and any(may_record(by, one) for one in sought(plan).objectives.values())


def _looked(brought: Brought, *, by: Viewer, at: datetime) -> tuple[Found, Plan]:
    """What the text holds, before anything is kept."""
    if is_marked_secret(brought.text):
        raise refusals.StateSecret()
    home, on = home_of(by.unit), local_day(at)
    head = read_head(brought.text, home)
    if head.other_home and not _is_own(head.other_home, names_of(by), misread=brought.from_picture):
        raise ReportOfAnotherUnit(other=head.other_home, own=f"{home.kind} {home.name}")
    plan = plan_for(by.unit, head.period.period.start.year if head.period else on.year)
    if plan is None:
        raise NoPlanForReport()
    now = plan_for(by.unit, on.year)
    year = now.year if now is not None else plan.year
    return find(brought, sought(plan), home=home, taught=taught(by.unit), year=year), plan


def _refuse_twice(report: ReportRead) -> None:
    """Two people may drop one file at once; the second is told. Inside the act."""
    Unit.objects.select_for_update().get(pk=report.unit_id)
    if ReportRead.objects.filter(unit=report.unit_id, blob=report.blob_id).exists():
        raise ReportJustRead(name=report.file_name)


def _is_own(named: str, names: Sequence[str], *, misread: bool) -> bool:
    """Whether a commune-level unit is the viewer's, or one it came from; a picture may be read wrong by a letter."""
    folded = fold(named).split(" ", 1)[-1]
    if any(fold(name) in folded for name in names):
        return True
    return misread and any(SequenceMatcher(None, fold(name), folded).ratio() > _ALIKE for name in names)


def _fill(report: ReportRead, brought: Brought, found: Found, *, at: datetime, plan: Plan) -> None:
    """Write the report and its lines."""
    head = found.reading.head
    report.text, report.kind, report.issuer = brought.text, head.kind[:40], head.issuer[:300]
    report.citation = head.citation[:200]
    if head.period is not None:
        report.period_start, report.period_end = head.period.period.start, head.period.period.end
        report.to_date = head.period.to_date
    report.stage = Measurement.Stage.ESTIMATE if head.estimate else Measurement.Stage.OFFICIAL
    report.from_picture, report.state = brought.from_picture, ReportRead.State.OPEN
    loose = found.reading.loose_rows or int(brought.loose)
    remarks = {"loose_rows": loose, "turned": int(brought.turned), "year": plan.year, "names": brought.names}
    report.asked = json.dumps([[code, number] for code, number in remarks.items() if number])
    report.save()
    for line in found.lines:
        line.report = report
    ReportLine.objects.bulk_create(found.lines, batch_size=100)
