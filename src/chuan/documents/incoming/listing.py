"""The list of incoming documents: what is asked for, the rows of one page, how many there are up to a bound.

With a hundred thousand documents a page is found in one pass along the index of arrivals: the keys of at most
``MOST`` of them, which give count and page together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from django.db.models import Count, F, Q, Value
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from chuan.clocks.models import Clock
from chuan.documents.incoming.handlers import OPEN
from chuan.documents.incoming.waiting import KIND
from chuan.documents.models import Assignment, Document, DocumentQuerySet
from chuan.exchange.sheets import Table
from chuan.law.document_types import type_title
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import INCOMING
from chuan.rules.refusals import Refused
from chuan.search.finding import keys_of, standing_for, uids_of
from chuan.ui import formatters as say

PER_PAGE = 50
MOST = 10_000
"""So many documents are counted and paged; beyond, the list says "hơn 10.000" and asks for a filter."""

RARE, EVERY = 2_000, 1_000_000
"""Words with more hits than ``RARE`` are looked for along the list; so many hits are ever looked at."""
_PIECE = 2_000

MINE, LATE, UNDONE = "toi", "qua-han", "chua-xong"
STAGES: Mapping[str, str | Promise] = {
    MINE: lazy("việc của tôi"),
    UNDONE: lazy("chưa giải quyết xong"),
    LATE: lazy("quá hạn"),
    **{name: status.label for name, status in INCOMING.statuses.items()},
}
_UNDONE = ("arrived", *OPEN)
_COLUMNS = (
    ("Số đến", 10), ("Ngày đến", 12), ("Loại", 16), ("Số, ký hiệu", 20), ("Ngày văn bản", 12), ("Tác giả", 30),
    ("Trích yếu", 70), ("Độ khẩn", 12), ("Đơn vị hoặc người nhận", 34), ("Hạn", 12), ("Trạng thái", 18),
    ("Ngày hoàn thành", 12), ("Tiến độ, kết quả", 40), ("Văn bản trả lời", 20), ("Hồ sơ", 16),
)  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """What the list is asked for; ``stage`` is a stage, ``MINE``, ``LATE`` or ``UNDONE``; empty asks for everything."""

    words: str = ""
    stage: str = ""
    urgency: str = ""
    year: int | None = None
    by_due: bool = False


@dataclass(frozen=True)
class Listed:
    """One page: its rows, where it stands, and how many there are (``more``: at least so many)."""

    rows: Sequence[Document]
    number: int
    pages: int
    total: int
    more: bool

    @property
    def first(self) -> int:
        """The place of the first row shown, from 1."""
        return (self.number - 1) * PER_PAGE + 1

    @property
    def last(self) -> int:
        """The place of the last row shown."""
        return self.first + len(self.rows) - 1


def listed(viewer: Viewer, wanted: Wanted, *, on: date, number: int = 1) -> Listed:
    """The page of this number; one beyond the last shows the last."""
    keys = keys_for(viewer, wanted, on=on)
    more, keys = len(keys) > MOST, keys[:MOST]
    pages = max(1, -(-len(keys) // PER_PAGE))
    number = min(max(1, number), pages)
    shown = keys[(number - 1) * PER_PAGE : number * PER_PAGE]
    rows = {one.pk: one for one in Document.objects.filter(pk__in=shown).defer("content")}
    return Listed([rows[key] for key in shown if key in rows], number, pages, len(keys), more)


def keys_for(viewer: Viewer, wanted: Wanted, *, on: date) -> list[int]:
    """Keys of the documents asked for in order, one more than ``MOST`` where there are more."""
    rows = _found(viewer, wanted, on)
    if not wanted.words.split():
        return list(rows.values_list("pk", flat=True)[: MOST + 1])
    try:
        hits = keys_of(wanted.words, unit_ids=viewer.unit_ids, kind="document", most=EVERY)
    except Refused:
        return []
    if len(hits) <= RARE:
        return list(rows.filter(uid__in=list(uids_of(hits))).values_list("pk", flat=True)[: MOST + 1])
    return list(islice(_among(rows, frozenset(hits)), MOST + 1))


def _found(viewer: Viewer, wanted: Wanted, on: date) -> DocumentQuerySet:
    """The documents asked for but for words, the latest arrivals first, or the nearest due days.

    Where a stage leaves few of them, they are sorted by a reckoned day: by the index of arrivals all of a hundred
    thousand would be walked for some hundred.
    """
    rows = _of(viewer).filter(_standing(viewer, wanted, on))
    if wanted.urgency:
        rows = rows.filter(urgency=wanted.urgency)
    if wanted.year:
        rows = rows.filter(arrived_on__gte=date(wanted.year, 1, 1), arrived_on__lte=date(wanted.year, 12, 31))
    if wanted.by_due:
        return rows.order_by(F("due_on").asc(nulls_last=True), "-pk")
    few = wanted.stage not in ("", "done") and wanted.stage in STAGES
    day: F | Coalesce = Coalesce("arrived_on", Value(date.min)) if few else F("arrived_on")
    return rows.order_by(day.desc(), "-pk")


def _among(rows: DocumentQuerySet, hits: frozenset[int]) -> Iterator[int]:
    """Of the documents in order those that hold the words: many do, so a few pieces of them fill the list."""
    told = iter(rows.values_list("pk", "uid").iterator(chunk_size=_PIECE))
    while some := list(islice(told, _PIECE)):
        entries = standing_for("document", [uid for _pk, uid in some])
        yield from (pk for pk, uid in some if entries.get(uid) in hits)


def counts_for(viewer: Viewer, *, on: date) -> dict[str, int]:
    """How many stand in each stage that is not the end, and how many are mine or late."""
    open_ = _of(viewer).filter(stage__in=_UNDONE).order_by()
    counts = dict(open_.values_list("stage").annotate(count=Count("pk")))
    counts[MINE] = _of(viewer).filter(_mine(viewer)).count()
    counts[LATE] = _of(viewer).filter(_late(on)).count()
    return counts


def years_of(viewer: Viewer) -> list[int]:
    """The years from the first arrival to the last, newest first: two looks into the index."""
    days = _of(viewer).exclude(arrived_on=None)
    first = days.order_by("arrived_on").values_list("arrived_on", flat=True).first()
    last = days.order_by("-arrived_on").values_list("arrived_on", flat=True).first()
    return list(range(last.year, first.year - 1, -1)) if first and last else []


def is_late(document: Document, on: date) -> bool:
    """Whether it is still open after its due day."""
    return document.stage in _UNDONE and document.due_on is not None and document.due_on < on


def sheet_of(viewer: Viewer, wanted: Wanted, *, on: date) -> Table:
    """The list as a worksheet, up to ``MOST`` rows."""
    rows = [_cells(one) for one in _in_order(keys_for(viewer, wanted, on=on)[:MOST])]
    days = (1, 4, 9, 11)
    return Table(
        title=_("Văn bản đến"),
        headers=[name for name, _width in _COLUMNS],
        rows=rows,
        notes=[_("Xuất ngày %s") % say.day(on), _("Số văn bản: %s") % say.number(len(rows))],
        sheet_name=_("Văn bản đến"),
        widths={index: width for index, (_name, width) in enumerate(_COLUMNS)},
        number_formats=dict.fromkeys(days, "dd/mm/yyyy"),
    )


def _in_order(keys: Sequence[int]) -> Iterator[Document]:
    for start in range(0, len(keys), _PIECE):
        some = keys[start : start + _PIECE]
        rows = Document.objects.filter(pk__in=some).defer("content").in_bulk()
        yield from (rows[key] for key in some if key in rows)


def _cells(one: Document) -> tuple[str | date | None, ...]:
    return (
        one.arrival_number, one.arrived_on, type_title(one.type), one.full_number if one.number else one.symbol,
        one.issued_on, one.issuer_name, one.subject, str(one.get_urgency_display()), one.lead_name, one.due_on,
        one.stage_label, one.done_on, one.progress, one.reply_number, one.file_code,
    )  # fmt: skip


def _of(viewer: Viewer) -> DocumentQuerySet:
    """Incoming documents of the viewer's units; none of them is a draft, so ``seen_by`` has nothing more to hide."""
    return Document.objects.filter(
        owner_unit_id__in=viewer.unit_ids, direction=Document.Direction.IN, listed=True
    )


def _standing(viewer: Viewer, wanted: Wanted, on: date) -> Q:
    if wanted.stage == MINE:
        return _mine(viewer)
    if wanted.stage == LATE:
        return _late(on)
    if wanted.stage == UNDONE:
        return Q(stage__in=_UNDONE)
    return Q(stage=wanted.stage) if wanted.stage in INCOMING.statuses else Q()


def _late(on: date) -> Q:
    return Q(stage__in=_UNDONE, due_on__lt=on)


def _mine(viewer: Viewer) -> Q:
    """What waits for the viewer: parts given to him or his posts, and what his roles or the source's row ask of him."""
    clocks = Clock.objects.mine(viewer).running().filter(subject_kind=KIND, unit_id__in=viewer.unit_ids)
    named = Document.objects.filter(uid__in=list(clocks.values_list("subject_uid", flat=True)))
    mine = Q(official=viewer.official) if viewer.official else Q(pk__in=())
    parts = Assignment.objects.standing().filter(
        mine | Q(official__isnull=True, post_id__in=viewer.post_ids),
        document__stage__in=("assigned", "in_work"),
    )
    return Q(pk__in={*named.values_list("pk", flat=True), *parts.values_list("document_id", flat=True)})
