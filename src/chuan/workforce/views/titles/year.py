"""A year of titles at a glance, and what is kept about one official."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.law.titles import HELD_FROM
from chuan.people.door import Request
from chuan.people.models import Official
from chuan.rules.titles import Title
from chuan.workforce.forms_titles import latest_first
from chuan.workforce.measures.advanced import base_words
from chuan.workforce.models import Initiative, Reward, Sitting, TitleFact, TitleRound
from chuan.workforce.permissions import may_keep, may_see_all, require_see
from chuan.workforce.titles.fighters import FightersTold, before_vote
from chuan.workforce.titles.judged import for_fighter
from chuan.workforce.titles.law_words import decided_words, law_lines
from chuan.workforce.titles.outcomes import Outcome, transition_words
from chuan.workforce.titles.said import standing_facts
from chuan.workforce.titles.stages import stage_of
from chuan.workforce.titles.teams import teams_naming
from chuan.workforce.titles.year import PersonYear, YearSeen, see


def everybody(request: Request) -> HttpResponse:
    """The year: who holds which title, who is missing and why. Who may see only himself sees numbers only."""
    year = _year(request)
    seen = see(request.viewer.unit, year, as_of=request.at)
    rewards = Reward.objects.seen_by(request.viewer).filter(round__unit=request.viewer.unit, round__year=year)
    context = {
        "title": _("Danh hiệu thi đua"),
        "where": request.viewer.unit.committee,
        "demo": request.viewer.unit.example,
        "seen": seen,
        "rewards": rewards.select_related("official").order_by("voided_at", "title", "decided_on", "pk"),
        "base": base_words(seen.base),
        "sittings": Sitting.objects.seen_by(request.viewer)
        .filter(council__round=seen.round)
        .order_by("held_on"),
        "stage": stage_of(seen),
        "law_lines": law_lines(seen),
        "decided_words": decided_words(seen.laws),
        "fighters": _fighters(request, seen),
        "drafts": any(one.vote and one.vote.passed for who in seen.people for one in who.candidacies),
        "year": year,
        "years": latest_first(HELD_FROM.year, request.on),
        "asker": may_see_all(request.viewer),
        "keeper": may_keep(request.viewer),
    }
    return render(request, "workforce/titles/year.html", context)


def _fighters(request: Request, seen: YearSeen) -> FightersTold | None:
    """The share of fighters while the year is open, for who sees everybody."""
    if seen.round is None or seen.concluded or not may_see_all(request.viewer):
        return None
    return before_vote(seen.round, seen.laws.chosen.values)


def mine(request: Request) -> HttpResponse:
    """What is kept about the viewer himself; somebody without a post has nothing kept."""
    if request.viewer.official is None:
        return redirect("/")
    return _one(request, request.viewer.official, _("Danh hiệu của tôi"))


def person(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The same of an official, for who leads the unit or keeps its records."""
    official = get_object_or_404(Official.objects.seen_by(request.viewer), uid=uid)
    require_see(request.viewer, official)
    return _one(request, official, official.name)


def _one(request: Request, official: Official, title: str) -> HttpResponse:
    year = _year(request)
    seen = see(request.viewer.unit, year, as_of=request.at)
    rewards = Reward.objects.seen_by(request.viewer).filter(official=official).select_related("round")
    told = next((one for one in seen.people if one.official.pk == official.pk), None)
    fighter = for_fighter(official, seen.round, seen.laws, as_of=request.at) if seen.round else ()
    context = {
        "title": title,
        "where": request.viewer.unit.committee,
        "demo": request.viewer.unit.example,
        "crumbs": [(_("Danh hiệu"), f"{reverse('workforce:titles')}?nam={year}")],
        "official": official,
        "person": told,
        "decided_words": decided_words(seen.laws),
        "moves": _moves(seen, told, Title.ADVANCED_WORKER, told.outcomes if told else ()),
        "rewards": rewards.order_by("-round__year", "title"),
        "facts": _facts(seen.round, official),
        "fighter": fighter,
        "fighter_moves": _moves(seen, told, Title.EMULATION_FIGHTER, fighter),
        "initiatives": _initiatives(request, official),
        "teams": teams_naming(official, year),
        "round": seen.round,
        "keeper": may_keep(request.viewer) and seen.round is not None,
        "year": year,
        "years": latest_first(HELD_FROM.year, request.on),
    }
    return render(request, "workforce/titles/person.html", context)


def _moves(seen: YearSeen, told: PersonYear | None, title: Title, outcomes: Sequence[Outcome]) -> str:
    """What the transition between two laws says of him as a candidate for a title."""
    if told is None or not outcomes:
        return ""
    rows = (one.candidate for one in told.candidacies if one.candidate.title == title)
    received = next((one.proposed_on for one in rows), None)
    return transition_words(seen.laws, outcomes, received)


def _initiatives(request: Request, official: Official) -> list[Initiative]:
    rows = Initiative.objects.seen_by(request.viewer).filter(authors=official, voided_at=None)
    return list(rows.order_by("-recognised_on"))


def _facts(round_: TitleRound | None, official: Official) -> list[TitleFact]:
    """What papers say of him and stands, for himself as well: nothing is kept behind his back."""
    if round_ is None:
        return []
    return [one for one in standing_facts(round_, None).get(official.pk, {}).values() if one.value]


def _year(request: Request) -> int:
    """The year asked for; else the unit's latest one; else this year."""
    typed = request.GET.get("nam", "")
    if typed.isdecimal() and len(typed) == 4 and HELD_FROM.year <= int(typed) <= request.on.year:
        return int(typed)
    rounds = TitleRound.objects.seen_by(request.viewer).filter(unit=request.viewer.unit)
    latest = rounds.order_by("-year").values_list("year", flat=True).first()
    return latest or request.on.year
