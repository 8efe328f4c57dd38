"""What each room can check about itself: projections against the events they are made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable

Check = Callable[[], Iterable[str]]
"""Yields one Vietnamese sentence per thing that does not agree; nothing when all is well."""

_projections: dict[str, Check] = {}


def register_projection(name: str, check: Check) -> None:
    """Offer a projection check; called once from the room's ``AppConfig.ready``."""
    _projections[name] = check


def projections() -> dict[str, Check]:
    """Every registered projection check, by name."""
    return dict(sorted(_projections.items()))
