"""Moving a document along its lifecycle: the stage, the step with its opinion, and the facts measures count."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from chuan.documents import searching
from chuan.documents.models import Document, Step
from chuan.documents.states import put_states
from chuan.files.models import Blob
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import INCOMING, OUTGOING, Lifecycle


def lifecycle_of(document: Document) -> Lifecycle:
    """The table of its direction."""
    return INCOMING if document.direction == Document.Direction.IN else OUTGOING


def locked_document(document: Document) -> Document:
    """The row as it stands now, locked until the act's transaction ends."""
    return (
        Document.objects.select_for_update(of=("self",))
        .select_related("owner_unit", "unit")
        .get(pk=document.pk)
    )


def move(
    document: Document,
    verb: str,
    *,
    by: Viewer,
    at: datetime,
    note: str = "",
    data: Mapping[str, Any] | None = None,
    blob: Blob | None = None,
    **fields: Any,
) -> Step:
    """Take a locked document one step on; ``fields`` are set on it in the same statement.

    To be called inside ``trail.act``. Raises ``WrongMove`` where the table does not allow the verb.
    """
    before = document.stage
    after = lifecycle_of(document).next(before, verb)
    for name, value in {**fields, "stage": after}.items():
        setattr(document, name, value)
    document.save(update_fields=[*fields, "stage"])
    step = Step.objects.create(
        document=document,
        seq=document.steps.count() + 1,
        verb=verb,
        before=before,
        after=after,
        note=note,
        data=json.dumps(data, ensure_ascii=False, sort_keys=True) if data else "",
        blob=blob,
        by=by.official,
        occurred_on=by.on,
        recorded_at=at,
    )
    put_states([document.pk], at=at)
    searching.put([document])
    return step
