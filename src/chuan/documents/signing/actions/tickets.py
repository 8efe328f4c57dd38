"""Tickets: opened on a page, claimed once by the command with a certificate, closed when all is signed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from chuan.documents.models import Certificate, Document, SigningTicket, TicketItem
from chuan.documents.outgoing.for_signing import REGISTER
from chuan.documents.permissions import check_owner, check_registers, check_signs
from chuan.documents.signing.codes import GOOD_FOR, digest_of, new_code
from chuan.documents.signing.packing import packed, unpacked
from chuan.documents.signing.refusals import (
    CertificateUnknown,
    ChangedSincePrepared,
    NoFileToSign,
    NothingChosen,
    NotWaitingForThis,
    TicketNotGood,
)
from chuan.documents.signing.services import level_of
from chuan.documents.signing.steps import STAGE, Role, Shown, appearance, next_field
from chuan.exchange import signing
from chuan.exchange.signing import SEAL, Level
from chuan.exchange.signing.refusals import WrongSigner
from chuan.files import actions as files
from chuan.intake.record_systems import require_kept
from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotAllowed, Refused
from chuan.trail.actions import act

MOST = 200
"""Documents of one ticket."""

AT_ONCE = 5
"""Documents prepared or taken in one request: an act ends within thirty seconds."""

_WHOSE = {Role.PERSON: "chữ ký của người có thẩm quyền", Role.SEAL: "chữ ký số của cơ quan"}


@dataclass(frozen=True)
class Opened:
    """A ticket and its code, which is shown this once."""

    ticket: SigningTicket
    code: str


def open_ticket(documents: Sequence[Document], role: str, *, by: Viewer, at: datetime) -> Opened:
    """Let the official sign these documents once within fifteen minutes, from the command on their own PC.

    A ticket still open is closed: one at a time. Raises ``NothingChosen``, ``NotWaitingForThis``,
    ``NoFileToSign``, ``CertificateUnknown``, ``FollowedElsewhere`` where another system signs, ``NotAllowed``.
    """
    official = check_role(by, role)
    if not 0 < len(documents) <= MOST:
        raise NothingChosen(most=MOST)
    for document in documents:
        _check_waits(document, role, by)
    expected_of(role, by)
    code = new_code()
    ticket = SigningTicket(
        unit=by.unit, official=official, role=role, code_digest=digest_of(code), opened_at=at,
        expires_at=at + GOOD_FOR,
    )  # fmt: skip
    with act(
        "ticket.open", Subject("signing_ticket", ticket.uid), by=by, unit_uid=by.unit.uid, at=at
    ) as doing:
        SigningTicket.objects.filter(official=official, closed_at__isnull=True).update(closed_at=at)
        ticket.save()
        TicketItem.objects.bulk_create(
            TicketItem(ticket=ticket, document=one, source=one.blob) for one in documents
        )
        doing.detail = {"role": role, "documents": [str(one.uid) for one in documents]}
    return Opened(ticket, code)


def claim(
    ticket: SigningTicket, certificate: signing.Certificate, *, by: Viewer, at: datetime
) -> SigningTicket:
    """The command shows the certificate that will sign; from now on the code serves nobody else.

    Raises ``WrongSigner``, ``CertificateExpired`` and its like, ``TicketNotGood`` when claimed before.
    """
    check_role(by, ticket.role)
    certificate.check_may_sign(at=at)
    known = expected_of(ticket.role, by)
    if certificate.digest not in {one.fingerprint for one in known}:
        raise WrongSigner(name=certificate.name, expected=_whose(ticket.role, by))
    with act(
        "ticket.claim", Subject("signing_ticket", ticket.uid), by=by, unit_uid=by.unit.uid, at=at
    ) as doing:
        held = SigningTicket.objects.select_for_update().get(pk=ticket.pk)
        if held.used_at is not None or held.closed_at is not None:
            raise TicketNotGood()
        held.used_at, held.certificate = at, packed(certificate)
        held.save(update_fields=["used_at", "certificate"])
        doing.detail = {"certificate": certificate.digest}
    return held


def prepare_next(
    ticket: SigningTicket, *, by: Viewer, at: datetime, keys: Iterable[str] = ()
) -> list[TicketItem]:
    """Make the next documents ready, ``AT_ONCE`` at most; what cannot be is told in its item and left out.

    ``keys``: uids of the documents wanted; without any, the first that wait. Nothing but the ticket changes.
    """
    certificate = certificate_of(ticket)
    waiting = ticket.items.filter(outcome="").select_related("document__owner_unit", "prepared", "source")
    wanted = list(keys)
    chosen = waiting.filter(document__uid__in=wanted) if wanted else waiting
    ready = []
    for item in chosen.order_by("pk")[:AT_ONCE]:
        try:
            ready.append(_prepared(ticket, item, certificate, by=by, at=at))
        except Refused as refused:
            settle(item, "refused", refused.sentence)
    close_when_done(ticket, at=at)
    return ready


def close_when_done(ticket: SigningTicket, *, at: datetime) -> None:
    """Close it when nothing is left."""
    if not ticket.items.filter(outcome="").exists():
        close_ticket(ticket, at=at)


def close_ticket(ticket: SigningTicket, *, at: datetime) -> None:
    """No more to be had from it; what is unsigned is as it was."""
    SigningTicket.objects.filter(pk=ticket.pk, closed_at__isnull=True).update(closed_at=at)


def settle(item: TicketItem, outcome: str, said: str) -> None:
    """What became of one document of a ticket."""
    item.outcome, item.said = outcome, said
    item.save(update_fields=["outcome", "said"])


def current_pdf(item: TicketItem) -> bytes:
    """The bytes the next signature is added to: what was signed within this ticket, else the document's file."""
    blob = item.prepared if item.prepared is not None and not item.to_sign else item.source
    if blob is None:
        raise NoFileToSign(document=item.document.title)
    return files.read(blob)


def expected_of(role: str, by: Viewer) -> list[Certificate]:
    """The registered certificates that may sign: the official's own, or the agency's. Raises ``CertificateUnknown``."""
    official = by.official if role == Role.PERSON else None
    known = list(Certificate.objects.filter(unit=by.unit, official=official, ended_at__isnull=True))
    if not known:
        raise CertificateUnknown(whose=_whose(role, by))
    return known


def check_role(by: Viewer, role: str) -> Official:
    """The official who signs in this role. Raises ``NotAllowed``."""
    (check_signs if role == Role.PERSON else check_registers)(by)
    if by.official is None:
        raise NotAllowed(who="cán bộ, công chức của đơn vị")
    return by.official


def certificate_of(ticket: SigningTicket) -> signing.Certificate:
    """The certificate that claimed it. Raises ``TicketNotGood`` when none has."""
    if ticket.used_at is None or not ticket.certificate:
        raise TicketNotGood()
    return unpacked(bytes(ticket.certificate))


def _check_waits(document: Document, role: str, by: Viewer) -> None:
    check_owner(by, document)
    require_kept(document.owner_unit, REGISTER, by.on, fact="seal")
    if document.direction != Document.Direction.OUT or document.stage != STAGE[Role(role)]:
        raise NotWaitingForThis(document=document.title, whose=_WHOSE[Role(role)])
    if document.blob is None:
        raise NoFileToSign(document=document.title)


def _prepared(
    ticket: SigningTicket, item: TicketItem, certificate: signing.Certificate, *, by: Viewer, at: datetime
) -> TicketItem:
    _check_waits(item.document, ticket.role, by)
    if item.document.blob_id != item.source_id:
        raise ChangedSincePrepared(document=item.document.title)
    pdf = current_pdf(item)
    field = next_field(pdf, ticket.role)
    if field is None:
        raise ChangedSincePrepared(document=item.document.title)
    shown = Shown(ticket.role, ticket.official, item.document)
    made = signing.prepare(
        pdf, field, certificate=certificate, at=at, appearance=appearance(pdf, field, shown),
        level=_level(field, level_of(ticket.unit, by.on)),
    )  # fmt: skip
    item.prepared, item.to_sign = files.keep(made.pdf, media_type="application/pdf"), made.as_json()
    item.save(update_fields=["prepared", "to_sign"])
    return item


def _level(field: str, wanted: Level) -> Level:
    """Number and date are proved by what the seal brings; a time stamp is enough for them."""
    return wanted if field in (SEAL, signing.PERSON) else min(wanted, Level.T)


def _whose(role: str, by: Viewer) -> str:
    return by.name if role == Role.PERSON else str(by.unit.committee)
