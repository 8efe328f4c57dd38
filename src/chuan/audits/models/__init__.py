"""Tables of internal audits."""

from chuan.audits.models.checklists import Answer, ChecklistItem
from chuan.audits.models.findings import Finding
from chuan.audits.models.programmes import Audit, AuditedProcess, Programme
from chuan.audits.models.samples import AuditSample, SampledRecord
from chuan.audits.models.teams import Auditor

__all__ = [
    "Answer", "Audit", "AuditSample", "AuditedProcess", "Auditor", "ChecklistItem", "Finding", "Programme",
    "SampledRecord",
]  # fmt: skip
