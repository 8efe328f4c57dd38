"""A revision written in Chuẩn as a file: who answers for it, what changed from one revision to the next."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from chuan.documents.controlled.standing import shown, stamp_of
from chuan.documents.models import Revision
from chuan.documents.models.controlled import PROMULGATED
from chuan.documents.outgoing.heads import MARK, agency_lines
from chuan.paper.contents import body_from_text
from chuan.paper.controlled import Answering, ControlledPaper, controlled_pdf
from chuan.paper.controlled_word import controlled_docx
from chuan.people.models import Appointment, Official
from chuan.ui.formatters import day

_CHANGE_LETTERS = 400


def pdf_of(revision: Revision, on: date) -> bytes:
    """PDF/A of the revision as it stands on the day: stamped on every page unless it is in force."""
    return controlled_pdf(paper_of(revision, on))


def docx_of(revision: Revision, on: date) -> bytes:
    """The same as a Word file."""
    return controlled_docx(paper_of(revision, on))


def paper_of(revision: Revision, on: date) -> ControlledPaper:
    """The revision to typeset on the day."""
    document = revision.controlled
    return ControlledPaper(
        agency=agency_lines(document.unit),
        title=document.title,
        facts=(
            ("Mã hiệu", document.code),
            ("Lần ban hành", shown(revision.number)),
            ("Ngày hiệu lực", day(revision.effective_from) if revision.effective_from else "chưa có"),
        ),
        answering=(
            _answering(revision.saved_by or revision.drafted_by, _day_of(revision.saved_at)),
            _answering(revision.reviewed_by, revision.reviewed_on),
            _answering(revision.approved_by, revision.approved_on),
        ),
        body=body_from_text(revision.content),
        made_on=revision.approved_on or _day_of(revision.saved_at) or on,
        changes=_changes(revision),
        stamp=stamp_of(revision, on),
        mark=MARK if document.unit.example else "",
    )


def _answering(official: Official | None, on: date | None) -> Answering:
    if official is None or on is None:
        return Answering()
    held = Appointment.objects.on(on).filter(official=official).select_related("post").order_by("pk").first()
    return Answering(official.name, held.post.title if held else "", day(on))


def _changes(revision: Revision) -> tuple[tuple[str, str, str], ...]:
    """Every revision up to this one that took effect, and this one itself."""
    earlier = revision.controlled.revisions.filter(number__lt=revision.number, status__in=PROMULGATED)
    rows = [*earlier.order_by("number").only("number", "effective_from", "changes"), revision]
    return tuple(
        (
            shown(one.number),
            day(one.effective_from) if one.effective_from else "",
            " ".join(one.changes.split())[:_CHANGE_LETTERS],
        )
        for one in rows
        if one.effective_from is not None or one.pk == revision.pk
    )


def _day_of(moment: datetime | None) -> date | None:
    return timezone.localtime(moment).date() if moment else None
