"""What is wrong with a year's registers: gaps, doubles, late ones, rows without a file, files without a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from django.db.models import F, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as later

from chuan.clocks.offices import calendar_of
from chuan.documents.models import Document, SignedFile, VoidNumber
from chuan.documents.models.documents import UNISSUED
from chuan.documents.numbers import number_key, symbol_key, value_of
from chuan.documents.sequences import Numbered, Run, doubles, sequences
from chuan.documents.years import as_text, years_between
from chuan.people.viewer import Viewer
from chuan.rules.vietnamese import fold

FOLLOWED = "theo:"
"""Begins the series of a void number that explains a gap of a followed sequence: "theo:UBND:QĐ"."""
DONE = ("done", "refused")
Row = TypeVar("Row", bound=tuple[Any, ...])
SENT_AFTER = Q(sent_on__gt=F("issued_on"))
FILE_MISSING = Q(blob__isnull=True) & (Q(electronic__isnull=True) | Q(electronic=True))
FOLLOWED_ROW = ~Q(outside_code="")
ROWLESS = Q(outside_code="", series="")
ACKNOWLEDGED_LATER = Q(acknowledged_on__gt=F("arrived_on"))


def silent(on: date) -> Q:
    """Nobody acknowledged it on the days before."""
    return Q(acknowledged_on__isnull=True, arrived_on__lt=on) & ~Q(stage__in=DONE)


def overdue(on: date) -> Q:
    """Done after its due day, or past it and not done."""
    open_ = Q(done_on__isnull=True) & ~Q(stage__in=DONE) & Q(due_on__lt=on)
    return open_ | Q(done_on__gt=F("due_on"))


@dataclass(frozen=True)
class Watch:
    """One kind of fault: its key in addresses, its words, what the law or practice asks, and how its rows are found."""

    key: str
    label: str | Promise
    why: str | Promise
    found: Callable[[Viewer, int, date], QuerySet[Document]]


def outgoing(viewer: Viewer, year: int) -> QuerySet[Document]:
    """Issued documents of the year, those of withdrawn files left out."""
    issued = Document.objects.seen_by(viewer).outgoing().exclude(stage__in=(*UNISSUED, "dropped"))
    return issued.filter(listed=True, issued_on__year=year)


def incoming(viewer: Viewer, year: int) -> QuerySet[Document]:
    """Documents that came in the year, those of withdrawn files left out."""
    came = Document.objects.seen_by(viewer).incoming().exclude(stage="refused")
    return came.filter(listed=True, arrived_on__year=year)


def numbered(viewer: Viewer, year: int) -> list[Numbered]:
    """Every issued document of the year as far as its number matters: one reading for all questions about numbers."""
    fields = ("pk", "number", "symbol", "type", as_text("issued_on"), "issuer_name")
    return list(map(Numbered._make, outgoing(viewer, year).values_list(*fields)))


def runs_of(viewer: Viewer, year: int, rows: Sequence[Numbered] | None = None) -> list[Run]:
    """The sequences of the year with their gaps: the register's, and the unit's own; ``rows`` if read already."""
    return sequences(numbered(viewer, year) if rows is None else rows, _reasons(viewer, year))


def _reasons(viewer: Viewer, year: int) -> dict[tuple[str, int], str]:
    """Numbers known to be void: explained here, or cancelled by the unit's own numbering."""
    found: dict[tuple[str, int], str] = {}
    rows = VoidNumber.objects.seen_by(viewer).filter(year=year)
    for series, value, reason in rows.values_list("series", "value", "reason"):
        for key in _keys(series):
            found[key, value] = reason
    return found


def _keys(series: str) -> Sequence[str]:
    if series.startswith(FOLLOWED):
        return (series.removeprefix(FOLLOWED),)
    _out, _, type_ = series.partition(":")
    return (f"UBND:{type_}", "UBND:*") if type_ else ("UBND", "UBND:*")


def twice(viewer: Viewer, year: int, rows: Sequence[Numbered] | None = None) -> list[int]:
    """Keys of documents whose number another one bears too; ``rows`` of the issued ones if read already."""
    out = [
        (one.pk, f"{key} {_name(one.issuer)}" if (key := number_key(one.number, one.symbol)) else "")
        for one in _alike(numbered(viewer, year) if rows is None else rows)
    ]
    arrived = incoming(viewer, year).values_list(
        "pk", "number", "symbol", "issuer_name", as_text("issued_on")
    )
    came = [
        (pk, f"{key} {_name(issuer)} {day}" if (key := number_key(number, symbol)) and issuer else "")
        for pk, number, symbol, issuer, day in _alike(list(arrived))
    ]
    return [*doubles(out), *doubles(came)]


def _twice(viewer: Viewer, year: int, on: date) -> QuerySet[Document]:
    return Document.objects.seen_by(viewer).filter(pk__in=twice(viewer, year))


@lru_cache(maxsize=4096)
def _name(issuer: str) -> str:
    """An issuer's name for comparing: a year's register has the same few again and again."""
    return fold(issuer)


def _alike(rows: Sequence[Row]) -> Iterator[Row]:
    """Those of (pk, number, symbol, …) whose number and symbol may be another's too: few of many."""
    keys = [(value_of(row[1]), symbol_key(row[2])) for row in rows]
    times = Counter(keys)
    return (row for row, key in zip(rows, keys, strict=True) if times[key] > 1)


def late_out(viewer: Viewer, year: int) -> list[int]:
    """Sent later than the working day after the one of signing (NĐ 30/2020/NĐ-CP Điều 18 khoản 1)."""
    rows = outgoing(viewer, year).filter(SENT_AFTER).values_list("pk", "issued_on", "sent_on")
    calendar = calendar_of(viewer.unit)
    return [
        pk
        for pk, issued, sent in rows
        if issued and sent and (day := calendar.next_working(issued)) and sent > day.day
    ]


def _late_out(viewer: Viewer, year: int, on: date) -> QuerySet[Document]:
    return outgoing(viewer, year).filter(pk__in=late_out(viewer, year))


def _unacknowledged(viewer: Viewer, year: int, on: date) -> QuerySet[Document]:
    """Known to be acknowledged later; or not at all, where the register knows of acknowledging."""
    came = incoming(viewer, year)
    if came.filter(acknowledged_on__isnull=False).exists():
        return came.filter(ACKNOWLEDGED_LATER | silent(on))
    return came.filter(ACKNOWLEDGED_LATER)


def _overdue(viewer: Viewer, year: int, on: date) -> QuerySet[Document]:
    return incoming(viewer, year).filter(overdue(on))


def _without_file(viewer: Viewer, year: int, on: date) -> QuerySet[Document]:
    return outgoing(viewer, year).filter(FILE_MISSING)


def _without_row(viewer: Viewer, year: int, on: date) -> QuerySet[Document]:
    """Where the register of the year is followed: documents here that no row of it names."""
    if not outgoing(viewer, year).filter(FOLLOWED_ROW).exists():
        return outgoing(viewer, year).none()
    return outgoing(viewer, year).filter(ROWLESS)


WATCHES: tuple[Watch, ...] = (
    Watch("trung", later("Trùng số"), later("Cùng số, ký hiệu, cơ quan ban hành trong một năm."), _twice),
    Watch(
        "phat-hanh-tre",
        later("Phát hành trễ"),
        later("Phát hành sau ngày làm việc tiếp theo ngày ký (Nghị định 30/2020/NĐ-CP, Điều 18)."),
        _late_out,
    ),
    Watch(
        "chua-xac-nhan",
        later("Chưa báo đã nhận trong ngày"),
        later("Văn bản đến phải được báo cho nơi gửi trong ngày đến (Nghị định 30/2020/NĐ-CP, Điều 21)."),
        _unacknowledged,
    ),
    Watch("qua-han", later("Xử lý quá hạn"), later("Xong sau hạn, hoặc đã quá hạn mà chưa xong."), _overdue),
    Watch(
        "thieu-tep",
        later("Dòng sổ chưa có tệp"),
        later("Văn bản điện tử trong sổ chưa có tệp PDF đã ký."),
        _without_file,
    ),
    Watch(
        "ngoai-so",
        later("Văn bản không có trong sổ"),
        later("Có ở đây nhưng không dòng nào của sổ nêu."),
        _without_row,
    ),
)


def watch_of(key: str) -> Watch | None:
    """The kind of fault of this key."""
    return next((one for one in WATCHES if one.key == key), None)


def files_without_row(viewer: Viewer) -> int:
    """Signed files that belong to no document yet."""
    return SignedFile.objects.seen_by(viewer).filter(status="unmatched").count()


def years_of(viewer: Viewer, on: date) -> list[int]:
    """Years from the first that registers speak of to the last, the latest first; this year at least."""
    seen = Document.objects.seen_by(viewer).filter(listed=True)
    issued = years_between(seen.outgoing(), "issued_on")
    came = years_between(seen.incoming(), "arrived_on")
    return sorted({on.year, *issued, *came}, reverse=True)
