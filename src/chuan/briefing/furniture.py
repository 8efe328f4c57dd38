"""What this room offers to the house."""

from __future__ import annotations

from chuan.briefing import handing, harms, kept, room, subjects, succession


def offer() -> None:
    """Offer all of it; called once when the programme starts."""
    room.offer()
    subjects.register()
    harms.offer()
    handing.offer()
    kept.offer()
    succession.offer()
