"""A year opened, a decision written into the register, one line taken back, results said to be complete."""

from __future__ import annotations

import uuid
from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chuan.law.titles import HELD_FROM
from chuan.people.door import Request
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.rules.titles import Title
from chuan.workforce.actions import titles as actions
from chuan.workforce.forms_titles import BaseForm, DecisionForm, OpenForm, VoidForm, latest_first
from chuan.workforce.models import Reward
from chuan.workforce.permissions import require_keep
from chuan.workforce.titles.denominators import Base
from chuan.workforce.views.forms import saved, sent
from chuan.workforce.views.titles.around import around, back_to, chosen, kept_round, people_of, titles_of


def begin(request: Request) -> HttpResponse:
    """Open a year."""
    require_keep(request.viewer)
    form = OpenForm(
        sent(request),
        years=latest_first(HELD_FROM.year, request.on),
        initial={"year": request.GET.get("nam", request.on.year)},
    )

    def save() -> None:
        given = form.cleaned_data
        actions.open_year(int(given["year"]), given["citation"], by=request.viewer, at=request.at)

    typed = request.POST.get("year", "")
    return saved(
        request, form, save, title=_("Mở năm xét danh hiệu"), done=_("Đã mở năm xét danh hiệu."),
        **around(int(typed) if typed.isdecimal() else None),
    )  # fmt: skip


def write(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Write a decision with whom it names."""
    round_ = kept_round(request, uid)
    people = people_of(request, round_)
    form = DecisionForm(
        sent(request),
        titles=titles_of(round_),
        people=people,
        initial={"issuer": request.viewer.unit.committee},
    )

    def save() -> None:
        given = form.cleaned_data
        actions.record_decision(
            round_, Title(given["title"]), actions.Decided(given["decision"], given["on"], given["issuer"]),
            officials=chosen(people, given["people"]), team=given["team"], all_results=given["all_results"],
            by=request.viewer, at=request.at,
        )  # fmt: skip

    title = _("Ghi quyết định danh hiệu năm %s") % round_.year
    return saved(
        request, form, save, title=title, done=_("Đã ghi quyết định vào sổ danh hiệu."), button=_("Ghi vào sổ"),
        **around(round_.year),
    )  # fmt: skip


@require_POST
def conclude_year(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Say that every result is in the register, or that some are still awaited."""
    round_ = kept_round(request, uid)
    complete = request.POST.get("du") == "1"
    try:
        actions.conclude(round_, complete=complete, by=request.viewer, at=request.at)
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        messages.error(request, refused.sentence)
    else:
        done = _("Đã ghi là đủ kết quả của năm.") if complete else _("Đã ghi là còn chờ kết quả.")
        messages.success(request, done)
    return redirect(back_to(round_.year))


def void(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Take a line of the register back with the reason."""
    require_keep(request.viewer)
    rows = Reward.objects.seen_by(request.viewer).select_related("round", "official")
    row = get_object_or_404(rows, uid=uid)
    form = VoidForm(sent(request))

    def save() -> None:
        actions.void_reward(row, form.cleaned_data["reason"], by=request.viewer, at=request.at)

    lead = _("%(title)s: %(whose)s, theo %(decision)s") % {
        "title": row.get_title_display(), "whose": row.whose, "decision": row.decision,
    }  # fmt: skip
    return saved(
        request, form, save, title=_("Bỏ dòng ghi nhầm"), done=_("Đã bỏ dòng ghi nhầm."), lead=lead,
        **around(row.round.year),
    )  # fmt: skip


def base(request: Request) -> HttpResponse:
    """Choose of whom the share is counted."""
    require_keep(request.viewer)
    form = BaseForm(sent(request), initial={"since": date(request.on.year, 1, 1)})

    def save() -> None:
        given = form.cleaned_data
        actions.choose_base(
            Base(given["base"]), since=given["since"], citation=given["citation"], by=request.viewer, at=request.at
        )  # fmt: skip

    return saved(
        request, form, save, title=_("Tỷ lệ tính trên ai"), done=_("Đã ghi mẫu số của tỷ lệ."),
        button=_("Ghi lựa chọn"), **around(None),
    )  # fmt: skip
