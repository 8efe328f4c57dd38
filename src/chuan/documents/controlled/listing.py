"""The master list: every controlled document with the revision in force, its owner and its next review."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from chuan.documents.controlled.periods import next_review, practice_of
from chuan.documents.controlled.standing import AWAITED, IN_FORCE, in_force, in_the_making, shown, state_words
from chuan.documents.models import ControlledDocument, Revision
from chuan.documents.outgoing.heads import MARK, agency_lines, place_of
from chuan.exchange.sheet_types import CellValue
from chuan.exchange.sheets import Table
from chuan.paper.books import Book
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.rules.vietnamese import fold
from chuan.ui import formatters as say

COLUMNS = (
    ("Mã hiệu", 18),
    ("Tên tài liệu", 60),
    ("Loại", 28),
    ("Lần ban hành", 9),
    ("Hiệu lực từ", 12),
    ("Người phụ trách", 24),
    ("Xem xét lại trước", 12),
    ("Tình trạng", 26),
)
_WIDTHS = (36, 68, 34, 15, 23, 32, 23, 36)
"""Shares of the columns of the printed list."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is asked for; empty asks for everything. ``state``: force, making, none, retired, review."""

    words: str = ""
    kind: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One document as it stands on the day."""

    document: ControlledDocument
    standing: Revision | None
    making: Revision | None
    review_on: date | None
    on: date

    @property
    def overdue(self) -> bool:
        """Whether its periodic review is late."""
        return self.review_on is not None and self.review_on < self.on

    @property
    def state(self) -> str:
        """The filter it belongs to: retired, force, making, none."""
        if self.document.retired_on is not None:
            return "retired"
        if self.standing is not None:
            return "force"
        return "making" if self.making is not None else "none"

    @property
    def words(self) -> str:
        """ "đang hiệu lực; lần 03 chờ phê duyệt"."""
        if self.document.retired_on is not None:
            return _("ngừng áp dụng từ %s") % say.day(self.document.retired_on)
        parts = [state_words(IN_FORCE)] if self.standing else [_("chưa có bản hiệu lực")]
        if self.making is not None:
            future = self.making.status == AWAITED and self.making.effective_from is not None
            told = _("hiệu lực từ %s") % say.day(self.making.effective_from) if future else self._making_words
            parts.append(_("lần %(n)s %(told)s") % {"n": shown(self.making.number), "told": told})
        return "; ".join(parts)

    @property
    def effective_from(self) -> date | None:
        """From when the revision in force is."""
        return self.standing.effective_from if self.standing else None

    @property
    def owner(self) -> str:
        """Who looks after it: the owning post, else the ISO secretary."""
        post = self.document.owner_post
        return post.title if post else str(Role.ISO_SECRETARY.label)

    @property
    def number(self) -> str:
        """The revision in force: "02", or "–"."""
        return shown(self.standing.number) if self.standing else "–"

    @property
    def _making_words(self) -> str:
        return state_words(self.making.status) if self.making else ""


def rows_for(viewer: Viewer, wanted: Wanted, on: date) -> list[Row]:
    """The list by code, as it stands on the day; words are sought without marks in code, title and procedure."""
    found = ControlledDocument.objects.seen_by(viewer).select_related("owner_post", "unit", "parent")
    if wanted.kind:
        found = found.filter(kind=wanted.kind)
    revisions = Revision.objects.defer("content", "text", "changes", "note").order_by("number")
    found = found.prefetch_related(Prefetch("revisions", queryset=revisions)).order_by("code")
    months = practice_of(viewer.unit, on).whole
    rows = [row_of(one, on, months) for one in found if _has(one, wanted.words)]
    return [row for row in rows if _is(row, wanted.state)]


def row_of(document: ControlledDocument, on: date, practice: int) -> Row:
    """A document with its revisions as they stand on the day; ``practice`` in months."""
    revisions = list(document.revisions.all())
    standing = in_force(revisions, on) if document.retired_on is None else None
    due = next_review(document, standing, practice) if standing else None
    return Row(document, standing, in_the_making(revisions, on), due, on)


def counts_of(rows: Sequence[Row]) -> dict[str, int]:
    """How many rows belong to each filter, and how many reviews are late."""
    counts = {
        state: sum(row.state == state for row in rows) for state in ("force", "making", "none", "retired")
    }
    return counts | {"review": sum(row.overdue for row in rows)}


def sheet_of(rows: Sequence[Row], *, on: date) -> Table:
    """The list as a worksheet."""
    return Table(
        title=_("Danh mục tài liệu kiểm soát"),
        headers=[name for name, _width in COLUMNS],
        rows=[_cells(row) for row in rows],
        notes=[_("Tình trạng ngày %s") % say.day(on), _("Số tài liệu: %s") % len(rows)],
        sheet_name=_("Danh mục"),
        widths={place: width for place, (_name, width) in enumerate(COLUMNS)},
        number_formats={4: "dd/mm/yyyy", 6: "dd/mm/yyyy"},
    )


def book_of(rows: Sequence[Row], viewer: Viewer, *, on: date) -> Book:
    """The list to be printed and signed."""
    return Book(
        agency=agency_lines(viewer.unit),
        title=_("Danh mục tài liệu kiểm soát"),
        about=[_("Tình trạng ngày %s") % say.day(on)],
        headers=[name for name, _width in COLUMNS],
        rows=[[_printed(cell) for cell in _cells(row)] for row in rows],
        widths=_WIDTHS,
        place=place_of(viewer.unit),
        position=_("Người lập danh mục"),
        name=viewer.name,
        made_on=on,
        ending=[_("Danh mục có %s tài liệu.") % len(rows)],
        centred=(3, 4, 6),
        mark=MARK if viewer.unit.example else "",
    )


def _cells(row: Row) -> tuple[CellValue, ...]:
    document = row.document
    return (
        document.code,
        document.title,
        str(document.get_kind_display()),
        row.number,
        row.effective_from,
        row.owner,
        row.review_on,
        row.words,
    )


def _printed(cell: object) -> str:
    return say.day(cell) if isinstance(cell, date) else str(cell or "")


def _has(one: ControlledDocument, words: str) -> bool:
    told = fold(f"{one.code} {one.title} {one.procedure_code}")
    return all(word in told for word in fold(words).split())


def _is(row: Row, state: str) -> bool:
    if state == "review":
        return row.overdue
    if state == "making":
        return row.making is not None and row.state != "retired"
    return row.state == state if state else True
