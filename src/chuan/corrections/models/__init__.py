"""What went wrong and what was done about it, by room of the paper it would stand on."""

from chuan.corrections.models.cases import (
    Nonconformity,
    NonconformityEvent,
    NonconformitySeries,
    PutAside,
)
from chuan.corrections.models.work import AffectedDocument, Cause, Correction, CorrectiveAction, EffectCheck

__all__ = [
    "AffectedDocument", "Cause", "Correction", "CorrectiveAction", "EffectCheck", "Nonconformity",
    "NonconformityEvent", "NonconformitySeries", "PutAside",
]  # fmt: skip
