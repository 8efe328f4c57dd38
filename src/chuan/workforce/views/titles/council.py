"""The council, its sittings with their secret votes, minutes and the decision begun as a draft."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chuan.people.door import Request
from chuan.people.models import Official
from chuan.people.sent_forms import sent
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.rules.refusals.titles import VotesWrong
from chuan.ui.files import attachment
from chuan.workforce.actions import titles_council as actions
from chuan.workforce.forms_titles import VoidForm
from chuan.workforce.forms_titles_council import CouncilForm, VoteForm, today_within
from chuan.workforce.models import Candidate, Council, CouncilVote, Sitting, TitleRound
from chuan.workforce.permissions import may_keep, require_keep
from chuan.workforce.titles.fighters import FightersTold, before_vote
from chuan.workforce.titles.laws import laws_of
from chuan.workforce.titles.papers import minutes_pdf
from chuan.workforce.titles.votes import Counted, law_of_sitting, without_ballot
from chuan.workforce.views.forms import saved
from chuan.workforce.views.titles.around import around, back_to, chosen, kept_round, people_of


def set_up(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Write who the council is."""
    round_ = kept_round(request, uid)
    people = people_of(request, round_)
    form = CouncilForm(sent(request), people=people, initial=_standing(request, round_))

    def save() -> None:
        given = form.cleaned_data
        [chair], [secretary] = chosen(people, [given["chair"]]), chosen(people, [given["secretary"]])
        actions.set_council(
            round_, chosen(people, given["members"]), chair=chair, secretary=secretary,
            citation=given["citation"], by=request.viewer, at=request.at,
        )  # fmt: skip

    return saved(
        request, form, save, title=_("Hội đồng xét danh hiệu năm %s") % round_.year, done=_("Đã ghi Hội đồng."),
        button=_("Ghi Hội đồng"), **around(round_.year),
    )  # fmt: skip


def vote(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Write a sitting; a row that does not add up is told by name, and nothing is kept."""
    round_ = kept_round(request, uid)
    council = _council(request, round_)
    if council is None:
        messages.error(request, _("Chưa ghi Hội đồng. Ghi Hội đồng trước, rồi ghi kết quả bỏ phiếu."))
        return redirect("workforce:titles_council", uid=round_.uid)
    members = list(council.members.order_by("name"))
    rows = (
        Candidate.objects.seen_by(request.viewer).standing().filter(round=round_, proposed_on__isnull=False)
    )
    voted = CouncilVote.objects.filter(sitting__council__round=round_, sitting__voided_at=None)
    rows = rows.exclude(pk__in=voted.values("candidate"))
    candidates = list(rows.select_related("official").order_by("title", "pk"))
    form = VoteForm(
        sent(request), members=members, candidates=candidates,
        initial={"on": today_within(round_.year, request.on)},
    )  # fmt: skip
    refusal = ""
    wrong: tuple[tuple[str, str], ...] = ()
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        held = actions.Held(given["on"], chosen(members, given["present"]))
        counted = [Counted(one, *form.numbers(one)) for one in candidates]
        try:
            row = actions.write_sitting(council, held, counted, by=request.viewer, at=request.at)
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal, wrong = refused.sentence, refused.rows if isinstance(refused, VotesWrong) else ()
        else:
            messages.success(request, _("Đã ghi kết quả bỏ phiếu."))
            return redirect("workforce:title_sitting", uid=row.uid)
    without, told = _said_before(round_, members, candidates, request.on)
    context = _page(request, _("Kết quả bỏ phiếu của Hội đồng"), round_) | {
        "without": without, "fighters": told,
        "form": form, "refusal": refusal, "wrong": wrong, "council": council, "members": len(members),
    }  # fmt: skip
    return render(
        request, "workforce/titles/vote.html", context, status=422 if request.method == "POST" else 200
    )


def _said_before(
    round_: TitleRound, members: Sequence[Official], candidates: Sequence[Candidate], today: date
) -> tuple[list[str], FightersTold | None]:
    """Members who have no ballot on themselves, and the share of fighters: said before the vote."""
    law = law_of_sitting(round_.unit, today_within(round_.year, today))
    return without_ballot(members, candidates, law), before_vote(round_, laws_of(round_).chosen.values)


def sitting(request: Request, uid: uuid.UUID) -> HttpResponse:
    """One sitting: numbers of ballots and what they came to."""
    row = _sitting(request, uid)
    context = _page(request, _("Phiên họp xét danh hiệu"), row.council.round) | {
        "sitting": row,
        "votes": row.votes.select_related("candidate__official").order_by("candidate__title", "pk"),
        "present": row.present.order_by("name"),
        "members": row.council.members.count(),
        "keeper": may_keep(request.viewer),
    }
    return render(request, "workforce/titles/sitting.html", context)


def minutes(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The minutes to print and sign."""
    row = _sitting(request, uid)
    votes = list(row.votes.select_related("candidate__official").order_by("candidate__title", "pk"))
    return attachment(minutes_pdf(row, votes, request.on), "bien-ban-hop.pdf", "application/pdf")


def void(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Take a sitting back with the reason."""
    require_keep(request.viewer)
    row = _sitting(request, uid)
    form = VoidForm(sent(request))

    def save() -> None:
        actions.void_sitting(row, form.cleaned_data["reason"], by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Bỏ phiên họp ghi nhầm"), done=_("Đã bỏ phiên họp ghi nhầm."),
        **around(row.council.round.year),
    )  # fmt: skip


@require_POST
def draft(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Begin the decision as a draft, with the names of whoever passed."""
    round_ = kept_round(request, uid)
    try:
        document = actions.begin_decision(round_, by=request.viewer, at=request.at)
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        messages.error(request, refused.sentence)
        return redirect(back_to(round_.year))
    messages.success(request, _("Đã tạo dự thảo quyết định. Ban hành xong, ghi số và ngày vào sổ danh hiệu."))
    return redirect("documents:draft", uid=document.uid)


def _sitting(request: Request, uid: uuid.UUID) -> Sitting:
    rows = Sitting.objects.seen_by(request.viewer)
    return get_object_or_404(
        rows.select_related("council__round__unit", "council__chair", "council__secretary"), uid=uid
    )


def _council(request: Request, round_: TitleRound) -> Council | None:
    rows = Council.objects.seen_by(request.viewer).filter(round=round_).order_by("-pk")
    return rows.select_related("round", "chair", "secretary").first()


def _standing(request: Request, round_: TitleRound) -> dict[str, Any]:
    council = _council(request, round_)
    if council is None:
        return {}
    return {
        "citation": council.citation, "chair": str(council.chair.uid), "secretary": str(council.secretary.uid),
        "members": [str(uid) for uid in council.members.values_list("uid", flat=True)],
    }  # fmt: skip


def _page(request: Request, title: str, round_: TitleRound) -> dict[str, Any]:
    return {
        "title": title, "where": request.viewer.unit.committee, "demo": request.viewer.unit.example,
        "round": round_, **around(round_.year),
    }  # fmt: skip
