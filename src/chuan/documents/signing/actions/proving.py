"""Raising the proof of a document's signatures, and renewing it before it ends: nothing signed is touched."""

from __future__ import annotations

from datetime import datetime

from chuan.documents.actions.outgoing.stepping import stepping
from chuan.documents.checking import record_check
from chuan.documents.models import Document
from chuan.documents.permissions import check_owner, check_registers
from chuan.documents.signing.actions.taking import PDF, checked
from chuan.documents.signing.proofs import facts_of
from chuan.documents.signing.refusals import ChangedSincePrepared, NoFileToSign, ProofNotRaised
from chuan.documents.signing.services import level_of, web_of
from chuan.exchange import signing
from chuan.exchange.signing import Level, Web
from chuan.files import actions as files
from chuan.people.viewer import Viewer


def prove(document: Document, *, by: Viewer, at: datetime, web: Web | None = None) -> Level:
    """Raise every signature to the level the unit wants, or renew; returns the level reached.

    Raises ``ProofNotRaised`` when the services gave nothing, ``CertificateRevoked``, ``NoFileToSign``,
    ``WrongMove`` before the seal, ``NotAllowed``.
    """
    check_registers(by)
    check_owner(by, document)
    if document.blob is None:
        raise NoFileToSign(document=document.title)
    source, unit = document.blob, document.owner_unit
    pdf, wanted = files.read(source), level_of(unit, by.on)
    done = signing.raise_level(pdf, wanted, at=at, web=web or web_of(unit, by.on))
    if done.pdf == pdf:
        raise ProofNotRaised(document=document.title)
    report, blob = checked(done.pdf, document, at), files.keep(done.pdf, media_type=PDF)
    facts = {"sha256": blob.digest, **facts_of(done.pdf, done.level)}
    with stepping(document, "document.prove", by=by, at=at) as held:
        if held.document.blob_id != source.pk:
            raise ChangedSincePrepared(document=document.title)
        held.take("prove", data=facts, blob=blob, blob_id=blob.pk)
        if report is not None:
            record_check(held.document, blob, report, by=by, at=at)
        held.detail |= facts
    return done.level
