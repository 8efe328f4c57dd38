"""The register books of a year, by the columns of NĐ 30/2020/NĐ-CP, Phụ lục IV: out, in, and the handling of what came.

Where the unit follows another system's registers the rows are that system's, with every column it gave.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lazy

from chuan.documents.book_rows import Cells, handling_cells, incoming_cells, outgoing_cells
from chuan.documents.models import Document, VoidNumber
from chuan.documents.numbering import series_words
from chuan.documents.numbers import value_of
from chuan.documents.sequences import Numbered, Run, sequences
from chuan.documents.years import as_text, years_between
from chuan.people.models import Unit
from chuan.people.viewer import Viewer

CHUNK = 500
_NEVER = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its words, its share of the width, whether it stands in the middle."""

    title: str
    share: float
    centred: bool = False


@dataclass(frozen=True)
class Book:
    """One kind of book. ``cells`` makes the rows of a chunk of documents; ``number`` and ``day`` order them."""

    key: str
    title: str
    columns: Sequence[Column]
    direction: str
    number: str
    day: str
    stages: Sequence[str]
    cells: Callable[[Sequence[Document]], Mapping[int, Cells]]
    short: str | Promise = ""


OUT = Book(
    "di",
    "Sổ đăng ký văn bản đi",
    (
        Column("Số, ký hiệu văn bản", 1.6, centred=True),
        Column("Ngày tháng văn bản", 1.3, centred=True),
        Column("Tên loại và trích yếu nội dung văn bản", 4.5),
        Column("Người ký", 1.6),
        Column("Nơi nhận văn bản", 2.4),
        Column("Đơn vị, người nhận bản lưu", 1.4),
        Column("Số lượng bản", 0.8, centred=True),
        Column("Ngày chuyển", 1.3, centred=True),
        Column("Ký nhận", 1.0),
        Column("Ghi chú", 1.6),
    ),
    Document.Direction.OUT,
    "number",
    "issued_on",
    ("numbered", "sealed", "issued", "recalled", "cancelled"),
    outgoing_cells,
    lazy("Văn bản đi"),
)
_CAME = ("registered", "assigned", "in_work", "done")
IN = Book(
    "den",
    "Sổ đăng ký văn bản đến",
    (
        Column("Ngày đến", 1.3, centred=True),
        Column("Số đến", 0.8, centred=True),
        Column("Tác giả", 2.2),
        Column("Số, ký hiệu văn bản", 1.6, centred=True),
        Column("Ngày tháng văn bản", 1.3, centred=True),
        Column("Tên loại và trích yếu nội dung văn bản", 4.5),
        Column("Đơn vị hoặc người nhận", 2.2),
        Column("Ngày chuyển", 1.3, centred=True),
        Column("Ký nhận", 1.2),
        Column("Ghi chú", 1.6),
    ),
    Document.Direction.IN,
    "arrival_number",
    "arrived_on",
    _CAME,
    incoming_cells,
    lazy("Văn bản đến"),
)
HANDLING = Book(
    "giai-quyet",
    "Sổ theo dõi giải quyết văn bản đến",
    (
        Column("Số đến", 0.8, centred=True),
        Column("Tên loại, số và ký hiệu, ngày tháng và tên cơ quan ban hành văn bản", 5.0),
        Column("Đơn vị hoặc người nhận", 2.4),
        Column("Thời hạn giải quyết", 1.3, centred=True),
        Column("Tiến độ giải quyết", 2.6),
        Column("Số, ký hiệu văn bản trả lời", 1.8, centred=True),
        Column("Ghi chú", 2.0),
    ),
    Document.Direction.IN,
    "arrival_number",
    "arrived_on",
    _CAME,
    handling_cells,
    lazy("Theo dõi giải quyết"),
)
BOOKS: dict[str, Book] = {one.key: one for one in (OUT, IN, HANDLING)}


@dataclass(frozen=True, slots=True)
class Asked:
    """A book of a unit's year; ``type`` "" is the book of all types."""

    book: Book
    unit: Unit
    year: int
    type: str = ""


class Entry(NamedTuple):
    """One line to come: a document, or a void number that no document bears (``void``). ``on`` is ISO text."""

    pk: int | None
    number: str
    on: str | None
    void: VoidNumber | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the book. ``uid`` leads to the document; ``void`` marks a number that was cancelled."""

    cells: Cells
    uid: Any = None
    void: bool = False
    columns: Sequence[Column] = ()

    @property
    def shown(self) -> list[tuple[str, str]]:
        """Each cell with its column's words, for the fold of a phone."""
        return [(cell, column.title) for cell, column in zip(self.cells, self.columns, strict=True)]

    @property
    def address(self) -> str:
        """The document's page."""
        came = self.columns is not OUT.columns
        return reverse("documents:incoming" if came else "documents:document", args=[self.uid])


@dataclass(frozen=True)
class Contents:
    """Which lines the book has, in order; which numbers are missing; how many rows are a followed source's."""

    asked: Asked
    entries: Sequence[Entry]
    runs: Sequence[Run]
    followed: int
    _voids: Mapping[int, str] = field(default_factory=dict)

    def lines(self, first: int = 0, last: int | None = None) -> Iterator[Line]:
        """The lines from one place to another, read in chunks."""
        waiting = iter(self.entries[first:last])
        while some := list(islice(waiting, CHUNK)):
            yield from self._chunk(some)

    def _chunk(self, some: Sequence[Entry]) -> Iterator[Line]:
        keys = [one.pk for one in some if one.pk is not None]
        documents = list(Document.objects.filter(pk__in=keys).defer("content").select_related("owner_unit"))
        cells = self.asked.book.cells(documents)
        uids = {one.pk: one.uid for one in documents}
        columns = self.asked.book.columns
        for one in some:
            if one.pk is None:
                yield Line(_void_cells(self.asked.book, one), void=True, columns=columns)
            elif one.pk in cells:
                reason = self._voids.get(one.pk, "")
                told = _with_note(cells[one.pk], f"Số hủy: {reason}") if reason else cells[one.pk]
                yield Line(told, uids[one.pk], void=bool(reason), columns=columns)


def contents_of(asked: Asked) -> Contents:
    """The lines of a book by day and number. Some statements, however long the book is."""
    book = asked.book
    day = as_text(book.day)
    rows = list(_documents(asked).values_list("pk", book.number, day, "symbol", "type", "outside_code"))
    entries = [Entry(pk, number, on) for pk, number, on, _symbol, _type, _code in rows]
    voids = _voids(asked)
    entries += [
        Entry(None, f"{one.value:02d}", one.recorded_at.date().isoformat(), one)
        for one in voids
        if one.document_id is None
    ]
    papers = [
        Numbered(pk, number, symbol, type_, on) for pk, number, on, symbol, type_, _code in rows if number
    ]
    runs = _runs(asked, papers, voids)
    return Contents(
        asked,
        sorted(entries, key=_order),
        runs,
        sum(1 for row in rows if row[-1]),
        {one.document_id: one.reason for one in voids if one.document_id is not None},
    )


def years_of(viewer: Viewer, book: Book) -> list[int]:
    """The years of a book from the first to the last, newest first."""
    days = Document.objects.filter(
        owner_unit_id__in=viewer.unit_ids, direction=book.direction, stage__in=book.stages
    )
    return years_between(days, book.day)


def missing_words(runs: Sequence[Run]) -> list[str]:
    """ "Dãy số chung (UBND): thiếu số 07, 12–15; số 09: in hỏng". Nothing of a sequence that is whole."""
    found = []
    for run in runs:
        bare = [one.value for one in run.unexplained]
        said = [f"thiếu số {', '.join(_ranges(bare))}"] if bare else []
        said += [f"số {one.value:02d}: {one.reason}" for one in run.gaps if one.reason]
        if said:
            found.append(f"{run.label}: {'; '.join(said)}.")
    return found


def _documents(asked: Asked) -> QuerySet[Document]:
    book = asked.book
    first, last = date(asked.year, 1, 1), date(asked.year, 12, 31)
    rows = Document.objects.filter(
        Q(**{f"{book.day}__gte": first, f"{book.day}__lte": last}),
        unit=asked.unit, direction=book.direction, stage__in=book.stages, listed=True,
    )  # fmt: skip
    return rows.filter(type=asked.type) if asked.type else rows


def _voids(asked: Asked) -> list[VoidNumber]:
    """Cancelled numbers of the book's sequences."""
    prefix = "in" if asked.book.direction == Document.Direction.IN else "out"
    rows = VoidNumber.objects.filter(unit=asked.unit, year=asked.year)
    series = Q(series=prefix) | Q(series__startswith=f"{prefix}:")
    if asked.type:
        series = Q(series=f"{prefix}:{asked.type}") | Q(series=prefix, document__type=asked.type)
    return list(rows.filter(series).order_by("value"))


def _runs(asked: Asked, papers: Sequence[Numbered], voids: Sequence[VoidNumber]) -> list[Run]:
    """Sequences with their gaps. Số đến run in one; of one type alone only where that type is numbered alone."""
    if asked.book.direction == Document.Direction.IN:
        if asked.type:
            return []
        runs = sequences([Numbered(one.pk, one.number, "", "", one.on) for one in papers], {})
        return [Run(one.key, "Số đến", one.last, one.count, one.gaps) for one in runs]
    reasons = {("UBND", one.value): one.reason for one in voids}
    for one in voids:
        key = f"UBND:{one.series.partition(':')[2]}" if series_words(one.series) else "UBND:*"
        reasons[key, one.value] = one.reason
    runs = sequences(papers, reasons)
    return [one for one in runs if not asked.type or one.key.endswith(f":{asked.type}")]


def _order(one: Entry) -> tuple[str, int, str]:
    return one.on or _NEVER, value_of(one.number) or 0, one.number


def _void_cells(book: Book, one: Entry) -> Cells:
    """A void number without a document: the number, and why."""
    cells = [""] * len(book.columns)
    cells[1 if book is IN else 0] = one.number
    cells[-1] = f"Số hủy: {one.void.reason}" if one.void else ""
    return tuple(cells)


def _with_note(cells: Cells, note: str) -> Cells:
    return (*cells[:-1], "; ".join(part for part in (cells[-1], note) if part))


def _ranges(values: Sequence[int]) -> Iterator[str]:
    """ "07", "12–15"."""
    start = before = None
    for value in [*values, None]:
        if start is not None and (value is None or value != (before or 0) + 1):
            yield f"{start:02d}" if start == before else f"{start:02d}–{before:02d}"
            start = None
        if start is None:
            start = value
        before = value
