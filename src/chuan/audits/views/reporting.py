"""The report written, opened again, the audit closed."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chuan.audits.actions import reporting as actions
from chuan.audits.actions.drafting import begin_report
from chuan.audits.forms import ReasonForm, ReportForm
from chuan.audits.permissions import require_keep, require_work
from chuan.audits.showing import sheet_of
from chuan.audits.views.around import audit_of, audit_url, crumbs, pressed
from chuan.people.door import Request
from chuan.people.sent_forms import sent
from chuan.processes.views.forms import saved
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.ui import formatters as say


def report(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The team's conclusion; what was not seen is counted above the form."""
    audit = audit_of(request, uid)
    require_work(audit, request.viewer)
    form, sheet = (
        ReportForm(sent(request), initial={"conclusion": audit.conclusion, "on": request.on}),
        sheet_of(audit),
    )
    lead = _("%(asked)s câu, %(wrong)s câu không phù hợp, %(left)s câu chưa xem (báo cáo sẽ nêu tên).") % {
        "asked": say.number(sheet.asked), "wrong": say.number(sheet.wrong), "left": say.number(sheet.left),
    }  # fmt: skip
    return saved(
        request, form,
        lambda: actions.report(
            audit, form.cleaned_data["conclusion"], on=form.cleaned_data["on"], by=request.viewer, at=request.at
        ),
        title=_("Lập báo cáo"), done=_("Đã lập báo cáo; cả đơn vị thấy phát hiện để khắc phục."), lead=lead,
        back=audit_url(audit), crumbs=crumbs(audit),
    )  # fmt: skip


@require_POST
def draft(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Begin the report as a draft in the room of documents."""
    require_keep(request.viewer)
    audit = audit_of(request, uid)
    try:
        document = begin_report(audit, by=request.viewer, at=request.at)
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        messages.error(request, refused.sentence)
        return redirect(audit_url(audit))
    messages.success(request, _("Đã soạn dự thảo báo cáo. Rà soát rồi trình ký ở phòng Văn bản."))
    return redirect("documents:draft", uid=document.uid)


def reopen(request: Request, uid: uuid.UUID) -> HttpResponse:
    """More has to be written."""
    audit = audit_of(request, uid)
    require_work(audit, request.viewer)
    form = ReasonForm(sent(request))
    return saved(
        request, form,
        lambda: actions.reopen(audit, form.cleaned_data["reason"], by=request.viewer, at=request.at),
        title=_("Mở lại để ghi thêm"), done=_("Đã mở lại."), back=audit_url(audit), crumbs=crumbs(audit),
    )  # fmt: skip


def close(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Over."""
    require_keep(request.viewer)
    audit = audit_of(request, uid)
    return pressed(
        request, lambda: actions.close(audit, by=request.viewer, at=request.at), done=_("Đã kết thúc cuộc đánh giá."),
        back=audit_url(audit),
    )  # fmt: skip
