"""Context, interested parties, risks and opportunities."""

from chuan.risks.models.context import ClimateAnswer, ContextIssue, InterestedParty, Requirement
from chuan.risks.models.risks import OPEN, Risk, RiskAction, RiskScore

__all__ = [
    "OPEN", "ClimateAnswer", "ContextIssue", "InterestedParty", "Requirement", "Risk", "RiskAction", "RiskScore",
]  # fmt: skip
