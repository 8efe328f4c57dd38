"""Review of content and form: submitted, commented on, approved, returned (NĐ 30/2020/NĐ-CP arts 10-12)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from chuan.documents.actions.outgoing.stepping import given, stepping
from chuan.documents.models import Document
from chuan.documents.outgoing.blanks import open_places
from chuan.documents.outgoing.departures import open_departures
from chuan.documents.outgoing.for_signing import kept_file_to_sign
from chuan.documents.outgoing.versions import content_of
from chuan.documents.permissions import (
    check_drafts,
    check_edits_draft,
    check_registers,
    check_reviews_content,
    check_reviews_form,
    check_signs,
)
from chuan.documents.refusals_outgoing import DraftIncomplete, FormNotMended, PlacesOpen
from chuan.paper.contents import problems
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotAllowed


def submit(document: Document, *, by: Viewer, at: datetime, note: str = "") -> None:
    """Put a draft before those who review its content. Raises ``DraftIncomplete``, ``WrongMove``, ``NotAllowed``."""
    check_edits_draft(by, document)
    if lacking := problems(content_of(document)):
        raise DraftIncomplete(first=lacking[0].sentence, count=len(lacking))
    with stepping(document, "draft.submit", by=by, at=at) as held:
        held.take("submit", note=note.strip())


def comment(document: Document, note: str, *, by: Viewer, at: datetime) -> None:
    """Say something about a draft without moving it. Raises ``ReasonMissing``, ``WrongMove``, ``NotAllowed``."""
    check_drafts(by)
    said = given(note, "góp ý")
    with stepping(document, "draft.comment", by=by, at=at) as held:
        held.take("comment", note=said)


def approve_content(document: Document, *, by: Viewer, at: datetime, note: str = "") -> None:
    """The content is right (art 11.1). Raises ``WrongMove``, ``NotAllowed``."""
    check_reviews_content(by)
    with stepping(document, "draft.approve_content", by=by, at=at) as held:
        held.take("approve_content", note=note.strip())


def approve_form(document: Document, *, by: Viewer, at: datetime, note: str = "") -> None:
    """Form and layout are right (art 11.2): every demanded departure is mended or kept with a reason.

    In keep mode the file to be signed is typeset here, with room for number, day and seal. Raises
    ``PlacesOpen``, ``FormNotMended``, ``WrongMove``, ``NotAllowed``.
    """
    check_reviews_form(by)
    if blanks := open_places(content_of(document)):
        raise PlacesOpen(count=blanks)
    left = open_departures(document, on=by.on)
    if left:
        raise FormNotMended(count=len(left))
    file = kept_file_to_sign(document, on=by.on)
    fields: dict[str, Any] = {"blob_id": file.blob.pk, "file_name": file.name} if file else {}
    with stepping(document, "draft.approve_form", by=by, at=at) as held:
        held.take("approve_form", note=note.strip(), **fields)


def return_to_drafter(document: Document, note: str, *, by: Viewer, at: datetime) -> None:
    """Give it back with what is wrong; a signature already there is of no use any more.

    Raises ``ReasonMissing``, ``WrongMove``, ``NotAllowed``.
    """
    _CHECKS.get(document.stage, check_drafts)(by)
    said = given(note, "trả lại")
    with stepping(document, "draft.return", by=by, at=at) as held:
        held.take("return", note=said, blob_id=None, signed_on=None, file_name="")


def _signer_or_registrar(viewer: Viewer) -> None:
    try:
        check_registers(viewer)
    except NotAllowed:
        check_signs(viewer)


_CHECKS: dict[str, Callable[[Viewer], None]] = {
    "content_review": check_reviews_content,
    "form_review": check_reviews_form,
    "to_sign": _signer_or_registrar,
    "handed_over": check_registers,
    "signed": check_registers,
}
