"""How a document system exports its registers: out, in, handling; with their usual traps, secret rows among them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date

from chuan.demo_exports import papers_invented as invented
from chuan.demo_exports.formats import Grid, as_csv, as_html, as_xlsx, shown
from chuan.demo_exports.sheets import MARK, WARD, Row
from chuan.exchange.sheet_types import CellValue

FOLDER = "van-ban"
OUT = (
    "STT", "Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản", "Người ký",
    "Nơi nhận văn bản", "Đơn vị, người nhận bản lưu", "Số lượng bản", "Ngày chuyển", "Ký nhận", "Ghi chú",
    "ID", "Hình thức gửi", "Trạng thái gửi", "Ký số", "Bản gốc", "Độ mật",
)  # fmt: skip
IN = (
    "Ngày đến", "Số đến", "Tác giả", "Số, ký hiệu văn bản", "Ngày tháng văn bản",
    "Tên loại và trích yếu nội dung văn bản", "Đơn vị hoặc người nhận", "Ngày chuyển", "Ký nhận", "Ghi chú",
    "Ngày tiếp nhận trên hệ thống", "Mức độ mật",
)  # fmt: skip
HANDLING = (
    "Số đến", "Ngày đến", "Số ký hiệu", "Cơ quan ban hành", "Trích yếu", "Đơn vị/Người xử lý", "Hạn xử lý",
    "Tình trạng xử lý", "VB trả lời", "Ngày hoàn thành",
)  # fmt: skip


def files() -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of the year's registers, and of a first half written as another system writes it."""
    out, came = invented.outgoing(), invented.incoming()
    yield f"{FOLDER}/so-van-ban-di-2021.xlsx", as_xlsx(register_out(out))
    yield f"{FOLDER}/so-van-ban-den-2021.xls", as_html(register_in(came))
    yield f"{FOLDER}/tinh-hinh-xu-ly-2021.xlsx", as_xlsx(handling([one for one in came if one.due]))
    half = [one for one in out if one.issued < date(2021, 7, 1)]
    yield f"{FOLDER}/so-van-ban-di-6-thang-nfd.csv", as_csv(";", "utf-8-sig")(other_system(half))


def register_out(papers: Sequence[invented.Paper]) -> Grid:
    """Sổ văn bản đi, the columns of the decree and of the system; some days as Excel counts them."""
    rows = _above("SỔ ĐĂNG KÝ VĂN BẢN ĐI")
    rows.append(list(OUT))
    rows.append([f"({n})" for n in range(1, len(OUT) + 1)])
    rows += [_out(n, one) for n, one in enumerate(papers, start=1)]
    rows.append([None, "NGƯỜI LẬP SỔ", None, None, None, "THỦ TRƯỞNG ĐƠN VỊ"])
    return Grid(rows, name="Văn bản đi")


def register_in(papers: Sequence[invented.Incoming]) -> Grid:
    """Sổ văn bản đến, as a web page under the name .xls."""
    rows: list[Row] = [*_above("SỔ ĐĂNG KÝ VĂN BẢN ĐẾN"), list(IN)]
    rows += [
        [shown(one.arrived), one.number, one.issuer, one.full_number, shown(one.issued), one.subject, one.lead,
         shown(one.arrived), None, None, shown(one.acknowledged), one.secrecy or "Thường"]
        for one in papers
    ]  # fmt: skip
    return Grid(rows, name="Văn bản đến")


def handling(papers: Sequence[invented.Incoming]) -> Grid:
    """Tình hình xử lý: the same documents by số đến, with day, progress and answer."""
    rows: list[Row] = [*_above("TÌNH HÌNH XỬ LÝ VĂN BẢN ĐẾN"), list(HANDLING)]
    rows += [
        [int(one.number), one.arrived, one.full_number, one.issuer, one.subject, one.lead, one.due, one.progress,
         one.reply or None, one.done]
        for one in papers
        if not one.secrecy
    ]  # fmt: skip
    return Grid(rows, name="Xử lý")


def other_system(papers: Sequence[invented.Paper]) -> Grid:
    """The first half of the year as another system tells it: number and symbol apart, letters not composed."""
    head: Row = ["Số đi", "Ký hiệu", "Ngày ban hành", "Loại văn bản", "Trích yếu", "Người ký", "Nơi nhận"]
    title: list[Row] = [[MARK], ["Từ ngày 01/01/2021 đến ngày 30/06/2021"]]
    rows: list[Row] = [
        [one.number, one.symbol, shown(one.issued), one.name, one.subject, one.signer, one.recipients]
        for one in papers
        if one.kind != "secret"
    ]
    return Grid([[_apart(value) for value in row] for row in [*title, head, *rows]])


def _above(title: str) -> list[Row]:
    return [["ỦY BAN NHÂN DÂN"], [WARD], [title], [MARK], ["Từ ngày 01/01/2021 đến ngày 31/12/2021"], []]


def _out(n: int, one: invented.Paper) -> Row:
    """Every seventh day is a bare number, as an export without formats leaves it."""
    day = (one.issued - date(1899, 12, 30)).days if n % 7 == 0 else one.issued
    return [
        n, one.full_number, day, one.title, one.signer, one.recipients, "VT", 1, one.sent, None, None,
        f"VB{one.issued:%y%m%d}{n:04d}", one.way, one.state, one.signing, one.form, one.secrecy,
    ]  # fmt: skip


def _apart(value: CellValue) -> CellValue:
    """Letters and their marks apart (NFD), as some systems write them."""
    return unicodedata.normalize("NFD", value) if isinstance(value, str) else value
