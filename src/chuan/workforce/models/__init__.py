"""Tables of the room, one file a noun."""

from chuan.workforce.models.absences import Absence

__all__ = ["Absence"]
