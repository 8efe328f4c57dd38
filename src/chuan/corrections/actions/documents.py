"""Controlled documents that the cause may lie in: named, then revised or left as they are for a reason."""

from __future__ import annotations

from datetime import datetime

from chuan.corrections import refusals as no
from chuan.corrections.actions.analysing import step
from chuan.corrections.lines import Line, said, today, write_line
from chuan.corrections.models import AffectedDocument, Nonconformity
from chuan.corrections.permissions import require_keep
from chuan.offers import revisions
from chuan.offers.subjects import Subject
from chuan.offers.uids import new_uid
from chuan.people.viewer import Viewer
from chuan.rules.wording import said as in_words


def name_document(case: Nonconformity, document: Subject, *, by: Viewer, at: datetime) -> AffectedDocument:
    """Say that a controlled document of the unit may have to change. Raises ``NotAllowed``, ``DocumentUnknown``."""
    require_keep(by)
    day = today(at)
    listed = {one.subject: one.label for one in revisions.controlled(case.owner_unit, day)}
    if document not in listed:
        raise no.DocumentUnknown()
    with step(case, "document", by=by, at=at) as held:
        row, made = AffectedDocument.objects.get_or_create(
            case=held, subject_uid=document.uid,
            defaults={
                "uid": new_uid(), "subject_kind": document.kind, "label": listed[document][:360], "named_on": day,
            },
        )  # fmt: skip
        if made:
            write_line(held, Line("document", day, row.label), by=by, at=at)
    return row


def revise_document(row: AffectedDocument, *, by: Viewer, at: datetime) -> AffectedDocument:
    """Settle it by the revision in force since the fault was found. Raises ``NotRevised``, ``NotAllowed``."""
    require_keep(by)
    day, since = today(at), row.case.found_on
    found = revisions.revised_since([row.subject], since, day).get(row.subject)
    if found is None:
        raise no.NotRevised(document=row.label, since=since)
    words = f"lần ban hành {found.number}, hiệu lực từ {in_words(found.since)}"
    return _settle(row, AffectedDocument.Outcome.REVISED, words, by=by, at=at)


def waive_document(row: AffectedDocument, reason: str, *, by: Viewer, at: datetime) -> AffectedDocument:
    """Leave it as it is, with the reason. Raises ``NotAllowed``, ``WordsMissing``."""
    require_keep(by)
    words = said(reason, "lý do không cần sửa tài liệu")
    return _settle(row, AffectedDocument.Outcome.WAIVED, words, by=by, at=at)


def _settle(
    row: AffectedDocument, outcome: AffectedDocument.Outcome, words: str, *, by: Viewer, at: datetime
) -> AffectedDocument:
    with step(row.case, "settle", by=by, at=at) as held:
        row.outcome, row.reason, row.settled_on, row.settled_by = outcome, words, today(at), by.official
        row.save(update_fields=["outcome", "reason", "settled_on", "settled_by"])
        write_line(held, Line("settle", today(at), f"{row.label}: {words}"), by=by, at=at)
    return row
