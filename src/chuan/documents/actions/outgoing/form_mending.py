"""Mending a departure of form at a press, or keeping it with a reason."""

from __future__ import annotations

from datetime import datetime

from chuan.documents.actions.outgoing.drafting import write_version
from chuan.documents.actions.outgoing.stepping import given, stepping
from chuan.documents.models import Document
from chuan.documents.outgoing.citations import bases_of
from chuan.documents.outgoing.departures import departures_of, key_of, mended_content
from chuan.documents.outgoing.versions import content_of, latest_version
from chuan.documents.permissions import check_edits_draft
from chuan.documents.refusals_outgoing import DraftChangedMeanwhile, MendNotExact
from chuan.paper import contents
from chuan.people.viewer import Viewer


def mend(document: Document, key: str, *, based_on: int, by: Viewer, at: datetime) -> int:
    """Make the exact mend of one departure as a further version; returns its number.

    Raises ``MendNotExact``, ``DraftChangedMeanwhile``, ``WrongMove``, ``NotAllowed``.
    """
    check_edits_draft(by, document)
    content = mended_content(document, content_of(document), key, by.on)
    if content is None:
        raise MendNotExact()
    bases = bases_of(document, content)
    with stepping(document, "draft.mend", by=by, at=at) as held:
        latest = latest_version(held.document)
        if latest != based_on:
            raise _meanwhile(held.document, latest)
        version, data = latest + 1, {"version": latest + 1, "departure": key}
        held.take("mend", data=data, content=contents.to_json(content), subject=content.subject)
        write_version(held.document, content, version, bases, by=by, at=at)
        held.detail = {"version": version, "departure": key}
    return version


def accept(document: Document, key: str, reason: str, *, by: Viewer, at: datetime) -> None:
    """Keep a departure as it is, with the reason. Raises ``ReasonMissing``, ``MendNotExact`` when it is gone."""
    check_edits_draft(by, document)
    said = given(reason, "giữ nguyên")
    if key not in {key_of(one) for one in departures_of(document, content_of(document), by.on)}:
        raise MendNotExact()
    with stepping(document, "draft.accept", by=by, at=at) as held:
        held.take("accept", note=said, data={"departure": key})
        held.detail["departure"] = key


def _meanwhile(document: Document, latest: int) -> DraftChangedMeanwhile:
    last = document.versions.select_related("by").get(version=latest)
    return DraftChangedMeanwhile(
        who=last.by.name if last.by else "Người khác", version=latest, at=last.recorded_at
    )
