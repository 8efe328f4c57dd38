"""Refusals about tables that other systems export: registers as files."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals.refused import Refused


@dataclass(kw_only=True, eq=False)
class TableTooBig(Refused):
    """Over the limit before it is even opened; sizes in whole megabytes."""

    what = "Tệp nặng {megabytes} MB, mức nhận tối đa cho một bảng là {limit} MB."
    do = "Xuất lại từng quý hoặc từng tháng, rồi nhập lần lượt từng tệp."
    megabytes: int
    limit: int


@dataclass(kw_only=True, eq=False)
class TableTooLong(Refused):
    """More cells than one file may have."""

    what = "Bảng “{table}” có {cells} ô, nhiều hơn mức {limit} ô của một tệp."
    do = "Xuất lại từng quý hoặc từng tháng; nếu bảng thật chỉ có ít dòng, xóa các dòng, cột trống ở cuối rồi lưu lại."
    table: str
    cells: int
    limit: int


@dataclass(kw_only=True, eq=False)
class TableTooSlow(Refused):
    """Reading did not end in time."""

    what = "Đọc bảng trong tệp “{name}” quá {seconds} giây mà chưa xong nên đã dừng."
    do = "Xuất lại từng quý hoặc từng tháng để mỗi tệp nhỏ hơn, rồi nhập lần lượt."
    name: str
    seconds: int


@dataclass(kw_only=True, eq=False)
class TableMissing(Refused):
    """A good file, but no table in it."""

    what = "Tệp “{name}” không có bảng nào đọc được."
    do = "Kiểm tra có chọn nhầm tệp không; bảng cần ít nhất hai cột và một dòng tiêu đề cột."
    name: str


@dataclass(kw_only=True, eq=False)
class TableHasMacros(Refused):
    """Programs travel inside the file: it is not opened at all."""

    what = "Tệp “{name}” có chứa macro (chương trình chạy kèm) nên không mở để giữ an toàn."
    do = "Mở tệp trong Excel, chọn Lưu thành (Save As) kiểu .xlsx không có macro, rồi nhập bản đó."
    name: str


@dataclass(kw_only=True, eq=False)
class HeaderMissing(Refused):
    """No row looks like the header of a register that is known here."""

    what = "Không tìm thấy dòng tiêu đề cột của sổ nào Chuẩn biết trong tệp “{name}” (đã xem {looked})."
    do = "Kiểm tra tệp có dòng tên cột như “Mã hồ sơ”, “Ngày tiếp nhận” không; nếu tên cột khác hẳn, ghép cột bằng tay."
    name: str
    looked: str


@dataclass(kw_only=True, eq=False)
class ColumnsMissing(Refused):
    """The mapping names no column for a required field."""

    what = "Chưa ghép cột nào vào: {fields}."
    do = "Chọn cột tương ứng trong tệp; nếu tệp không có cột ấy, xuất lại với đủ cột."
    fields: str


@dataclass(kw_only=True, eq=False)
class ColumnWrong(Refused):
    """Most cells of a column are of another kind than the field it feeds: columns swapped."""

    what = "Cột “{column}” (từ ô {place}) được ghép vào “{field}” nhưng chứa {found}, ví dụ “{typed}”."
    do = "Có thể các cột trong tệp bị đảo: kiểm tra lại cách ghép cột, hoặc xuất lại tệp rồi nhập."
    column: str
    place: str
    field: str
    found: str
    typed: str


@dataclass(kw_only=True, eq=False)
class LayoutUnreadable(Refused):
    """A layout file that one ward gave another cannot be used."""

    what = "Tệp cách ghép cột “{name}” chưa dùng được: {why}."
    do = "Xin lại tệp từ nơi gửi, hoặc ghép cột một lần trên màn hình Nhập từ tệp."
    name: str
    why: str
