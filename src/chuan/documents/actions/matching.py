"""What a person says of signed files: this one belongs to that document, or to none, or is not needed."""

from __future__ import annotations

import json
from datetime import datetime

from chuan.documents.actions.moving import locked_document
from chuan.documents.checking import record_check
from chuan.documents.models import Document, SignatureCheck, SignedFile
from chuan.documents.permissions import check_files, check_owner
from chuan.documents.refusals_signatures import AlreadyHasFile, NotMatched
from chuan.documents.states import put_states
from chuan.exchange.signatures import SignatureReport
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import SIGNED_FILE
from chuan.rules.refusals import NotFound, ReasonMissing
from chuan.trail.actions import act


def match(file: SignedFile, document: Document, *, by: Viewer, at: datetime) -> SignedFile:
    """Give the document this file, and its check. Raises ``AlreadyHasFile``, ``WrongMove``, ``NotAllowed``."""
    check_files(by)
    check_owner(by, document)
    _own(file, by)
    report = report_of(file.checked) if file.checked else None
    with act(
        "signed_file.match", Subject("document", document.uid), by=by, unit_uid=by.unit.uid, at=at
    ) as doing:
        held, found = _locked(file), locked_document(document)
        held.status = SIGNED_FILE.next(held.status, "match")
        if found.blob_id not in (None, held.blob_id):
            raise AlreadyHasFile(document=found.title)
        give(held, found)
        if report is not None and held.blob is not None:
            held.checked = record_check(found, held.blob, report, by=by, at=at, file_name=held.file_name)
        held.save(update_fields=["status", "document", "said", "checked"])
        put_states([found.pk], at=at)
        doing.detail = {"file": held.file_name, "sha256": held.blob.digest if held.blob else ""}
    return held


def unmatch(file: SignedFile, reason: str, *, by: Viewer, at: datetime) -> SignedFile:
    """Take a file away from the document it was matched to by mistake; the check stays, of no document's file now.

    Raises ``ReasonMissing``, ``NotMatched``, ``WrongMove``.
    """
    check_files(by)
    _own(file, by)
    said = " ".join(reason.split())
    if not said:
        raise ReasonMissing(act="bỏ ghép tệp")
    if file.document is None:
        raise NotMatched()
    subject = Subject("document", file.document.uid)
    with act("signed_file.unmatch", subject, by=by, unit_uid=by.unit.uid, at=at, reason=said) as doing:
        held = _locked(file)
        if held.document is None:
            raise NotMatched()
        found = locked_document(held.document)
        check_owner(by, found)
        held.status = SIGNED_FILE.next(held.status, "leave")
        if found.blob_id == held.blob_id:
            found.blob, found.file_name = None, ""
            found.save(update_fields=["blob", "file_name"])
        held.document, held.said = None, said
        held.save(update_fields=["status", "document", "said"])
        put_states([found.pk], at=at)
        doing.detail["file"] = held.file_name
    return held


def drop(file: SignedFile, *, by: Viewer, at: datetime) -> SignedFile:
    """A file that is not needed: it stays in the folder's list. Raises ``WrongMove``."""
    check_files(by)
    _own(file, by)
    subject = Subject("file_batch", file.batch.uid)
    with act("signed_file.drop", subject, by=by, unit_uid=by.unit.uid, at=at, file=file.file_name):
        held = _locked(file)
        held.status = SIGNED_FILE.next(held.status, "drop")
        held.save(update_fields=["status"])
    return held


def give(file: SignedFile, document: Document) -> None:
    """Put the file on the document, inside an act: what was signed electronically is the original."""
    file.document, file.said = document, ""
    document.blob, document.file_name = file.blob, file.file_name
    if not file.picture_only:
        document.electronic = True
    document.save(update_fields=["blob", "file_name", "electronic"])


def report_of(check: SignatureCheck) -> SignatureReport:
    """The report as it was said."""
    return SignatureReport.from_json(json.loads(check.report))


def _locked(file: SignedFile) -> SignedFile:
    rows = SignedFile.objects.select_for_update(of=("self",)).select_related("blob", "checked", "document")
    return rows.get(pk=file.pk)


def _own(file: SignedFile, by: Viewer) -> None:
    if file.batch.unit_id != by.unit.pk:
        raise NotFound(thing="tệp này")
