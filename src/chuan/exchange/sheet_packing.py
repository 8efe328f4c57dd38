"""A sheet on its way out of the reading process, as plain lists and back."""

from __future__ import annotations

from dataclasses import astuple, dataclass, replace
from typing import Any

from chuan.rules.seen_paper import Look, PageNumber, PageSeen, Row, Sheet, Stretch


@dataclass(frozen=True, slots=True)
class PackedSheet:
    """A sheet that was read apart."""

    sheet: Sheet

    def packed(self) -> dict[str, Any]:
        """As plain lists."""
        sheet = self.sheet
        return {
            "text": sheet.text,
            "rows": [astuple(row) for row in sheet.rows],
            "stretches": [[one.start, one.end, astuple(one.look)] for one in sheet.stretches],
            "pages": [[*astuple(page)] for page in sheet.pages],
            "wrapped": sheet.wrapped,
        }


def unpacked(packed: dict[str, Any]) -> Sheet:
    """The reverse of ``packed``."""
    return Sheet(
        packed["text"],
        tuple(Row(*row) for row in packed["rows"]),
        tuple(Stretch(start, end, Look(*look)) for start, end, look in packed["stretches"]),
        tuple(_page(*page) for page in packed["pages"]),
        packed["wrapped"],
    )


def _page(start: int, *values: Any) -> PageSeen:
    page = PageSeen(start, *values)
    return replace(page, number=PageNumber(*page.number)) if isinstance(page.number, list) else page
