"""An edited report brought back: which set it came from, and what of that set it still says. Nothing is recorded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from chuan.exchange.papers import extract
from chuan.objectives.models import FigureSet
from chuan.objectives.sets import sayings
from chuan.objectives.sets.reading import FrozenYear, read_set
from chuan.objectives.sets.refusals import ReportOfSeveral, ReportUnknown
from chuan.objectives.year_report import MARK, year_report
from chuan.paper.papers import Block, Bullets, Heading, Note, Paragraph, TableBlock
from chuan.people.viewer import Viewer
from chuan.rules.figure_sets.edited import Expected, Finding, Found, Part, Row, added, check, codes_of
from chuan.rules.figure_sets.numbers_said import numbers_of

_SHAPES = {
    ("Số", "Mục tiêu", "Kết quả", "Kết luận"): Row(Part.SUMMARY, (), 2, 2, 3),
    ("Số", "Chỉ tiêu", "Mức phải đạt", "Kết quả", "Kết luận", "Nguồn"): Row(Part.TARGET, (), 2, 3, 4),
    ("Số", "Chỉ tiêu", "Kỳ", "Số liệu", "Tính chất", "Nguồn", "Lần", "Chốt lúc", "Mã số liệu"): Row(
        Part.PERIOD, (), 3, 3, 4
    ),
}
"""Tables of the report by their heads: which cells name a row, which holds its figure, which its verdict or stage."""

_OFFICE = re.compile(r"^(số\s*:|.*ngày\s+\d+\s+tháng)|mã băm|dự thảo do", re.IGNORECASE)
"""Lines that the office fills in or the machine prints at the end: no figures of anybody."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one paper."""

    figure_set: FigureSet
    name: str
    findings: tuple[Finding, ...]
    added: tuple[str, ...]

    @property
    def wrong(self) -> tuple[Finding, ...]:
        """What is changed or gone."""
        return tuple(one for one in self.findings if one.found is not Found.SAME)

    @property
    def same(self) -> tuple[Finding, ...]:
        """Figures that stand as the set has them; sentences are only counted."""
        return tuple(
            one for one in self.findings if one.found is Found.SAME and one.part is not Part.SENTENCE
        )


def check_report(data: bytes, *, name: str, by: Viewer, on: date) -> Checked:
    """Hold a paper against the set whose code it carries; reading is done in a process of its own.

    Raises ``ReportUnknown``, ``ReportOfSeveral``, and what ``exchange.papers.extract`` refuses.
    """
    paper = extract(data, name=name)
    found = _set_of(paper.text, name=name, by=by)
    expected = expected_of(read_set(found), by=by, on=on)
    word = paper.pages == 0
    more = [line for line in added(paper.text, expected) if not _OFFICE.search(line)] if word else []
    return Checked(found, name, check(paper.text, expected, by_cells=word), tuple(more))


def _set_of(text: str, *, name: str, by: Viewer) -> FigureSet:
    codes = codes_of(text, sayings.MARK)
    if len(codes) > 1:
        raise ReportOfSeveral(name=name, n=len(codes))
    related = ("plan__decision__unit", "plan__owner_unit", "plan__reading", "by")
    seen = FigureSet.objects.seen_by(by).select_related(*related)
    found = seen.filter(digest__startswith=codes[0]).first() if codes else None
    if found is None:
        raise ReportUnknown(name=name)
    return found


def expected_of(frozen: FrozenYear, *, by: Viewer, on: date) -> Expected:
    """What a report printed from the set says with figures."""
    paper = year_report(frozen.figure_set.plan, on=frozen.figure_set.on, by=by, made_on=on, frozen=frozen)
    blocks = [*paper.body, *(block for annex in paper.annexes for block in annex.blocks)]
    tables = [block for block in blocks if isinstance(block, TableBlock)]
    return Expected(
        rows=tuple(row for table in tables for row in _rows(table)),
        sentences=tuple(one for one in _sentences(blocks) if numbers_of(one)),
        furniture=(MARK, *dict.fromkeys("".join(table.headers) for table in tables)),
        beside=(*paper.bases, paper.subject, *(one.text for one in blocks if isinstance(one, Heading))),
    )


def _rows(table: TableBlock) -> Iterator[Row]:
    shape = _SHAPES.get(table.headers)
    return (replace(shape, cells=cells) for cells in table.rows) if shape else iter(())


def _sentences(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, (Paragraph, Note)):
            yield " ".join(block.text.split())
        elif isinstance(block, Bullets):
            yield from (" ".join(one.split()) for one in block.items)
