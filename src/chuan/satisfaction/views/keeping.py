"""Forms of the keepers and of the head: a survey opened, closed; words taken out; the page switched."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.law.surveys import questionnaire_on
from chuan.people.door import Request
from chuan.people.sent_forms import saved, sent
from chuan.people.views.citizen_pages import switched
from chuan.satisfaction import actions
from chuan.satisfaction.forms import OpenForm, WhyForm
from chuan.satisfaction.models import Survey, SurveyAnswer
from chuan.satisfaction.permissions import require_keep
from chuan.satisfaction.public.switch import PAGE
from chuan.satisfaction.views.surveys import around, crumbs, last_of, seen

FORM = "satisfaction/form.html"


def open_one(request: Request) -> HttpResponse:
    """A new survey, from today for thirty days, with every proposed question ticked."""
    require_keep(request.viewer)
    law = questionnaire_on(request.on)
    form = OpenForm(
        sent(request), proposed=law.questions,
        initial={"title": _("Mức độ hài lòng tại Bộ phận Một cửa"), "first": request.on, "last": last_of(request.on),
                 "chosen": [one.key for one in law.questions]},
    )  # fmt: skip

    def save() -> str:
        given = form.cleaned_data
        wanted = actions.Opened(
            given["title"],
            given["first"],
            given["last"],
            given["chosen"],
            given["own"].splitlines(),
            given["citation"],
        )
        row = actions.open_survey(wanted, by=request.viewer, at=request.at)
        return reverse("satisfaction:one", args=[row.uid])

    lead = _(
        "Câu gợi ý do phần mềm soạn, chưa đối chiếu với mẫu phiếu nào của Nhà nước. Mở rồi thì câu hỏi không sửa nữa."
    )
    return _saved(request, form, save, _("Mở khảo sát"), done=_("Đã mở. Bước tiếp: in tờ giới thiệu, đặt tại quầy."),
                  lead=lead, button=_("Mở khảo sát"))  # fmt: skip


def close(request: Request, uid: uuid.UUID) -> HttpResponse:
    """No more answers from tomorrow on."""
    survey = seen(request, uid)
    require_keep(request.viewer, survey)
    form = WhyForm(sent(request))

    def save() -> None:
        actions.close_survey(survey, form.cleaned_data["why"], by=request.viewer, at=request.at)

    return _saved(
        request, form, save, _("Kết thúc sớm"), done=_("Khảo sát nhận phiếu hết hôm nay; phiếu đã có giữ nguyên."),
        lead=survey.title, survey=survey,
    )  # fmt: skip


def blank(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Take out what somebody wrote."""
    rows = SurveyAnswer.objects.seen_by(request.viewer).select_related("survey__unit")
    row = get_object_or_404(rows, uid=uid)
    require_keep(request.viewer, row.survey)
    form = WhyForm(sent(request))

    def save() -> None:
        actions.blank_words(row, form.cleaned_data["why"], by=request.viewer, at=request.at)

    return _saved(
        request, form, save, _("Bỏ góp ý này"), done=_("Đã bỏ góp ý; các mức đã chọn giữ nguyên."),
        lead=_("Bỏ khi góp ý nêu tên, số điện thoại, hoặc xúc phạm người khác: “%s”") % row.words, survey=row.survey,
    )  # fmt: skip


def choose(request: Request) -> HttpResponse:
    """Open to citizens or not, from a day on, by the head's document."""

    def save(is_on: bool, valid_from: date, citation: str) -> None:
        actions.choose_public_survey(
            is_on, valid_from=valid_from, citation=citation, by=request.viewer, at=request.at
        )

    back = reverse("satisfaction:all")
    context = around(request, _("Trang khảo sát của người dân")) | {
        "crumbs": crumbs((_("Khảo sát hài lòng"), back)),
        "back": back,
        "open_means": _(
            "Mở thì ai có mã của một khảo sát đang nhận phiếu cũng trả lời được trên Internet. "
            "Phiếu không ghi tên, số điện thoại, địa chỉ mạng."
        ),
    }
    return switched(request, PAGE, save, context, not_here="survey_not_here")


def _saved(
    request: Request, form: Any, save: Any, title: str, *, done: str, lead: str, button: str = "",
    survey: Survey | None = None,
) -> HttpResponse:  # fmt: skip
    back = reverse("satisfaction:one", args=[survey.uid]) if survey else reverse("satisfaction:all")
    steps = [
        (_("Khảo sát hài lòng"), reverse("satisfaction:all")),
        *([(survey.title, back)] if survey else []),
    ]
    context = around(request, title) | {
        "crumbs": crumbs(*steps), "lead": lead, "button": button or title, "back": back
    }  # fmt: skip
    return saved(request, form, save, FORM, context, done=done, back=back)
