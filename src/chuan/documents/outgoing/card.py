"""The copy-ready card: what the clerk types into the document system that signs, numbers and sends."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from chuan.documents.models import Document
from chuan.documents.outgoing.versions import content_of
from chuan.law.document_types import type_title
from chuan.ui import formatters as say

_WIDTH = 78
"""Letters in a line of a box."""


@dataclass(frozen=True, slots=True)
class Field:
    """One box of the card; ``rows`` is how many lines it shows."""

    name: str
    label: str
    text: str
    rows: int = 1


def card_of(document: Document) -> list[Field]:
    """The boxes in the order in which document systems ask for them; empty ones are left out."""
    content = content_of(document)
    signer = ", ".join(part for part in (content.signer.name, content.signer.position) if part)
    given = (
        ("loai", _("Loại văn bản"), type_title(document.type)),
        ("trich-yeu", _("Trích yếu"), content.subject),
        ("ky-hieu", _("Ký hiệu"), document.symbol),
        ("can-cu", _("Căn cứ"), "\n".join(content.bases)),
        ("kinh-gui", _("Kính gửi"), "\n".join(content.to)),
        ("noi-nhan", _("Nơi nhận"), "\n".join(content.recipients)),
        ("nguoi-ky", _("Người ký"), signer),
        ("do-khan", _("Độ khẩn"), str(document.get_urgency_display())),
        ("han", _("Hạn phát hành"), say.day(document.due_on) if document.due_on else ""),
    )
    return [Field(name, label, text, _rows(text)) for name, label, text in given if text]


def _rows(text: str) -> int:
    """How many lines a box of usual width shows the text in, at most twelve."""
    return min(sum(1 + len(line) // _WIDTH for line in text.splitlines()), 12)
