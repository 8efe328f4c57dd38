"""Reminders of an audit: its days stand in its lead's work, its report after them."""

from __future__ import annotations

from datetime import date

from chuan.audits.models import Audit
from chuan.clocks import actions as clocks
from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.people.roles import Role

KIND = "audit"
DAYS, REPORT, FINDINGS = "audit_days", "audit_report", "audit_findings"
"""The clocks of an audit: to be done, to be reported, its findings to be passed on and the audit closed."""


def keep_clocks(audit: Audit, *, on: date) -> None:
    """Bring the audit's clocks to its status; inside the act that changed it."""
    subject = Subject(KIND, audit.uid)
    for kind, statuses, due in (
        (DAYS, ("planned", "announced"), audit.starts_on),
        (REPORT, ("under_way",), audit.report_due_on),
        (FINDINGS, ("reported",), audit.report_due_on),
    ):
        if audit.status in statuses:
            lead = _lead(audit) if kind == REPORT else None
            clocks.start(
                subject, unit=audit.owner_unit, opened_on=min(on, due), due_on=due, kind=kind, official=lead,
                role="" if lead else Role.ISO_SECRETARY.value,
            )  # fmt: skip
        else:
            clocks.settle(subject, on=on, kind=kind)


def _lead(audit: Audit) -> Official | None:
    lead = (
        audit.team.filter(is_lead=True, left_at__isnull=True, official__isnull=False)
        .select_related("official")
        .first()
    )
    return lead.official if lead else None
