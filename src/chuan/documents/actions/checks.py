"""One signed file checked and kept, because a person said so."""

from __future__ import annotations

from datetime import datetime

from chuan.documents.checking import check_file, record_check
from chuan.documents.models import SignatureCheck
from chuan.documents.permissions import check_files
from chuan.documents.secrecy import is_marked_secret
from chuan.exchange import papers
from chuan.exchange.signatures import SignatureReport
from chuan.files import actions as files
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.rules import refusals
from chuan.rules.refusals import Refused
from chuan.trail.actions import act


def look_at(data: bytes, name: str, *, unit: Unit, at: datetime) -> SignatureReport:
    """Check a file for whoever asks; nothing is kept. Raises the refusals of files."""
    return check_file(data, name, unit, at)


def keep_check(
    data: bytes, name: str, report: SignatureReport, *, by: Viewer, at: datetime
) -> SignatureCheck:
    """Keep a file and what its check said. Raises ``NotAllowed``, ``StateSecret``."""
    check_files(by)
    refuse_secret(data, name)
    blob = files.keep(data, media_type="application/pdf")
    made = SignatureCheck(unit=by.unit)
    with act(
        "signature.check", Subject("signature_check", made.uid), by=by, unit_uid=by.unit.uid, at=at
    ) as doing:
        kept = record_check(None, blob, report, by=by, at=at, file_name=name, unit=by.unit)
        doing.subject = Subject("signature_check", kept.uid)
        doing.detail = {"file": name, "sha256": blob.digest, "verdict": kept.verdict}
    return kept


def refuse_secret(data: bytes, name: str) -> None:
    """Raises ``StateSecret`` for a paper that bears a mark of secrecy; one without letters shows none."""
    try:
        paper = papers.extract(data, name=name)
    except Refused:
        return
    if is_marked_secret(paper.text):
        raise refusals.StateSecret()
