"""Many at once: the collective's opinion, the decision. Empty rows stay as they are; one wrong row keeps none."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.sent_forms import sent
from chuan.rules.ranking import Level
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.workforce.actions import ranking_together as actions
from chuan.workforce.actions.ranking import Paper
from chuan.workforce.forms_ranking import (
    DecidedRow,
    DecisionForm,
    ElsewhereForm,
    MeetingForm,
    OpinionRow,
    WhoseForm,
)
from chuan.workforce.models import Assessment, RankingRound
from chuan.workforce.permissions import require_keep
from chuan.workforce.ranking.board import Board, board
from chuan.workforce.ranking.elsewhere import offered, open_rows
from chuan.workforce.ranking.rights import is_own
from chuan.workforce.refusals_ranking import OverCap
from chuan.workforce.views.ranking.around import head, round_crumbs, round_of, round_url


def meeting(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What the meeting said of each whom the head has assessed."""
    require_keep(request.viewer)
    round_ = round_of(request, uid)
    told = board(round_, request.viewer, request.at)
    form = MeetingForm(sent(request), initial={"held_on": request.on})
    rows = [OpinionRow(sent(request), assessment=one) for one in _others(request, told.at("head_assessed"))]

    def save() -> int:
        given = form.cleaned_data
        opinions = {one.assessment: _opinion(one) for one in rows if one.is_filled}
        met = actions.Meeting(given["held_on"], int(given["present"]), given["minutes"])
        return actions.opine(round_, met, opinions, by=request.viewer, at=request.at)

    return _together(
        request, round_, told, form, rows, save, title=_("Ghi ý kiến tập thể"), template="meeting",
        waiting=told.at("head_assessed"),
    )  # fmt: skip


def decision(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What the signed decision says of each; the head's proposal is chosen at first, to be changed."""
    require_keep(request.viewer)
    round_ = round_of(request, uid)
    told = board(round_, request.viewer, request.at)
    form = DecisionForm(sent(request), initial={"on": request.on})
    rows = [DecidedRow(sent(request), assessment=one) for one in _others(request, told.at("opined"))]

    def save() -> int:
        given = form.cleaned_data
        levels = {
            one.assessment: Level(one.cleaned_data["level"]) for one in rows if one.cleaned_data["level"]
        }
        paper = Paper(given["number"], given["on"])
        return actions.decide(round_, paper, levels, by=request.viewer, at=request.at, why=given["why"])

    return _together(
        request, round_, told, form, rows, save, title=_("Ghi quyết định"), template="decision",
        waiting=told.at("opined"),
    )  # fmt: skip


def files(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Results that came in by file: whose each is, then kept as decided elsewhere."""
    require_keep(request.viewer)
    round_ = round_of(request, uid)
    told = board(round_, request.viewer, request.at)
    waiting = [one.assessment for one in told.rows if one.assessment.status == "opened"]
    people = _others(request, waiting)
    form = ElsewhereForm(sent(request), initial={"on": request.on})
    lines = offered(open_rows(round_, request.viewer), people)
    rows = [WhoseForm(sent(request), offered=one, people=people) for one in lines]
    by_key = {str(one.pk): one for one in people}

    def save() -> int:
        given = form.cleaned_data
        said = [
            (one.offered.row, by_key[one.cleaned_data["whose"]]) for one in rows if one.cleaned_data["whose"]
        ]
        paper = Paper(given["number"], given["on"])
        return actions.bring_in_all(round_, paper, given["body"], said, by=request.viewer, at=request.at)

    return _together(
        request, round_, told, form, rows, save, title=_("Kết quả từ tệp"), template="files", waiting=rows,
    )  # fmt: skip


def _together(
    request: Request, round_: RankingRound, told: Board, form: forms.Form, rows: Sequence[forms.Form],
    save: Callable[[], int], *, title: str, template: str, waiting: Sequence[object],
) -> HttpResponse:  # fmt: skip
    refusal, warnings = "", told.warnings
    if request.method == "POST" and all([form.is_valid(), *(one.is_valid() for one in rows)]):
        try:
            count = save()
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
            if isinstance(refused, OverCap):
                warnings = [told.head] if told.head else []
        else:
            messages.success(request, _("Đã ghi cho %s người.") % count)
            return redirect(round_url(round_))
    context: dict[str, Any] = head(request, title, round_crumbs(round_)) | {
        "form": form, "rows": rows, "refusal": refusal, "warnings": warnings, "back": round_url(round_),
        "own_left": len(waiting) > len(rows), "wrong": any(one.errors for one in rows),
    }  # fmt: skip
    status = 422 if request.method == "POST" else 200
    return render(request, f"workforce/ranking/{template}.html", context, status=status)


def _others(request: Request, rows: Sequence[Assessment]) -> list[Assessment]:
    """All but the viewer's own: that one another writes down."""
    return [one for one in rows if not is_own(request.viewer, one)]


def _opinion(row: OpinionRow) -> actions.Opinion:
    given = row.cleaned_data
    return actions.Opinion(
        int(given["agreed"] or 0), int(given["against"] or 0), int(given["silent"] or 0), given["text"]
    )
