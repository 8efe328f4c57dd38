"""How the national database and a portal might export their lists of petitions, with the traps such files hold.

The layout is guessed: no real export was seen. Names stand in the files, as they do in real ones, all invented.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from chuan.demo_exports import petitions_invented as invented
from chuan.demo_exports.formats import Grid, as_csv, as_html, as_xls, as_xlsx, shown
from chuan.demo_exports.sheets import Row, above
from chuan.exchange.sheet_types import CellValue

FOLDER = "don-thu"
LIST, LATER = "danh-sach-don-thu-2021.xlsx", "danh-sach-don-thu-2021-nam-sau.xls"
PORTAL, HALF = "phan-anh-tren-cong-2021.xls", "phan-anh-tren-cong-6-thang.csv"
_TIMES = ("Ngày nhận", "Ngày thụ lý", "Hạn giải quyết", "Ngày giải quyết", "Ngày chuyển")
_BEFORE = (
    "STT", "Mã đơn", "Loại đơn", "Nguồn đơn", "Lĩnh vực", "Họ tên người gửi", "Địa chỉ", "Số người",
    "Tóm tắt nội dung", "Người bị khiếu nại, tố cáo",
)  # fmt: skip
_AFTER = ("Thuộc thẩm quyền", "Trạng thái", "Kết quả giải quyết", "Tính chất")
_POSTS = (
    "STT", "Mã phản ánh", "Lĩnh vực", "Người phản ánh", "Nội dung phản ánh", "Ngày tiếp nhận", "Ngày chuyển xử lý",
    "Hạn xử lý", "Ngày trả lời", "Ngày công khai", "Trạng thái", "Mức độ hài lòng",
)  # fmt: skip


def files() -> Iterator[tuple[str, bytes]]:
    """(name, bytes): the year's two lists, the first as it stands some weeks later, and half a year as text."""
    letters, posts = invented.letters(), invented.posts()
    yield f"{FOLDER}/{LIST}", as_xlsx(listed(letters))
    yield f"{FOLDER}/{LATER}", as_xls(listed(invented.later_letters(letters)))
    yield f"{FOLDER}/{PORTAL}", as_html(portal(posts))
    half = [one for one in posts if one.received < date(2021, 7, 1)]
    yield f"{FOLDER}/{HALF}", as_csv(";", "utf-8-sig")(portal(half, last=date(2021, 6, 30)))


def listed(letters: Sequence[invented.Letter]) -> Grid:
    """Danh sách đơn thư: a header of two rows with a group of days, dates as text, one row twice, a sum below."""
    rows = above("DANH SÁCH ĐƠN KHIẾU NẠI, TỐ CÁO, KIẾN NGHỊ, PHẢN ÁNH")
    top, first = len(rows), len(_BEFORE)
    after = first + len(_TIMES)
    rows.append([*_BEFORE, "Thời gian", *[None] * (len(_TIMES) - 1), *_AFTER])
    rows.append([*[None] * first, *_TIMES])
    merges = [(top, first, top, after - 1)]
    merges += [(top, at, top + 1, at) for at in (*range(first), *range(after, after + len(_AFTER)))]
    rows += [_letter(n, one) for n, one in enumerate(letters, start=1)]
    rows.append(_letter(len(letters), letters[-1]))
    rows.append([None, "Tổng cộng", None, None, None, len(letters)])
    rows += [[], [None, "NGƯỜI LẬP", None, None, None, "THỦ TRƯỞNG ĐƠN VỊ"]]
    return Grid(rows, merges, "Đơn thư")


def portal(posts: Sequence[invented.Post], *, last: date = date(2021, 12, 31)) -> Grid:
    """Phản ánh, kiến nghị of a portal, as a web page or as text."""
    rows: list[Row] = [*above("PHẢN ÁNH, KIẾN NGHỊ TRÊN CỔNG", last=last), list(_POSTS)]
    rows += [_post(n, one) for n, one in enumerate(posts, start=1)]
    return Grid(rows, name="Phản ánh")


def _letter(n: int, one: invented.Letter) -> Row:
    days = (one.received, one.accepted, one.due, one.settled, one.forwarded)
    return [
        n, one.code, one.kind, one.channel, one.field, one.sender, f"Số {n}, đường Minh Họa", one.signers, one.content,
        one.against or None, *(_day(day) for day in days), one.competent, one.stage, one.verdict or None, one.weight,
    ]  # fmt: skip


def _post(n: int, one: invented.Post) -> Row:
    days = (one.received, one.transferred, one.due, one.settled, one.published)
    return [
        n,
        one.code,
        one.field,
        one.sender,
        one.content,
        *(_day(day) for day in days),
        one.stage,
        one.rating or None,
    ]


def _day(day: date | None) -> CellValue:
    return shown(day) if day else None
