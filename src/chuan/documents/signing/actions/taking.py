"""Signatures that come back from the command: put in, checked, and the document moved on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from chuan.documents.actions.outgoing.stepping import stepping
from chuan.documents.checking import check_file, record_check
from chuan.documents.models import Document, SigningTicket, TicketItem
from chuan.documents.signing.actions.tickets import certificate_of, check_role, close_when_done, settle
from chuan.documents.signing.proofs import facts_of
from chuan.documents.signing.refusals import ChangedSincePrepared, SignatureFailsCheck
from chuan.documents.signing.services import web_of
from chuan.documents.signing.steps import VERB, Role, next_field
from chuan.exchange import signing
from chuan.exchange.signatures import SignatureReport, Verdict
from chuan.exchange.signing import Finished, Prepared, Warned, Web
from chuan.files import actions as files
from chuan.files.models import Blob
from chuan.people.viewer import Viewer
from chuan.rules.refusals import Refused

PDF = "application/pdf"


@dataclass(frozen=True)
class Taken:
    """What became of one signature: ``done``, ``next`` (more fields of the same document), ``refused``."""

    item: TicketItem
    outcome: str
    said: str = ""
    level: str = ""


def take(
    ticket: SigningTicket, signatures: dict[str, bytes], *, by: Viewer, at: datetime, web: Web | None = None
) -> list[Taken]:
    """Take signatures (by the documents' uids) over what was prepared. One refused stops no other.

    A document moves on when its last field of this role is signed; until then nothing of it changes, so
    a device unplugged half way leaves it as it was. The ticket closes when nothing is left.
    Raises ``TicketNotGood``, ``NotAllowed``.
    """
    check_role(by, ticket.role)
    certificate_of(ticket)
    asking = web or web_of(ticket.unit, by.on)
    waiting = ticket.items.filter(outcome="", document__uid__in=list(signatures)).exclude(to_sign="")
    items = list(waiting.select_related("document__owner_unit", "prepared", "source"))
    taken = [_taken(ticket, one, signatures[str(one.document.uid)], asking, by=by, at=at) for one in items]
    close_when_done(ticket, at=at)
    return taken


def _taken(
    ticket: SigningTicket, item: TicketItem, signature: bytes, web: Web, *, by: Viewer, at: datetime
) -> Taken:
    try:
        return _finish(ticket, item, signature, web, by=by, at=at)
    except Refused as refused:
        settle(item, "refused", refused.sentence)
        return Taken(item, "refused", refused.sentence)


def _finish(
    ticket: SigningTicket, item: TicketItem, signature: bytes, web: Web, *, by: Viewer, at: datetime
) -> Taken:
    if item.prepared is None:
        raise ChangedSincePrepared(document=item.document.title)
    waiting = Prepared.from_json(item.to_sign, files.read(item.prepared))
    done = signing.finish(waiting, signature, at=at, web=web)
    blob = files.keep(done.pdf, media_type=PDF)
    if next_field(done.pdf, ticket.role) is not None:
        item.prepared, item.to_sign = blob, ""
        item.save(update_fields=["prepared", "to_sign"])
        return Taken(item, "next", level=str(done.level))
    report = checked(done.pdf, item.document, at)
    _move(ticket, item, done, blob, report, by=by, at=at)
    return Taken(item, "done", item.said, level=str(done.level))


def checked(pdf: bytes, document: Document, at: datetime) -> SignatureReport | None:
    """What our own check says; None when it could not run: that costs a check, never a signature."""
    try:
        report = check_file(pdf, document.file_name or "van-ban.pdf", document.owner_unit, at)
    except (Refused, OSError):
        return None
    if report.verdict is Verdict.FAILED:
        raise SignatureFailsCheck(said=" ".join(report.sentences[:1]))
    return report


def _move(
    ticket: SigningTicket, item: TicketItem, done: Finished, blob: Blob, report: SignatureReport | None,
    *, by: Viewer, at: datetime,
) -> None:  # fmt: skip
    verb, certificate = VERB[Role(ticket.role)], certificate_of(ticket)
    fields: dict[str, Any] = {"signed_on": by.on} if ticket.role == Role.PERSON else {}
    said = "document.sign" if ticket.role == Role.PERSON else "document.seal"
    facts = {"sha256": blob.digest, "certificate": certificate.digest, **facts_of(done.pdf, done.level)}
    with stepping(item.document, said, by=by, at=at) as held:
        if held.document.blob_id != item.source_id:
            raise ChangedSincePrepared(document=item.document.title)
        held.take(verb, data=facts, blob=blob, blob_id=blob.pk, **fields)
        if report is not None:
            record_check(held.document, blob, report, by=by, at=at)
        settle(item, "done", _said(done, report))
        held.detail |= facts


_WARNED = {
    Warned.NO_TIME: _("chưa có dấu thời gian"),
    Warned.NO_EVIDENCE: _("chưa đủ bằng chứng chứng thư số còn hiệu lực"),
}


def _said(done: Finished, report: SignatureReport | None) -> str:
    """The level reached, what was lacking, and that the check did not run."""
    told = [str(done.level), *(str(_WARNED[one]) for one in done.warnings)]
    return "; ".join(
        told if report is not None else [*told, str(_("chưa kiểm được, kiểm lại ở trang Chữ ký số"))]
    )
