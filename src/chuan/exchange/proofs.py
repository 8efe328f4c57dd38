"""Files handed in as proof of a figure: looked at in a process of their own, kept as they are, never shown."""

from __future__ import annotations

from pathlib import PurePath

from django.core.files.uploadedfile import UploadedFile

from chuan.exchange.apart import run_apart
from chuan.exchange.limits import DEFAULT
from chuan.files import actions as files
from chuan.files.models import Blob
from chuan.rules import refusals

LARGEST = 10_000_000
"""Bytes of one proof."""

_KINDS = (
    (b"%PDF-", "application/pdf", "PDF", (".pdf",)),
    (b"PK\x03\x04", "application/vnd.openxmlformats-officedocument", "Word, Excel", (".docx", ".xlsx")),
    (b"\x89PNG\r\n\x1a\n", "image/png", "ảnh PNG", (".png",)),
    (b"\xff\xd8\xff", "image/jpeg", "ảnh JPEG", (".jpg", ".jpeg")),
)
_TAKEN = ".pdf, .docx, .xlsx, .png, .jpg"


def keep_proof(upload: UploadedFile[bytes]) -> tuple[Blob, str]:
    """Keep the file and return it with its bare name.

    Raises ``FileEmpty``, ``FileTooBig``, ``FileNotWhatItSays`` (content and name must agree),
    ``FileKindUnknown``, and what ``exchange.inspecting`` refuses: two files in one, programmes, damage, bombs.
    """
    name = PurePath((upload.name or "").replace("\\", "/")).name[:200]
    if not upload.size:
        raise refusals.FileEmpty(name=name)
    if upload.size > LARGEST:
        raise refusals.FileTooBig(megabytes=-(-upload.size // 1_000_000), limit=LARGEST // 1_000_000)
    data = upload.read()
    kind = media_type(data, name)
    run_apart("inspect", data, name=name, limits=DEFAULT)
    return files.keep(data, media_type=kind), name


def media_type(data: bytes, name: str) -> str:
    """What the bytes are, when that is a kind of proof and the name says the same."""
    suffix = PurePath(name.lower()).suffix
    known = next((kind for kind in _KINDS if data.startswith(kind[0])), None)
    if known is None:
        raise refusals.FileKindUnknown(name=name, kinds=_TAKEN)
    _start, media, really, suffixes = known
    if suffix not in suffixes:
        raise refusals.FileNotWhatItSays(name=name, says=suffix or "(không có đuôi)", really=really)
    return media
