"""The ward's own code of a petition: "DT-2021-0012", one sequence a year, parts of a split letter ".1", ".2".

It names a petition on screens and papers of this house. Where another system keeps the register, its code is
``outside_code``, and this one is only for following the work.
"""

from __future__ import annotations

from datetime import date

from chuan.documents.numbering import take_next
from chuan.people.models import Unit
from chuan.petitions.models import Petition

SERIES = "petitions"


def next_code(unit: Unit, received_on: date) -> str:
    """The next code of the year of receipt. Only inside the act that gives it away."""
    year = received_on.year
    return f"DT-{year}-{take_next(unit, SERIES, year):04d}"


def part_code(parent: Petition, number: int) -> str:
    """The code of a part of a split letter."""
    return f"{parent.code}.{number}"
