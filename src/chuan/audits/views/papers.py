"""An audit on paper: checklist with pull list, report."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.utils.translation import gettext as _

from chuan.audits.models import Audit
from chuan.audits.papers import report_paper, work_paper
from chuan.audits.permissions import may_read_work, require_read_work
from chuan.audits.views.around import audit_of
from chuan.paper.pdf import to_pdf
from chuan.paper.word import to_docx
from chuan.people.door import Request
from chuan.rules.refusals import NotFound
from chuan.ui.files import attachment

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def work(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Checklist and pull lists with the same numbers as on the screen, to be written on by hand."""
    audit = audit_of(request, uid)
    require_read_work(audit, request.viewer)
    return attachment(to_pdf(work_paper(audit, request.viewer, request.on)), "phieu-danh-gia.pdf", PDF)


def report_pdf(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The report to be signed."""
    return attachment(to_pdf(report_paper(_told(request, uid), request.on)), "bao-cao-danh-gia.pdf", PDF)


def report_word(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The same in Word."""
    return attachment(to_docx(report_paper(_told(request, uid), request.on)), "bao-cao-danh-gia.docx", DOCX)


def _told(request: Request, uid: uuid.UUID) -> Audit:
    """A reported audit is everybody's of the unit; before that only readers and the team print it."""
    audit = audit_of(request, uid)
    told = audit.status in (Audit.Status.REPORTED, Audit.Status.CLOSED)
    if not told and not may_read_work(audit, request.viewer):
        raise NotFound(thing=_("báo cáo này"))
    return audit
