"""The report begun as a draft in the room of documents: reviewed, signed and numbered there."""

from __future__ import annotations

from datetime import datetime

from chuan.audits import refusals
from chuan.audits.actions.around import hold, own, subject, today
from chuan.audits.models import Audit
from chuan.audits.papers import report_content
from chuan.audits.permissions import require_keep
from chuan.documents.actions import outgoing
from chuan.documents.models import Document
from chuan.people.viewer import Viewer
from chuan.trail.actions import act


def begin_report(audit: Audit, *, by: Viewer, at: datetime) -> Document:
    """Make the draft of the report and name it in the audit. Two acts, the draft first.

    One report has one draft; a dropped one gives way. Raises ``NotAllowed``, ``NotFound``, ``NotReported``,
    ``DraftedBefore``.
    """
    require_keep(by)
    own(audit, by)
    if audit.status not in (Audit.Status.REPORTED, Audit.Status.CLOSED):
        raise refusals.NotReported()
    if draft_of(audit) is not None:
        raise refusals.DraftedBefore()
    document = outgoing.create(report_content(audit, today(at)), by=by, at=at)
    with act("audits.draft", subject(audit), by=by, unit_uid=by.unit_uid, at=at, document=str(document.uid)):
        held = hold(audit)
        held.draft_uid = document.uid
        held.save(update_fields=["draft_uid"])
    return document


def draft_of(audit: Audit) -> Document | None:
    """The report among outgoing papers, draft or issued; None before it was begun and after it was dropped."""
    if audit.draft_uid is None:
        return None
    return Document.objects.filter(uid=audit.draft_uid).exclude(stage="dropped").first()
