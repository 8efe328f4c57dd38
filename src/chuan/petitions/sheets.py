"""Phiếu nhập hệ thống nguồn: petitions written here that the source does not list yet, to be typed in there.

Codes, kinds and days only, in the order of that system's list; who sent a letter is typed there from the paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from chuan.exchange.sheets import CellValue, Table
from chuan.paper.books import Book, book_pdf
from chuan.people.viewer import Viewer
from chuan.petitions.events import standing
from chuan.petitions.fields import REGISTERS
from chuan.petitions.linking import unlisted
from chuan.petitions.models import Petition, PetitionEvent
from chuan.ui import formatters as say

MOST = 2000
_DATES = (2, 6, 7, 8, 9)


@dataclass(frozen=True)
class ToType:
    """A petition of the sheet, and the day it was forwarded, where it was."""

    petition: Petition
    forwarded_on: date | None


def to_type(viewer: Viewer, on: date) -> list[ToType]:
    """The petitions of the sheet, the earliest received first; two statements."""
    rows = list(unlisted(viewer, on).order_by("received_on", "pk")[:MOST])
    lines = standing(PetitionEvent.objects.filter(petition__in=[one.pk for one in rows], verb="forward"))
    forwarded = dict(lines.values_list("petition_id", "occurred_on"))
    return [ToType(one, forwarded.get(one.pk)) for one in rows]


def headers() -> list[str]:
    """As the national database's list calls its columns, as far as they are known."""
    labels = {one.name: one.label for one in REGISTERS[0].fields}
    return [
        _("Mã ở đây"), labels["kind"], labels["received_on"], labels["channel"], labels["field"], labels["signers"],
        labels["accepted_on"], labels["due_on"], labels["settled_on"], labels["forwarded_on"], labels["competent"],
        labels["stage"], _("Mã hệ thống nguồn cấp"),
    ]  # fmt: skip


def sheet(rows: Sequence[ToType], viewer: Viewer, *, on: date) -> Table:
    """As a worksheet."""
    return Table(
        title=_("Phiếu nhập hệ thống nguồn – %s") % viewer.unit.committee,
        headers=headers(),
        rows=[_cells(one) for one in rows],
        notes=[
            _("Đơn ghi ở Chuẩn mà hệ thống nguồn chưa liệt kê, lập ngày %s.") % say.day(on),
            _("Tên, địa chỉ người gửi nhập từ tờ đơn giấy; phiếu này không có."),
        ],
        sheet_name=_("Phiếu nhập"),
        widths=dict(enumerate((16, 20, 13, 22, 18, 9, 13, 13, 13, 13, 12, 18, 22))),
        number_formats=dict.fromkeys(_DATES, "dd/mm/yyyy"),
    )


def printed(rows: Sequence[ToType], viewer: Viewer, *, on: date) -> bytes:
    """As PDF, to lie beside the keyboard. Call it outside any transaction."""
    unit = viewer.unit
    return book_pdf(
        Book(
            agency=(unit.committee,), title=_("Phiếu nhập hệ thống nguồn"),
            about=(_("Đơn ghi ở đây, nguồn chưa liệt kê"), _("%s đơn") % say.number(len(rows))),
            headers=headers(), rows=[[_written(cell) for cell in _cells(one)] for one in rows],
            widths=(16, 20, 13, 22, 18, 9, 13, 13, 13, 13, 12, 18, 22), place=unit.place,
            position=_("NGƯỜI LẬP"), name=viewer.official.name if viewer.official else "", made_on=on,
            notes=(_("Tên, địa chỉ người gửi nhập từ tờ đơn giấy; phiếu này không có."),), size=8.5,
            mark=_("dữ liệu minh họa") if unit.example else "",
        )
    )  # fmt: skip


def _cells(row: ToType) -> list[CellValue]:
    one = row.petition
    competent = {True: _("Có"), False: _("Không"), None: ""}[one.competent]
    return [
        one.code, _first_upper(one.get_kind_display()), one.received_on, _first_upper(one.get_channel_display()),
        one.field, one.signers, one.accepted_on, one.due_on, one.settled_on, row.forwarded_on, competent,
        _first_upper(one.get_decided_display()) if one.decided else _("Mới tiếp nhận"), one.outside_code,
    ]  # fmt: skip


def _written(cell: CellValue) -> str:
    if isinstance(cell, date):
        return say.day(cell)
    return "" if cell is None else str(cell)


def _first_upper(text: object) -> str:
    words = str(text)
    return words[:1].upper() + words[1:]
