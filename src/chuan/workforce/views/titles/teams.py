"""A team that stands for a title: criteria, what the registers know with rows, and what somebody says of it."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.sent_forms import sent
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.rules.titles import Title
from chuan.workforce.actions.titles_teams import say_team
from chuan.workforce.forms_titles_teams import TeamForm, begun_with
from chuan.workforce.models import Candidate
from chuan.workforce.permissions import may_keep, may_see_all, require_keep
from chuan.workforce.titles.law_words import decided_words
from chuan.workforce.titles.outcomes import transition_words
from chuan.workforce.titles.teams import TeamSeen, see_team
from chuan.workforce.views.titles.around import around, chosen, people_of


def team(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The team for who leads the unit or keeps its records; the form for who keeps them."""
    row = _team(request, uid)
    if request.method == "POST":
        require_keep(request.viewer)
    people, seen = people_of(request, row.round), see_team(row, as_of=request.at)
    form, refusal = TeamForm(sent(request), people=people, initial=begun_with(seen.said)), ""
    if request.method == "POST" and form.is_valid():
        try:
            told = form.told(chosen(people, form.cleaned_data["people"]))
            say_team(row, told, by=request.viewer, at=request.at)
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
        else:
            messages.success(request, _("Đã ghi dữ liệu của tập thể."))
            return redirect("workforce:title_team", uid=row.uid)
    context = _context(request, seen) | {"form": form, "refusal": refusal}
    status = 422 if request.method == "POST" else 200
    return render(request, "workforce/titles/team.html", context, status=status)


def _team(request: Request, uid: uuid.UUID) -> Candidate:
    if not may_see_all(request.viewer):
        raise NotFound(thing=_("tập thể này"))
    teams = [one.value for one in Title if one.for_team]
    rows = Candidate.objects.seen_by(request.viewer).filter(title__in=teams)
    return get_object_or_404(rows.select_related("round__unit"), uid=uid)


def _context(request: Request, seen: TeamSeen) -> dict[str, Any]:
    row = seen.candidate
    own = row.round.unit_id == request.viewer.unit.pk
    return {
        "title": f"{row.team}: {row.get_title_display()}", "where": request.viewer.unit.committee,
        "demo": request.viewer.unit.example, "candidate": row, "seen": seen, "decided_words": decided_words(seen.laws),
        "transition": transition_words(seen.laws, seen.outcomes, row.proposed_on),
        "keeper": may_keep(request.viewer) and own and row.voided_at is None, **around(row.round.year),
    }  # fmt: skip
