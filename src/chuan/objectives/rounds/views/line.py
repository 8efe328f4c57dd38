"""One line: three years of it, what was said, the form to propose and the form to decide."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from chuan.objectives.models import RoundLine
from chuan.objectives.rounds import actions
from chuan.objectives.rounds.addresses import of_line, of_round
from chuan.objectives.rounds.forms import DecisionForm, ProposalForm, SentenceForm
from chuan.objectives.rounds.permissions import may_propose, may_run
from chuan.objectives.rounds.picture import picture_of, shown_alone
from chuan.objectives.rounds.views.finding import line_of, page_of, posts_of
from chuan.people.door import Request
from chuan.rules.refusals import NotAllowed, NotFound, Refused

REFUSED = 422


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The line; POST proposes or remarks."""
    line = line_of(request, uid)
    if request.method != "POST":
        return _page(request, line)
    shown = shown_alone(picture_of(line.round, request.viewer, request.on), line)
    form = ProposalForm(
        request.POST, line=line, text=shown.text, posts=posts_of(request, line.round),
        may_propose=may_propose(request.viewer, line, line.round),
    )  # fmt: skip
    if form.is_valid():
        try:
            actions.say(line, form.proposal(), by=request.viewer, at=request.at, seen=form.page_saw())
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            return _page(request, line, proposing=form, refusal=refused.sentence)
        messages.success(request, _("Đã ghi ý kiến của bạn."))
        return redirect(of_round(line.round) + "?loc=toi" if shown.mine else of_line(line))
    return _page(request, line, proposing=form)


def decide(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The secretary's decision about the line."""
    line = line_of(request, uid)
    if request.method != "POST":
        return redirect(of_line(line))
    shown = shown_alone(picture_of(line.round, request.viewer, request.on), line)
    form = DecisionForm(request.POST, line=line, text=shown.text, posts=posts_of(request, line.round))
    if form.is_valid():
        try:
            actions.decide(line, form.decision(), by=request.viewer, at=request.at, seen=form.page_saw())
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            return _page(request, line, deciding=form, refusal=refused.sentence)
        messages.success(request, _("Đã quyết dòng %s.") % shown.ordinal)
        return redirect(of_round(line.round) + f"#d-{line.uid}")
    return _page(request, line, deciding=form)


def _page(
    request: Request, line: RoundLine, proposing: ProposalForm | None = None, deciding: DecisionForm | None = None,
    refusal: str = "",
) -> HttpResponse:  # fmt: skip
    picture = picture_of(line.round, request.viewer, request.on)
    shown, posts = shown_alone(picture, line), posts_of(request, line.round)
    runs = may_run(request.viewer, line.round.owner_unit_id)
    speaks = may_propose(request.viewer, line, line.round)
    title = _("Mục tiêu %(ordinal)s năm %(year)s") % {"ordinal": shown.ordinal, "year": line.round.year}
    wrong: list[SentenceForm] = [one for one in (proposing, deciding) if one is not None]
    context = page_of(request, title, line.round) | {
        "shown": shown, "line": line, "runs": runs, "refusal": refusal, "years": picture_years(line),
        "proposing": proposing
        or ProposalForm(line=line, text=shown.text, posts=posts, may_propose=speaks),
        "deciding": (deciding or DecisionForm(line=line, text=shown.text, posts=posts)) if runs else None,
        "proposes": proposing is not None,
    }  # fmt: skip
    return render(request, "objectives/rounds/line.html", context, status=REFUSED if wrong else 200)


def picture_years(line: RoundLine) -> list[int]:
    """The years shown, the latest first."""
    return [line.round.plan.year - back for back in range(3)]
