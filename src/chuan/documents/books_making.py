"""A register book as a file: Excel, or PDFs of volumes to be signed and bound."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import translation

from chuan.documents.books import Contents, Line, missing_words
from chuan.documents.outgoing.heads import agency_lines, place_of
from chuan.exchange.sheets import Table, write_sheet
from chuan.law.document_types import type_title
from chuan.paper.books import Book as PrintedBook
from chuan.paper.books import book_pdf
from chuan.ui import formatters as say

VOLUME = 2_000
"""Rows of one bound volume: some hundred pages, 5 s and 300 MB of typesetting."""
AT_ONCE = 1_000
"""So many rows are made while somebody waits; more are made in the background."""
MARK = "DỮ LIỆU MINH HỌA – KHÔNG PHẢI SỔ THẬT"

PDF, ZIP = "application/pdf", "application/zip"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Made:
    """A book as a file."""

    data: bytes
    name: str
    media_type: str


def sheet_of(contents: Contents, *, on: date) -> Made:
    """The whole book as one worksheet."""
    book = contents.asked.book
    with translation.override("vi"):
        table = Table(
            title=_title(contents),
            headers=[one.title for one in book.columns],
            rows=[line.cells for line in contents.lines()],
            notes=[
                *_about(contents),
                *_basis(contents),
                *missing_words(contents.runs),
                f"Xuất ngày {say.day(on)}",
            ],
            sheet_name=book.title[:31],
            widths={place: max(10, one.share * 10) for place, one in enumerate(book.columns)},
        )
    return Made(write_sheet(table), _name(contents, "xlsx"), XLSX)


def printed(contents: Contents, *, name: str, on: date, progress: Progress | None = None) -> Made:
    """The book as PDF, drawn up by ``name``; several volumes come together in a zip.

    ``progress`` is told how many rows are done. Call it outside any transaction.
    """
    count = len(contents.entries)
    volumes = max(1, -(-count // VOLUME))
    with translation.override("vi"):
        made = _volumes(contents, volumes, name, on, progress)
        if volumes == 1:
            return Made(next(made)[1], _name(contents, "pdf"), PDF)
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
            for number, data in made:
                day = zipfile.ZipInfo(
                    _name(contents, "pdf", volume=number), (on.year, on.month, on.day, 0, 0, 0)
                )
                archive.writestr(day, data)
    return Made(packed.getvalue(), _name(contents, "zip"), ZIP)


def _volumes(
    contents: Contents, volumes: int, name: str, on: date, progress: Progress | None
) -> Iterator[tuple[int, bytes]]:
    for number in range(1, volumes + 1):
        first = (number - 1) * VOLUME
        lines = list(contents.lines(first, first + VOLUME))
        yield number, book_pdf(_printed(contents, lines, number, volumes, name, on))
        if progress is not None:
            progress(min(first + VOLUME, len(contents.entries)))


def _printed(
    contents: Contents, lines: list[Line], number: int, volumes: int, name: str, on: date
) -> PrintedBook:
    asked = contents.asked
    columns = asked.book.columns
    return PrintedBook(
        agency=agency_lines(asked.unit),
        title=_title(contents),
        about=[*_about(contents), f"Quyển số {number:02d}" + (f"/{volumes:02d}" if volumes > 1 else "")],
        headers=[one.title for one in columns],
        rows=[line.cells for line in lines],
        widths=[one.share for one in columns],
        centred=[place for place, one in enumerate(columns) if one.centred],
        place=place_of(asked.unit),
        position="Người lập sổ",
        name=name,
        made_on=on,
        notes=_basis(contents),
        ending=_ending(contents, lines, last=number == volumes),
        mark=MARK if asked.unit.example else "",
    )


def _ending(contents: Contents, lines: list[Line], *, last: bool) -> list[str]:
    void = sum(line.void for line in lines)
    said = [
        f"Quyển này có {say.number(len(lines))} dòng" + (f", trong đó {void:02d} số hủy." if void else ".")
    ]
    return [*said, *missing_words(contents.runs)] if last else said


def _title(contents: Contents) -> str:
    return contents.asked.book.title


def _about(contents: Contents) -> list[str]:
    asked = contents.asked
    kind = [f"Loại văn bản: {type_title(asked.type)}"] if asked.type else []
    return [f"Năm {asked.year}", *kind]


def _basis(contents: Contents) -> list[str]:
    """Whose rows they are: said on the page and on the paper."""
    count = len(contents.entries)
    law = "Các cột theo Nghị định 30/2020/NĐ-CP, Phụ lục IV."
    if not contents.followed:
        return [law]
    if contents.followed == count:
        return [law, "Các dòng lấy từ sổ của hệ thống nguồn, nhập theo tệp."]
    some, every = say.number(contents.followed), say.number(count)
    return [law, f"{some} trong {every} dòng lấy từ sổ của hệ thống nguồn, nhập theo tệp."]


def _name(contents: Contents, ending: str, *, volume: int = 0) -> str:
    asked = contents.asked
    kind = f"-{asked.type.lower()}" if asked.type else ""
    number = f"-quyen-{volume:02d}" if volume else ""
    ascii_kind = kind.replace("đ", "d").encode("ascii", "ignore").decode()
    return f"so-{asked.book.key}-{asked.year}{ascii_kind}{number}.{ending}"
