"""Tables of documents: papers on their way out and in, their signatures, sendings, readers, revisions."""

from chuan.documents.models.bases import BasisUpdate, StandsOn
from chuan.documents.models.books import BookPrint
from chuan.documents.models.controlled import (
    AffectedDocument,
    ChangeRequest,
    ControlledDocument,
    Revision,
)
from chuan.documents.models.delivering import Correspondent, Delivery, DeliveryStep, Group, Packet
from chuan.documents.models.documents import Document, DocumentQuerySet, Link, Recipient
from chuan.documents.models.drafting import DraftVersion, Step
from chuan.documents.models.incoming import Assignment
from chuan.documents.models.knowing import Acknowledgement, Dissemination, MustKnow
from chuan.documents.models.letters import MailAddress, OwnLetter, OwnLetterFile
from chuan.documents.models.numbering import NumberSeries, SecretCount, VoidNumber
from chuan.documents.models.readings import Question, Reading, ReadingQuerySet
from chuan.documents.models.scans import Scan
from chuan.documents.models.signatures import (
    Certificate,
    FileBatch,
    Signature,
    SignatureCheck,
    SignedFile,
    SigningTicket,
    TicketItem,
    TrustItem,
)
from chuan.documents.models.states import DocumentState

__all__ = [
    "Acknowledgement", "AffectedDocument", "Assignment", "BasisUpdate", "BookPrint", "Certificate", "ChangeRequest",
    "ControlledDocument",
    "Correspondent", "Delivery", "DeliveryStep", "Dissemination", "Document", "DocumentQuerySet", "DocumentState",
    "DraftVersion", "FileBatch", "Group", "Link", "MailAddress", "MustKnow", "NumberSeries", "OwnLetter",
    "OwnLetterFile", "Packet",
    "Question", "Reading",
    "ReadingQuerySet", "Recipient", "Revision", "Scan", "SecretCount", "Signature", "SignatureCheck", "SignedFile",
    "SigningTicket", "StandsOn", "Step", "TicketItem", "TrustItem", "VoidNumber",
]  # fmt: skip
