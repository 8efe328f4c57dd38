"""One thing of each kind that the room of internal audits keeps; nobody of the cast is of the team."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from chuan.audits import models as audits
from chuan.files import actions as files
from chuan.files.models import Attachment
from chuan.people.models import Official, Unit
from tests.guards.rights.making import make
from tests.people import PAPER, START


def at_audit(unit: Unit, owner: Official, now: datetime) -> dict[str, uuid.UUID]:
    """A programme, an audit under way with team, questions and sample, a finding with a photo, an earlier one."""
    year = make(audits.Programme, unit=unit, owner_unit=unit, year=2021, recorded_at=now)
    audit = make(
        audits.Audit, unit=unit, owner_unit=unit, programme=year, code="ĐGNB 01/2021", period_start=START,
        period_end=date(2021, 10, 1), starts_on=date(2021, 10, 5), ends_on=date(2021, 10, 6),
        report_due_on=date(2021, 10, 20), clauses="8 9", status="under_way", recorded_at=now,
    )  # fmt: skip
    member = make(
        audits.Auditor, audit=audit, name="Bà Bạn", from_unit="Phường bạn", document=PAPER, evidence=PAPER,
        is_lead=True, recorded_at=now,
    )  # fmt: skip
    earlier = make(
        audits.Finding, audit=audit, ordinal=1, grade="observation", words="Sổ cũ", recorded_at=now
    )
    asked = {"audit": audit, "clause": "8.6", "question": "Xem gì?", "recorded_at": now}
    item = make(audits.ChecklistItem, ordinal=1, source="clause", **asked)
    again = make(audits.ChecklistItem, ordinal=2, source="finding", about=earlier, **asked)
    sample = make(
        audits.AuditSample, audit=audit, register="intake.imports", title="Tệp đã nhập", period_start=START,
        period_end=date(2021, 10, 1), seed=1, counted=1, size=1, recorded_at=now,
    )  # fmt: skip
    finding = make(
        audits.Finding, audit=audit, ordinal=2, grade="minor", clause="8.6", words="Thiếu chữ ký",
        evidence="hồ sơ 12", item=item, raised_by=owner, recorded_at=now,
    )  # fmt: skip
    blob = files.keep(b"%PDF-1.4 anh", media_type="application/pdf")
    photo = make(
        Attachment, blob=blob, unit_uid=unit.uid, subject_kind="audit_finding", subject_uid=finding.uid,
        name="anh.pdf",
    )  # fmt: skip
    return {
        "audit_programme": year.uid, "audit": audit.uid, "auditor": member.uid, "audit_item": item.uid,
        "audit_item_again": again.uid, "audit_sample": sample.uid, "finding": finding.uid,
        "finding_photo": photo.uid,
    }  # fmt: skip
