"""Forms of what was done at once, and of the cause."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.utils.translation import gettext as _

from chuan.corrections import actions
from chuan.corrections.causes import listed
from chuan.corrections.forms import AnalyseForm, CorrectForm
from chuan.corrections.permissions import require_keep
from chuan.corrections.views.found import address, case_of, crumbs_to, saved
from chuan.people.door import Request
from chuan.people.sent_forms import sent


def correct(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What was done at once about the thing itself."""
    require_keep(request.viewer)
    case = case_of(request, uid)
    form = CorrectForm(sent(request), initial={"on": request.on})

    def save() -> None:
        told = form.cleaned_data
        actions.correct(case, told["what"], told["on"], by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Ghi việc khắc phục ngay"), done=_("Đã ghi việc khắc phục ngay."),
        back=address(case), crumbs=crumbs_to(case), case=case, lead=case.what, button=_("Ghi lại"),
    )  # fmt: skip


def analyse(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Why it happened."""
    require_keep(request.viewer)
    case = case_of(request, uid)
    form = AnalyseForm(sent(request), listed=listed(case.owner_unit, request.on), initial={"on": request.on})

    def save() -> None:
        day = form.cleaned_data["on"]
        actions.analyse(case, form.given(), on=day, by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Ghi nguyên nhân"), done=_("Đã ghi nguyên nhân. Việc tiếp theo: lập kế hoạch."),
        back=address(case), crumbs=crumbs_to(case), case=case, lead=case.what, button=_("Ghi lại"),
        template="corrections/analyse.html",
    )  # fmt: skip
