"""Rounds of ranking: the list, one opened, one at a glance, one ended."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.sent_forms import sent
from chuan.rules.ranking import Level
from chuan.workforce.actions import ranking_rounds as actions
from chuan.workforce.forms_ranking import LevelForm, OpenForm
from chuan.workforce.models import RankingRound
from chuan.workforce.permissions import may_keep, may_see_all, require_keep
from chuan.workforce.ranking.board import board, counted, rounds_of
from chuan.workforce.ranking.laws import law_of, level_words, named, source
from chuan.workforce.views.forms import saved
from chuan.workforce.views.ranking.around import head, round_crumbs, round_of, round_url


def everything(request: Request) -> HttpResponse:
    """Every round; one who may see only himself is led to his own page."""
    if not may_see_all(request.viewer):
        return redirect("workforce:my_ranking")
    context = head(request, _("Xếp loại"), []) | {
        "lines": rounds_of(request.viewer), "keeper": may_keep(request.viewer),
    }  # fmt: skip
    return render(request, "workforce/ranking/rounds.html", context)


def begin(request: Request) -> HttpResponse:
    """Open a round; the year offered is the one that is ending."""
    require_keep(request.viewer)
    first = {"kind": "year", "year": request.on.year, "opened_on": request.on}
    form = OpenForm(sent(request), initial=first)
    made: list[RankingRound] = []

    def save() -> None:
        given = form.cleaned_data
        kind, period = form.chosen
        opening = actions.Opening(
            kind, period, given["citation"], given["opened_on"], bool(given["outstanding"])
        )
        made.append(actions.open_round(opening, by=request.viewer, at=request.at))

    answer = saved(
        request, form, save, title=_("Mở kỳ xếp loại"),
        done=_("Đã mở kỳ. Mỗi người thấy việc tự đánh giá trong Việc của tôi."),
        back=reverse("workforce:ranking"), crumbs=[(_("Xếp loại"), reverse("workforce:ranking"))],
        lead=_("Mọi người giữ chức danh trong kỳ được đưa vào danh sách; ai không thuộc diện thì ghi lý do sau."),
    )  # fmt: skip
    return redirect(round_url(made[0])) if made else answer


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Everybody's stage, who waits for whom, what is warned of before the vote."""
    round_ = round_of(request, uid)
    told, law = board(round_, request.viewer, request.at), law_of(round_)
    context = head(request, named(round_), round_crumbs(round_)[:1]) | {
        "round": round_, "board": told, "counted": counted(told.rows), "regime": source(law.values["ranking.regime"]),
        "keeper": _keeps(request, round_), "to_opine": len(told.at("head_assessed")),
        "to_decide": len(told.at("opined")), "until": law.values.get("ranking.until"),
        "unit_words": level_words(round_.unit_level), "open": round_.state == RankingRound.State.OPEN,
    }  # fmt: skip
    return render(request, "workforce/ranking/round.html", context)


def add(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Add who came late into the list."""
    round_ = round_of(request, uid)
    if request.method == "POST":
        count = actions.add_newcomers(round_, by=request.viewer, at=request.at)
        words = _("Đã thêm %s người.") % count if count else _("Không ai trong kỳ còn thiếu.")
        messages.success(request, words)
    return redirect(round_url(round_))


def unit_level(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Which level the unit itself was given."""
    require_keep(request.viewer)
    round_ = round_of(request, uid)
    form = LevelForm(sent(request), initial={"level": round_.unit_level})

    def save() -> None:
        level = form.cleaned_data["level"]
        actions.rank_unit(round_, Level(level) if level else None, by=request.viewer, at=request.at)

    return saved(
        request,
        form,
        save,
        title=_("Ghi mức của đơn vị"),
        done=_("Đã ghi mức của đơn vị."),
        **_around(round_),
    )


def close(request: Request, uid: uuid.UUID) -> HttpResponse:
    """End the round."""
    round_ = round_of(request, uid)
    if request.method == "POST":
        actions.close_round(round_, by=request.viewer, at=request.at)
        messages.success(request, _("Đã kết thúc kỳ xếp loại."))
    return redirect(round_url(round_))


def _keeps(request: Request, round_: RankingRound) -> bool:
    return may_keep(request.viewer) and round_.unit_id == request.viewer.unit.pk


def _around(round_: RankingRound) -> dict[str, Any]:
    return {"back": round_url(round_), "crumbs": round_crumbs(round_)}
