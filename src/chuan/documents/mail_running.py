"""Letters sent in the background, tried again when the server says no; every try is a step of its sending."""

from __future__ import annotations

import logging
import smtplib
import ssl
import uuid
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import Any

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from chuan.documents.models import Delivery
from chuan.documents.sending import mail
from chuan.offers.subjects import Subject
from chuan.people.models import heir_of
from chuan.rules.refusals import Refused
from chuan.trail.actions import System, act

logger = logging.getLogger(__name__)

MAILER = System("system/mail")
WAITS = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2))
"""How long after each failure the next try comes; after the last one a person has to see to it."""

PATIENCE = 20
"""Seconds that the server has to answer in: an act may last half a minute."""

Send = Callable[[EmailMessage], None]


def send_soon(uids: Iterable[uuid.UUID]) -> None:
    """Put letters in line, where a server is configured; else the office sends them itself."""
    if mail.is_configured():
        for uid in uids:
            send_later.enqueue(str(uid), 0)


@task()
def send_later(uid: str, tries: int) -> None:
    """Background: send one letter."""
    send_one(uuid.UUID(uid), tries, send=over_smtp, clock=timezone.now)


def send_one(uid: uuid.UUID, tries: int, *, send: Send, clock: Callable[[], datetime]) -> str:
    """Try once; returns the sending's status. A failure is written down and tried again later, four times."""
    rows = Delivery.objects.select_related(
        "document", "document__owner_unit", "document__blob", "correspondent"
    )
    delivery = rows.filter(uid=uid, way=Delivery.Way.MAIL).first()
    if delivery is None or delivery.status not in ("queued", "failed"):
        return delivery.status if delivery else ""
    failure = _try(delivery, send, at=clock())
    status = _written(delivery, failure, at=clock())
    if failure and tries < len(WAITS):
        send_later.using(run_after=clock() + WAITS[tries]).enqueue(str(uid), tries + 1)
    return status


def over_smtp(message: EmailMessage) -> None:
    """Hand the letter to the configured server, whose certificate is checked (OWASP ASVS 5.0, 12.3.2).

    An own authority of the office is named by SSL_CERT_FILE. Raises OSError and smtplib.SMTPException.
    """
    told, known = settings.MAIL, ssl.create_default_context()
    with _server(told, known) as server:
        if told["security"] == "starttls":
            server.starttls(context=known)
        if told["user"]:
            server.login(told["user"], told["password"])
        server.send_message(message)


def _server(told: dict[str, Any], known: ssl.SSLContext) -> smtplib.SMTP:
    if told["security"] == "ssl":
        return smtplib.SMTP_SSL(told["host"], told["port"], timeout=PATIENCE, context=known)
    return smtplib.SMTP(told["host"], told["port"], timeout=PATIENCE)


def _try(delivery: Delivery, send: Send, *, at: datetime) -> str:
    """ "" when it went; else why not, without passwords or addresses of servers."""
    try:
        send(mail.letter(delivery, at=at, sender=settings.MAIL["sender"]))
    except Refused as refused:
        return refused.sentence
    except smtplib.SMTPRecipientsRefused:
        return "Máy chủ thư không nhận địa chỉ này."
    except (OSError, smtplib.SMTPException) as error:
        logger.warning("a letter was not sent: %s", type(error).__name__)
        return f"Máy chủ thư không gửi được ({type(error).__name__})."
    return ""


def _written(delivery: Delivery, failure: str, *, at: datetime) -> str:
    from chuan.documents.actions.sending import stepping

    unit = heir_of(delivery.document.owner_unit)
    verb = "delivery.fail" if failure else "delivery.send"
    with act(verb, Subject(stepping.KIND, delivery.uid), by=MAILER, unit_uid=unit.uid, at=at) as doing:
        held = stepping.locked(delivery)
        if failure and held.status == "failed":
            stepping.keep(held, "fail", by=None, at=at, note=failure)
        elif held.status in ("queued", "failed"):
            stepping.take(held, "fail" if failure else "send", by=None, at=at, said_at=at, note=failure)
        doing.detail = {"to": held.to, "reason": failure} if failure else {"to": held.to}
    return held.status
