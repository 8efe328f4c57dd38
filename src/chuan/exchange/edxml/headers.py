"""The parts of the headers as frozen values: every field is the text the sender wrote, read further by properties.

The order of fields is the order in which they are written (QCVN 102:2016/BTTTT 1.1 to 1.14, 2.1, 2.2).
``tag`` in a field's metadata is the element's name, ``wrap`` the element around a list of them.
Whatever a known part holds that is not described here is kept in ``extra`` and ``attributes``.
"""

# ruff: noqa: RUF009 - the calls below make fields, not values
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from chuan.exchange.edxml.elements import Attributes, Element
from chuan.exchange.edxml.when import day_of, moment_of


def text_field(tag: str) -> Any:
    """A text: the element named ``tag``."""
    return field(default="", metadata={"tag": tag})


def texts_field(tag: str, wrap: str = "") -> Any:
    """A list of texts, inside an element ``wrap`` where one is named."""
    return field(default=(), metadata={"tag": tag, "wrap": wrap})


def part_field(tag: str, kind: type) -> Any:
    """A part that is always there, empty where the element is missing."""
    return field(default_factory=kind, metadata={"tag": tag, "part": kind})


def maybe_field(tag: str, kind: type) -> Any:
    """A part, or None."""
    return field(default=None, metadata={"tag": tag, "part": kind})


def parts_field(tag: str, kind: type, wrap: str = "") -> Any:
    """A list of parts, inside an element ``wrap`` where one is named."""
    return field(default=(), metadata={"tag": tag, "part": kind, "wrap": wrap})


@dataclass(frozen=True, kw_only=True)
class Part:
    """Anything a packet is made of: what it holds beyond the known fields is kept, and written out again."""

    attributes: Attributes = ()
    extra: tuple[Element | str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Organ(Part):
    """An agency, sending or receiving (1.1, 1.2)."""

    id: str = text_field("OrganId")
    in_charge: str = text_field("OrganizationInCharge")
    name: str = text_field("OrganName")
    address: str = text_field("OrganAdd")
    email: str = text_field("Email")
    telephone: str = text_field("Telephone")
    fax: str = text_field("Fax")
    website: str = text_field("Website")


@dataclass(frozen=True, kw_only=True)
class Code(Part):
    """Number and notation of a document (1.3): "12" and "QĐ-UBND"."""

    number: str = text_field("CodeNumber")
    notation: str = text_field("CodeNotation")

    @property
    def written(self) -> str:
        """As on the paper: "12/QĐ-UBND"."""
        return "/".join(part for part in (self.number.strip(), self.notation.strip()) if part)


@dataclass(frozen=True, kw_only=True)
class Promulgation(Part):
    """Where and when it was issued (1.4); ``dated`` is written yyyy/MM/dd."""

    place: str = text_field("Place")
    dated: str = text_field("PromulgationDate")

    @property
    def day(self) -> date | None:
        """The day, where there is such a day."""
        return day_of(self.dated)


@dataclass(frozen=True, kw_only=True)
class DocumentType(Part):
    """The kind of document (1.5): codes and its name in words."""

    type: str = text_field("Type")
    detail: str = text_field("TypeDetail")
    name: str = text_field("TypeName")


@dataclass(frozen=True, kw_only=True)
class Signer(Part):
    """Who signed (1.8): in which right (TM., KT., TL., TUQ.), which post, which name."""

    competence: str = text_field("Competence")
    position: str = text_field("Position")
    name: str = text_field("FullName")


@dataclass(frozen=True, kw_only=True)
class OtherInfo(Part):
    """The rest of the form (1.11)."""

    priority: str = text_field("Priority")
    sphere: str = text_field("SphereOfPromulgation")
    typist: str = text_field("TyperNotation")
    copies: str = text_field("PromulgationAmount")
    pages: str = text_field("PageAmount")
    appendixes: tuple[str, ...] = texts_field("Appendix", "Appendixes")
    direction: str = text_field("Direction")


@dataclass(frozen=True, kw_only=True)
class ResponseFor(Part):
    """The document answered (1.12), or, in a status packet, the document whose state is told."""

    organ_id: str = text_field("OrganId")
    code: str = text_field("Code")
    dated: str = text_field("PromulgationDate")
    document_id: str = text_field("DocumentId")

    @property
    def day(self) -> date | None:
        """The day of that document, where there is such a day."""
        return day_of(self.dated)


@dataclass(frozen=True, kw_only=True)
class Message(Part):
    """The header of a document packet (1.1 to 1.14)."""

    sender: Organ = part_field("From", Organ)
    receivers: tuple[Organ, ...] = parts_field("To", Organ)
    code: Code = part_field("Code", Code)
    promulgation: Promulgation = part_field("PromulgationInfo", Promulgation)
    type: DocumentType = part_field("DocumentType", DocumentType)
    subject: str = text_field("Subject")
    content: str = text_field("Content")
    signer: Signer = part_field("SignerInfo", Signer)
    due: str = text_field("DueDate")
    places: tuple[str, ...] = texts_field("Place", "ToPlaces")
    other: OtherInfo | None = maybe_field("OtherInfo", OtherInfo)
    responses: tuple[ResponseFor, ...] = parts_field("ResponseFor", ResponseFor)
    steering: str = text_field("SteeringType")
    document_id: str = text_field("DocumentId")
    tasks: tuple[str, ...] = texts_field("TaskCode", "ResponseForTask")
    application: str = text_field("ApplicationType")

    @property
    def due_day(self) -> date | None:
        """The day to answer by, where there is such a day."""
        return day_of(self.due)


@dataclass(frozen=True, kw_only=True)
class Staff(Part):
    """Whom to ask."""

    department: str = text_field("Department")
    department_id: str = text_field("DepartmentId")
    name: str = text_field("Staff")
    staff_id: str = text_field("StaffId")
    email: str = text_field("Email")
    mobile: str = text_field("Mobile")


@dataclass(frozen=True, kw_only=True)
class Status(Part):
    """The header of a status packet: what became of a document at the responder's."""

    response_for: ResponseFor = part_field("ResponseFor", ResponseFor)
    sender: Organ = part_field("From", Organ)
    code: str = text_field("StatusCode")
    description: str = text_field("Description")
    timestamp: str = text_field("Timestamp")
    staff: Staff | None = maybe_field("StaffInfo", Staff)

    @property
    def moment(self) -> datetime | None:
        """When, in Vietnam's time, where there is such a moment."""
        return moment_of(self.timestamp)


@dataclass(frozen=True, kw_only=True)
class Trace(Part):
    """One station on the way (2.1); ``timestamp`` is written yyyy/MM/dd HH:mm:ss."""

    organ_id: str = text_field("OrganId")
    timestamp: str = text_field("Timestamp")

    @property
    def moment(self) -> datetime | None:
        """When, in Vietnam's time, where there is such a moment."""
        return moment_of(self.timestamp)


@dataclass(frozen=True, kw_only=True)
class Receiver(Part):
    """A receiver added ("1") or dropped ("0") by an update."""

    type: str = text_field("ReceiverType")
    organ_id: str = text_field("OrganId")


@dataclass(frozen=True, kw_only=True)
class Changes(Part):
    """What an update changes: the document ("1"), its receivers ("1"), and which."""

    document: str = text_field("DocumentInfo")
    receiver: str = text_field("DocumentReceiver")
    receivers: tuple[Receiver, ...] = parts_field("Receiver", Receiver, "ReceiverList")


@dataclass(frozen=True, kw_only=True)
class Replacement(Part):
    """A document that is replaced, and at which agencies."""

    document_id: str = text_field("DocumentId")
    organ_ids: tuple[str, ...] = texts_field("OrganId", "OrganIdList")


@dataclass(frozen=True, kw_only=True)
class Business(Part):
    """What the packet is about (2.2): 0 new, 1 recall, 2 update, 3 replacement, and of which document."""

    type: str = text_field("BussinessDocType")
    reason: str = text_field("BussinessDocReason")
    changes: Changes | None = maybe_field("BussinessDocumentInfo", Changes)
    document_id: str = text_field("DocumentId")
    staff: tuple[Staff, ...] = parts_field("StaffInfo", Staff)
    paper: str = text_field("Paper")
    replacements: tuple[Replacement, ...] = parts_field("ReplacementInfo", Replacement, "ReplacementInfoList")


@dataclass(frozen=True, kw_only=True)
class Reference(Part):
    """One line of the manifest: an attachment announced."""

    content_id: str = text_field("ContentId")
    content_type: str = text_field("ContentType")
    description: str = text_field("Description")
    name: str = text_field("AttachmentName")
