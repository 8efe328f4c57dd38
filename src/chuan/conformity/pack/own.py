"""What this room itself puts into the pack: confirmations, the duties of the year, the last kept self-check."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from chuan.conformity.duties import duties_of
from chuan.conformity.models import CheckRun, Confirmation
from chuan.exchange.sheets import Table, write_sheet
from chuan.offers import packing
from chuan.offers.packing import Asked, PackFile, Part
from chuan.people import rooms
from chuan.people.rooms import RoomShown
from chuan.rules.conformity import State
from chuan.ui import formatters as say

STATES = {
    State.DONE: "đã làm",
    State.NOT_ASKED: "năm này không phát sinh",
    State.DUE: "chưa tới hạn",
    State.LATE: "quá hạn",
}


def files(asked: Asked) -> Iterator[PackFile]:
    """Duties of the period's years, confirmations in it, the last self-check kept by its last day."""
    yield PackFile("nhiem-vu.xlsx", "Nhiệm vụ theo 19/2014/QĐ-TTg và hiện trạng", _duties(asked), ("5.1.1",))
    days = _days(asked)
    rows = Confirmation.objects.seen_by(asked.viewer).filter(unit=asked.unit, confirmed_on__range=days)
    confirmed = list(rows.select_related("by").order_by("confirmed_on", "pk"))
    if confirmed:
        yield PackFile(
            "xac-nhan.xlsx", "Xác nhận hiệu lực của người đứng đầu", _confirmed(confirmed), ("5.1.1",)
        )
    kept = CheckRun.objects.seen_by(asked.viewer).filter(unit=asked.unit, on__range=days)
    if (last := kept.order_by("-on", "-pk").first()) is not None:
        yield PackFile("tu-kiem-tra.xlsx", f"Tự kiểm tra ngày {say.day(last.on)}", _found(last), ("9.1.3",))
    if closed := rooms.off_now(asked.unit, asked.on):
        yield PackFile("phan-he.xlsx", "Phân hệ chưa áp dụng trên phần mềm", _off(closed), ("4.3",))


def _days(asked: Asked) -> tuple[date, date]:
    return asked.period.start, asked.period.end - timedelta(days=1)


def _duties(asked: Asked) -> bytes:
    first, last = _days(asked)
    found = [
        one
        for year in range(first.year, last.year + 1)
        for one in duties_of(asked.unit, year, asked.on, asked.at)
    ]
    table = Table(
        title=f"Nhiệm vụ duy trì hệ thống – {asked.unit.committee}",
        headers=["Năm", "Nhiệm vụ", "Hạn", "Hiện trạng", "Cho thấy", "Văn bản"],
        rows=[
            [
                one.year, one.duty.title, one.due_on, STATES[one.state], one.words,
                one.done.citation if one.done else "",
            ]
            for one in found
        ],
        notes=[f"Hiện trạng ngày {say.day(asked.on)}."], sheet_name="Nhiệm vụ", widths={1: 60, 4: 50, 5: 40},
        number_formats={2: "dd/mm/yyyy"},
    )  # fmt: skip
    return write_sheet(table)


def _confirmed(rows: list[Confirmation]) -> bytes:
    table = Table(
        title="Xác nhận hiệu lực của hệ thống",
        headers=["Ngày", "Người xác nhận", "Tiêu chuẩn", "Phạm vi", "Lời", "Văn bản", "Mã kiểm (SHA-256)"],
        rows=[
            [one.confirmed_on, one.by.name, one.edition, one.scope, one.words, one.citation, one.digest] for one in rows
        ],
        sheet_name="Xác nhận", widths={3: 60, 4: 40, 5: 30, 6: 30}, number_formats={0: "dd/mm/yyyy"},
    )  # fmt: skip
    return write_sheet(table)


def _found(run: CheckRun) -> bytes:
    rows = run.lines
    table = Table(
        title=f"Tự kiểm tra hệ thống, tính đến ngày {say.day(run.on)}",
        headers=["Mức", "Điều", "Điều kiểm", "Thấy gì", "Theo"],
        rows=[[str(one.get_severity_display()), one.clause, one.title, one.sentence, one.source] for one in rows],
        notes=[
            f"{run.rules} điều kiểm: {run.breaches} điều trái quy định, {run.warnings} cần xử lý, {run.hints} nên xem.",
            f"Mã kiểm: {run.digest}",
        ],
        sheet_name="Tự kiểm tra", widths={2: 50, 3: 70, 4: 40},
    )  # fmt: skip
    return write_sheet(table)


def _off(closed: list[RoomShown]) -> bytes:
    table = Table(
        title="Phân hệ chưa áp dụng trên phần mềm",
        headers=["Phân hệ", "Từ ngày", "Lý do", "Sổ và bằng chứng giữ ở đâu"],
        rows=[
            [str(one.room.name), one.last.since if one.last else None, one.last.reason if one.last else "", one.kept_at]
            for one in closed
        ],
        notes=["Để trống nơi giữ: đơn vị chưa ghi; hỏi bằng chứng giấy."],
        sheet_name="Phân hệ", widths={0: 34, 2: 50, 3: 60}, number_formats={1: "dd/mm/yyyy"},
    )  # fmt: skip
    return write_sheet(table)


def offer() -> None:
    """Offer it; called when the programme starts."""
    part = Part(
        "phu-hop", _("Xác nhận hiệu lực, công bố, tự kiểm tra"), ("5.1.1", "9.1.3"),
        ("effectiveness", "announcement", "legal_updates", "reannouncement"), files,
    )  # fmt: skip
    packing.offer(part)
