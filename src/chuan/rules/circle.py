"""How a station of the year's circle stands."""

from __future__ import annotations

from enum import Enum


class State(Enum):
    """Done; under way; its time has passed; not begun. ``shape`` is how a verdict of that shape is drawn."""

    DONE = "met"
    GOING = "running"
    LATE = "overdue"
    NONE = "unmeasured"

    @property
    def shape(self) -> str:
        """The shape."""
        return self.value
