"""Whether it worked: the figures of the periods with their rows; the end of a matter."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from chuan.corrections import actions
from chuan.corrections.behind import rows_behind
from chuan.corrections.effects import effect_of, measure_title, target_words
from chuan.corrections.forms import JudgeForm, WordsForm
from chuan.corrections.models import EffectCheck, Nonconformity
from chuan.corrections.permissions import require_judge, require_keep
from chuan.corrections.showing import law_words
from chuan.corrections.views.found import address, case_of, crumbs_to, saved
from chuan.people.door import Request
from chuan.people.sent_forms import sent
from chuan.ui import words as ui_words


def judge(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Judge the effect of the round with the figures beside it."""
    require_judge(request.viewer)
    case, check = _with_check(request, uid)
    effect = effect_of(case, check, on=request.on, at=request.at)
    by_hand = [] if check.measure_key else [one.name for one in effect.lines]
    form = JudgeForm(sent(request), periods=by_hand)

    def save() -> None:
        words = form.cleaned_data["words"]
        actions.judge(case, words, seen=form.seen(), by=request.viewer, at=request.at)

    more = {"effect": effect, "case": case, "target": target_words(check)}
    return saved(
        request, form, save, title=_("Đánh giá hiệu lực"), done=_("Đã ghi kết luận về hiệu lực."), back=address(case),
        crumbs=crumbs_to(case), case=case, button=_("Kết luận"), template="corrections/judge.html", more=more,
    )  # fmt: skip


def rows(request: Request, uid: uuid.UUID, number: int) -> HttpResponse:
    """The rows behind one period's figure that this viewer may see."""
    case, check = _with_check(request, uid)
    found = rows_behind(case, check, number, viewer=request.viewer, at=request.at)
    if found is None:
        raise Http404
    name = ui_words.period(found.period, with_year=True)
    context = {
        "title": _("Các dòng sau con số %s") % name, "where": measure_title(check.measure_key),
        "demo": case.example, "crumbs": crumbs_to(case), "found": found, "law": law_words(case),
    }  # fmt: skip
    return render(request, "corrections/rows.html", context)


def close(request: Request, uid: uuid.UUID) -> HttpResponse:
    """End it."""
    require_keep(request.viewer)
    case = case_of(request, uid)
    form = WordsForm(
        sent(request), label=_("Kết luận"), help_text=_("Điều gì đã thay đổi, ai giữ cho nó bền.")
    )

    def save() -> None:
        actions.close(case, form.cleaned_data["words"], by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Kết thúc"), done=_("Đã kết thúc."), back=address(case), crumbs=crumbs_to(case),
        case=case, lead=case.what,
    )  # fmt: skip


def put_aside(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Say why it is no nonconformity after all."""
    require_keep(request.viewer)
    case = case_of(request, uid)
    form = WordsForm(sent(request), label=_("Vì sao không phải sự không phù hợp"))

    def save() -> None:
        actions.put_aside_case(case, form.cleaned_data["words"], by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Không phải sự không phù hợp"), done=_("Đã ghi kết luận."), back=address(case),
        crumbs=crumbs_to(case), case=case, lead=case.what, button=_("Kết luận"),
    )  # fmt: skip


def _with_check(request: Request, uid: uuid.UUID) -> tuple[Nonconformity, EffectCheck]:
    case = case_of(request, uid)
    check = EffectCheck.objects.filter(case=case, round=case.round).first()
    if check is None:
        raise Http404
    return case, check
