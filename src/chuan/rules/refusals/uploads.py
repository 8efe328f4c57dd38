"""Refusals about files that are not only what they say."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals.refused import Refused


@dataclass(kw_only=True, eq=False)
class FileHoldsAnother(Refused):
    """One file that is two: a PDF that is an archive too, a picture with a web page behind it."""

    what = "Tệp “{name}” có giấu thêm một tệp khác bên trong nên không nhận."
    do = "Mở bằng phần mềm đã tạo ra nó, lưu thành tệp mới rồi nạp lại; nếu do nơi khác gửi, báo người quản trị."
    name: str


@dataclass(kw_only=True, eq=False)
class FileHasProgramme(Refused):
    """A macro or another programme travels inside an Office file."""

    what = "Tệp “{name}” có chương trình chạy kèm (macro) nên không nhận."
    do = "Mở tệp, chọn Lưu thành (Save As) kiểu .docx hoặc .xlsx không có macro, rồi nạp bản đó."
    name: str
