"""What stands in twelve boxes: read into numbers, written into boxes; nothing typed is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _

from chuan.rules.refusals import Refused
from chuan.rules.targets import PathFault
from chuan.rules.targets.paths import MONTHS
from chuan.rules.vietnamese import parse_number, written_number

LONGEST = 40
"""Characters of one box; a longer number is a slip of the hand."""
NOTHING = [""] * MONTHS


@dataclass(frozen=True, slots=True)
class ReadBoxes:
    """Twelve boxes understood; None where a box is empty or cannot be read (then there is a fault)."""

    values: tuple[Fraction | None, ...]
    faults: tuple[PathFault, ...]

    @property
    def is_blank(self) -> bool:
        """Nobody put anything in: the target has no path."""
        return not self.faults and all(value is None for value in self.values)


def read_boxes(texts: Sequence[str]) -> ReadBoxes:
    """The numbers of twelve boxes, written as papers write them; "%" and a sign may stand with them."""
    values: list[Fraction | None] = []
    faults = []
    for month, text in enumerate(texts, start=1):
        try:
            values.append(_number(text))
        except Refused:
            values.append(None)
            said = _("“%(typed)s” chưa đọc được thành số. Ghi như 8.550 hoặc 0,9.") % {
                "typed": text.strip()[:LONGEST]
            }
            faults.append(PathFault(month, said))
    return ReadBoxes(tuple(values), tuple(faults))


def written(values: Sequence[Fraction]) -> list[str]:
    """Twelve values as boxes show them; nothing where there are none."""
    return [written_number(value) for value in values] or list(NOTHING)


def _number(text: str) -> Fraction | None:
    bare = text.strip().rstrip("%").strip()
    if not bare:
        return None
    if len(bare) > LONGEST:
        return parse_number("?")
    negative = bare.startswith(("-", "−"))
    value = parse_number(bare.lstrip("-−+ "))
    return -value if negative else value
