"""What is to be said of the attachments of a packet: announced but absent, broken, dangerously named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from chuan.exchange.edxml.packets import Attachment, Broken, Kind, Packet, Remark
from chuan.exchange.edxml.signatures import Match
from chuan.exchange.edxml.transfers import ending, entry_name

_BROKEN = {
    Broken.BASE64: "bị hỏng hoặc cắt cụt khi truyền (mã base64 sai) nên không lấy ra được",
    Broken.ZIP: "nằm trong gói nén bị hỏng nên giữ nguyên gói nén",
    Broken.LOCKED: "nằm trong gói nén có mật khẩu nên giữ nguyên gói nén",
    Broken.SEVERAL: "là gói nén chứa nhiều tệp nên giữ nguyên gói nén",
}


def attachment_remarks(packet: Packet) -> Iterator[Remark]:
    """Remarks on attachments and on the manifest that announces them."""
    if not packet.attachments and packet.kind not in (Kind.STATUS, Kind.REVOCATION):
        yield Remark("attachments_none", "Gói tin không có tệp đính kèm nào.", "AttachmentEncoded")
    yield from _announced(packet)
    for attachment in packet.attachments:
        yield from _one(attachment)
    yield from _digests(packet)


def form_remarks(attachment: Attachment) -> Iterator[Remark]:
    """What the zip around an attachment says that its name does not; gone when it is zipped anew."""
    inner = ending(entry_name(attachment.packed))
    if inner and inner != ending(attachment.safe_name):
        said = f"Tệp đính kèm “{attachment.safe_name}” bên trong gói nén là tệp {inner[:12]}; kiểm tra trước khi mở."
        yield Remark("attachment_kind_differs", said, "Attachment")


def _announced(packet: Packet) -> Iterator[Remark]:
    announced = Counter(content_key(one.content_id) for one in packet.references)
    came = Counter(content_key(one.content_id) for one in packet.attachments)
    for one in dict.fromkeys((*announced, *came)):
        if announced[one] > 1 or came[one] > 1:
            yield Remark("content_id_twice", f"Mã tệp đính kèm “{one[:60]}” dùng cho nhiều tệp.", "ContentId")
        if announced[one] > came[one]:
            yield Remark(
                "attachment_absent", f"Tệp “{one[:60]}” được khai báo nhưng không gửi kèm.", "Reference"
            )
        if came[one] > announced[one]:
            yield Remark(
                "attachment_unannounced", f"Tệp “{one[:60]}” gửi kèm nhưng không khai báo.", "Attachment"
            )


def _one(attachment: Attachment) -> Iterator[Remark]:
    shown = attachment.safe_name
    if not attachment.content_id.strip():
        yield Remark("content_id_missing", f"Tệp đính kèm “{shown}” không có mã tệp.", "ContentId")
    if not attachment.name.strip():
        yield Remark("attachment_unnamed", "Có tệp đính kèm không ghi tên.", "AttachmentName")
    elif attachment.name != shown:
        said = f"Tên tệp đính kèm có đường dẫn hoặc ký tự lạ; khi lưu sẽ dùng tên “{shown}”."
        yield Remark("attachment_name", said, "AttachmentName")
    if attachment.broken is not None:
        yield Remark(
            "attachment_broken", f"Tệp đính kèm “{shown}” {_BROKEN[attachment.broken]}.", "Attachment"
        )
    elif not attachment.content:
        yield Remark("attachment_empty", f"Tệp đính kèm “{shown}” không có nội dung.", "Attachment")


def _digests(packet: Packet) -> Iterator[Remark]:
    for digest in packet.signature.digests if packet.signature else ():
        if digest.match is Match.MISMATCH:
            said = f"Mã băm ghi trong chữ ký không khớp với tệp đính kèm “{digest.uri[:60]}”."
            yield Remark("digest_mismatch", said, "Signature/Reference")


def content_key(content_id: str) -> str:
    """The id of an attachment without "cid:", which some senders leave out on one side."""
    return content_id.strip().removeprefix("cid:")
