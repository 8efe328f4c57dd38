"""What this room offers to the house."""

from __future__ import annotations

from chuan.corrections import handing, harms, offered, packing, room, searching, subjects, succession


def offer() -> None:
    """Offer all of it; called once when the programme starts."""
    room.offer()
    subjects.register()
    searching.offer()
    offered.offer()
    packing.offer()
    handing.offer()
    succession.offer()
    harms.offer()
