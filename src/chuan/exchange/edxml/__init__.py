"""edXML packets (QCVN 102:2016/BTTTT): a tolerant reader, a strict writer, a lossless JSON form. Files only.

packet = read(data, name="cong-van.edxml")      # in a process of its own; raises ``Refused``
packet.kind, packet.document.subject, packet.remarks
data = write(packet)                            # checked by our own reader before it is given
"""

from chuan.exchange.edxml.checking import faults_of, remarks_of
from chuan.exchange.edxml.completing import answer_to, completed, status_packet
from chuan.exchange.edxml.document_ids import DocumentId, read_document_id, written_document_id
from chuan.exchange.edxml.headers import (
    Business,
    Changes,
    Code,
    DocumentType,
    Message,
    Organ,
    OtherInfo,
    Promulgation,
    Receiver,
    Reference,
    Replacement,
    ResponseFor,
    Signer,
    Staff,
    Status,
    Trace,
)
from chuan.exchange.edxml.json_form import from_json, to_json
from chuan.exchange.edxml.organ_codes import OrganCode, Scheme, organ_code
from chuan.exchange.edxml.packets import Attachment, Broken, Kind, Packet, Remark
from chuan.exchange.edxml.reading import EDXML, check_size, read
from chuan.exchange.edxml.signatures import Digest, Match, Signature
from chuan.exchange.edxml.writing import manifest, write, write_status

__all__ = [
    "EDXML",
    "Attachment",
    "Broken",
    "Business",
    "Changes",
    "Code",
    "Digest",
    "DocumentId",
    "DocumentType",
    "Kind",
    "Match",
    "Message",
    "Organ",
    "OrganCode",
    "OtherInfo",
    "Packet",
    "Promulgation",
    "Receiver",
    "Reference",
    "Remark",
    "Replacement",
    "ResponseFor",
    "Scheme",
    "Signature",
    "Signer",
    "Staff",
    "Status",
    "Trace",
    "answer_to",
    "check_size",
    "completed",
    "faults_of",
    "from_json",
    "manifest",
    "organ_code",
    "read",
    "read_document_id",
    "remarks_of",
    "status_packet",
    "to_json",
    "write",
    "write_status",
    "written_document_id",
]
