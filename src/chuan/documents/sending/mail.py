"""A document as a letter: an .eml to be sent from the office's own box, or sent by a configured server.

Subject and body name the kind, number and day and nothing of what the document is about: a letter passes through
servers of others, and a summary may name a person.
"""

from __future__ import annotations

from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime

from django.conf import settings
from django.utils.translation import gettext as _

from chuan.documents.models import Delivery
from chuan.documents.refusals_sending import NoAddress, NoSignedFile
from chuan.documents.sending.packing import packet_name
from chuan.files import actions as files


def is_configured() -> bool:
    """Whether the server may send mail by itself (CHUAN_MAIL_HOST and CHUAN_MAIL_FROM)."""
    return bool(settings.MAIL["host"] and settings.MAIL["sender"])


def letter(delivery: Delivery, *, at: datetime, sender: str = "") -> EmailMessage:
    """The letter with the signed file. Raises ``NoAddress``, ``NoSignedFile``."""
    document, to = delivery.document, delivery.correspondent
    if to is None or not to.mail:
        raise NoAddress(name=delivery.to)
    if document.blob is None or document.blob.media_type != "application/pdf":
        raise NoSignedFile()
    message = EmailMessage()
    message["To"], message["Date"] = to.mail, format_datetime(at)
    if sender:
        message["From"] = sender
    committee = document.owner_unit.committee
    message["Subject"] = _one_line(_("%(unit)s gửi %(title)s") % {"unit": committee, "title": document.title})
    message.set_content(_body(delivery, committee))
    name = packet_name(document).removesuffix("-gui.edxml") + ".pdf"
    message.add_attachment(files.read(document.blob), maintype="application", subtype="pdf", filename=name)
    return message


def eml(delivery: Delivery, *, at: datetime) -> bytes:
    """The letter as a file that mail programs open ready to send. Raises as ``letter``."""
    message = letter(delivery, at=at)
    message["X-Unsent"] = "1"
    return message.as_bytes()


def _body(delivery: Delivery, committee: str) -> str:
    return _(
        "Kính gửi: %(to)s.\n\n%(unit)s gửi kèm %(title)s (bản điện tử đã ký số).\n"
        "Đề nghị quý cơ quan báo lại khi nhận được.\n"
    ) % {"to": delivery.to, "unit": committee, "title": delivery.document.title}


def _one_line(text: str) -> str:
    return " ".join(text.split())
