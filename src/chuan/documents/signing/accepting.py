"""A PDF signed with another program: it has to be the very file that was given out, with more at its end."""

from __future__ import annotations

import io

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from chuan.documents.signing.refusals import NotExtended


def check_extends(given: bytes, signed: bytes) -> None:
    """Signing adds a revision and leaves every byte before it. Raises ``NotExtended`` saying what differs."""
    if signed.startswith(given):
        if len(signed) == len(given):
            raise NotExtended(differs="chưa có gì được ký thêm")
        return
    raise NotExtended(differs=_differs(given, signed))


def _differs(given: bytes, signed: bytes) -> str:
    if given.startswith(signed):
        return "tệp gửi lên thiếu phần cuối"
    pages, came = _pages(given), _pages(signed)
    if came is None:
        return "tệp gửi lên không phải PDF đọc được"
    if pages != came:
        return f"tệp gửi lên có {came} trang, tệp lấy từ đây có {pages} trang"
    return "cùng số trang nhưng đã được lưu lại bằng chương trình khác nên các byte ban đầu đã đổi"


def _pages(pdf: bytes) -> int | None:
    try:
        return len(PdfReader(io.BytesIO(pdf)).pages)
    except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, OSError, RecursionError):
        return None
