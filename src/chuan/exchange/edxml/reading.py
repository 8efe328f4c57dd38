"""The door for packets that come in: parsed in a process of its own, bounded in time and memory."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from chuan.exchange.apart import run_apart
from chuan.exchange.edxml.assembling import assembled
from chuan.exchange.edxml.attachment_checks import form_remarks
from chuan.exchange.edxml.checking import remarks_of
from chuan.exchange.edxml.elements import QCVN, Parsed, parsed
from chuan.exchange.edxml.json_form import from_json, to_json
from chuan.exchange.edxml.packets import Packet, Remark
from chuan.exchange.edxml.transfers import ending
from chuan.exchange.limits import Limits
from chuan.rules.refusals import FileEmpty
from chuan.rules.refusals.edxml import EdxmlTooBig

EDXML = Limits(
    file_bytes=60_000_000, seconds=30, memory_bytes=3 << 29, unpacked_bytes=80_000_000, part_bytes=80_000_000
)
"""What one packet may ask of the machine; attachments together unpack to at most ``unpacked_bytes``."""

_ENDINGS = frozenset({".edxml", ".xml"})


@dataclass(frozen=True, slots=True)
class PacketAnswer:
    """A packet on its way out of the reading process."""

    packet: Packet

    def packed(self) -> dict[str, Any]:
        """As plain values."""
        return to_json(self.packet)


def read(data: bytes, *, name: str, limits: Limits = EDXML) -> Packet:
    """The packet in a file, whoever wrote it: what is odd about it is in ``remarks`` and ``form``.

    Raises FileEmpty, EdxmlTooBig, NotEdxml, EdxmlDeclaresType, EdxmlTooDeep, EdxmlEnvelopes,
    EdxmlAttachmentsTooMany, EdxmlAttachmentsTooBig, FileBomb, FileEncrypted, FileUnreadable, FileTooSlow.
    """
    check_size(len(data), limits=limits)
    if not data.strip():
        raise FileEmpty(name=name)
    packet = from_json(run_apart("edxml", data, name=name, limits=limits))
    if ending(name) in _ENDINGS:
        return packet
    said = "Tên tệp không có đuôi .edxml, nhưng nội dung đúng là gói tin edXML."
    return replace(packet, form=(*packet.form, Remark("name_ending", said)))


def check_size(size: int, *, limits: Limits = EDXML) -> None:
    """Raises EdxmlTooBig for a file of more bytes than a packet may have; call it before loading a file."""
    if size > limits.file_bytes:
        raise EdxmlTooBig(megabytes=-(-size // 1_000_000), limit=limits.file_bytes // 1_000_000)


def read_here(data: bytes, *, name: str, limits: Limits) -> PacketAnswer:
    """The same in this process: what the reading process runs."""
    tree = parsed(data, name=name)
    packet = assembled(tree.root, name=name, limits=limits)
    packet = replace(packet, remarks=remarks_of(packet))
    return PacketAnswer(replace(packet, form=_form(packet, tree)))


def _form(packet: Packet, tree: Parsed) -> tuple[Remark, ...]:
    """Remarks on how this copy was written, which writing it anew mends."""
    found = [remark for attachment in packet.attachments for remark in form_remarks(attachment)]
    if tree.leading:
        said = f"Trước phần XML có chữ thừa “{tree.leading.strip()[:40]}”; đã bỏ qua."
        found.append(Remark("leading_text", said))
    if tree.undeclared:
        found.append(Remark("prefix_undeclared", "Gói tin dùng tiền tố không gian tên mà không khai báo."))
    others = sorted({one.namespace for one in tree.root.walk() if one.namespace != QCVN})
    if others:
        said = "Có mục không thuộc không gian tên của QCVN 102:2016: "
        found.append(
            Remark("namespace", said + ", ".join(one[:80] or "(không ghi)" for one in others[:5]) + ".")
        )
    return tuple(found)
