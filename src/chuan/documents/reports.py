"""Lists of documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from chuan.documents.models import Document, DocumentQuerySet
from chuan.documents.models.documents import UNISSUED
from chuan.documents.sought import documents_with
from chuan.documents.years import years_between
from chuan.exchange.sheets import Table
from chuan.people.viewer import Viewer
from chuan.rules.refusals import Refused

COLUMNS = (
    ("Loại", 8),
    ("Số, ký hiệu", 20),
    ("Ngày ban hành", 14),
    ("Cơ quan ban hành", 30),
    ("Trích yếu", 70),
    ("Người ký", 24),
    ("Hiệu lực từ", 14),
    ("Trạng thái", 22),
    ("Tệp", 30),
)


@dataclass(frozen=True)
class Wanted:
    """What a list is asked for; empty fields ask for everything."""

    words: str = ""
    state: str = ""
    """Where its reading stands; only documents that were read have one."""
    direction: str = ""
    year: int | None = None


def documents_for(viewer: Viewer, wanted: Wanted) -> QuerySet[Document]:
    """The viewer's documents, newest first. Words are sought without marks: "bac hong" finds "Bắc Hồng".

    Only words that nothing can be sought by (marks, one letter) find nothing.
    """
    found = papers_of(viewer)
    if wanted.direction:
        found = found.filter(direction=wanted.direction)
    if wanted.state:
        found = found.filter(state=wanted.state, readings__isnull=False).distinct()
    if wanted.year:
        found = found.filter(_of_year(wanted.year))
    if wanted.words.strip():
        found = found.filter(uid__in=documents_with(wanted.words, viewer))
    return found.order_by("-issued_on", "-recorded_at")


def papers_of(viewer: Viewer) -> DocumentQuerySet:
    """Documents that came in or went out; acts only cited stand in the register of bases, drafts in their own list."""
    seen = Document.objects.seen_by(viewer).exclude(direction=Document.Direction.EXTERNAL)
    return seen.exclude(stage__in=(*UNISSUED, "dropped"))


def years_of(viewer: Viewer) -> list[int]:
    """The years from the viewer's first document to the last, newest first."""
    return years_between(papers_of(viewer), "issued_on")


def counts_by_state(viewer: Viewer) -> dict[str, int]:
    """How many documents stand in each state."""
    counted = papers_of(viewer).order_by().values_list("state").annotate(count=Count("pk"))
    return dict(counted)


def sheet_of(documents: QuerySet[Document], wanted: Wanted, *, on: date) -> Table:
    """The list as a worksheet; its note says what was asked for, and when."""
    rows = [
        (
            one.type,
            one.full_number,
            one.issued_on,
            one.issuer_name,
            one.subject,
            one.signer_name,
            one.effective_from,
            str(one.get_state_display()),
            one.file_name,
        )
        for one in documents
    ]
    return Table(
        title=_("Văn bản"),
        headers=[name for name, _width in COLUMNS],
        rows=rows,
        notes=[_asked_for(wanted, on), _("Số văn bản: %s") % len(rows)],
        sheet_name=_("Văn bản"),
        widths={index: width for index, (_name, width) in enumerate(COLUMNS)},
        number_formats={2: "dd/mm/yyyy", 6: "dd/mm/yyyy"},
    )


def existing(refused: Refused, viewer: Viewer) -> Document | None:
    """The document that a second copy was refused for, where the viewer may see it."""
    notes = getattr(refused, "__notes__", [])
    return Document.objects.seen_by(viewer).filter(uid__in=notes).first() if notes else None


def _asked_for(wanted: Wanted, on: date) -> str:
    parts = [_("Lọc: %s") % wanted.words] if wanted.words else []
    parts += [_("năm %s") % wanted.year] if wanted.year else []
    parts += [str(Document.State(wanted.state).label)] if wanted.state else []
    return " · ".join([*parts, _("xuất ngày %s") % f"{on:%d/%m/%Y}"])


def _of_year(year: int) -> Q:
    return Q(issued_on__gte=date(year, 1, 1), issued_on__lt=date(year + 1, 1, 1))
