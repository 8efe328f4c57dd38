"""Imports in every status, made by hand: what the pages show does not depend on how a file was read."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from chuan.files import actions as files
from chuan.intake import previews
from chuan.intake.models import Import
from chuan.intake.previews import (
    Preview,
    SeenChange,
    SeenColumn,
    SeenDrop,
    SeenField,
    SeenRow,
    SeenSkip,
    SeenWord,
)
from chuan.intake.reading import ColumnMap, Doubt, Fault
from chuan.people.models import Official
from chuan.rules.types import Period

YEAR = Period.year(2021)
NEXT_YEAR_START = date(2022, 1, 1)

COLUMNS = (
    SeenColumn("stt", "STT", "", 0, (), "số"),
    SeenColumn("ma ho so", "Mã hồ sơ", "code", 1, ("000.24.31.H27-210104-0001", "000.24.31.H27-210104-0002")),
    SeenColumn("chu ho so", "Chủ hồ sơ", "applicant", 1, (), "chữ"),
    SeenColumn("ngay tiep nhan", "Ngày tiếp nhận", "received_at", 1, ("04/01/2021 08:10:00",)),
    SeenColumn("ngay hen tra", "Ngày hẹn trả", "promised_at", 1, ("06/01/2021 16:30:00",)),
    SeenColumn("tinh trang", "Tình trạng", "status", 1, ("Đã trả kết quả", "Chờ liên thông")),
    SeenColumn("ghi chu noi bo", "Ghi chú nội bộ", "", 0, (), "trống"),
)
MAPPING = ColumnMap({one.key: one.field for one in COLUMNS if one.field})
OTHER_WARD = Doubt(
    "other_ward", "A2",
    "Tệp ghi đơn vị “UBND phường Đậu Liêu” (ô A2), không phải phường Bắc Hồng. "
    "Nếu chọn nhầm tệp, hãy bỏ tệp này; nếu đúng, xác nhận để nhập.",
)  # fmt: skip
NEW = tuple(
    SeenRow(
        f"000.24.31.H27-2101{n:02d}-0001",
        f"dòng {n + 6}",
        {
            "code": f"000.24.31.H27-2101{n:02d}-0001",
            "received_at": f"2021-01-{n:02d}T08:10:00",
            "promised_at": f"2021-01-{n + 2:02d}T16:30:00",
            "status": "returned",
        },
    )
    for n in range(4, 28)
)
CHANGED = (
    SeenChange(
        "000.24.31.H27-210104-0009", "dòng 12",
        (
            SeenField("promised_at", "2021-01-06T16:30:00", "2021-01-12T16:30:00", after_due=True),
            SeenField("status", "running", "returned"),
        ),
    ),
    SeenChange(
        "000.24.31.H27-210105-0002", "dòng 15",
        (SeenField("returned_at", "", "2021-01-08"),),
    ),
)  # fmt: skip
FAULTS = (
    Fault("E12", "Ngày hẹn trả", "31/02/2021", "Tháng 2 không có ngày 31. Sửa lại.", "000.24.31.H27-210106-0001"),
    Fault("B15", "Mã hồ sơ", "", "Dòng không có mã hồ sơ. Thêm mã ở hệ thống nguồn rồi xuất lại."),
    Fault("F16", "Tình trạng", "=HYPERLINK(1)", "Chưa biết “=HYPERLINK(1)” là gì. Ghép lại cột để nói nghĩa."),
)  # fmt: skip
WORDS = (SeenWord("status", "Chờ liên thông", 7), SeenWord("status", "Tạm dừng", 2))


def preview(**given: Any) -> Preview:
    """A file of dossiers with something of everything in it; ``given`` replaces parts."""
    plain: dict[str, Any] = {
        "register": "dossiers", "table": "Sheet1", "layout": "Danh sách hồ sơ", "known": True,
        "source": "Một cửa tỉnh", "unit": "UBND phường Bắc Hồng", "unit_place": "A2", "stated": YEAR,
        "columns": COLUMNS, "mapping": MAPPING, "rows": 331, "skipped_count": 2, "new": NEW, "changed": CHANGED,
        "gone": ("000.24.31.H27-201230-0004", "000.24.31.H27-201231-0001"), "unreadable": FAULTS,
        "skipped": (SeenSkip("dòng 5", "numbering", "(1) (2) (3)"), SeenSkip("dòng 340", "total", "Tổng cộng 331")),
        "dropped": (SeenDrop("STT", "unmapped"), SeenDrop("Chủ hồ sơ", "personal")),
    }  # fmt: skip
    return Preview(**plain | given)


COUNTS = {
    "rows_new": 24, "rows_changed": 2, "rows_after_due": 1, "rows_same": 302, "rows_gone": 2, "rows_unreadable": 3,
}  # fmt: skip


def made(
    official: Official, status: str, *, at: datetime, seen: Preview | None = None, **given: Any
) -> Import:
    """An import of the official's unit in a status, with everything that the status needs."""
    plain: dict[str, Any] = {
        "unit": official.unit,
        "register": "dossiers",
        "source": "Một cửa tỉnh",
        "file_name": "so-theo-doi-2021.xlsx",
        "blob": files.keep(f"{status} {at} {given}".encode(), media_type="text/csv"),
        "status": status,
        "by": official,
        "arrived_at": at - timedelta(minutes=5),
    }
    if status in ("previewed", "committing", "committed", "withdrawn"):
        plain |= COUNTS | {"covers_start": YEAR.start, "covers_end": YEAR.end}
    if status in ("unmapped", "previewed", "committing", "committed", "withdrawn"):
        plain["preview"] = previews.dump(seen or preview())
    if status in ("committed", "withdrawn"):
        plain |= {"committed_at": at, "committed_by": official, "keep_gone": True}
    if status == "withdrawn":
        plain |= {"withdrawn_at": at, "withdrawn_by": official, "reason": "Nhập nhầm tệp năm trước"}
    if status == "refused":
        plain["refusal"] = (
            "Tệp “so.xlsx” có mật khẩu nên không mở được. Bỏ mật khẩu ở phần mềm đã tạo rồi nạp lại."
        )
    return Import.objects.create(**plain | given)


def unmapped(official: Official, *, at: datetime, **given: Any) -> Import:
    """A file whose columns wait for a person; two words of its status column are not known."""
    seen = preview(
        known=False, layout="Danh sách hồ sơ có trạng thái", words=WORDS, new=(), changed=(), gone=(),
        unreadable=(), skipped=(), dropped=(), skipped_count=0, rows=0,
    )  # fmt: skip
    return made(official, "unmapped", at=at, seen=seen, **given)
