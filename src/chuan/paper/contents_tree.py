"""The tree itself, with nothing of how it is read, stored or printed."""

from __future__ import annotations

from dataclasses import dataclass, field

from chuan.paper.papers import Annex, Block, Signer, Urgency


@dataclass(frozen=True, slots=True)
class Content:
    """A document as its drafter writes it; every part but the kind may still be empty.

    ``kind`` is a key of ``law.document_types`` ("QĐ", "CV", "BB" ...). ``authority`` stands over the
    bases of a decision; "" takes the agency. ``second_signer`` signs minutes at the left (thư ký).
    ``drafter_mark`` is "PL.(300)"; ``contact`` the agency's address lines at the foot of page 1;
    ``handling`` "Lưu hành nội bộ" or "Xem xong trả lại"; ``mark`` stands at the foot of every page.
    """

    kind: str
    subject: str = ""
    bases: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    body: tuple[Block, ...] = ()
    recipients: tuple[str, ...] = ()
    signer: Signer = field(default_factory=lambda: Signer((), ""))
    second_signer: Signer | None = None
    annexes: tuple[Annex, ...] = ()
    authority: str = ""
    urgency: Urgency = ""
    handling: str = ""
    drafter_mark: str = ""
    contact: tuple[str, ...] = ()
    mark: str = ""
