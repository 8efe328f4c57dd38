"""Everything that changes context, parties, risks, and the scale they are scored by."""

from chuan.risks.actions.context import answer_climate, change_issue, end_issue, review_context, write_issue
from chuan.risks.actions.parties import (
    RequirementGiven,
    change_requirement,
    end_party,
    end_requirement,
    review_parties,
    write_party,
    write_requirement,
)
from chuan.risks.actions.planning import drop_action, finish_action, plan_action
from chuan.risks.actions.registering import Noted, change_risk, note_risk
from chuan.risks.actions.scale import set_scale
from chuan.risks.actions.treating import (
    Scored,
    close_risk,
    finish_treatment,
    move_review,
    reopen_risk,
    review_risk,
    score_risk,
    treat_risk,
)

__all__ = [
    "Noted", "RequirementGiven", "Scored", "answer_climate", "change_issue", "change_requirement", "change_risk",
    "close_risk", "drop_action", "end_issue", "end_party", "end_requirement", "finish_action", "finish_treatment",
    "move_review", "note_risk", "plan_action", "reopen_risk", "review_context", "review_parties", "review_risk",
    "score_risk", "set_scale", "treat_risk", "write_issue", "write_party", "write_requirement",
]  # fmt: skip
