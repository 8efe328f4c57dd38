"""Every reason to say no while public pages are written."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class FolderIsFile(Refused):
    """The name belongs to a file."""

    what = "{path} là một tệp, không phải thư mục."
    do = "Chọn tên thư mục khác; chưa có gì bị thay đổi."
    path: str


@dataclass(kw_only=True, eq=False)
class FolderForeign(Refused):
    """Something lies there that the public pages did not bring: they never write over it."""

    what = "Thư mục {path} có “{name}”, không phải do lệnh này ghi ra."
    do = "Chọn thư mục trống, hoặc cất tệp ấy đi nơi khác rồi chạy lại; chưa có gì bị thay đổi."
    path: str
    name: str


@dataclass(kw_only=True, eq=False)
class FolderOfAnother(Refused):
    """The folder holds the pages of another unit."""

    what = "Thư mục {path} đang giữ trang công khai của {other}."
    do = "Chọn thư mục riêng cho {unit}; chưa có gì bị thay đổi."
    path: str
    other: str
    unit: str


@dataclass(kw_only=True, eq=False)
class FolderUnwritable(Refused):
    """The folder, or the one that holds it, takes no file."""

    what = "Không ghi được vào {path} ({why})."
    do = "Cần quyền ghi ở thư mục ấy và ở thư mục chứa nó; bản đang có vẫn còn nguyên."
    path: str
    why: str


@dataclass(kw_only=True, eq=False)
class WhichUnit(Refused):
    """The house holds several units, or none of this name."""

    what = "Chưa rõ lập trang của đơn vị nào."
    do = "Thêm --unit với một trong các tên: {names}."
    names: str


@dataclass(kw_only=True, eq=False)
class NoUnit(Refused):
    """The house holds no unit yet."""

    what = "Chưa có đơn vị nào trong dữ liệu này."
    do = "Chạy chuan init trước; nếu dữ liệu ở nơi khác, đặt CHUAN_DATA trỏ tới thư mục ấy."
