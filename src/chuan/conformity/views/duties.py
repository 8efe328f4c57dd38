"""The duties of a year; one of them said to be done, or taken back; the head's confirmation; the declaration begun."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from django.views.decorators.http import require_POST

from chuan.conformity import actions
from chuan.conformity.declared import paper_of_duty
from chuan.conformity.duties import duties_of
from chuan.conformity.forms import ConfirmForm, DutyForm, OverForm
from chuan.conformity.models import CheckRun, Confirmation, Declaration, Notice
from chuan.conformity.permissions import may_confirm, may_keep, require_confirm, require_keep
from chuan.conformity.refusals import NotDeclared
from chuan.conformity.views.pages import FIRST_YEAR, page, saved, year_asked, years
from chuan.law.duties import Duty, duties
from chuan.offers.subjects import Subject, describe
from chuan.people.door import Request
from chuan.people.sent_forms import sent
from chuan.rules.conformity import State

USUAL_SCOPE = later("Mọi hoạt động giải quyết thủ tục hành chính cho tổ chức, cá nhân của đơn vị.")


def everything(request: Request) -> HttpResponse:
    """Duties of a year, confirmations, drafts of the declaration."""
    year = year_asked(request)
    rows = duties_of(request.viewer.unit, year, request.on, request.at)
    drafts = list(Declaration.objects.seen_by(request.viewer).order_by("-recorded_at")[:10])
    notices = list(Notice.objects.seen_by(request.viewer).filter(year=year).order_by("-recorded_at")[:10])
    uids = [one.draft_uid for one in drafts] + [one.draft_uid for one in notices]
    shown = describe([Subject("draft", uid) for uid in uids], request.viewer)
    confirmed = (
        Confirmation.objects.seen_by(request.viewer)
        .select_related("by", "run")
        .order_by("-confirmed_on", "-pk")
    )
    context = page(request, _("Nhiệm vụ của năm")) | {
        "year": year, "years": years(request, year), "rows": rows, "keeper": may_keep(request.viewer),
        "head": may_confirm(request.viewer), "confirmations": confirmed[:10],
        "late": sum(1 for one in rows if one.state is State.LATE),
        "left": sum(1 for one in rows if one.state in (State.LATE, State.DUE)),
        "drafts": [(one, shown.get(Subject("draft", one.draft_uid))) for one in drafts],
        "notices": [(one, shown.get(Subject("draft", one.draft_uid))) for one in notices],
    }  # fmt: skip
    return render(request, "conformity/duties.html", context)


def done(request: Request, year: int, key: str) -> HttpResponse:
    """A duty is done, by which paper."""
    duty = _duty(year, key)
    require_keep(request.viewer)
    form = DutyForm(sent(request), initial=_offered(request, key))

    def save() -> str:
        given = form.cleaned_data
        actions.say_done(
            key, year, done_on=given["done_on"], citation=given["citation"], note=given["note"], by=request.viewer,
            at=request.at,
        )  # fmt: skip
        return _page(year)

    context = page(request, duty.title, _crumb())
    return saved(request, form, save, context, done=_("Đã ghi."), back=_page(year), button=_("Ghi đã làm"))


def _offered(request: Request, key: str) -> dict[str, object]:
    """Today; where a paper that was drafted here has left the house, its number and day."""
    paper = paper_of_duty(key, request.viewer)
    if paper is None or paper.issued_on is None:
        return {"done_on": request.on}
    return {"done_on": paper.issued_on, "citation": paper.title}


@require_POST
def notice(request: Request, year: int) -> HttpResponse:
    """The letter to the province begins as a draft, with number, day and scope of the declaration."""
    if not FIRST_YEAR <= year <= request.on.year + 1:
        raise Http404
    try:
        row = actions.draft_notice(year, by=request.viewer, at=request.at)
    except NotDeclared as refused:
        messages.error(request, refused.sentence)
        return redirect(_page(year))
    messages.success(request, _("Đã soạn dự thảo thông báo. Xem lại rồi trình ký."))
    return redirect("documents:draft", uid=row.draft_uid)


def back(request: Request, year: int, key: str) -> HttpResponse:
    """What was said of a duty holds no longer."""
    duty = _duty(year, key)
    require_keep(request.viewer)
    form = OverForm(sent(request))

    def save() -> str:
        actions.take_back(key, year, form.cleaned_data["reason"], by=request.viewer, at=request.at)
        return _page(year)

    context = page(request, _("Bỏ lời ghi: %s") % duty.title, _crumb())
    return saved(request, form, save, context, done=_("Đã bỏ."), back=_page(year), button=_("Bỏ lời này"))


@require_POST
def remind(request: Request, year: int) -> HttpResponse:
    """The year's duties go into the work of whoever does them."""
    if not FIRST_YEAR <= year <= request.on.year + 1:
        raise Http404
    count = actions.remind(year, by=request.viewer, at=request.at)
    messages.success(request, _("Đã đưa %s nhiệm vụ vào Việc của tôi.") % count)
    return redirect(_page(year))


def confirm(request: Request) -> HttpResponse:
    """The head confirms that the system works."""
    require_confirm(request.viewer)
    last = Confirmation.objects.seen_by(request.viewer).order_by("-confirmed_on", "-pk").first()
    run = CheckRun.objects.seen_by(request.viewer).order_by("-on", "-pk").first()
    form = ConfirmForm(
        sent(request), initial={"confirmed_on": request.on, "scope": last.scope if last else USUAL_SCOPE}
    )

    def save() -> str:
        given = form.cleaned_data
        row = actions.confirm(
            confirmed_on=given["confirmed_on"], scope=given["scope"], words=given["words"],
            citation=given["citation"], by=request.viewer, at=request.at,
        )  # fmt: skip
        return _page(row.confirmed_on.year)

    context = page(request, _("Xác nhận hệ thống có hiệu lực"), _crumb()) | {"run": run}
    return saved(
        request, form, save, context, done=_("Đã xác nhận."), back=_page(request.on.year), button=_("Xác nhận"),
        template="conformity/confirm.html",
    )  # fmt: skip


@require_POST
def declare(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The declaration begins as a draft among outgoing papers."""
    row = get_object_or_404(Confirmation.objects.seen_by(request.viewer).select_related("unit"), uid=uid)
    actions.declare(row, by=request.viewer, at=request.at)
    messages.success(request, _("Đã soạn dự thảo công bố. Mở dự thảo để trình ký."))
    return redirect(_page(row.confirmed_on.year))


def _duty(year: int, key: str) -> Duty:
    duty = duties().get(key)
    if duty is None or duty.by_records or not FIRST_YEAR <= year <= 2100:
        raise Http404
    return duty


def _page(year: int) -> str:
    return f"/phu-hop/nhiem-vu/?nam={year}"


def _crumb() -> tuple[str, str]:
    return (_("Nhiệm vụ của năm"), "/phu-hop/nhiem-vu/")
