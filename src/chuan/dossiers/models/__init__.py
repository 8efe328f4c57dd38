"""Tables of the room: procedures, dossiers with their states and events, checks of how they were done."""

from chuan.dossiers.models.cases import IN_WORK, CaseEvent, Dossier, DossierState, Standing
from chuan.dossiers.models.checking import Difference, Reconciliation, Sample, SampleItem, SurveyTotal
from chuan.dossiers.models.handlers import Cover, HandlerName
from chuan.dossiers.models.procedures import Procedure, ProcedureChange, ProcedureVersion, TimeLimit

__all__ = [
    "IN_WORK",
    "CaseEvent",
    "Cover",
    "Difference",
    "Dossier",
    "DossierState",
    "HandlerName",
    "Procedure",
    "ProcedureChange",
    "ProcedureVersion",
    "Reconciliation",
    "Sample",
    "SampleItem",
    "Standing",
    "SurveyTotal",
    "TimeLimit",
]
