"""A file's catalogue held against the standing one: what is new, what changed, what is the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from chuan.dossiers.procedures.types import Catalogue, Offered, Unreadable

Content = Mapping[str, str]
"""What a version says, by field; lists as JSON."""

COMPARED = (
    "name", "field", "agency", "citation", "legal_acts", "components", "steps", "fees", "results", "limits_text",
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One procedure of the file. ``content`` is what its version will say: fields the file leaves blank stay."""

    offered: Offered
    content: Content
    changed: tuple[str, ...] = ()

    @property
    def keeps_limits(self) -> bool:
        """The file says nothing of time: the limits of the version before stay."""
        return not self.offered.limits_text.strip()


@dataclass(frozen=True)
class Preview:
    """What taking the file in would do."""

    new: tuple[Row, ...]
    changed: tuple[Row, ...]
    same: int
    unreadable: tuple[Unreadable, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def to_write(self) -> tuple[Row, ...]:
        """Rows that make a version."""
        return (*self.new, *self.changed)

    @property
    def mark(self) -> str:
        """A digest of what would be written: the act is refused when it is no longer the same."""
        told = [[row.offered.code, dict(row.content)] for row in self.to_write]
        return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:32]

    def limits(self) -> dict[str, int]:
        """How many of the rows to write have all limits whole, some in question, none said."""
        found = {"whole": 0, "question": 0, "none": 0}
        for row in self.to_write:
            reading = row.offered.reading
            found["whole" if reading.whole else "question" if reading.limits else "none"] += 1
        return found


def compare(catalogue: Catalogue, standing: Mapping[str, Content]) -> Preview:
    """Every row of the file against the standing version of its code (confirmed or proposed, the latest)."""
    new, changed, same = [], [], 0
    for offered in catalogue.rows:
        before = standing.get(offered.code)
        content = _content(offered, before or {})
        if before is None:
            new.append(Row(offered, content))
            continue
        differs = tuple(name for name in COMPARED if content[name] != before[name])
        if differs:
            changed.append(Row(offered, content, differs))
        else:
            same += 1
    return Preview(tuple(new), tuple(changed), same, catalogue.unreadable, catalogue.left_out)


def _content(offered: Offered, before: Content) -> Content:
    said = {
        "name": offered.name,
        "field": offered.field,
        "agency": offered.agency,
        "citation": offered.citation,
        "legal_acts": offered.legal_acts,
        "components": dumped(offered.components),
        "steps": dumped(offered.steps),
        "fees": offered.fees,
        "results": offered.results,
        "limits_text": offered.limits_text.strip(),
    }
    blank = {"", "[]"}
    return {name: before.get(name, text) if text in blank else text for name, text in said.items()}


def dumped(lines: tuple[str, ...] | list[str]) -> str:
    """A list of texts as it is stored."""
    return json.dumps(list(lines), ensure_ascii=False)
