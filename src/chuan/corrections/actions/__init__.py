"""Everything that changes nonconformities, one function a verb."""

from chuan.corrections.actions.analysing import CauseGiven, analyse, correct
from chuan.corrections.actions.documents import name_document, revise_document, waive_document
from chuan.corrections.actions.judging import close, judge, put_aside_case
from chuan.corrections.actions.listing import set_causes
from chuan.corrections.actions.planning import ActionGiven, CheckGiven, do_action, drop_action, plan
from chuan.corrections.actions.raising import Raised, put_aside_proposal, raise_nonconformity

__all__ = [
    "ActionGiven", "CauseGiven", "CheckGiven", "Raised", "analyse", "close", "correct", "do_action", "drop_action",
    "judge", "name_document", "plan", "put_aside_case", "put_aside_proposal", "raise_nonconformity",
    "revise_document", "set_causes", "waive_document",
]  # fmt: skip
