"""One official's ranking: what stands there, and the short steps."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.sent_forms import sent
from chuan.rules.ranking import Level
from chuan.rules.refusals import NotFound
from chuan.workforce.actions import ranking as actions
from chuan.workforce.forms_ranking import AnswerForm, GroupForm, ReasonForm, ResultForm
from chuan.workforce.models import Assessment
from chuan.workforce.permissions import may_see_all, require_keep
from chuan.workforce.ranking.deeds import deeds_of
from chuan.workforce.ranking.laws import group_names, law_of, level_words, named
from chuan.workforce.ranking.rights import require_head, require_himself, require_keeper
from chuan.workforce.ranking.showing import own_lines, shown
from chuan.workforce.views.forms import saved
from chuan.workforce.views.ranking.around import assessment_crumbs, assessment_of, assessment_url, head


def mine(request: Request) -> HttpResponse:
    """All that is kept about the viewer's own ranking."""
    if request.viewer.official is None:
        raise NotFound(thing=_("cán bộ này"))
    rows = Assessment.objects.seen_by(request.viewer).filter(official=request.viewer.official)
    context = head(request, _("Xếp loại của tôi"), []) | {
        "lines": own_lines(rows), "sees_all": may_see_all(request.viewer),
    }  # fmt: skip
    return render(request, "workforce/ranking/mine.html", context)


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Everything of one assessment, and what may be done now."""
    row = assessment_of(request, uid)
    title = row.official.name if may_see_all(request.viewer) else named(row.round)
    context = head(request, title, assessment_crumbs(request, row)[:-1])
    context |= {"one": row, "told": shown(row, request.viewer), "round_name": named(row.round)}
    context |= {"decided": level_words(row.decided_level), "deeds": deeds_of(row, request.viewer, request.at)}
    return render(request, "workforce/ranking/one.html", context)


def skip(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Go on without his own words."""
    row = assessment_of(request, uid)
    require_keeper(request.viewer, row)
    return _reason(
        request, row, actions.skip_self, _("Ghi lý do không có bản tự đánh giá"), _("Đã ghi lý do.")
    )


def give_back(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Give his words back."""
    row = assessment_of(request, uid)
    require_head(request.viewer, row)
    return _reason(request, row, actions.return_self, _("Trả lại bản tự đánh giá"), _("Đã trả lại."))


def look_again(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Back to the head after the meeting."""
    row = assessment_of(request, uid)
    require_keeper(request.viewer, row)
    return _reason(request, row, actions.reconsider, _("Trả về để thủ trưởng đánh giá lại"), _("Đã trả về."))


def omit(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Not ranked this time."""
    row = assessment_of(request, uid)
    require_keeper(request.viewer, row)
    return _reason(
        request, row, actions.leave_out, _("Không xếp loại kỳ này"), _("Đã ghi không xếp loại."),
        lead=_("Chỉ người ấy, lãnh đạo và công chức nội vụ thấy lý do. Không ghi bệnh, không ghi chẩn đoán."),
    )  # fmt: skip


def disagree(request: Request, uid: uuid.UUID) -> HttpResponse:
    """An appeal."""
    row = assessment_of(request, uid)
    require_himself(request.viewer, row)
    return _reason(
        request, row, actions.appeal, _("Kiến nghị về mức xếp loại"), _("Đã gửi kiến nghị tới lãnh đạo.")
    )


def void(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Take the last step back."""
    row = assessment_of(request, uid)
    return _reason(
        request, row, actions.void_last, _("Bỏ bước ghi nhầm"),
        _("Đã bỏ bước ấy; cả hai dòng vẫn xem được."), lead=shown(row, request.viewer).last_words,
    )  # fmt: skip


def group(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Another group."""
    row = assessment_of(request, uid)
    require_keeper(request.viewer, row)
    names = group_names(law_of(row.round))
    form = GroupForm(sent(request), groups=names, initial={"group": row.group})
    return _saved(
        request, row, form,
        lambda: actions.regroup(row, form.cleaned_data["group"], by=request.viewer, at=request.at),
        _("Đổi nhóm xếp loại"), _("Đã đổi nhóm."),
    )  # fmt: skip


def result(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A result given elsewhere."""
    row = assessment_of(request, uid)
    require_keeper(request.viewer, row)
    form = ResultForm(sent(request), initial={"on": request.on})

    def save() -> None:
        given = form.cleaned_data
        paper = actions.Paper(given["number"], given["on"])
        actions.bring_in(row, Level(given["level"]), paper, given["body"], by=request.viewer, at=request.at)

    return _saved(request, row, form, save, _("Ghi kết quả đã xếp ở nơi khác"), _("Đã ghi kết quả."))


def reply(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The answer to an appeal."""
    row = assessment_of(request, uid)
    require_keep(request.viewer)
    require_keeper(request.viewer, row)
    form = AnswerForm(sent(request), initial={"level": row.decided_level, "on": request.on})

    def save() -> None:
        given = form.cleaned_data
        paper = actions.Paper(given["number"], given["on"])
        actions.answer(row, Level(given["level"]), paper, given["why"], by=request.viewer, at=request.at)

    return _saved(request, row, form, save, _("Trả lời kiến nghị"), _("Đã ghi trả lời."))


def _reason(
    request: Request, row: Assessment, action: Callable[..., object], title: str, done: str, *, lead: str = ""
) -> HttpResponse:
    form = ReasonForm(sent(request))
    return _saved(
        request, row, form, lambda: action(row, form.cleaned_data["reason"], by=request.viewer, at=request.at),
        title, done, lead=lead,
    )  # fmt: skip


def _saved(
    request: Request, row: Assessment, form: forms.Form, save: Callable[[], object], title: str, done: str, *,
    lead: str = "",
) -> HttpResponse:  # fmt: skip
    return saved(
        request, form, save, title=title, done=done, back=assessment_url(row),
        crumbs=assessment_crumbs(request, row), lead=lead or named(row.round),
    )  # fmt: skip
