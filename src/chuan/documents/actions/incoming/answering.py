"""What the sender of a packet is told of its document; done by the part that sends (``actions.sending``)."""

from __future__ import annotations

from datetime import datetime
from importlib import import_module
from typing import Any

from chuan.documents.models import Document, Packet
from chuan.people.viewer import Viewer


def answered(document: Document, code: str, *, reason: str = "", by: Viewer, at: datetime) -> bool:
    """Answer the packet that the document came in, inside the act; False when there is none or nothing was written.

    ``code``: 02 refused, 03 taken in, 05 in work, 06 done (QCVN 102:2016/BTTTT, status messages).
    """
    packet = Packet.objects.filter(document=document).order_by("pk").first()
    answer = _part("_answer_inside")
    if packet is None or answer is None:
        return False
    return answer(packet, code, reason=reason, by=by, at=at) is not None


def _part(name: str) -> Any:
    """A function of the sending part; None while that part is not built."""
    try:
        return getattr(import_module("chuan.documents.actions.sending"), name, None)
    except ImportError:
        return None
