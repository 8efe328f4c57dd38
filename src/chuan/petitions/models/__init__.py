"""Tables of the room: petitions with their events and states, who sent them, whom they are about."""

from chuan.petitions.models.cases import Petition, PetitionQuerySet, PetitionState, Standing
from chuan.petitions.models.escalating import Escalation, EscalationConcerned, EscalationCover
from chuan.petitions.models.events import EventWords, PetitionEvent
from chuan.petitions.models.forwarding import ForwardRecord
from chuan.petitions.models.keys import BlindKey
from chuan.petitions.models.laws import LawSnapshot
from chuan.petitions.models.persons import Concerned, Sender
from chuan.petitions.models.public import PublicCount, PublicDay, PublicPhoto, PublicPost, PublicResult
from chuan.petitions.models.reception import (
    EntryConcerned,
    ReceptionChange,
    ReceptionDay,
    ReceptionEntry,
    Visitor,
)
from chuan.petitions.models.redacting import Redaction, WorkingCopy
from chuan.petitions.models.sealing import (
    NameTyped,
    OpeningRequest,
    OpeningSeen,
    SealedIdentity,
    SealedLetter,
    SealedTerm,
    SealOpening,
)

__all__ = [
    "BlindKey",
    "Concerned",
    "EntryConcerned",
    "Escalation",
    "EscalationConcerned",
    "EscalationCover",
    "EventWords",
    "ForwardRecord",
    "LawSnapshot",
    "NameTyped",
    "OpeningRequest",
    "OpeningSeen",
    "Petition",
    "PetitionEvent",
    "PetitionQuerySet",
    "PetitionState",
    "PublicCount",
    "PublicDay",
    "PublicPhoto",
    "PublicPost",
    "PublicResult",
    "ReceptionChange",
    "ReceptionDay",
    "ReceptionEntry",
    "Redaction",
    "SealOpening",
    "SealedIdentity",
    "SealedLetter",
    "SealedTerm",
    "Sender",
    "Standing",
    "Visitor",
    "WorkingCopy",
]
