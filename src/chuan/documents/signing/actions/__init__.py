"""Every change that signing makes: certificates, pictures, tickets, and the signatures that come back."""

from chuan.documents.signing.actions.certificates import end_certificate, register_certificate
from chuan.documents.signing.actions.choices import choose_services
from chuan.documents.signing.actions.pictures import keep_picture
from chuan.documents.signing.actions.proving import prove
from chuan.documents.signing.actions.taking import take
from chuan.documents.signing.actions.tickets import (
    AT_ONCE,
    Opened,
    claim,
    close_ticket,
    open_ticket,
    prepare_next,
)

__all__ = [
    "Opened",
    "choose_services",
    "claim",
    "close_ticket",
    "AT_ONCE",
    "end_certificate",
    "keep_picture",
    "open_ticket",
    "prepare_next",
    "prove",
    "register_certificate",
    "take",
]
