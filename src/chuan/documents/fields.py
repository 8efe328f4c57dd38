"""What the registers of documents accept from files, with the names that document systems give their columns.

The minimum columns are those of NĐ 30/2020/NĐ-CP, Phụ lục IV, forms I and II.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from chuan.documents import numbers
from chuan.documents.registers_secret import names_secret
from chuan.offers.fields import Field, FieldKind, Register

_K = FieldKind
RECORDS = "documents"
"""All three are kept by one system of record (``intake.record_systems``)."""

_NUMBER = (
    "so ky hieu", "so va ky hieu", "so/ky hieu", "so hieu", "so hieu van ban", "so ky hieu van ban", "so kh",
    "so di", "so van ban", "so vb", "so van ban di", "so ky hieu vb", "so, ky hieu van ban", "ky hieu van ban",
    "so phat hanh",
)  # fmt: skip
_SYMBOL = ("ky hieu", "so ky hieu", "so va ky hieu", "so/ky hieu", "so hieu van ban", "so ky hieu van ban")
_ISSUED = (
    "ngay thang", "ngay van ban", "ngay ban hanh", "ngay ky", "ngay vb", "ngay thang nam", "ngay thang van ban",
    "ngay thang nam van ban", "ngay thang nam ban hanh", "ngay cua van ban",
)  # fmt: skip
_SUBJECT = (
    "ten loai va trich yeu noi dung van ban", "ten loai va trich yeu noi dung", "ten loai va trich yeu",
    "trich yeu", "trich yeu noi dung", "trich yeu van ban", "noi dung", "noi dung trich yeu", "noi dung van ban",
)  # fmt: skip
_TYPE = ("loai van ban", "ten loai", "ten loai van ban", "the loai", "loai vb", "hinh thuc van ban")
_SYSTEM_ID = (
    "id",
    "ma van ban",
    "ma dinh danh",
    "ma dinh danh van ban",
    "ma he thong",
    "id van ban",
    "ma vb",
)
_URGENCY = ("do khan", "muc do khan", "muc khan", "do hoa toc")
_NOTE = ("ghi chu", "ghi chu khac", "chu thich")
_FORM = (
    "hinh thuc ban goc", "dang van ban", "ban goc", "loai ban goc", "van ban giay dien tu", "hinh thuc luu",
    "van ban dien tu", "dang ban goc", "vat mang tin",
)  # fmt: skip
_ARRIVAL = ("so den", "so van ban den", "so den van ban", "stt den", "so thu tu den", "so cong van den")
_ARRIVED = (
    "ngay den",
    "ngay nhan",
    "ngay nhan van ban",
    "ngay van ban den",
    "ngay den van ban",
    "ngay vao so",
)
_ISSUER = (
    "tac gia", "co quan ban hanh", "noi gui", "don vi gui", "noi ban hanh", "don vi ban hanh", "co quan gui",
    "noi phat hanh", "co quan to chuc ban hanh", "noi den",
)  # fmt: skip
_LEAD = (
    "don vi hoac nguoi nhan", "don vi nguoi nhan", "don vi xu ly", "nguoi xu ly", "don vi chu tri",
    "nguoi xu ly chinh", "chu tri", "xu ly chinh", "can bo xu ly", "don vi nguoi xu ly", "nguoi nhan",
    "nguoi chu tri", "don vi nhan", "don vi/nguoi xu ly", "don vi/nguoi nhan", "don vi xu ly chinh",
    "don vi hoac nguoi xu ly", "xlc",
)  # fmt: skip
_DUE = (
    "thoi han",
    "han xu ly",
    "han giai quyet",
    "thoi han giai quyet",
    "ngay het han",
    "thoi han xu ly",
    "han",
)
_DONE = (
    "ngay hoan thanh", "ngay xu ly xong", "ngay ket thuc", "ngay giai quyet xong", "hoan thanh ngay",
    "ngay hoan tat", "ngay xu ly", "thoi gian hoan thanh",
)  # fmt: skip


class _Documents:
    """What the three share."""

    kept_with = RECORDS
    per_period = False
    twins = True
    """Two rows of one number in one file are both taken in: a number given twice is to be seen, not lost."""

    def withholds(self, headers: Sequence[str], cells: Sequence[str]) -> bool:
        """Secret rows stay out, counted only."""
        return names_secret(headers, cells)


class OutRegister(_Documents):
    """Sổ đăng ký văn bản đi."""

    key = "documents_out"
    title = "Sổ đăng ký văn bản đi"
    code_field = "full_number"
    period_field = "issued_on"
    fields: tuple[Field, ...] = (
        Field("full_number", _K.TEXT, "Số, ký hiệu văn bản", required=True, synonyms=_NUMBER),
        Field("symbol", _K.TEXT, "Ký hiệu", synonyms=_SYMBOL),
        Field("issued_on", _K.DATE, "Ngày tháng văn bản", required=True, synonyms=_ISSUED),
        Field("subject", _K.TEXT, "Tên loại và trích yếu", synonyms=_SUBJECT),
        Field("type", _K.TEXT, "Loại văn bản", synonyms=_TYPE),
        Field(
            "signer", _K.TEXT, "Người ký", synonyms=("nguoi ky van ban", "nguoi ky ban hanh", "lanh dao ky")
        ),
        Field("recipients", _K.TEXT, "Nơi nhận", synonyms=("noi nhan van ban", "noi nhan van ban di")),
        Field(
            "kept_by",
            _K.TEXT,
            "Đơn vị, người nhận bản lưu",
            synonyms=("noi nhan ban luu", "don vi luu", "ban luu", "noi luu", "don vi soan thao"),
        ),
        Field("copies", _K.COUNT, "Số lượng bản", synonyms=("so luong", "so ban", "so ban phat hanh")),
        Field(
            "sent_on",
            _K.DATE,
            "Ngày chuyển",
            synonyms=("ngay phat hanh", "ngay gui", "ngay chuyen di", "ngay chuyen van ban"),
        ),
        Field("received_sign", _K.TEXT, "Ký nhận", synonyms=("nguoi ky nhan",)),
        Field("note", _K.TEXT, "Ghi chú", synonyms=_NOTE),
        Field("system_id", _K.TEXT, "Mã của hệ thống", synonyms=_SYSTEM_ID),
        Field(
            "way",
            _K.TEXT,
            "Hình thức gửi",
            synonyms=(
                "phuong thuc gui",
                "cach gui",
                "kenh gui",
                "hinh thuc phat hanh",
                "phuong thuc phat hanh",
            ),
        ),
        Field(
            "sent_state",
            _K.TEXT,
            "Trạng thái gửi",
            synonyms=("trang thai lien thong", "tinh trang gui", "trang thai phat hanh", "ket qua gui"),
        ),
        Field(
            "signing",
            _K.TEXT,
            "Trạng thái ký số",
            synonyms=("ky so", "tinh trang ky so", "chu ky so", "da ky so"),
        ),
        Field("form", _K.TEXT, "Bản gốc", synonyms=_FORM),
        Field("urgency", _K.TEXT, "Độ khẩn", synonyms=_URGENCY),
        Field("pages", _K.COUNT, "Số trang", synonyms=("so to", "so trang van ban")),
        Field("file_code", _K.TEXT, "Hồ sơ", synonyms=("so ky hieu ho so", "ma ho so", "ho so luu")),
        Field("retention", _K.TEXT, "Thời hạn bảo quản", synonyms=("thbq", "thoi han luu")),
    )

    def code_of(self, values: Mapping[str, str]) -> str:
        """Number, symbol and year: "148/QĐ-UBND (2021)"."""
        number, symbol = numbers.split_number(values.get("full_number", ""), values.get("symbol", ""))
        return numbers.row_code(number, symbol, _day(values.get("issued_on", "")))

    def problems(self, values: Mapping[str, str]) -> Sequence[tuple[str, str]]:
        """A document cannot leave before it is dated."""
        sent, issued = values.get("sent_on", ""), values.get("issued_on", "")
        if sent and issued and sent < issued:
            return [("sent_on", "Ngày chuyển trước ngày văn bản. Kiểm tra hai ô này ở hệ thống nguồn.")]
        return []

    def due_field_changes(self) -> tuple[str, ...]:
        """The date and the number: what must not change once a document has left."""
        return ("issued_on", "sent_on")


class InRegister(_Documents):
    """Sổ đăng ký văn bản đến."""

    key = "documents_in"
    title = "Sổ đăng ký văn bản đến"
    code_field = "arrival_number"
    period_field = "arrived_on"
    fields: tuple[Field, ...] = (
        Field("arrived_on", _K.DATE, "Ngày đến", required=True, synonyms=_ARRIVED),
        Field("arrival_number", _K.CODE, "Số đến", required=True, synonyms=_ARRIVAL),
        Field("issuer", _K.TEXT, "Tác giả", synonyms=_ISSUER),
        Field("full_number", _K.TEXT, "Số, ký hiệu văn bản", synonyms=_NUMBER),
        Field("symbol", _K.TEXT, "Ký hiệu", synonyms=_SYMBOL),
        Field("issued_on", _K.DATE, "Ngày tháng văn bản", synonyms=_ISSUED),
        Field("subject", _K.TEXT, "Tên loại và trích yếu", synonyms=_SUBJECT),
        Field("type", _K.TEXT, "Loại văn bản", synonyms=_TYPE),
        Field("lead", _K.TEXT, "Đơn vị hoặc người nhận", synonyms=_LEAD),
        Field("passed_on", _K.DATE, "Ngày chuyển", synonyms=("ngay chuyen xu ly", "ngay phan cong")),
        Field("received_sign", _K.TEXT, "Ký nhận", synonyms=("nguoi ky nhan",)),
        Field("note", _K.TEXT, "Ghi chú", synonyms=_NOTE),
        Field("system_id", _K.TEXT, "Mã của hệ thống", synonyms=_SYSTEM_ID),
        Field(
            "acknowledged_on",
            _K.DATE,
            "Ngày tiếp nhận trên hệ thống",
            synonyms=("ngay tiep nhan", "ngay xac nhan", "ngay phan hoi", "ngay xac nhan da nhan"),
        ),
        Field(
            "way",
            _K.TEXT,
            "Hình thức nhận",
            synonyms=("hinh thuc den", "phuong thuc nhan", "kenh nhan", "nguon den", "hinh thuc gui"),
        ),
        Field("form", _K.TEXT, "Bản gốc", synonyms=_FORM),
        Field("urgency", _K.TEXT, "Độ khẩn", synonyms=_URGENCY),
        Field("due_on", _K.DATE, "Hạn xử lý", synonyms=_DUE),
        Field("done_on", _K.DATE, "Ngày hoàn thành", synonyms=_DONE),
        Field("pages", _K.COUNT, "Số trang", synonyms=("so to",)),
        Field("file_code", _K.TEXT, "Hồ sơ", synonyms=("so ky hieu ho so", "ma ho so", "ho so luu")),
    )

    def code_of(self, values: Mapping[str, str]) -> str:
        """Số đến and its year: "231 (2021)"."""
        return numbers.row_code(values.get("arrival_number", ""), "", _day(values.get("arrived_on", "")))

    def problems(self, values: Mapping[str, str]) -> Sequence[tuple[str, str]]:
        """A document cannot be finished before it came; a date of the paper after its arrival is the writer's."""
        done, arrived = values.get("done_on", ""), values.get("arrived_on", "")
        if done and arrived and done < arrived:
            return [("done_on", "Ngày hoàn thành trước ngày đến. Kiểm tra hai ô này ở hệ thống nguồn.")]
        return []

    def due_field_changes(self) -> tuple[str, ...]:
        """The due day and the day of completion."""
        return ("due_on", "done_on")


class HandlingRegister(InRegister):
    """Tình hình xử lý văn bản đến: the same documents by số đến, with what became of them."""

    key = "documents_handling"
    title = "Tình hình xử lý văn bản đến"
    fields: tuple[Field, ...] = (
        Field("arrived_on", _K.DATE, "Ngày đến", required=True, synonyms=_ARRIVED),
        Field("arrival_number", _K.CODE, "Số đến", required=True, synonyms=_ARRIVAL),
        Field("issuer", _K.TEXT, "Tác giả", synonyms=_ISSUER),
        Field("full_number", _K.TEXT, "Số, ký hiệu văn bản", synonyms=_NUMBER),
        Field("symbol", _K.TEXT, "Ký hiệu", synonyms=_SYMBOL),
        Field("issued_on", _K.DATE, "Ngày tháng văn bản", synonyms=_ISSUED),
        Field("subject", _K.TEXT, "Tên loại và trích yếu", synonyms=_SUBJECT),
        Field("lead", _K.TEXT, "Đơn vị hoặc người nhận", synonyms=_LEAD),
        Field(
            "cooperate", _K.TEXT, "Phối hợp", synonyms=("don vi phoi hop", "nguoi phoi hop", "phoi hop xu ly")
        ),
        Field("due_on", _K.DATE, "Thời hạn", synonyms=_DUE),
        Field(
            "progress",
            _K.TEXT,
            "Tiến độ giải quyết",
            synonyms=("tien do", "tinh trang xu ly", "trang thai xu ly", "tinh hinh xu ly", "tinh trang",
                      "trang thai", "ket qua xu ly"),
        ),
        Field(
            "reply_number",
            _K.TEXT,
            "Số, ký hiệu văn bản trả lời",
            synonyms=("van ban tra loi", "so van ban tra loi", "so ky hieu van ban tra loi", "vb tra loi",
                      "so vb tra loi",
                      "so/ky hieu van ban tra loi"),
        ),
        Field("done_on", _K.DATE, "Ngày hoàn thành", synonyms=_DONE),
        Field("note", _K.TEXT, "Ghi chú", synonyms=_NOTE),
        Field("urgency", _K.TEXT, "Độ khẩn", synonyms=_URGENCY),
    )  # fmt: skip


OUT, IN, HANDLING = OutRegister(), InRegister(), HandlingRegister()
REGISTERS: tuple[Register, ...] = (OUT, IN, HANDLING)
KEYS = tuple(one.key for one in REGISTERS)


def _day(text: str) -> date | None:
    return date.fromisoformat(text[:10]) if text else None
