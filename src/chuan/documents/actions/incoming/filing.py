"""The file a document is kept in, and for how long: said by a person, for documents both out and in."""

from __future__ import annotations

from datetime import datetime

from chuan.documents.models import Document
from chuan.documents.permissions import check_owner, check_registers
from chuan.documents.refusals_incoming import NothingToFile
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.trail.actions import act


def put_in_file(document: Document, file_code: str, retention: str, *, by: Viewer, at: datetime) -> None:
    """Write the file's code (số, ký hiệu hồ sơ) and the retention on a document; empty takes them off.

    How long papers are kept is set by the agency's own list of files (NĐ 30/2020/NĐ-CP arts 28-29): nothing is
    proposed here. Raises ``NothingToFile``, ``NotFound``, ``NotAllowed``.
    """
    check_registers(by)
    check_owner(by, document)
    code, kept = " ".join(file_code.split())[:40], " ".join(retention.split())[:120]
    if (document.file_code, document.retention) == (code, kept):
        raise NothingToFile()
    subject = Subject("document", document.uid)
    with act("document.file", subject, by=by, unit_uid=document.owner_unit.uid, at=at) as doing:
        before = {"file_code": document.file_code, "retention": document.retention}
        document.file_code, document.retention = code, kept
        document.save(update_fields=["file_code", "retention"])
        doing.detail = {"before": before, "file_code": code, "retention": kept}
