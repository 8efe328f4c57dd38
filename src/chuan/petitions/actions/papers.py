"""A petition's paper begun as a draft in the room of documents: numbered, signed and sent there like every paper."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from chuan.documents.actions import outgoing
from chuan.documents.models import Document
from chuan.people.viewer import Viewer
from chuan.petitions.actions.recording import step
from chuan.petitions.events import add_event
from chuan.petitions.models import Petition
from chuan.petitions.papers.catalogue import made, writing_of
from chuan.petitions.permissions import require_record


def begin_draft(petition: Petition, key: str, *, by: Viewer, at: datetime) -> Document:
    """Make the draft, and a line of the petition that names it. Blanks stand where somebody would be named.

    Two acts, the draft first: a draft without its line is only a draft. Raises KeyError for an unknown paper.
    """
    require_record(by, petition)
    on = timezone.localtime(at).date()
    told = made(writing_of(petition, on=on, viewer=by, discreet=True), key)
    document = outgoing.create(told.content, by=by, at=at)
    with step(petition, "paper", by=by, at=at) as doing:
        add_event(
            doing.petition, "paper", on=on, by=by, at=at, paper_uid=document.uid, data={"form": key}
        )  # fmt: skip
        doing.detail = {"on": on.isoformat(), "kind": told.content.kind}
    return document
