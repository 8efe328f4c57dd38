"""The register as Excel and as a book to be bound, and the notice of the Chairman's days to be hung up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils import translation

from chuan.documents.numbering import symbol_for
from chuan.documents.outgoing.beginnings import signer_of_day
from chuan.documents.outgoing.heads import MARK, agency_lines, name_on_paper, place_of
from chuan.exchange.sheets import Table, write_sheet
from chuan.law.petitions import HELD_FROM
from chuan.law.petitions_register import register_columns
from chuan.paper.books import Book, book_pdf
from chuan.paper.papers import Paper, Paragraph, TableBlock
from chuan.paper.pdf import to_pdf
from chuan.people.models import Unit
from chuan.petitions.lawful import Bench
from chuan.petitions.models import ReceptionDay
from chuan.petitions.reception.days import clock_words
from chuan.petitions.reception.register import Row
from chuan.rules.law import Value
from chuan.rules.types import Period, Sure
from chuan.ui import formatters as say
from chuan.ui import words

TITLE = "Sổ tiếp công dân"
MOST = 2_000
"""Rows of one printed volume; a longer period is asked for in parts."""

_BOOK_MARK = "DỮ LIỆU MINH HỌA – KHÔNG PHẢI SỔ THẬT"
_SHARES = {
    "number": 10, "day": 19, "person": 32, "papers": 22, "content": 42, "kind": 21, "people": 11, "solved_by": 21,
    "competent": 17, "guidance": 24, "handler": 24, "result": 26, "note": 24,
}  # fmt: skip
_CENTRED = frozenset({"number", "day", "people"})


def register_sheet(rows: Sequence[Row], period: Period, bench: Bench, *, on: date) -> bytes:
    """The rows of a period as an Excel file, the form's columns."""
    columns = register_columns(_law_day(period))
    keys = [key for key, _title in columns]
    with translation.override("vi"):
        table = Table(
            title=TITLE,
            headers=[value.value for _key, value in columns],
            rows=[row.line(keys) for row in rows],
            notes=[
                f"{bench.unit.committee}, {words.period(period, with_year=True)}",
                *_basis(columns, bench, period),
                f"Xuất ngày {say.day(on)}",
            ],
            sheet_name=TITLE,
            widths={place: _SHARES[key] for place, key in enumerate(keys)},
        )
    return write_sheet(table)


def register_book(rows: Sequence[Row], period: Period, bench: Bench, *, name: str, on: date) -> bytes:
    """The rows of a period as a book, drawn up by ``name``. Call it outside any transaction."""
    columns = register_columns(_law_day(period))
    keys, unit = [key for key, _title in columns], bench.unit
    with translation.override("vi"):
        book = Book(
            agency=agency_lines(unit),
            title=TITLE,
            about=[f"Kỳ: {words.period(period, with_year=True)}", *_form(bench, period)],
            headers=[value.value for _key, value in columns],
            rows=[row.line(keys) for row in rows],
            widths=[_SHARES[key] for key in keys],
            centred=[place for place, key in enumerate(keys) if key in _CENTRED],
            place=place_of(unit),
            position="Người lập sổ",
            name=name,
            made_on=on,
            notes=_basis(columns, bench, period),
            ending=[f"Quyển này có {say.number(len(rows))} dòng."],
            mark=_BOOK_MARK if unit.example else "",
            size=8.5,
        )
    return book_pdf(book)


def notice_pdf(days: Sequence[ReceptionDay], period: Period, unit: Unit, *, on: date) -> bytes:
    """The schedule of a period as a notice to be numbered, signed and hung up. Call it outside any transaction."""
    with translation.override("vi"):
        return to_pdf(notice(days, period, unit, on=on))


def notice(days: Sequence[ReceptionDay], period: Period, unit: Unit, *, on: date) -> Paper:
    """The notice's parts: days, hours, places, who receives."""
    online = any(one.online for one in days)
    more = [Paragraph("Buổi tiếp trực tuyến: đăng ký trước với bộ phận tiếp công dân để được hướng dẫn.")]
    return Paper(
        agency=agency_lines(unit),
        symbol=symbol_for(unit, "TB", on),
        place=place_of(unit),
        type_name="Thông báo",
        subject=f"Lịch tiếp công dân định kỳ của Chủ tịch Ủy ban nhân dân, {words.period(period, with_year=True)}",
        signer=signer_of_day(unit, on),
        year=on.year,
        made_on=on,
        body=(
            Paragraph(f"{unit.committee} thông báo lịch tiếp công dân định kỳ như sau:"),
            TableBlock(
                headers=("Ngày", "Thời gian", "Địa điểm", "Người tiếp"),
                rows=tuple(_notice_row(one) for one in days),
                widths=(26, 24, 36, 30),
            ),
            *(more if online else []),
            Paragraph("Lịch thay đổi vì lý do đột xuất sẽ được thông báo lại tại nơi tiếp công dân."),
        ),
        recipients=("Niêm yết tại nơi tiếp công dân", "Trang thông tin điện tử", "Lưu: VT"),
        mark=MARK if unit.example else "",
    )


def _notice_row(one: ReceptionDay) -> tuple[str, ...]:
    day = say.weekday(one.day, with_year=True)
    return (
        day[0].upper() + day[1:],
        f"{clock_words(one.starts)} đến {clock_words(one.ends)}",
        f"Trực tuyến: {one.place}" if one.online else one.place,
        name_on_paper(one.receiver),
    )


def _law_day(period: Period) -> date:
    """A book is kept by the form of its first day: an opened one is not ruled anew in the middle of a year."""
    return max(period.start, HELD_FROM)


def _form(bench: Bench, period: Period) -> list[str]:
    form = bench.values(_law_day(period)).get("reception.register.form")
    return [f"Mẫu số {form.value} ({form.citation.number}, {form.citation.article})"] if form else []


def _basis(columns: Sequence[tuple[str, Value]], bench: Bench, period: Period) -> list[str]:
    """What the columns rest on, and that their titles were not read in the form itself."""
    unread = any(value.sure is Sure.UNVERIFIED for _key, value in columns)
    doubt = ["Tên các cột: chưa đối chiếu được với nguyên văn của mẫu."] if unread else []
    also = bench.values(_law_day(period)).get("reception.register.also_in")
    beside = (
        [f"Buổi tiếp còn nhập vào {also.value} ({also.citation.number}, {also.citation.article})."]
        if also
        else []
    )
    return [*doubt, *beside]
