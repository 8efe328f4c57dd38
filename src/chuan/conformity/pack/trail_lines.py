"""The unit's lines of the trail as they are chained: uids, verbs and digests, no name and no detail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from chuan.offers.packing import Asked
from chuan.trail.models import Entry
from chuan.ui import formatters as say


@dataclass(frozen=True, slots=True)
class Extract:
    """A chain from its first line to its last; ``hash``: of the last."""

    chain: str
    year: int
    seq: int
    hash: str
    text: str

    @property
    def title(self) -> str:
        """What the file is."""
        return f"Nhật ký năm {self.year}: {say.number(self.seq)} dòng nối nhau từ dòng đầu"


def extracts(asked: Asked) -> list[Extract]:
    """The chains of the period's years and of the year it is packed in; those without a line are left out.

    Whole chains: only from the first line on can everybody recompute them.
    """
    last = asked.period.end - timedelta(days=1)
    years = sorted({*range(asked.period.start.year, last.year + 1), asked.on.year})
    found = [_extract(f"{asked.unit.uid}/{year}", year) for year in years]
    return [one for one in found if one.seq]


def _extract(chain: str, year: int) -> Extract:
    rows = Entry.objects.filter(chain=chain).order_by("seq").values_list("seq", "hash", "line")
    lines: list[str] = []
    last = (0, "")
    for number, head, line in rows.iterator(chunk_size=2000):
        lines.append(f"{line}\n")
        last = (number, head)
    return Extract(chain, year, *last, "".join(lines))
