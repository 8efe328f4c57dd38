"""How each kind of export looks: title lines, headers, groups, totals, signatures, with their usual traps."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from chuan.demo_exports.formats import Grid, shown
from chuan.demo_exports.invented import Invented
from chuan.exchange.sheet_types import CellValue

MARK = "DỮ LIỆU MINH HỌA - không có hồ sơ, người hay con số nào là thật"
WARD = "PHƯỜNG BẮC HỒNG"
FIRST, LAST = date(2021, 1, 1), date(2021, 12, 31)
Row = list[CellValue]

BOOK = (
    "STT", "Mã hồ sơ", "Trích yếu", "Số bộ", "Chủ hồ sơ", "Địa chỉ", "SĐT",
    "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày trả", "Người nhận", "Địa bàn",
)  # fmt: skip
LIST = (
    "STT", "Số hồ sơ", "Mã thủ tục", "Tên thủ tục", "Lĩnh vực", "Chủ hồ sơ", "Ngày tiếp nhận",
    "Ngày hẹn trả", "Ngày kết thúc xử lý", "Ngày trả kết quả", "Trạng thái", "Hình thức nộp", "Cán bộ xử lý",
)  # fmt: skip
CERTIFIED = ("Số chứng thực", "Ngày chứng thực", "Loại việc", "Người yêu cầu", "Số bản", "Người thực hiện")
ELSEWHERE = (
    "STT", "Mã hồ sơ", "Tên thủ tục", "Nơi tiếp nhận", "Cơ quan giải quyết", "Ngày tiếp nhận", "Ngày chuyển",
    "Ngày hẹn trả",
)  # fmt: skip


_FORM_TOP: Row = [
    "TT", "Lĩnh vực, công việc giải quyết theo cấp", "Tiếp nhận", None, None, None,
    "Số lượng hồ sơ đã giải quyết", None, None, None, "Số lượng hồ sơ đang giải quyết", None, None,
]  # fmt: skip
_FORM_MIDDLE: Row = [
    None, None, "Tổng số", "Trong đó", None, "Từ kỳ trước", "Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn",
    "Tổng số", "Trong hạn", "Quá hạn",
]  # fmt: skip
_UNIT_TOP: Row = ["STT", "Đơn vị", "Tiếp nhận", None, "Đã giải quyết", None, None, "Đang giải quyết", None]
_UNIT_LOW: Row = [
    None, None, "Trong kỳ", "Kỳ trước chuyển sang", "Tổng số", "Đúng và trước hạn", "Quá hạn", "Trong hạn", "Quá hạn",
]  # fmt: skip
_CERTIFIED_TOTALS: Row = [
    None, "STT", "Tên đơn vị", "Chứng thực bản sao (bản)", "Chứng thực chữ ký (việc)",
    "Chứng thực hợp đồng, giao dịch (việc)",
]  # fmt: skip


def above(title: str, ward: str = WARD, first: date = FIRST, last: date = LAST) -> list[Row]:
    """Letterhead, title, mark and period, as exports put them above their table."""
    return [
        ["ỦY BAN NHÂN DÂN", None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        [ward, None, None, None, "Độc lập - Tự do - Hạnh phúc"],
        [],
        [title],
        [MARK],
        [f"Từ ngày {shown(first)} đến ngày {shown(last)}"],
        [],
    ]


def book(dossiers: Sequence[Invented]) -> Grid:
    """Sổ theo dõi hồ sơ: an empty first column, a merged header of two rows, numbered columns, months, a total."""
    rows = [[None, *row] if row else [] for row in above("SỔ THEO DÕI HỒ SƠ")]
    top = len(rows)
    rows.append([None, *BOOK[:7], "Thời gian", None, None, *BOOK[10:]])
    rows.append([None, *[None] * 7, *BOOK[7:10]])
    rows.append([None, *[f"({n})" for n in range(1, 13)]])
    merges = [(top, 8, top, 10), *((top, at, top + 1, at) for at in (*range(1, 8), 11, 12))]
    rows += _by_month(dossiers)
    rows.append([None, "Tổng cộng", None, None, len(dossiers)])
    rows += [[], [None, *[None] * 8, "Bắc Hồng, ngày 31 tháng 12 năm 2021"]]
    rows.append([None, None, "NGƯỜI LẬP SỔ", None, None, None, None, None, None, "THỦ TRƯỞNG ĐƠN VỊ"])
    return Grid(rows, merges, "Sổ theo dõi")


def _by_month(dossiers: Sequence[Invented]) -> Iterator[Row]:
    number = 0
    for month, group in groupby(dossiers, key=lambda one: one.received.month):
        yield [None, f"Tháng {month:02d}/2021"]
        for one in group:
            number += 1
            yield [None, *_book_row(number, one)]


def _book_row(number: int, one: Invented) -> Row:
    # Some clerks' keyboards write decomposed letters: both spellings stand in one file.
    name = unicodedata.normalize("NFD", one.kind.name) if number % 7 == 0 else one.kind.name
    return [
        number, one.code, name, 1, one.applicant, one.address, one.phone, shown(one.received), shown(one.promised),
        shown(one.returned), one.official, one.area,
    ]  # fmt: skip


def dossier_list(
    dossiers: Sequence[Invented],
    *,
    ward: str = WARD,
    typed: bool = False,
    first: date = FIRST,
    last: date = LAST,
) -> Grid:
    """Danh sách hồ sơ with status, finish, procedure and channel; ``typed``: true dates instead of text."""
    rows = above("DANH SÁCH HỒ SƠ", ward, first, last)
    rows.append(["Trạng thái hồ sơ: Tất cả"])
    rows.append(list(LIST))
    rows += [list_row(n, one, typed=typed) for n, one in enumerate(dossiers, start=1)]
    return Grid(rows, (), "Danh sách")


def list_row(number: int, one: Invented, *, typed: bool = False) -> Row:
    """One line of the list."""
    dates: list[CellValue] = [one.received, one.promised, one.finished, one.returned]
    if not typed:
        dates = [shown(value) or None for value in dates]
    return [
        number, one.code, one.kind.code, one.kind.name, one.kind.field, one.applicant, *dates,
        one.status, one.channel, one.official,
    ]  # fmt: skip


def certified(dossiers: Sequence[Invented]) -> Grid:
    """Sổ chứng thực: no counter column, sizes of hundreds and thousands written with a point."""
    rows = above("SỔ CHỨNG THỰC")
    rows.append(list(CERTIFIED))
    for n, one in enumerate(dossiers):
        copies = shown(_copies(n))
        rows.append(
            [one.code, shown(one.received.date()), one.kind.name, one.applicant, copies, one.official]
        )
    return Grid(rows, (), "Chứng thực")


def _copies(n: int) -> int:
    """How many copies the n-th request asks for; the sixth more than a thousand."""
    return 1204 if n == 5 else n % 9 + 1


def elsewhere(dossiers: Sequence[Invented]) -> Grid:
    """Hồ sơ phi địa giới: received at this counter for another ward."""
    rows = above("HỒ SƠ TIẾP NHẬN PHI ĐỊA GIỚI HÀNH CHÍNH")
    rows.append(list(ELSEWHERE))
    for n, one in enumerate(dossiers, start=1):
        code = one.code.replace("000.00.18", "000.00.99")
        rows.append(
            [n, code, one.kind.name, "Phường Bắc Hồng", "UBND phường Minh Họa", one.received, one.received.date(),
             one.promised]
        )  # fmt: skip
    return Grid(rows, (), "Phi địa giới")


def official_form(dossiers: Sequence[Invented]) -> Grid:
    """Biểu II.06a/VPCP/KSTT: a header of three rows, groups with Roman numbers; nearly agrees with the list.

    One late dossier of the largest field is missing from it: what a reconciliation has to find.
    """
    rows: list[Row] = [
        ["Biểu số II.06a/VPCP/KSTT", None, "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH"],
        [None, None, MARK],
        [None, None, "Kỳ báo cáo: Năm 2021", None, None, "Đơn vị báo cáo:", "UBND phường Bắc Hồng"],
        [None, None, "Đơn vị tính: số hồ sơ"],
    ]
    top = len(rows)
    rows += [list(_FORM_TOP), list(_FORM_MIDDLE)]
    rows.append([None, None, None, "Trực tuyến", "Trực tiếp, dịch vụ bưu chính"])
    rows.append(list(range(1, 14)))
    merges = [(top, 2, top, 5), (top, 6, top, 9), (top, 10, top, 12), (top + 1, 3, top + 1, 4)]
    merges += [(top, at, top + 2, at) for at in (0, 1)] + [
        (top + 1, at, top + 2, at) for at in (2, 5, *range(6, 13))
    ]
    fields = [_counts(dossiers, field, forget_late=n == 0) for n, field in enumerate(_fields(dossiers))]
    total = [sum(counts[at] for counts in fields) for at in range(11)]
    rows.append(["I", "Thủ tục thuộc thẩm quyền cấp xã", *total])
    names = _fields(dossiers)
    rows += [[n, name, *counts] for n, (name, counts) in enumerate(zip(names, fields, strict=True), start=1)]
    rows.append([None, "Tổng cộng", *total])
    return Grid(rows, merges, "II.06a")


def _fields(dossiers: Iterable[Invented]) -> list[str]:
    """Fields of work, the most frequent first."""
    return [name for name, _ in Counter(one.kind.field for one in dossiers).most_common()]


def _counts(dossiers: Sequence[Invented], field: str, *, forget_late: bool = False) -> list[int]:
    """Received (all, online, other, carried), solved (all, early, on time, late), in work (all, within, late).

    As things stood when the last day of the year closed.
    """
    return _figures([one for one in dossiers if one.kind.field == field], forget_late=forget_late)


def _figures(own: Sequence[Invented], *, forget_late: bool = False) -> list[int]:
    online = sum(one.channel == "Trực tuyến" for one in own)
    solved = [one for one in own if one.finished and one.finished.date() <= LAST]
    within = sum(one.promised.date() > LAST for one in own if one not in solved)
    late = sum(one.late for one in solved) - forget_late
    early = sum(one.finished.date() < one.promised.date() for one in solved if one.finished)
    on_time = len(solved) - early - late
    return [
        len(own),
        online,
        len(own) - online,
        0,
        len(solved),
        early,
        on_time,
        late,
        len(own) - len(solved),
        within,
        len(own) - len(solved) - within,
    ]


def by_unit(dossiers: Sequence[Invented]) -> Grid:
    """Tổng hợp theo đơn vị: one row for each unit, this ward among invented ones; thousands with points, as text."""
    rows = above("TỔNG HỢP KẾT QUẢ GIẢI QUYẾT TTHC THEO ĐƠN VỊ", "THỊ XÃ MINH HỌA")
    rows += [list(_UNIT_TOP), list(_UNIT_LOW)]
    received, *_ways, carried, solved, early, on_time, late, _running, within, overdue = _figures(dossiers)
    own = [received, carried, solved, early + on_time, late, within, overdue]
    for n, name in enumerate(("Phường Bắc Hồng", "Phường Minh Họa", "Xã Ví Dụ"), start=1):
        rows.append([n, name, *[shown(figure * (4 - n) // 3) for figure in own]])
    merges = [(7, 2, 7, 3), (7, 4, 7, 6), (7, 7, 7, 8), (7, 0, 8, 0), (7, 1, 8, 1)]
    return Grid(rows, merges, "Theo đơn vị")


def certified_totals(dossiers: Sequence[Invented]) -> Grid:
    """Biểu 07a/BTP: certification by unit, with the empty first column these files have.

    It counts copies, not requests: one request may ask for many.
    """
    rows: list[Row] = [
        [None, "Biểu số: 07a/BTP/HTQTCT/CT", None, "KẾT QUẢ CHỨNG THỰC CỦA UBND CẤP XÃ"],
        [None, MARK],
        [None, "Kỳ báo cáo: Năm 2021", None, "Đơn vị báo cáo: UBND phường Bắc Hồng"],
        list(_CERTIFIED_TOTALS),
        [None, "A", "1", "2", "3", "4"],
    ]  # fmt: skip
    asked = [n for n, one in enumerate(dossiers) if one.kind.code == "2.000815"]
    copies, signatures = sum(map(_copies, asked)), len(dossiers) - len(asked)
    rows.append([None, 1, "UBND phường Bắc Hồng", copies, signatures, 0])
    rows.append([None, None, "Tổng số", copies, signatures, 0])
    return Grid(rows, (), "07a")


def without_finish(one: Invented) -> Invented:
    """The dossier as it stood before it was finished."""
    return replace(one, finished=None, returned=None)
