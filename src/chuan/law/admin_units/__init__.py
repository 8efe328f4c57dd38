"""Provinces and communes before and after 1 July 2025, with codes by date, and what became of each.

Data: github.com/thanglequoc/vietnamese-provinces-database (MIT, see NOTICE), packed by ``scripts/pack_admin_units.py``.
"""

from chuan.law.admin_units.acts import CarryOver, Resolution, carry_over, resolution_of
from chuan.law.admin_units.lookup import (
    TURN,
    Commune,
    How,
    Passing,
    communes_on,
    find,
    named,
    predecessors,
    successors,
)

__all__ = [
    "TURN",
    "CarryOver",
    "Commune",
    "How",
    "Passing",
    "Resolution",
    "carry_over",
    "communes_on",
    "find",
    "named",
    "predecessors",
    "resolution_of",
    "successors",
]
