"""Refusals about papers that are pictures."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals.refused import Refused


@dataclass(kw_only=True, eq=False)
class ScanReaderMissing(Refused):
    """The programme that reads pictures, or its Vietnamese letters, is not installed."""

    what = "Tệp “{name}” là ảnh chụp trang giấy mà máy chủ chưa có bộ đọc chữ trong ảnh."
    do = (
        "Tải lên bản Word hoặc PDF có chữ. Người quản trị cài bộ đọc: gói tesseract-ocr và tesseract-ocr-vie "
        "(Debian, Ubuntu), hoặc bộ cài Tesseract cho Windows có chọn tiếng Việt."
    )
    name: str


@dataclass(kw_only=True, eq=False)
class ScanTooLong(Refused):
    """More pages than are read from pictures in one go."""

    what = "Tệp có {pages} trang ảnh, mỗi lần chỉ đọc được {limit} trang."
    do = "Tách riêng phần quyết định và mục tiêu thành một tệp rồi tải lên lại."
    pages: int
    limit: int


@dataclass(kw_only=True, eq=False)
class ScanWithoutLetters(Refused):
    """A picture in which no letter was found: a blank page, a photograph, a page far out of focus."""

    what = "Không thấy chữ nào trong ảnh “{name}”."
    do = "Quét lại ở 300 dpi, đặt giấy thẳng và đủ sáng; hoặc tải lên bản Word, bản PDF có chữ."
    name: str


@dataclass(kw_only=True, eq=False)
class PictureTooLarge(Refused):
    """More dots than are unpacked; width and height in dots, the limit in millions of dots."""

    what = "Ảnh “{name}” rộng {width} × {height} điểm, quá mức {millions} triệu điểm."
    do = "Quét lại ở 300 dpi, hoặc thu nhỏ ảnh rồi tải lên lại."
    name: str
    width: int
    height: int
    millions: int
