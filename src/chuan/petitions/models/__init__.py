"""Tables of the room: petitions with their events and states, who sent them, whom they are about."""

from chuan.petitions.models.cases import Petition, PetitionQuerySet, PetitionState, Standing
from chuan.petitions.models.events import EventWords, PetitionEvent
from chuan.petitions.models.persons import Concerned, Sender

__all__ = [
    "Concerned",
    "EventWords",
    "Petition",
    "PetitionEvent",
    "PetitionQuerySet",
    "PetitionState",
    "Sender",
    "Standing",
]
