"""Sổ theo dõi đơn: the petitions received in a period, by code, as Excel and as a book. Nothing of who sent one.

Denunciations stand in it only for who receives and leads; for others they are left out, and the book says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from django.utils import translation
from django.utils.translation import gettext as _

from chuan.clocks.offices import calendar_of
from chuan.documents.outgoing.heads import agency_lines, place_of
from chuan.exchange.sheets import CellValue, Table, write_sheet
from chuan.paper.books import Book, book_pdf
from chuan.people.viewer import Viewer
from chuan.petitions.figures import basis
from chuan.petitions.figures.asked import Asked
from chuan.petitions.figures.sight import sees_secret, states_open_to
from chuan.petitions.measures.classifying import stood, within
from chuan.petitions.models import Petition, PetitionState
from chuan.petitions.permissions import SECRET_KINDS
from chuan.petitions.refusals_figures import RegisterTooLong
from chuan.petitions.showing.verdicts import clock_title, status_label, verdict_of
from chuan.rules.working_time import Calendar
from chuan.ui import formatters as say
from chuan.ui import words

TITLE = "Sổ theo dõi đơn"
MOST, EXPORTED = 2_000, 20_000
"""Petitions of one printed volume, of one worksheet."""

_MARK = "DỮ LIỆU MINH HỌA – KHÔNG PHẢI SỔ THẬT"
_COLUMNS = (
    ("Số thứ tự", 10), ("Mã đơn", 26), ("Mã ở hệ thống nguồn", 26), ("Loại đơn", 20), ("Nơi đến", 22),
    ("Lĩnh vực", 22), ("Ngày nhận", 17), ("Cách xử lý", 22), ("Ngày thụ lý", 17), ("Hạn giải quyết", 17),
    ("Ngày có kết quả", 17), ("Kết luận", 18), ("Giai đoạn", 20), ("Theo hạn", 24), ("Việc có hạn tiếp theo", 34),
)  # fmt: skip
_DAYS = (6, 8, 9, 10)


@dataclass(frozen=True)
class Register:
    """The rows that the viewer may have, and how many of the period he may not."""

    asked: Asked
    rows: Sequence[Sequence[CellValue]]
    left_out: int
    secret: bool


def register_of(viewer: Viewer, asked: Asked, *, most: int, secret: bool = True) -> Register:
    """The petitions received in the period, as they stood. Raises `RegisterTooLong`.

    ``secret`` False leaves denunciations out even for a viewer who may know of them.
    """
    secret = secret and sees_secret(viewer)
    every = PetitionState.objects.filter(
        stood(asked.as_of), within("received_on", asked.period), owner_unit=asked.unit, present=True
    )
    seen = every.filter(states_open_to(viewer))
    if not secret:
        seen = seen.exclude(kind__in=SECRET_KINDS)
    count = seen.count()
    if count > most:
        raise RegisterTooLong(count=count, most=most)
    calendar = calendar_of(asked.unit)
    states = seen.select_related("petition").order_by("received_on", "petition_id")
    rows = [_row(n, one, calendar, asked.last_known) for n, one in enumerate(states, 1)]
    return Register(asked, rows, every.count() - count, secret)


def register_sheet(register: Register) -> bytes:
    """As an Excel file."""
    with translation.override("vi"):
        return write_sheet(
            Table(
                title=f"{TITLE} – {register.asked.unit.committee}, {_period(register)}",
                headers=[name for name, _width in _COLUMNS],
                rows=register.rows,
                notes=[*notes_of(register), *basis.basis_of(register.asked)],
                sheet_name=TITLE,
                widths={place: width * 0.9 for place, (_name, width) in enumerate(_COLUMNS)},
                number_formats=dict.fromkeys(_DAYS, "dd/mm/yyyy"),
            )
        )


def register_book(register: Register, *, name: str) -> bytes:
    """As a book to be signed and bound, drawn up by ``name``. Call it outside any transaction."""
    unit, asked = register.asked.unit, register.asked
    with translation.override("vi"):
        book = Book(
            agency=agency_lines(unit),
            title=TITLE,
            about=[f"Kỳ: {_period(register)}", *notes_of(register)],
            headers=[name for name, _width in _COLUMNS],
            rows=[[_written(cell) for cell in row] for row in register.rows],
            widths=[width for _name, width in _COLUMNS],
            centred=(0, *_DAYS),
            place=place_of(unit),
            position="Người lập sổ",
            name=name,
            made_on=asked.on,
            notes=basis.basis_of(asked),
            ending=[f"Quyển này có {say.number(len(register.rows))} dòng."],
            mark=_MARK if unit.example else "",
            size=8,
        )
    return book_pdf(book)


def notes_of(register: Register) -> list[str]:
    """What the book leaves out, and that no form was found for it."""
    told = [_("Sổ ghi theo mã đơn: không có nội dung đơn, không có người gửi. Tên các cột do Chuẩn đặt.")]
    if not register.secret:
        told.append(_("Đơn tố cáo và đơn nhiều nội dung không ghi trong bản này."))
    if register.left_out:
        told.append(
            _("%s đơn của kỳ không ghi trong bản này vì người lập không được mở.")
            % say.number(register.left_out)
        )
    return told


def _period(register: Register) -> str:
    return words.period(register.asked.period, with_year=True)


def _row(number: int, one: PetitionState, calendar: Calendar, on: date) -> list[CellValue]:
    code, outside = one.petition.code, one.petition.outside_code
    stands = cast("Petition", one)  # both are a Standing, which is all that is read of it
    due = f"hạn {say.day(one.next_due_on)}" if one.next_due_on else ""
    clock = ", ".join(part for part in (clock_title(one.next_clock), due) if due and part)
    return [
        number, code, outside if outside != code else "", str(one.get_kind_display()),
        str(one.get_channel_display()), one.field, one.received_on,
        str(one.get_decided_display()) if one.decided else "", one.accepted_on, one.due_on, one.settled_on,
        str(one.get_verdict_display()) if one.verdict else "", status_label(stands),
        verdict_of(stands, calendar, on=on).words, clock,
    ]  # fmt: skip


def _written(cell: CellValue) -> str:
    if isinstance(cell, date):
        return say.day(cell)
    return "" if cell is None else str(cell)
