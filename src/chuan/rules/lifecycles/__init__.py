"""Every status table of the house, in the order of the work; later rooms add theirs to ``ALL``."""

from chuan.rules.lifecycle import Lifecycle, Status, drawing
from chuan.rules.lifecycles.audits import AUDIT
from chuan.rules.lifecycles.controlled import CHANGE_REQUEST, REVISION
from chuan.rules.lifecycles.corrections import NONCONFORMITY
from chuan.rules.lifecycles.handing import HANDOVER
from chuan.rules.lifecycles.papers import DELIVERY, INCOMING, OUTGOING, SIGNED_FILE
from chuan.rules.lifecycles.petitions import COMPLAINT, DENUNCIATION, FEEDBACK, MIXED
from chuan.rules.lifecycles.plans import FIGURE_DUE, PLAN
from chuan.rules.lifecycles.ranking import RANKING
from chuan.rules.lifecycles.reading import DOCUMENT, READING
from chuan.rules.lifecycles.registers import DIFFERENCE, IMPORT, PROCEDURE_VERSION
from chuan.rules.lifecycles.reviews import REVIEW
from chuan.rules.lifecycles.risks import RISK

ALL = (
    IMPORT, DOCUMENT, READING, OUTGOING, INCOMING, DELIVERY, SIGNED_FILE, REVISION, CHANGE_REQUEST, PLAN,
    FIGURE_DUE, PROCEDURE_VERSION, DIFFERENCE, FEEDBACK, COMPLAINT, DENUNCIATION, MIXED,
    HANDOVER, RANKING, NONCONFORMITY, RISK, AUDIT, REVIEW,
)  # fmt: skip

__all__ = [
    "ALL", "AUDIT", "CHANGE_REQUEST", "COMPLAINT", "DELIVERY", "DENUNCIATION", "DIFFERENCE", "DOCUMENT", "FEEDBACK",
    "FIGURE_DUE", "HANDOVER", "IMPORT", "INCOMING", "Lifecycle", "NONCONFORMITY", "OUTGOING", "PLAN",
    "PROCEDURE_VERSION", "RANKING", "READING", "REVIEW", "REVISION", "RISK", "SIGNED_FILE", "Status", "drawing",
]  # fmt: skip
