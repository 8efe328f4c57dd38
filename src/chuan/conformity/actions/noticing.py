"""The letter that tells the province of the declaration, begun as a draft in ``documents``."""

from __future__ import annotations

from datetime import datetime

from chuan.conformity import refusals
from chuan.conformity.declared import declared
from chuan.conformity.models import Notice
from chuan.conformity.papers import notice_content
from chuan.conformity.permissions import require_keep
from chuan.documents.actions import outgoing
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.trail.actions import act


def draft_notice(year: int, *, by: Viewer, at: datetime) -> Notice:
    """Begin the letter with number, day and scope of the declaration. Two acts, the draft first.

    Raises ``NotAllowed``, ``NotDeclared``.
    """
    require_keep(by)
    told = declared(by.unit, year)
    if told is None:
        raise refusals.NotDeclared()
    document = outgoing.create(notice_content(by.unit, told, at=at), by=by, at=at)
    row = Notice(
        unit=by.unit, year=year, citation=told.citation[:300], draft_uid=document.uid, by=by.official, recorded_at=at
    )  # fmt: skip
    subject = Subject("notice", row.uid)
    with act("conformity.notice", subject, by=by, unit_uid=by.unit_uid, at=at, document=str(document.uid)):
        row.save()
    return row
