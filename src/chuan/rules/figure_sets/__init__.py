"""Frozen sets of figures: their canonical lines, what changed between two, papers held against one."""

from chuan.rules.figure_sets.differences import Cause, Difference, FigureChange, differences
from chuan.rules.figure_sets.lines import (
    FORMAT,
    SHORT,
    FigureLines,
    SetFigure,
    SetHead,
    SetPromise,
    SetTarget,
    SetUnreadable,
    canonical,
    of_objects,
    read_lines,
    short_digest,
)

__all__ = [
    "FORMAT",
    "SHORT",
    "Cause",
    "Difference",
    "FigureChange",
    "FigureLines",
    "SetFigure",
    "SetHead",
    "SetPromise",
    "SetTarget",
    "SetUnreadable",
    "canonical",
    "differences",
    "of_objects",
    "read_lines",
    "short_digest",
]
