"""The bytes of attachments: base64, zipped or bare, in and out, with a bound on what they unpack to."""

from __future__ import annotations

import base64
import binascii
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from chuan.exchange import archives
from chuan.exchange.edxml.packets import Attachment, Broken
from chuan.exchange.limits import Limits
from chuan.rules.refusals import FileUnreadable
from chuan.rules.refusals.edxml import EdxmlAttachmentsTooBig, EdxmlAttachmentsTooMany

MOST = 100
"""Attachments of one packet."""
_ZIP = b"PK\x03\x04"
_LOCKED = 0x1
_ALWAYS = (1980, 1, 1, 0, 0, 0)
# Files that are zip archives themselves: a bare one is not to be taken apart.
_CONTAINERS = frozenset({
    ".zip", ".docx", ".xlsx", ".pptx", ".docm", ".xlsm", ".odt", ".ods", ".odp", ".epub", ".jar", ".edoc", ".asice",
})  # fmt: skip


def unpacked(attachments: Sequence[Attachment], *, name: str, limits: Limits) -> tuple[Attachment, ...]:
    """Attachments with the text of their transfer turned into files, all together within the limits.

    What cannot be decoded or unpacked is kept as it came and marked (``broken``). Raises
    EdxmlAttachmentsTooMany, EdxmlAttachmentsTooBig, FileBomb.
    """
    if len(attachments) > MOST:
        raise EdxmlAttachmentsTooMany(name=name, count=len(attachments), limit=MOST)
    left, done = limits.unpacked_bytes, []
    for attachment in attachments:
        done.append(_decoded(attachment, name, limits, left))
        left -= len(done[-1].content)
        if left < 0:
            raise EdxmlAttachmentsTooBig(name=name, limit=limits.unpacked_bytes // 1_000_000)
    return tuple(done)


def transferred(attachment: Attachment, *, zipped: bool, limits: Limits) -> str:
    """The text that carries the attachment: its own zip where it came in one, base64 in any case.

    A file that would be taken for the zip around another one travels zipped whatever is asked.
    """
    if attachment.broken is Broken.BASE64:
        return attachment.transfer
    return base64.b64encode(_carried(attachment, zipped, limits)).decode()


def forms(attachment: Attachment) -> Iterator[tuple[str, bytes]]:
    """The forms of an attachment that a digest may have been taken of."""
    yield "file", attachment.content
    if attachment.packed:
        yield "zip", attachment.packed
    yield "base64", base64.b64encode(attachment.packed or attachment.content)


def entry_name(packed: bytes) -> str:
    """The name of the one file in the zip an attachment travelled in; "" when there is none."""
    entries = _entries(packed) if packed else []
    return entries[0].filename if entries else ""


def ending(name: str) -> str:
    """The lower-case ending with its dot."""
    return PurePath(name).suffix.lower()


def _decoded(attachment: Attachment, name: str, limits: Limits, left: int) -> Attachment:
    try:
        data = base64.b64decode("".join(attachment.transfer.split()), validate=True)
    except (binascii.Error, ValueError):
        return replace(attachment, broken=Broken.BASE64)
    return _opened(replace(attachment, transfer=""), data, name, limits, left)


def _opened(attachment: Attachment, data: bytes, name: str, limits: Limits, left: int) -> Attachment:
    """The file inside the zip around it; the bytes themselves when there is no such zip."""
    bare = replace(attachment, content=data, packed=b"", broken=None)
    if not data.startswith(_ZIP):
        return bare
    own = ending(attachment.safe_name)
    entries = _entries(data)
    if len(entries) != 1:
        several = Broken.SEVERAL if entries else Broken.ZIP
        return bare if own in _CONTAINERS else replace(bare, broken=several)
    if entries[0].flag_bits & _LOCKED:
        return replace(bare, broken=Broken.LOCKED)
    return _inflated(bare, entries[0], name, limits, left)


def _inflated(bare: Attachment, entry: zipfile.ZipInfo, name: str, limits: Limits, left: int) -> Attachment:
    if entry.file_size > left:
        raise EdxmlAttachmentsTooBig(name=name, limit=limits.unpacked_bytes // 1_000_000)
    archive = archives.opened(bare.content, name=name, limits=limits)
    try:
        content = archives.part(archive, entry.filename, name=name, limits=limits)
    except FileUnreadable:
        return replace(bare, broken=Broken.ZIP)
    if ending(bare.safe_name) == ".zip" and not (content or b"").startswith(_ZIP):
        return bare  # the attachment is a zip itself, and this is it
    return replace(bare, content=content or b"", packed=bare.content)


def _entries(data: bytes) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [one for one in archive.infolist() if not one.is_dir()]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError):
        return []


def _carried(attachment: Attachment, zipped: bool, limits: Limits) -> bytes:
    """Bytes that will be read as this file again: as asked where that holds, else the other way."""
    if attachment.broken is not None:
        return attachment.content
    if zipped and attachment.packed:
        return attachment.packed
    zip_of_it = _zip(attachment, zipfile.ZIP_DEFLATED, limits)
    wanted, otherwise = (zip_of_it, attachment.content) if zipped else (attachment.content, zip_of_it)
    return (
        wanted if _opened(attachment, wanted, "", limits, limits.unpacked_bytes) == attachment else otherwise
    )


def _zip(attachment: Attachment, method: int, limits: Limits) -> bytes:
    """One file in a zip, the same bytes every time; stored when it would look like a bomb deflated."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        entry = zipfile.ZipInfo(attachment.safe_name, _ALWAYS)
        entry.compress_type = method
        archive.writestr(entry, attachment.content)
    size = len(attachment.content)
    if size > limits.ratio_from_bytes and size > out.tell() * limits.ratio and method != zipfile.ZIP_STORED:
        return _zip(attachment, zipfile.ZIP_STORED, limits)
    return out.getvalue()
