"""Reports dropped for their figures: drop one, look at what was read, say yes or no to each figure."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.files import actions as files
from chuan.objectives.actions import report_lines, reporting, teaching
from chuan.objectives.models import Indicator, ReportBinding, ReportLine, ReportRead
from chuan.objectives.reported import doors, showing
from chuan.objectives.reported.forms import LineForm, ReportForm
from chuan.objectives.reported.running import pick_up_stale
from chuan.objectives.views.downloads import attachment
from chuan.people.door import Request
from chuan.rules.refusals import NotAllowed, NotFound, NotYours, Refused

REFUSED = 422
_PAGE = 20


def reports(request: Request) -> HttpResponse:
    """The door for a new report, and those that were read, the latest first."""
    form = ReportForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    refusal = ""
    if request.method == "POST":
        reporting.require_some_recorder(request.viewer)
    if request.method == "POST" and form.is_valid():
        try:
            # nosemgrep: clock-below-the-door - what takes time comes before the act
            report, known = doors.take_in(form.cleaned_data["file"], by=request.viewer, clock=timezone.now)
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
        else:
            if known:
                messages.info(request, doors.read_before(report))
            return redirect("objectives:reported", uid=report.uid)
    found = ReportRead.objects.seen_by(request.viewer).select_related("by").order_by("-recorded_at", "-pk")
    context = {
        "title": _("Số liệu từ báo cáo đã ban hành"), "form": form, "refusal": refusal,
        "crumbs": [(_("Mục tiêu"), reverse("objectives:year"))],
        "page": Paginator(doors.listed(found), _PAGE).get_page(request.GET.get("trang")),
        "may": reporting.may_record_some(request.viewer),
    }  # fmt: skip
    status = REFUSED if refusal or form.errors else 200
    return render(request, "objectives/reported/list.html", context, status=status)


def report(request: Request, uid: uuid.UUID) -> HttpResponse:
    """One report; the button that records every figure without a question."""
    found = _report(request, uid)
    if found.state == ReportRead.State.READING:
        pick_up_stale(request.at)
        found.refresh_from_db()
    if request.method != "POST":
        return _page(request, found)
    try:
        recorded = report_lines.confirm_all(found, by=request.viewer, at=request.at)
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        return _page(request, found, refusal=refused.sentence)
    messages.success(request, _("Đã ghi %(n)s số từ báo cáo này.") % {"n": len(recorded)})
    return redirect("objectives:reported", uid=found.uid)


def line(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What a person says of one figure: record it, leave it out, name its indicator, or take it up again."""
    found = _line(request, uid)
    back = f"{reverse('objectives:reported', args=[found.report.uid])}#s{found.position}"
    if request.method != "POST":
        return redirect(back)
    do = _DOES.get(request.POST.get("do", "confirm"))
    if do is None:
        raise Http404
    form = LineForm(request.POST, line=found, on=request.on) if do is _confirm else None
    try:
        if form is not None and not form.is_valid():
            return _page(request, found.report, sent={found.pk: (form, "")})
        messages.success(request, do(request, found, form))
    except (NotAllowed, NotFound, NotYours):
        raise
    except Refused as refused:
        form = form or (LineForm(line=found, on=request.on) if found.indicator_id else None)
        return _page(request, found.report, sent={found.pk: (form, refused.sentence)})
    return redirect(back)


def original(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The file as it was dropped."""
    found = _report(request, uid)
    return attachment(files.read(found.blob), found.file_name, found.blob.media_type)


def bindings(request: Request) -> HttpResponse:
    """The words that people taught, each to be forgotten."""
    rows = ReportBinding.objects.seen_by(request.viewer).standing().select_related("indicator", "taught_by")
    context = {
        "title": _("Cách đọc đã quen"),
        "crumbs": [(_("Số liệu từ báo cáo"), reverse("objectives:reports_read"))],
        "page": Paginator(rows.order_by("phrase", "pk"), 50).get_page(request.GET.get("trang")),
        "may": reporting.may_record_some(request.viewer),
    }
    return render(request, "objectives/reported/bindings.html", context)


def forget(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Forget one of them."""
    found = get_object_or_404(
        ReportBinding.objects.seen_by(request.viewer).standing().select_related("indicator", "unit"), uid=uid
    )
    if request.method == "POST":
        teaching.forget_binding(found, by=request.viewer, at=request.at)
        messages.success(request, _("Đã quên. Báo cáo sau, số này được đọc như lần đầu."))
    return redirect("objectives:report_bindings")


def _confirm(request: Request, found: ReportLine, form: LineForm | None) -> str:
    assert form is not None
    report_lines.confirm_line(found, form.edited(), by=request.viewer, at=request.at)
    return _("Đã ghi số của “%(name)s”.") % {"name": found.indicator.name if found.indicator else ""}


def _aside(request: Request, found: ReportLine, form: LineForm | None) -> str:
    report_lines.put_aside(found, never=False, by=request.viewer, at=request.at)
    return _("Đã bỏ qua số này.")


def _never(request: Request, found: ReportLine, form: LineForm | None) -> str:
    report_lines.put_aside(found, never=True, by=request.viewer, at=request.at)
    return _("Đã bỏ qua; báo cáo sau không đề xuất câu này nữa.")


def _reopen(request: Request, found: ReportLine, form: LineForm | None) -> str:
    report_lines.reopen_line(found, by=request.viewer, at=request.at)
    return _("Đã đưa số này trở lại để xem.")


def _name(request: Request, found: ReportLine, form: LineForm | None) -> str:
    given = request.POST.get("indicator", "")
    seen = Indicator.objects.seen_by(request.viewer).select_related("unit")
    chosen = seen.filter(uid=given).first() if _is_uid(given) else None
    if chosen is None:
        raise NotFound(thing=_("chỉ tiêu đã chọn"))
    report_lines.name_line(found, chosen, by=request.viewer, at=request.at)
    return _("Đã gắn với “%(name)s”. Xem lại rồi xác nhận.") % {"name": chosen.name}


_Does = Callable[[Request, ReportLine, "LineForm | None"], str]
_DOES: dict[str, _Does] = {
    "confirm": _confirm, "aside": _aside, "never": _never, "reopen": _reopen, "name": _name,
}  # fmt: skip


def _is_uid(text: str) -> bool:
    try:
        uuid.UUID(text)
    except ValueError:
        return False
    return True


def _report(request: Request, uid: uuid.UUID) -> ReportRead:
    return get_object_or_404(
        ReportRead.objects.seen_by(request.viewer).select_related("unit", "blob", "by"), uid=uid
    )


def _line(request: Request, uid: uuid.UUID) -> ReportLine:
    reports = ReportRead.objects.seen_by(request.viewer)
    rows = ReportLine.objects.filter(report__in=reports).select_related(
        "report__unit", "report__blob", "indicator__unit"
    )
    return get_object_or_404(rows, uid=uid)


def _page(
    request: Request, found: ReportRead, *, refusal: str = "", sent: showing.Sent | None = None
) -> HttpResponse:  # fmt: skip
    context = {
        "title": found.citation or found.file_name,
        "crumbs": [(_("Số liệu từ báo cáo"), reverse("objectives:reports_read"))],
        "report": found,
        "demo": found.unit.example,
        "refusal": refusal,
        "picture": showing.page_of(found, request.viewer, at=request.at, on=request.on, sent=sent),
    }
    return render(
        request, "objectives/reported/one.html", context, status=REFUSED if refusal or sent else 200
    )  # fmt: skip
