"""A packet: its headers (headers.py), the files that came along, and what is to be said of both."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from chuan.exchange.edxml.elements import Attributes, Element
from chuan.exchange.edxml.headers import Business, Message, Organ, Part, Reference, Status, Trace, text_field
from chuan.exchange.edxml.signatures import Signature


class Broken(StrEnum):
    """Why the bytes of an attachment are not those of a file."""

    BASE64 = "base64"
    ZIP = "zip"
    LOCKED = "locked"
    SEVERAL = "several"


@dataclass(frozen=True, kw_only=True)
class Attachment(Part):
    """A file that came along. ``content`` is the file itself; for a broken one, what could be taken out of it.

    ``packed`` is the zip it travelled in (b"" when it travelled bare) and does not count in comparing;
    ``transfer`` is the text of the transfer, kept only where it is no base64.
    """

    content_id: str = text_field("ContentId")
    name: str = text_field("AttachmentName")
    description: str = text_field("Description")
    field_name: str = text_field("FieldName")
    mime_type: str = text_field("MimeType")
    content_type: str = text_field("ContentType")
    transfer: str = field(default="", repr=False, metadata={"tag": "ContentTransferEncoded"})
    content: bytes = field(default=b"", repr=False)
    packed: bytes = field(default=b"", repr=False, compare=False)
    broken: Broken | None = None

    @property
    def safe_name(self) -> str:
        """The name to save it under: no folder, no control character, never empty or hidden."""
        last = self.name.replace("\\", "/").rsplit("/", 1)[-1]
        kept = "".join("_" if ord(one) < 32 or one in '<>:"|?*\x7f' else one for one in last).strip(" .")
        return kept[-150:] or "tep-dinh-kem"


class Kind(StrEnum):
    """What a packet is."""

    NEW = "new"
    REVOCATION = "revocation"
    UPDATE = "update"
    REPLACEMENT = "replacement"
    STATUS = "status"


KINDS = {"0": Kind.NEW, "1": Kind.REVOCATION, "2": Kind.UPDATE, "3": Kind.REPLACEMENT}
"""Kinds by ``Business.type``."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a clerk should know: a stable code, a Vietnamese sentence, and the element it is about."""

    code: str
    sentence: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Stray:
    """What stood in one of the elements around the known parts; ``path`` is that element's name."""

    path: str
    attributes: Attributes = ()
    extra: tuple[Element | str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Packet:
    """One edXML packet: a document (``document``) or the state of one (``status``).

    ``remarks`` are about what the packet says and come again when it is written and read;
    ``form`` is about how this copy of it was written and does not count in comparing.
    """

    kind: Kind
    document: Message | None = None
    status: Status | None = None
    trace: tuple[Trace, ...] = ()
    business: Business | None = None
    references: tuple[Reference, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    signature: Signature | None = None
    strays: tuple[Stray, ...] = ()
    remarks: tuple[Remark, ...] = ()
    form: tuple[Remark, ...] = field(default=(), compare=False)

    @property
    def sender(self) -> Organ:
        """Who sent it."""
        if self.status is not None:
            return self.status.sender
        return self.document.sender if self.document is not None else Organ()

    @property
    def concerns(self) -> tuple[str, ...]:
        """Identities of earlier documents that a recall, an update or a replacement is about, as written.

        The one named for it comes first; some senders name the document only in the header (1.14), so that
        one follows. Which document of the register is meant is for a person to decide.
        """
        if self.kind in (Kind.NEW, Kind.STATUS) or self.business is None:
            return ()
        named = (
            [one.document_id for one in self.business.replacements] if self.kind is Kind.REPLACEMENT else []
        )
        own = [self.document.document_id] if self.document and self.kind is not Kind.REPLACEMENT else []
        found = (one.strip() for one in (self.business.document_id, *named, *own))
        return tuple(dict.fromkeys(one for one in found if one))

    def has(self, code: str) -> bool:
        """Whether a remark of this code was made."""
        return any(remark.code == code for remark in (*self.remarks, *self.form))
