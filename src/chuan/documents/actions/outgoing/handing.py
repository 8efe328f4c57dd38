"""Follow mode: the draft goes to the document system that signs, numbers and sends; its signed paper comes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from chuan.documents.actions.outgoing.joining import join_register_row
from chuan.documents.actions.outgoing.stepping import stepping
from chuan.documents.checking import check_file, kinds_of, record_check
from chuan.documents.models import Document
from chuan.documents.numbering import held_by, shown
from chuan.documents.outgoing.citations import settle_bases
from chuan.documents.outgoing.for_signing import REGISTER, docx_of, keeps_register
from chuan.documents.outgoing.matching import Match, SignedPaper, match_of, read_signed
from chuan.documents.permissions import check_registers
from chuan.documents.refusals_outgoing import (
    KeptElsewhere,
    NotThisPaper,
    NumberHeld,
    NumberNotRead,
    SignatureWrong,
    SignerDiffers,
    TextDiffers,
)
from chuan.exchange.kinds import Kind
from chuan.exchange.signatures import Kind as Whose
from chuan.exchange.signatures import SignatureReport, Verdict
from chuan.files import actions as files
from chuan.intake.record_systems import system_on
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import OUTGOING
from chuan.rules.vietnamese import fold
from chuan.ui import formatters as say

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Returned:
    """A signed file as it was read and checked, before anything is stored."""

    signed: SignedPaper
    report: SignatureReport
    match: Match


@dataclass(frozen=True, slots=True)
class Typed:
    """What a person typed because the machine could not read it; empty fields trust the machine."""

    number: str = ""
    issued_on: date | None = None


def hand_over(document: Document, *, by: Viewer, at: datetime) -> None:
    """The .docx goes into the unit's document system; what was handed over is kept byte for byte.

    Raises ``KeptElsewhere`` where Chuẩn itself keeps the register, ``WrongMove``, ``NotAllowed``.
    """
    check_registers(by)
    if keeps_register(document, by.on):
        raise KeptElsewhere(since=system_on(document.owner_unit, REGISTER, by.on).since)
    blob = files.keep(docx_of(document, by.on), media_type=DOCX)
    with stepping(document, "draft.hand_over", by=by, at=at) as held:
        held.take("hand_over", blob=blob, data={"sha256": blob.digest})
        held.detail["sha256"] = blob.digest


def look_at(document: Document, data: bytes, name: str, *, at: datetime) -> Returned:
    """Check the signatures of a file that came back, read it, compare it with the draft. Slow: before the act.

    Raises what a broken or hostile file is refused for.
    """
    report = check_file(data, name, document.owner_unit, at)
    signed = read_signed(data, name)
    return Returned(signed, report, match_of(document, signed))


def match(
    document: Document, data: bytes, name: str, *, by: Viewer, at: datetime, typed: Typed | None = None,
    reason: str = "",
) -> Returned:  # fmt: skip
    """Take the signed paper of a draft: its number, date and signatures are kept, and it is issued.

    ``reason`` says why a paper is taken whose text or signer differs or whose signature fails; another paper
    never is. Raises ``NotThisPaper``, ``TextDiffers``, ``SignatureWrong``, ``SignerDiffers``,
    ``NumberNotRead``, ``NumberHeld``, ``WrongMove``, ``NotAllowed`` and what the file is refused for.
    """
    check_registers(by)
    OUTGOING.next(document.stage, "match")
    found = look_at(document, data, name, at=at)
    fields = _facts(document, found, typed or Typed())
    _refuse_wrong(document, found, reason.strip())
    blob = files.keep(data, media_type=Kind.PDF)
    with stepping(document, "draft.match", by=by, at=at) as held:
        refuse_held(held.document, fields)
        told = {"number": fields["number"], "sha256": blob.digest, "changes": found.match.changes}
        held.take("match", note=reason.strip(), data=told, blob=blob, **fields, **_filed(blob, name))
        settle_bases(held.document, found.signed.reading.bases)
        record_check(held.document, blob, found.report, by=by, at=at, file_name=name)
        held.detail |= told | {"verdict": found.report.verdict.value}
    return found


def refuse_held(document: Document, fields: dict[str, Any]) -> None:
    """Raises ``NumberHeld`` when another document going out has this number in the year.

    A row of a followed register that is this very paper makes room for it: see ``joining``.
    """
    year = fields["issued_on"].year
    other = held_by(document.owner_unit, document.type, fields["number"], fields["symbol"], year)
    if other is None or other.pk == document.pk or join_register_row(other, document, fields):
        return
    raise NumberHeld(number=f"{fields['number']}/{fields['symbol']}", year=str(year), title=other.title)


def _facts(document: Document, found: Returned, typed: Typed) -> dict[str, Any]:
    number = typed.number.strip() or found.signed.number
    issued_on = typed.issued_on or found.signed.issued_on
    if not found.match.is_it:
        raise NotThisPaper(
            read=found.signed.title[:200],
            share=say.share(found.match.share.numerator, found.match.share.denominator),
        )
    if not number:
        raise NumberNotRead(thing=_("số văn bản"))
    if issued_on is None:
        raise NumberNotRead(thing=_("ngày ban hành"))
    number = number.partition("/")[0].strip()
    return {
        "number": shown(int(number)) if number.isdecimal() else number[:30],
        "symbol": found.signed.symbol or document.symbol,
        "issued_on": issued_on,
        "signed_on": signed_on(found.report) or issued_on,
        "sent_on": issued_on,
        "effective_from": found.signed.effective_from,
    }


def _refuse_wrong(document: Document, found: Returned, reason: str) -> None:
    if reason:
        return
    signers = signers_of(document, found.report)
    if document.signer_name and signers and fold(document.signer_name) not in map(fold, signers):
        raise SignerDiffers(signed=", ".join(signers), expected=document.signer_name)
    if found.report.verdict == Verdict.FAILED:
        raise SignatureWrong(said=found.report.sentences[0] if found.report.sentences else "")
    if found.match.changes:
        raise TextDiffers(count=found.match.changes)


def signers_of(document: Document, report: SignatureReport) -> list[str]:
    """The persons whose signatures stand in the file; those in boxes of number and date are no signing."""
    kinds = kinds_of(report.signatures, document.owner_unit)
    found = zip(report.signatures, kinds, strict=True)
    return [one.signer for one, kind in found if kind == Whose.PERSON and not one.is_widget_only]


def signed_on(report: SignatureReport) -> date | None:
    """The local day of the first person's signature, as a time stamp proves it; what a PC's clock says is not used."""
    times = [one.timestamped_at for one in report.signatures if one.timestamped_at and not one.is_widget_only]
    return say.local(min(times)).date() if times else None


def _filed(blob: object, name: str) -> dict[str, Any]:
    return {"blob_id": getattr(blob, "pk", None), "file_name": name[:255]}
