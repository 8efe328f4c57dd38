"""Programmes of others that are used when they are there, and the mail."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.utils.translation import gettext as _

from chuan.exchange.scans import programme as scans
from chuan.offers.examinations import Finding, Looking, fine, look


def examine(looking: Looking) -> Iterator[Finding]:
    """Reading of scans, and letters. Neither is needed: each finding says what goes on without it."""
    yield _scans()
    yield _mail()


def _scans() -> Finding:
    match scans.missing():
        case "":
            return fine(_("Đọc được chữ từ ảnh (tesseract %s).") % scans.installed())
        case "language":
            return look(
                _("Có tesseract nhưng thiếu chữ tiếng Việt, nên chưa đọc được tệp quét."),
                _("Cài thêm gói tesseract-ocr-vie (trên Windows: chọn Vietnamese khi cài tesseract)."),
            )
    return fine(_("Chưa cài tesseract: tệp quét thì xem được, chưa đọc được chữ."))


def _mail() -> Finding:
    mail = settings.MAIL
    if not (mail["host"] and mail["sender"]):
        return fine(_("Chưa đặt thư điện tử: văn bản gửi bằng thư thì cơ quan tự gửi."))
    if mail["security"] == "none" and mail["host"] not in ("localhost", "127.0.0.1"):
        return look(
            _("Thư điện tử đi không mã hóa."), _("Đặt CHUAN_MAIL_SECURITY là starttls hoặc ssl rồi chạy lại.")
        )
    return fine(_("Thư điện tử gửi qua máy chủ đã đặt."))
