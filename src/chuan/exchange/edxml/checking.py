"""What a packet lacks or says wrongly. The reader reports it; the writer refuses it in a packet of our own.

Every check looks at the packet alone, so the same remarks come again after writing and reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

from chuan.exchange.edxml.assembling import kind_of
from chuan.exchange.edxml.attachment_checks import attachment_remarks
from chuan.exchange.edxml.document_ids import read_document_id
from chuan.exchange.edxml.elements import Attributes, Element
from chuan.exchange.edxml.field_checks import (
    answered_remarks,
    day_remarks,
    document_id_remarks,
    listed_remarks,
    missing,
    moment_remarks,
    organ_id_remarks,
    organ_remarks,
    shortened,
)
from chuan.exchange.edxml.headers import Business, Message, Part, Status
from chuan.exchange.edxml.packets import Kind, Packet, Remark
from chuan.law.edxml import longest

TOLERATED = frozenset({
    "element_unknown", "attribute_unknown", "text_stray",
    "signature_untrusted", "signature_unchecked", "signature_empty",
})  # fmt: skip
"""Remarks that do not keep a packet of our own from being written."""
_USUAL_ATTRIBUTES = ("id", "mustUnderstand", "actor", "{http://www.w3.org/1999/xlink}")


def remarks_of(packet: Packet) -> tuple[Remark, ...]:
    """All remarks, in the order of the packet, none twice."""
    return tuple(dict.fromkeys(_remarks(packet)))


def faults_of(packet: Packet) -> tuple[Remark, ...]:
    """Remarks that a packet of our own must not leave with, save those that its own ``remarks`` admit to."""
    admitted = frozenset(packet.remarks)
    return tuple(one for one in remarks_of(packet) if one.code not in TOLERATED and one not in admitted)


def _remarks(packet: Packet) -> Iterator[Remark]:
    if packet.kind is not kind_of(packet):
        yield Remark(
            "kind_differs", "Loại gói tin không khớp với mã nghiệp vụ ghi bên trong.", "BussinessDocType"
        )
    if packet.status is not None:
        yield from _status(packet.status)
    else:
        yield from _document(packet, packet.document or Message())
    yield from attachment_remarks(packet)
    yield from _signature(packet)
    for part in _parts(packet):
        yield from _lengths(part)
    yield from _unknown(packet)


def _document(packet: Packet, message: Message) -> Iterator[Remark]:
    yield from organ_remarks(message.sender, "From", "nơi gửi")
    if not message.receivers:
        yield missing("To", "nơi nhận")
    for receiver in message.receivers:
        yield from organ_remarks(receiver, "To", "nơi nhận")
    yield from _required(message)
    yield from day_remarks(message.promulgation.dated, "PromulgationDate", "ngày ban hành")
    yield from day_remarks(message.due, "DueDate", "hạn trả lời")
    yield from _identity(message)
    yield from _codes(message)
    for answered in message.responses:
        yield from answered_remarks(answered)
    yield from _trace(packet)
    yield from _business(packet)


def _required(message: Message) -> Iterator[Remark]:
    for text, tag, words in (
        (message.code.number, "CodeNumber", "số văn bản"),
        (message.code.notation, "CodeNotation", "ký hiệu văn bản"),
        (message.promulgation.place, "PromulgationInfo/Place", "nơi ban hành"),
        (message.promulgation.dated, "PromulgationDate", "ngày ban hành"),
        (message.type.type, "DocumentType/Type", "mã loại văn bản"),
        (message.type.name, "TypeName", "tên loại văn bản"),
        (message.subject, "Subject", "trích yếu"),
        (message.content, "Content", "nội dung tóm tắt"),
        (message.signer.position, "SignerInfo/Position", "chức vụ người ký"),
        (message.signer.name, "SignerInfo/FullName", "họ tên người ký"),
        (message.steering, "SteeringType", "loại chỉ đạo"),
        (message.document_id, "MessageHeader/DocumentId", "mã định danh văn bản"),
    ):
        if not text.strip():
            yield missing(tag, words)


def _identity(message: Message) -> Iterator[Remark]:
    """The triple agrees with the header it stands in."""
    where = "MessageHeader/DocumentId"
    yield from document_id_remarks(message.document_id, where)
    found = read_document_id(message.document_id)
    if found is None:
        return
    apart = [
        words
        for mine, theirs, words in (
            (found.organ_id, message.sender.id.strip(), "mã cơ quan gửi"),
            (found.dated, message.promulgation.dated.strip(), "ngày ban hành"),
            (found.code, message.code.written, "số và ký hiệu"),
        )
        if theirs and mine != theirs
    ]
    if apart:
        yield Remark(
            "document_id_differs", f"Mã định danh văn bản khác phần đầu gói tin về {', '.join(apart)}.", where
        )


def _codes(message: Message) -> Iterator[Remark]:
    yield from listed_remarks("type", message.type.type, "DocumentType/Type", "loại văn bản")
    yield from listed_remarks("steering", message.steering, "SteeringType", "loại chỉ đạo")
    if message.other is not None:
        yield from listed_remarks("priority", message.other.priority, "Priority", "độ khẩn")


def _trace(packet: Packet) -> Iterator[Remark]:
    if not packet.trace:
        yield missing("TraceHeader", "dấu vết đường đi của gói tin")
    for trace in packet.trace:
        if not trace.organ_id.strip() or trace.organ_id.strip() == "null":
            yield missing("TraceHeader/OrganId", "mã cơ quan trong dấu vết đường đi")
        else:
            yield from organ_id_remarks(trace.organ_id, "TraceHeader/OrganId")
        yield from moment_remarks(
            trace.timestamp, "TraceHeader/Timestamp", "thời điểm trong dấu vết đường đi"
        )


def _business(packet: Packet) -> Iterator[Remark]:
    business = packet.business
    if business is None or not business.type.strip():
        yield Remark(
            "kind_missing", "Gói tin không ghi nghiệp vụ; tạm coi là văn bản mới.", "BussinessDocType"
        )
        return
    yield from listed_remarks("business", business.type, "BussinessDocType", "nghiệp vụ")
    yield from listed_remarks("paper", business.paper, "Paper", "bản giấy")
    yield from document_id_remarks(business.document_id, "Bussiness/DocumentId")
    if packet.kind in (Kind.REVOCATION, Kind.UPDATE):
        yield from _changing(business)
    if packet.kind is Kind.REPLACEMENT and not any(one.document_id.strip() for one in business.replacements):
        yield missing("ReplacementInfo/DocumentId", "mã định danh của văn bản bị thay thế")
    for one in business.replacements:
        yield from document_id_remarks(one.document_id, "ReplacementInfo/DocumentId")
    for receiver in business.changes.receivers if business.changes else ():
        yield from listed_remarks("receiver", receiver.type, "ReceiverType", "thay đổi nơi nhận")


def _changing(business: Business) -> Iterator[Remark]:
    if not business.document_id.strip():
        yield missing("Bussiness/DocumentId", "mã định danh của văn bản bị thu hồi hoặc cập nhật")
    if not business.reason.strip():
        yield missing("BussinessDocReason", "lý do thu hồi hoặc cập nhật")


def _status(status: Status) -> Iterator[Remark]:
    yield from organ_remarks(status.sender, "From", "nơi báo trạng thái")
    for text, tag, words in (
        (status.response_for.organ_id, "ResponseFor/OrganId", "mã cơ quan đã gửi văn bản"),
        (status.response_for.code, "ResponseFor/Code", "số và ký hiệu văn bản"),
        (status.response_for.dated, "ResponseFor/PromulgationDate", "ngày của văn bản"),
        (status.response_for.document_id, "ResponseFor/DocumentId", "mã định danh văn bản"),
        (status.code, "StatusCode", "mã trạng thái"),
        (status.timestamp, "Timestamp", "thời điểm báo trạng thái"),
    ):
        if not text.strip():
            yield missing(tag, words)
    yield from answered_remarks(status.response_for)
    yield from listed_remarks("status", status.code, "StatusCode", "trạng thái")
    yield from moment_remarks(status.timestamp, "Timestamp", "thời điểm báo trạng thái")
    if status.code.strip() in ("02", "16") and not status.description.strip():
        yield missing("Description", "lý do từ chối")


def _signature(packet: Packet) -> Iterator[Remark]:
    signature = packet.signature
    if signature is None:
        return
    if signature.is_empty:
        yield Remark("signature_empty", "Khối chữ ký của gói tin để trống.", "Signature")
    elif signature.is_weak:
        said = f"Chữ ký của gói tin dùng {signature.algorithm}, thuật toán cũ: không được tin cậy."
        yield Remark("signature_untrusted", said, "Signature")
    else:
        said = f"Chữ ký của gói tin ({signature.algorithm}) chưa được kiểm tra."
        yield Remark("signature_unchecked", said, "Signature")


def _parts(packet: Packet) -> Iterator[Part]:
    tops: Iterable[Part | None] = (
        packet.document, packet.status, *packet.trace, packet.business, *packet.references, *packet.attachments,
    )  # fmt: skip
    for top in tops:
        if top is not None:
            yield from _below(top)


def _below(part: Part) -> Iterator[Part]:
    yield part
    for known in fields(part):
        value = getattr(part, known.name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Part):
                yield from _below(one)


def _lengths(part: Part) -> Iterator[Remark]:
    for known in fields(part):
        tag = known.metadata.get("tag", "")
        value, most = getattr(part, known.name), longest(tag)
        if most is not None and isinstance(value, str) and len(value) > most:
            said = f"Mục {tag} dài {len(value)} chữ cái, nơi nhận thường chỉ giữ {most}."
            yield Remark("text_long", said, tag)


def _unknown(packet: Packet) -> Iterator[Remark]:
    for part in _parts(packet):
        yield from _left_over(type(part).__name__, part.attributes, part.extra)
    for stray in packet.strays:
        yield from _left_over(stray.path, stray.attributes, stray.extra)


def _left_over(where: str, attributes: Attributes, extra: Iterable[Element | str]) -> Iterator[Remark]:
    for one in extra:
        if isinstance(one, str):
            yield Remark("text_stray", f"Có chữ lạc ngoài các mục: “{shortened(one)}”; giữ nguyên.", where)
            continue
        yield Remark(
            "element_unknown",
            f"Có mục lạ hoặc lặp lại “{shortened(one.tag)}”; giữ nguyên, không dùng.",
            where,
        )
        if any(inner.key == "secret" and inner.text.strip(" 0\n\r\t") for inner in one.walk()):
            yield Remark("secret", "Gói tin mang dấu độ mật: không được tiếp nhận trên mạng này.", "Secret")
    for name, _ in attributes:
        if not name.startswith(_USUAL_ATTRIBUTES):
            yield Remark(
                "attribute_unknown", f"Có thuộc tính lạ “{shortened(name)}”; giữ nguyên, không dùng.", where
            )
