"""What a unit says of clauses, kept self-checks, duties done, the head's confirmations, declarations."""

from chuan.conformity.models.checks import CheckFound, CheckRun
from chuan.conformity.models.inspections import Inspection, InspectionFinding
from chuan.conformity.models.notes import ClauseNote
from chuan.conformity.models.notices import Notice
from chuan.conformity.models.packs import EvidencePack
from chuan.conformity.models.papers import Confirmation, Declaration, DutyDone

__all__ = [
    "CheckFound", "CheckRun", "ClauseNote", "Confirmation", "Declaration", "DutyDone", "EvidencePack", "Inspection",
    "InspectionFinding", "Notice",
]  # fmt: skip
