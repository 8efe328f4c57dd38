"""What the command ``chuan sign`` talks to: three addresses that take and give JSON.

They need no session: the one-time code in the body is the permission, bound to an official and to named
documents, good for fifteen minutes. A code never stands in an address, so it gets into no log. Every
answer that is not 200 is ``{"refused": sentence}``.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from chuan.documents.models import SigningTicket, TicketItem
from chuan.documents.signing import actions
from chuan.documents.signing.codes import ticket_of
from chuan.documents.signing.refusals import TicketNotGood, TooManyCodes
from chuan.documents.signing.steps import steps_left
from chuan.exchange.signing import Certificate, Prepared
from chuan.files import actions as files
from chuan.people.door import Request
from chuan.people.tries import address_of
from chuan.people.viewer import Viewer, viewer_of
from chuan.rules.refusals import NotAllowed, Refused

_LARGEST = 256 * 1024
"""Bytes of a request: a certificate with its chain, or ten signatures."""

Said = dict[str, Any]
Answer = Callable[[Request, SigningTicket, Viewer, Said], Said]


def _answering(view: Answer) -> Callable[[HttpRequest], JsonResponse]:
    """Read the JSON, find the ticket and who it is for; a refusal is a sentence with 4xx."""

    @csrf_exempt
    @require_POST
    @wraps(view)
    def answered(request: Request) -> JsonResponse:
        try:
            said = _read(request)
            ticket = ticket_of(_text(said, "code"), address=address_of(request), at=request.at)
            done = view(request, ticket, _viewer(ticket, request), said)
        except Refused as refused:
            return JsonResponse({"refused": refused.sentence, "code": refused.code}, status=_status(refused))
        answer = JsonResponse(done)
        answer["Cache-Control"] = "no-store"
        return answer

    return answered  # type: ignore[return-value]


@_answering
def begin(request: Request, ticket: SigningTicket, viewer: Viewer, said: Said) -> Said:
    """The certificate that will sign, against what there is to sign: titles, numbers, digests of the files."""
    chain = tuple(_bytes(one) for one in _list(said, "chain")[:8])
    held = actions.claim(
        ticket, Certificate(_bytes(said.get("certificate")), chain), by=viewer, at=request.at
    )
    return {
        "unit": str(viewer.unit),
        "official": viewer.name,
        "role": held.get_role_display(),
        "documents": [_document(one, held.role) for one in _items(held)],
    }


@_answering
def waiting(request: Request, ticket: SigningTicket, viewer: Viewer, said: Said) -> Said:
    """The next signatures to make; ``documents`` narrows them to these."""
    keys = [str(one) for one in _list(said, "documents")[: actions.AT_ONCE]]
    ready = actions.prepare_next(ticket, by=viewer, at=request.at, keys=keys)
    return {"items": [_to_sign(one) for one in ready], **_told(ticket)}


@_answering
def take(request: Request, ticket: SigningTicket, viewer: Viewer, said: Said) -> Said:
    """Signatures over what was prepared, by document."""
    given = {_text(one, "document"): _bytes(one.get("signature")) for one in _signatures(said)}
    taken = actions.take(ticket, given, by=viewer, at=request.at)
    results = [
        {"document": str(one.item.document.uid), "outcome": one.outcome, "said": one.said, "level": one.level}
        for one in taken
    ]
    return {"results": results, **_told(ticket)}


def _viewer(ticket: SigningTicket, request: Request) -> Viewer:
    account = ticket.official.account
    found = viewer_of(account, on=request.on) if account is not None and account.is_active else None
    if found is None or found.unit.pk != ticket.unit_id:
        raise TicketNotGood()
    return found


def _items(ticket: SigningTicket) -> list[TicketItem]:
    return list(ticket.items.select_related("document__owner_unit", "source", "prepared").order_by("pk"))


def _document(item: TicketItem, role: str) -> Said:
    one, pdf = item.document, files.read(item.source) if item.source else b""
    return {
        "document": str(one.uid),
        "title": one.title,
        "subject": one.subject,
        "number": one.number,
        "sha256": item.source.digest if item.source else "",
        "signatures": steps_left(pdf, role) if pdf else 0,
    }


def _to_sign(item: TicketItem) -> Said:
    waits = Prepared.from_json(item.to_sign, b"")
    return {
        "document": str(item.document.uid),
        "field": waits.field,
        "digest": waits.digest.hex(),
        "mechanism": waits.mechanism,
        "to_sign": base64.b64encode(waits.to_sign).decode(),
    }


def _told(ticket: SigningTicket) -> Said:
    """How many documents are left, and those refused with the reason."""
    items = ticket.items.select_related("document")
    refused = [
        {"document": str(one.document.uid), "said": one.said} for one in items.filter(outcome="refused")
    ]
    return {"left": items.filter(outcome="").count(), "refused": refused}


def _status(refused: Refused) -> int:
    if isinstance(refused, TooManyCodes):
        return 429
    return 403 if isinstance(refused, TicketNotGood | NotAllowed) else 409


def _read(request: HttpRequest) -> Said:
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdigit() or int(length) > _LARGEST:
        raise TicketNotGood()
    try:
        said = json.loads(request.body)
    except (ValueError, RecursionError):
        raise TicketNotGood() from None
    if not isinstance(said, dict):
        raise TicketNotGood()
    return said


def _text(said: Any, name: str) -> str:
    found = said.get(name) if isinstance(said, dict) else None
    if not isinstance(found, str):
        raise TicketNotGood()
    return found


def _list(said: Said, name: str) -> list[Any]:
    found = said.get(name, [])
    return found if isinstance(found, list) else []


def _signatures(said: Said) -> list[Said]:
    return [one for one in _list(said, "signatures")[: actions.AT_ONCE] if isinstance(one, dict)]


def _bytes(text: Any) -> bytes:
    try:
        return base64.b64decode(text, validate=True) if isinstance(text, str) else b""
    except (binascii.Error, ValueError):
        return b""
