"""How a higher body might list what it received about the ward. Invented; no real list was seen.

Three went up by right: after a decision, after a conclusion, after the ward's day had passed. One denounces a deputy
chairman, which is not the ward's to know. None went past the ward.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from chuan.demo_exports import petitions_invented as invented
from chuan.demo_exports.formats import Grid, as_xlsx, shown
from chuan.demo_exports.petitions import FOLDER
from chuan.demo_exports.sheets import Row, above

LIST = "don-cap-tren-nhan-2021.xlsx"
BODY = "Ban Tiếp công dân thị xã (minh họa)"
_HEAD = (
    "STT", "Số tiếp nhận", "Ngày tiếp nhận", "Cơ quan tiếp nhận", "Hình thức", "Loại đơn", "Họ tên người gửi",
    "Nội dung", "Người bị khiếu nại, tố cáo", "Số văn bản chuyển", "Ngày chuyển", "Mã đơn của phường",
    "Đã gửi phường trước",
)  # fmt: skip


@dataclass(frozen=True)
class Above:
    """One letter as the higher body lists it."""

    number: int
    received: date
    kind: str
    sender: str
    ward_code: str = ""
    against: str = ""
    channel: str = "Đơn"


def letters() -> tuple[Above, ...]:
    """The year's, by day of receipt."""
    known = invented.letters()
    complaint = next(one for one in known if one.kind == "Khiếu nại" and one.settled and one.accepted)
    denounced = next(
        one for one in known if one.kind == "Tố cáo" and one.settled and one.against != invented.ON_LEADER
    )
    overdue = known[invented.OPEN]
    assert complaint.settled
    assert denounced.settled
    assert overdue.due
    found = [
        (complaint.settled + timedelta(days=12), complaint, "Đơn"),
        (denounced.settled + timedelta(days=20), denounced, "Trực tiếp"),
        (overdue.due + timedelta(days=9), overdue, "Điện thoại"),
    ]
    rows = [Above(0, day, of.kind, of.sender, of.code, channel=channel) for day, of, channel in found]
    rows.append(Above(0, date(2021, 10, 12), "Tố cáo", invented.DENOUNCER, against=invented.ON_LEADER))
    ordered = sorted(rows, key=lambda one: one.received)
    return tuple(
        Above(n, one.received, one.kind, one.sender, one.ward_code, one.against, one.channel)
        for n, one in enumerate(ordered, start=1)
    )


def files() -> Iterator[tuple[str, bytes]]:
    """(name, bytes): the year's list of a higher body."""
    yield f"{FOLDER}/{LIST}", as_xlsx(listed(letters()))


def listed(every: Sequence[Above]) -> Grid:
    """The list with its title, mark and period; who sent each stands in it, as in real ones, all invented."""
    rows: list[Row] = above("DANH SÁCH ĐƠN, CUỘC GỌI VỀ PHƯỜNG DO CẤP TRÊN TIẾP NHẬN")
    rows += [list(_HEAD), *(_row(one) for one in every)]
    rows.append([None, "Tổng cộng", len(every)])
    return Grid(rows, name="Cấp trên nhận")


def _row(one: Above) -> Row:
    return [
        one.number, f"BTCD-{one.received:%y}-{one.number:03d}", shown(one.received), BODY, one.channel, one.kind,
        one.sender, f"Nội dung minh họa của {one.sender}", one.against or None, f"{40 + one.number}/PC-BTCD",
        shown(one.received + timedelta(days=3)), one.ward_code or None, "Có" if one.ward_code else None,
    ]  # fmt: skip
