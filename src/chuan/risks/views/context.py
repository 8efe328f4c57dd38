"""The context of the unit: issues inside and outside, and the climate question."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.sent_forms import sent
from chuan.processes.views.forms import around, into, saved
from chuan.risks import actions
from chuan.risks.checking import oldest_review
from chuan.risks.forms import ConfirmForm
from chuan.risks.forms_context import ClimateForm, IssueForm, OverForm
from chuan.risks.models import ClimateAnswer, ContextIssue
from chuan.risks.permissions import may_keep, may_note, require_keep


def shown(request: Request) -> HttpResponse:
    """Issues that stand, those that ended, and what was answered about the climate."""
    unit = request.viewer.unit
    rows = (
        ContextIssue.objects.seen_by(request.viewer)
        .filter(owner_unit=unit)
        .order_by("side", "valid_from", "pk")
    )
    standing = list(rows.on(request.on).prefetch_related("risks"))
    sides = [
        (str(label), [one for one in standing if one.side == side])
        for side, label in ContextIssue.Side.choices
    ]
    answers = ClimateAnswer.objects.seen_by(request.viewer).filter(unit=unit).select_related("official")
    context = {
        **around(request),
        "title": _("Bối cảnh của đơn vị"),
        "crumbs": into(_("Rủi ro"), reverse("risks:register")),
        "sides": sides,
        "count": len(standing),
        "over": rows.exclude(valid_to=None).order_by("-valid_to", "pk"),
        "answers": list(answers.order_by("-on", "-pk")),
        "old": oldest_review(unit, request.on),
        "keeper": may_keep(request.viewer),
        "noter": may_note(request.viewer),
    }
    return render(request, "risks/context.html", context)


def write(request: Request) -> HttpResponse:
    """An issue is added."""
    require_keep(request.viewer)
    form = IssueForm(sent(request), initial={"since": request.on, "side": "outside"})

    def save() -> None:
        given = form.cleaned_data
        actions.write_issue(
            given["side"],
            given["statement"],
            given["bearing"],
            since=given["since"],
            by=request.viewer,
            at=request.at,
        )

    return saved(
        request, form, save, title=_("Thêm vấn đề"), done=_("Đã thêm vấn đề."), button=_("Thêm"), **_ways()
    )


def change(request: Request, uid: uuid.UUID) -> HttpResponse:
    """An issue is written otherwise."""
    issue = _kept(request, uid)
    initial = {
        "side": issue.side,
        "statement": issue.statement,
        "bearing": issue.bearing,
        "since": request.on,
    }
    form = IssueForm(sent(request), initial=initial)

    def save() -> None:
        given = form.cleaned_data
        actions.change_issue(
            issue, given["side"], given["statement"], given["bearing"], on=given["since"], by=request.viewer,
            at=request.at,
        )  # fmt: skip

    return saved(
        request, form, save, title=_("Sửa vấn đề"), done=_("Đã sửa vấn đề."), button=_("Lưu"), **_ways()
    )


def end(request: Request, uid: uuid.UUID) -> HttpResponse:
    """An issue bears on nothing any more."""
    issue = _kept(request, uid)
    form = OverForm(sent(request), initial={"until": request.on})

    def save() -> None:
        given = form.cleaned_data
        actions.end_issue(issue, given["until"], given["why"], by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Thôi vấn đề"), done=_("Đã thôi vấn đề; dòng cũ còn lại."), lead=issue.statement,
        **_ways(),
    )  # fmt: skip


def review(request: Request) -> HttpResponse:
    """Every standing issue still holds."""
    require_keep(request.viewer)

    def save() -> None:
        actions.review_context(on=request.on, by=request.viewer, at=request.at)

    return saved(
        request, ConfirmForm(sent(request)), save, title=_("Đã rà soát"), done=_("Đã ghi rà soát bối cảnh hôm nay."),
        lead=_("Đã đọc lại từng vấn đề và không còn dòng nào sai? Dòng đã đổi thì sửa, dòng không còn thì thôi trước."),
        **_ways(),
    )  # fmt: skip


def climate(request: Request) -> HttpResponse:
    """The climate question answered; earlier answers stay."""
    require_keep(request.viewer)
    form = ClimateForm(sent(request), initial={"on": request.on})

    def save() -> None:
        given = form.cleaned_data
        actions.answer_climate(
            given["relevant"] == "co", given["why"], on=given["on"], by=request.viewer, at=request.at
        )

    return saved(request, form, save, title=_("Trả lời"), done=_("Đã ghi câu trả lời."), **_ways())


def _kept(request: Request, uid: uuid.UUID) -> ContextIssue:
    require_keep(request.viewer)
    return get_object_or_404(ContextIssue.objects.seen_by(request.viewer), uid=uid)


def _ways() -> dict[str, Any]:
    back = reverse("risks:context")
    return {"back": back, "crumbs": [*into(_("Rủi ro"), reverse("risks:register")), (_("Bối cảnh"), back)]}
