"""The text of a dropped report: from any paper, from a workbook, from a scan. Spans count in what is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from chuan.exchange import papers, scans
from chuan.exchange.extracted import Extracted
from chuan.exchange.kinds import Kind, tell
from chuan.exchange.limits import DEFAULT
from chuan.exchange.sheet_types import CellValue
from chuan.exchange.tables import RawTable, read_tables
from chuan.rules.refusals import FileTooSlow, Refused
from chuan.rules.report_figures import folded, folds_of, moved
from chuan.rules.vietnamese import written_number

MOST_CHARACTERS = 400_000
_ROWS = 3000


@dataclass(frozen=True, slots=True)
class Brought:
    """A report brought to text: ``unsure`` are stretches read from a picture without confidence.

    ``loose``: a table of it could not be told, so that its cells stand on lines of their own. ``names``: rows of lists
    that were folded, so that no name is kept.
    """

    text: str
    media_type: str
    from_picture: bool = False
    turned: bool = False
    unsure: tuple[tuple[int, int], ...] = ()
    loose: bool = False
    names: int = 0


Told = Callable[[int, int], None]


def bring(data: bytes, *, name: str, told: Told | None = None, pictures: int | None = None) -> Brought:
    """The text of a report; ``pictures``: how many pages are pictures, where that was looked at already.

    Raises what ``exchange.scans.extract`` and ``exchange.tables.read_tables`` refuse.
    """
    if scans.picture_type(data, name=name) is None and tell(data, name=name, limits=DEFAULT) is Kind.XLSX:
        text = text_of_tables(read_tables(data, name=name))[:MOST_CHARACTERS]
        return without_names(Brought(text, Kind.XLSX.value))
    paper = _paper(data, name, told, pictures)
    text = (
        with_empty_cells(paper.text, data, name=name) if paper.media_type == Kind.DOCX.value else paper.text
    )
    brought = Brought(
        text=text,
        media_type=paper.media_type,
        from_picture=bool(paper.seen_words),
        turned=any(page.turns for page in paper.seen_pages),
        unsure=tuple((word.start, word.end) for word in paper.seen_words if word.sure < _SURE),
        loose=papers.LOOSE in paper.notes,
    )
    return without_names(brought)


def without_names(brought: Brought) -> Brought:
    """The same with every list of names folded to how many rows it has; nothing that is kept holds a name of it."""
    folds = folds_of(brought.text)
    if not folds:
        return brought
    return replace(
        brought, text=folded(brought.text, folds), unsure=tuple(moved(brought.unsure, folds)),
        names=sum(one.rows for one in folds),
    )  # fmt: skip


_SURE = 70


def _paper(data: bytes, name: str, told: Told | None, pictures: int | None) -> Extracted:
    """The paper; a PDF without pictures is read once, with its tables."""
    if pictures == 0 and tell(data, name=name, limits=DEFAULT) is Kind.PDF:
        try:
            return papers.extract_with_tables(data, name=name)
        except FileTooSlow:
            pass  # without its tables it may be read in time
    return _with_tables(scans.extract(data, name=name, told=told), data, name)


def _with_tables(paper: Extracted, data: bytes, name: str) -> Extracted:
    """A PDF read again for its tables; where that fails, and beside pages that are pictures, it has none."""
    if paper.media_type != Kind.PDF.value:
        return paper
    if not paper.seen_pages:
        try:
            return papers.extract_with_tables(data, name=name)
        except Refused:
            pass
    if "\t" not in paper.text:
        return paper
    return replace(paper, text=paper.text.replace("\t", "\n"), notes=(*paper.notes, papers.LOOSE))


def text_of_tables(tables: Iterable[RawTable]) -> str:
    """Worksheets as lines of cells with tabs between; hidden sheets are left out. Numbers as papers write them."""
    lines: list[str] = []
    for table in tables:
        if table.visible:
            lines += [_line(row) for row in table.rows[:_ROWS]]
            lines.append("")
    return "\n".join(lines).strip("\n")


def with_empty_cells(text: str, data: bytes, *, name: str) -> str:
    """The text of a Word file with the empty cells of its tables kept, so that columns stay where they are."""
    if "\t" not in text:
        return text
    try:
        tables = read_tables(data, name=name)
    except Refused:
        return text
    at, parts, done = 0, [], 0
    for full in _rows_with_holes(tables):
        closed = "\t".join(cell for cell in full if cell)
        found = text.find(closed, at) if "\t" in closed else -1
        if found >= 0:
            parts += [text[done:found], "\t".join(full)]
            at = done = found + len(closed)
    return "".join([*parts, text[done:]])


def _rows_with_holes(tables: Iterable[RawTable]) -> Iterator[list[str]]:
    """Rows of every table that is one, filled up to its width."""
    for table in tables:
        width = max((len(row) for row in table.rows), default=0)
        for row in table.rows:
            cells = [_shown(value) for value in row]
            if len(cells) > 1:
                yield cells + [""] * (width - len(cells))


def _line(row: Iterable[CellValue]) -> str:
    cells = [_shown(value) for value in row]
    filled = [cell for cell in cells if cell]
    return filled[0] if len(filled) == 1 else "\t".join(cells)


def _shown(value: CellValue) -> str:
    """A cell as a paper would write it."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, int | Decimal):
        return written_number(Fraction(value))
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    return " ".join(str(value).split())
