"""The places that an issued document keeps for signatures: their names, and where they lie on a page."""

from __future__ import annotations

from dataclasses import dataclass

PERSON, NUMBER, DAY, MONTH, SEAL = "person", "number", "day", "month", "seal"

FIELDS = {
    PERSON: "Chữ ký số của người có thẩm quyền",
    NUMBER: "Số văn bản",
    DAY: "Ngày ban hành",
    MONTH: "Tháng ban hành",
    SEAL: "Chữ ký số của cơ quan",
}
"""Names of the fields of an issued document, with what a screen reader says of them."""

BEFORE_SEAL = (NUMBER, DAY, MONTH)
"""What the agency fills in before it seals."""

_POINTS = 72 / 25.4


@dataclass(frozen=True)
class Box:
    """A place on a page (counted from 0), in points from the lower left corner."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """In points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """In points."""
        return self.y1 - self.y0


def seal_beside(person: Box, *, width_mm: float, height_mm: float) -> Box:
    """Where a seal of this real size goes: over about a third of the signature, at its left.

    Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, 8.
    """
    right, middle = person.x0 + person.width / 3, (person.y0 + person.y1) / 2
    width, height = width_mm * _POINTS, height_mm * _POINTS
    return Box(person.page, right - width, middle - height / 2, right, middle + height / 2)
