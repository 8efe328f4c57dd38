"""Keep mode without the signing command: a PDF signed or sealed elsewhere, verified against what was given out."""

from __future__ import annotations

from datetime import datetime

from chuan.documents.actions.outgoing.handing import signed_on
from chuan.documents.actions.outgoing.stepping import stepping
from chuan.documents.checking import NONE, check_file, kinds_of, record_check, said_of
from chuan.documents.models import Certificate, Document
from chuan.documents.outgoing.for_signing import REGISTER
from chuan.documents.outgoing.heads import name_on_paper, signer_named
from chuan.documents.permissions import check_registers, check_signs
from chuan.documents.refusals_outgoing import NotSigned
from chuan.documents.signing.accepting import check_extends
from chuan.documents.signing.refusals import NoFileToSign
from chuan.exchange.kinds import Kind
from chuan.exchange.signatures import Kind as Whose
from chuan.exchange.signatures import SignatureReport, Verdict
from chuan.exchange.signing.refusals import WrongSigner
from chuan.files import actions as files
from chuan.intake.record_systems import require_kept
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import OUTGOING
from chuan.rules.vietnamese import fold


def sign_uploaded(document: Document, data: bytes, name: str, *, by: Viewer, at: datetime) -> SignatureReport:
    """The authorised person's signature, made elsewhere on the file given out; the stage is then "signed".

    Raises ``NotExtended`` saying what differs from the file given out, ``NoFileToSign``, ``NotSigned``,
    ``WrongSigner``, ``FollowedElsewhere``, ``WrongMove``, ``NotAllowed`` and what the file is refused for.
    """
    check_signs(by)
    report = _checked(document, data, name, "sign", Whose.PERSON, "người có thẩm quyền", by=by, at=at)
    _check_whose(document, report, by)
    blob = files.keep(data, media_type=Kind.PDF)
    with stepping(document, "document.sign", by=by, at=at) as held:
        day = signed_on(report) or by.on
        held.take("sign", blob=blob, data={"sha256": blob.digest}, blob_id=blob.pk, signed_on=day)
        record_check(held.document, blob, report, by=by, at=at, file_name=name)
        held.detail = {"sha256": blob.digest, "verdict": report.verdict.value}
    return report


def seal_uploaded(document: Document, data: bytes, name: str, *, by: Viewer, at: datetime) -> SignatureReport:
    """The agency's signature, made elsewhere by the registry clerk after the person's (NĐ 30/2020 art 32.2d).

    Raises as ``sign_uploaded`` does.
    """
    check_registers(by)
    report = _checked(document, data, name, "seal", Whose.AGENCY, "cơ quan", by=by, at=at)
    blob = files.keep(data, media_type=Kind.PDF)
    with stepping(document, "document.seal", by=by, at=at) as held:
        held.take("seal", blob=blob, data={"sha256": blob.digest}, blob_id=blob.pk)
        record_check(held.document, blob, report, by=by, at=at, file_name=name)
        held.detail = {"sha256": blob.digest, "verdict": report.verdict.value}
    return report


def _checked(
    document: Document, data: bytes, name: str, verb: str, whose: Whose, words: str, *, by: Viewer, at: datetime
) -> SignatureReport:  # fmt: skip
    """The report of a file that goes on from the one held, with a good signature of the one who is to sign.

    Signing adds to a PDF at its end, so what was given out must stand unchanged at its beginning.
    """
    OUTGOING.next(document.stage, verb)
    require_kept(document.owner_unit, REGISTER, by.on, fact="seal")
    if document.blob is None:
        raise NoFileToSign(document=document.title)
    check_extends(files.read(document.blob), data)
    report = check_file(data, name, document.owner_unit, at)
    said = said_of(report, kinds_of(report.signatures, document.owner_unit), whose)
    if said in (NONE, Verdict.FAILED.value):
        raise NotSigned(whose=words, said=report.sentences[0] if report.sentences else "")
    return report


def _check_whose(document: Document, report: SignatureReport, by: Viewer) -> None:
    """The certificate is that of the signer named on the paper, or of the one who brings it and may sign.

    Known by the unit's register of certificates, else by the name in it. Raises ``WrongSigner``.
    """
    unit = document.owner_unit
    named = signer_named(unit, document.signer_name, by.on)
    expected = [one for one in (named, by.official) if one is not None]
    names = {fold(name_on_paper(one)) for one in expected} | {fold(document.signer_name)}
    for one, whose in zip(report.signatures, kinds_of(report.signatures, unit), strict=True):
        if whose != Whose.PERSON or one.certificate is None:
            continue
        held = Certificate.objects.filter(
            unit=unit, fingerprint=one.certificate.sha256, ended_at__isnull=True
        ).first()
        right = held.official in expected if held else fold(one.signer) in names
        if not right:
            raise WrongSigner(name=one.signer, expected=document.signer_name)
