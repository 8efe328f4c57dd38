"""The outbox of letters to own officials, emptied in the background; a server that is away delays and loses nothing.

What is due is read from the rows each time, so a night that was missed is made up by the next look.
"""

from __future__ import annotations

import logging
import smtplib
import ssl
from collections.abc import Callable
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from chuan.documents.actions.own_letters import finish
from chuan.documents.mail_running import WAITS, Send, over_smtp
from chuan.documents.models import MailAddress, OwnLetter
from chuan.documents.sending import mail
from chuan.files import actions as files

logger = logging.getLogger(__name__)

LATER = timedelta(hours=6)
"""How long after a failure the next try comes, once the shorter waits are over."""

LONGEST = timedelta(days=14)
"""How long a letter is tried; after it the letter is given up, and said to be."""

HELD = timedelta(minutes=10)
"""How long one process has a letter for itself; of one that broke down meanwhile another takes it after this."""

AT_ONCE = 50
"""Letters in one look."""

Clock = Callable[[], datetime]


def send_soon() -> None:
    """Have the outbox looked after as soon as the worker is free."""
    send_later.enqueue()


@task()
def send_later() -> None:
    """Background: send what is due."""
    look(clock=timezone.now)


def look(*, clock: Clock) -> int:
    """Send what is due, where a server is set; how many went."""
    return send_due(send=over_smtp, clock=clock) if mail.is_configured() else 0


def send_due(*, send: Send, clock: Clock) -> int:
    """Send every letter whose turn has come; how many went. Where the server itself is away, all are put off."""
    due = OwnLetter.objects.due().filter(next_at__lte=clock()).select_related("official", "unit")
    sent = 0
    for letter in due[:AT_ONCE]:
        if not _held(letter, clock()):
            continue
        fault = _sent(letter, send, clock)
        sent += fault is None
        if fault is not None and fault:
            put_off(fault, at=clock())
            break
    return sent


def put_off(said: str, *, at: datetime) -> None:
    """The server is away: everything that was due waits, each by the number of its own tries."""
    for letter in OwnLetter.objects.due().filter(next_at__lte=at).select_related("official", "unit"):
        wait_on(letter, said, at=at)


def wait_on(letter: OwnLetter, said: str, *, at: datetime) -> None:
    """Try the letter again later, or give it up when it is too old; ``said``: why it did not go."""
    if at - letter.put_at >= LONGEST:
        finish(letter, OwnLetter.State.GIVEN_UP, said=said, at=at)
        return
    wait = WAITS[letter.tries] if letter.tries < len(WAITS) else LATER
    OwnLetter.objects.filter(pk=letter.pk).update(tries=letter.tries + 1, said=said, next_at=at + wait)


def message_of(letter: OwnLetter, address: str, *, at: datetime) -> EmailMessage:
    """The letter as it goes. Its Message-ID is its own, so that one sent twice is seen once. Raises OSError."""
    sender = settings.MAIL["sender"]
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, address, letter.subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{letter.uid}@{sender.rpartition('@')[2].strip('> ') or 'chuan'}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text)
    for one in letter.files.select_related("blob").order_by("pk"):
        message.add_attachment(files.read(one.blob), maintype="application", subtype="pdf", filename=one.name)
    return message


def why(error: OSError | smtplib.SMTPException) -> str:
    """Why a letter did not go, in an official's words; the log is told the kind of fault only."""
    logger.warning("a letter to an official was not sent: %s", type(error).__name__)
    match error:
        case smtplib.SMTPRecipientsRefused():
            return "Máy chủ thư không nhận địa chỉ này."
        case smtplib.SMTPAuthenticationError():
            return "Máy chủ thư không nhận tên hoặc mật khẩu của hộp thư gửi."
        case smtplib.SMTPDataError() | smtplib.SMTPNotSupportedError():
            return "Máy chủ thư không nhận thư này."
        case ssl.SSLError():
            return "Máy chủ thư không chứng tỏ được mình là ai."
        case _:
            return "Không nối được máy chủ thư."


def _held(letter: OwnLetter, at: datetime) -> bool:
    """Whether this process is the one that sends it."""
    row = OwnLetter.objects.filter(pk=letter.pk, state=OwnLetter.State.WAITING, next_at=letter.next_at)
    return bool(row.update(next_at=at + HELD))


def _sent(letter: OwnLetter, send: Send, clock: Clock) -> str | None:
    """None when it went, "" when only this letter did not, else why the server takes none at all."""
    to = MailAddress.objects.filter(official=letter.official, official__account__is_active=True).first()
    if to is None:
        said = "Đã bỏ địa chỉ nhận thư, hoặc tài khoản đã khóa."
        finish(letter, OwnLetter.State.GIVEN_UP, said=said, at=clock())
        return ""
    try:
        message = message_of(letter, to.address, at=clock())
    except OSError:
        finish(letter, OwnLetter.State.GIVEN_UP, said="Tệp kèm thư không đọc được.", at=clock())
        return ""
    try:
        send(message)
    except smtplib.SMTPRecipientsRefused as refused:
        _refused(letter, refused, at=clock())
        return ""
    except (smtplib.SMTPDataError, smtplib.SMTPNotSupportedError) as error:
        wait_on(letter, why(error), at=clock())
        return ""
    except (OSError, smtplib.SMTPException) as error:
        wait_on(letter, said := why(error), at=clock())
        return said
    finish(letter, OwnLetter.State.SENT, at=clock())
    return None


def _refused(letter: OwnLetter, refused: smtplib.SMTPRecipientsRefused, *, at: datetime) -> None:
    """Refused for good (5xx) until another address is given; for now (4xx, RFC 5321, 4.2.1) it is tried again."""
    said = why(refused)
    if any(400 <= code < 500 for code, _said in refused.recipients.values()):
        wait_on(letter, said, at=at)
    else:
        finish(letter, OwnLetter.State.REFUSED, said=said, at=at)
