"""Codes of agencies in their two orders; whatever a packet says is kept as written.

QCVN 102:2016/BTTTT (and Circular 01/2018/TT-BTTTT article 19): ``V1V2V3.Z1Z2.Y1Y2.MX1X2``, 13 characters, the
first level LAST, levels that do not apply filled with zeros. Decision 20/2020/QĐ-TTg articles 4 to 6
(amended by 09/2025/QĐ-TTg): the first level FIRST, up to 35 characters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

LONGEST = 35
_LEVEL_LAST = re.compile(r"([0-9A-Z]{3})\.([0-9A-Z]{2})\.([0-9A-Z]{2})\.([A-Z][0-9]{2})")
_LEVEL_FIRST = re.compile(r"[A-Z][0-9]{2}(?:\.[0-9A-Z]+)*")


class Scheme(StrEnum):
    """Which rule a code was made by."""

    QCVN_102 = "qcvn_102_2016"
    DECISION_20 = "qd_20_2020"


@dataclass(frozen=True, slots=True)
class OrganCode:
    """A recognised code. ``levels`` run from the first level (ministry, province) down, zeros left out."""

    scheme: Scheme
    written: str
    levels: tuple[str, ...]

    @property
    def top(self) -> str:
        """The code of the first level: "H27"."""
        return self.levels[0]


def organ_code(text: str) -> OrganCode | None:
    """The code in either order; None for what neither rule makes (it is never completed or turned round)."""
    written = text.strip()
    if found := _LEVEL_LAST.fullmatch(written):
        first, *rest = reversed(found.groups())
        return OrganCode(Scheme.QCVN_102, written, (first, *_filled(rest)))
    if len(written) <= LONGEST and _LEVEL_FIRST.fullmatch(written):
        return OrganCode(Scheme.DECISION_20, written, tuple(written.split(".")))
    return None


def _filled(levels: list[str]) -> list[str]:
    """Levels down to the last that is not all zeros: a zero level above a filled one is kept."""
    while levels and not levels[-1].strip("0"):
        levels.pop()
    return levels
