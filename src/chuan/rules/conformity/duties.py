"""How a duty of a year stands on a day."""

from __future__ import annotations

from datetime import date
from enum import Enum


class State(Enum):
    """Done; nothing asks for it; still time; its day has passed."""

    DONE = "done"
    NOT_ASKED = "not_asked"
    DUE = "due"
    LATE = "late"


def stand(due_on: date, today: date, *, done: bool, asked: bool = True) -> State:
    """How it stands. Whatever is done is done, on whichever day; the day itself still counts."""
    if done:
        return State.DONE
    if not asked:
        return State.NOT_ASKED
    return State.LATE if today > due_on else State.DUE
