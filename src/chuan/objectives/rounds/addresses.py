"""Where rounds are shown: one place, so that tasks, acts and pages agree."""

from __future__ import annotations

from chuan.objectives.models import Round, RoundLine

HOME = "/muc-tieu/nam-sau/"
"""The round that is open, or the door to open one."""


def of_round(round_: Round) -> str:
    """One round with its lines."""
    return f"{HOME}{round_.uid}/"


def of_line(line: RoundLine) -> str:
    """One line with everything said of it."""
    return f"{HOME}dong/{line.uid}/"
