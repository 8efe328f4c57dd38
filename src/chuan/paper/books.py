"""A register book as PDF/A: a cover, one table over many pages laid on their side, who drew it up.

A register kept by a machine is printed with all its columns, signed and bound (NĐ 30/2020/NĐ-CP arts 16.2b, 22.3b).
"""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.resources import files
from typing import Any

import typst

from chuan.paper.fonts import TYPEFACE, typefaces
from chuan.paper.letters import pieces, printable

_ROOM = 250
"""Width of the table, in millimetres."""
_LETTER = 0.55
"""Width of a usual letter, as a part of its size."""
_LONG = 700
"""A row whose longest cell has more letters may be cut by the end of a page."""
_POINT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Book:
    """A book, or one volume of it. ``about`` stands under the title on the cover, ``notes`` at its foot.

    ``ending`` stands beside the signature: how many lines, numbers that are missing. ``centred`` are columns from 0.
    """

    agency: Sequence[str]
    title: str
    about: Sequence[str]
    headers: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float]
    place: str
    position: str
    name: str
    made_on: date
    notes: Sequence[str] = ()
    ending: Sequence[str] = ()
    centred: Sequence[int] = ()
    mark: str = ""
    size: float = 9.5


def book_pdf(book: Book) -> bytes:
    """The book, the same bytes for the same book. Call it outside any transaction."""
    made = book.made_on
    done = _ours.compiler.compile(
        format="pdf",
        pdf_standards=["a-2a", "ua-1"],
        timestamp=datetime(made.year, made.month, made.day, tzinfo=UTC),
        sys_inputs={"paper": json.dumps(_told(book), ensure_ascii=False)},
    )
    if not isinstance(done, bytes):
        raise TypeError("a PDF is one file")
    return done


def _told(book: Book) -> dict[str, Any]:
    on = book.made_on
    letters = [
        max(4, int(_ROOM * share / sum(book.widths) / (book.size * _POINT * _LETTER)))
        for share in book.widths
    ]
    return {
        "typeface": TYPEFACE,
        "size": book.size,
        "title": printable(book.title),
        "author": printable(" ".join(book.agency)),
        "date": {"year": on.year, "month": on.month, "day": on.day},
        "agency": _lines(book.agency),
        "about": _lines(book.about),
        "notes": _lines(book.notes),
        "ending": _lines(book.ending),
        "headers": _lines(book.headers),
        "widths": list(book.widths),
        "centred": list(book.centred),
        "rows": [_row(row, letters) for row in book.rows],
        "place-line": printable(f"{book.place}, ngày {on.day:02d} tháng {_month(on)} năm {on.year}"),
        "position": printable(book.position),
        "name": printable(book.name),
        "mark": printable(book.mark),
    }


def _month(on: date) -> str:
    """Months 1 and 2 take a zero (NĐ 30/2020/NĐ-CP, Phụ lục I, II.4)."""
    return f"{on.month:02d}" if on.month < 3 else str(on.month)


def _lines(texts: Sequence[str]) -> list[str]:
    return [printable(one) for one in texts]


def _row(row: Sequence[str], letters: Sequence[int]) -> list[dict[str, Any]]:
    long = max(map(len, row)) > _LONG
    return [
        {"words": [(one.text, one.cut) for one in pieces(printable(cell), most)], "long": long}
        for cell, most in zip(row, letters, strict=True)
    ]


class _Ours(threading.local):
    """The compiler of this thread, for this template."""

    def __init__(self) -> None:
        self.compiler = typst.Compiler(
            str(files("chuan.paper") / "book.typ"), font_paths=typefaces(), ignore_system_fonts=True
        )


_ours = _Ours()
