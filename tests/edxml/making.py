"""Packets made for tests: one whole document, and texts of other senders' packets."""

from __future__ import annotations

import base64
import io
import zipfile
from dataclasses import replace
from datetime import datetime

from chuan.exchange.edxml import (
    Attachment,
    Code,
    DocumentType,
    Kind,
    Message,
    Organ,
    OtherInfo,
    Packet,
    Promulgation,
    Signer,
    completed,
)
from chuan.exchange.edxml.reading import EDXML, read_here
from chuan.rules.working_time import VIETNAM

QCVN = "http://www.mic.gov.vn/TBT/QCVN_102_2016"
AT = datetime(2021, 10, 4, 8, 5, tzinfo=VIETNAM)

WARD = Organ(id="H27.31.5", in_charge="UBND thị xã Hồng Lĩnh", name="UBND phường Bắc Hồng")
TOWN = Organ(id="000.00.31.H27", in_charge="UBND tỉnh Hà Tĩnh", name="UBND thị xã Hồng Lĩnh")

MESSAGE = Message(
    sender=WARD,
    receivers=(TOWN,),
    code=Code(number="12", notation="BC-UBND"),
    promulgation=Promulgation(place="Bắc Hồng", dated="2021/10/04"),
    type=DocumentType(type="14", name="Báo cáo"),
    subject="Báo cáo kết quả thực hiện mục tiêu chất lượng quý III năm 2021",
    signer=Signer(competence="TM. ỦY BAN NHÂN DÂN", position="Chủ tịch", name="Nguyễn Văn A"),
    other=OtherInfo(priority="0"),
    steering="3",
)


def document(**changes: object) -> Packet:
    """A whole packet of our own, completed; changes are to the header."""
    packet = Packet(
        kind=Kind.NEW,
        document=replace(MESSAGE, **changes),  # type: ignore[arg-type]
        attachments=(Attachment(name="12.BC-UBND.pdf", content=b"%PDF-1.7 minh hoa"),),
    )
    return completed(packet, at=AT)


def here(data: bytes | str) -> Packet:
    """Read without a process of its own: for tests of what is understood, not of how it is bounded."""
    raw = data.encode() if isinstance(data, str) else data
    return read_here(raw, name="thu.edxml", limits=EDXML).packet


def text(
    *,
    message: str = "<Subject>Trích yếu</Subject>",
    traces: str = "",
    header: str = "",
    references: str = "",
    attachments: str = "",
    namespace: str = QCVN,
) -> str:
    """A packet as another sender might write it, without prefixes."""
    return (
        f'<edXML xmlns="{namespace}"><edXMLEnvelope><edXMLHeader><MessageHeader>{message}</MessageHeader>'
        f"<TraceHeaderList>{traces}</TraceHeaderList>{header}</edXMLHeader>"
        f"<edXMLBody><edXMLManifest>{references}</edXMLManifest></edXMLBody></edXMLEnvelope>"
        f"<AttachmentEncoded>{attachments}</AttachmentEncoded></edXML>"
    )


def carried(data: bytes, *, name: str = "a.txt", content_id: str = "cid:1") -> str:
    """An attachment as it travels: these bytes in base64."""
    return (
        f"<Attachment><ContentId>{content_id}</ContentId><AttachmentName>{name}</AttachmentName>"
        f"<ContentTransferEncoded>{base64.b64encode(data).decode()}</ContentTransferEncoded></Attachment>"
    )


def announced(*, name: str = "a.txt", content_id: str = "cid:1") -> str:
    """The line of the manifest that announces an attachment."""
    return (
        f"<Reference><ContentId>{content_id}</ContentId><AttachmentName>{name}</AttachmentName></Reference>"
    )


def zipped(**files: bytes) -> bytes:
    """A zip; "__" in a name stands for the dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "."), data)
    return out.getvalue()


def codes_of(packet: Packet) -> set[str]:
    """Codes of all that is remarked."""
    return {one.code for one in (*packet.remarks, *packet.form)}
