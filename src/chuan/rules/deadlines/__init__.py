"""Custody of a case → ledger → dates and outcome."""

from chuan.rules.deadlines.case import Happening, Step, Story, Supplement, tell
from chuan.rules.deadlines.many import DueTable, due_table
from chuan.rules.deadlines.outcomes import ended, ended_by_day, outcome
from chuan.rules.deadlines.portal import PortalState, PortalVerdict, portal_verdict
from chuan.rules.deadlines.reading import first_promise, read_clock
from chuan.rules.deadlines.transfer import transfer_due
from chuan.rules.deadlines.types import (
    AGENCY,
    CITIZEN,
    COUNTER,
    OFFICE,
    SUSPENDED,
    CaseEvent,
    ClockReading,
    ClockRule,
    ClockUnit,
    Ending,
    LedgerLine,
    Moves,
    Outcome,
    Remark,
    State,
    Verb,
)

__all__ = [
    "AGENCY",
    "CITIZEN",
    "COUNTER",
    "OFFICE",
    "SUSPENDED",
    "CaseEvent",
    "ClockReading",
    "ClockRule",
    "ClockUnit",
    "DueTable",
    "Ending",
    "Happening",
    "LedgerLine",
    "Moves",
    "Outcome",
    "PortalState",
    "PortalVerdict",
    "Remark",
    "State",
    "Step",
    "Story",
    "Supplement",
    "Verb",
    "due_table",
    "ended",
    "ended_by_day",
    "first_promise",
    "outcome",
    "portal_verdict",
    "read_clock",
    "tell",
    "transfer_due",
]
