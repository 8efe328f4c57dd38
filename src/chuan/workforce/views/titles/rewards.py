"""A year opened, a decision written into the register, one line taken back, results said to be complete."""

from __future__ import annotations

import uuid
from datetime import date

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from chuan.law.titles import HELD_FROM
from chuan.people.door import Request
from chuan.people.sent_forms import sent
from chuan.rules.titles import Title
from chuan.workforce.actions import titles as actions
from chuan.workforce.forms_titles import (
    BaseForm,
    ConcludeForm,
    DecisionForm,
    OpenForm,
    VoidForm,
    latest_first,
)
from chuan.workforce.models import Reward
from chuan.workforce.permissions import require_keep
from chuan.workforce.titles.denominators import Base
from chuan.workforce.titles.fighters import before_vote
from chuan.workforce.titles.laws import laws_of
from chuan.workforce.titles.stages import conclude_words, reopen_words
from chuan.workforce.titles.year import see
from chuan.workforce.views.forms import saved
from chuan.workforce.views.titles.around import around, chosen, kept_round, people_of, titles_of


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
            why=given["why"], by=request.viewer, at=request.at,
        )  # fmt: skip

    title = _("Ghi quyết định danh hiệu năm %s") % round_.year
    told = before_vote(round_, laws_of(round_).chosen.values) if request.method == "GET" else None
    return saved(
        request, form, save, title=title, done=_("Đã ghi quyết định vào sổ danh hiệu."), button=_("Ghi vào sổ"),
        lead=told.words if told else "", **around(round_.year),
    )  # fmt: skip


def conclude_year(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What it means that every result is in the register, and the button that says so; or that some are awaited."""
    round_ = kept_round(request, uid)
    complete = request.POST.get("du", "0" if round_.concluded_at else "1") == "1"
    form = ConcludeForm(sent(request), initial={"du": "1" if complete else "0"})

    def save() -> None:
        actions.conclude(round_, complete=complete, by=request.viewer, at=request.at)

    done = _("Đã ghi là đủ kết quả của năm.") if complete else _("Đã ghi là còn chờ kết quả.")
    title = _("Đã đủ mọi quyết định của năm") if complete else _("Còn chờ quyết định khác")
    seen = see(round_.unit, round_.year, as_of=request.at)
    lead = conclude_words(seen) if complete else reopen_words(seen)
    return saved(request, form, save, title=title, done=done, lead=lead, **around(round_.year))


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
