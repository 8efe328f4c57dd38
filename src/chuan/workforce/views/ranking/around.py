"""What the pages of ranking share: their heads, the row of the address, who may open it."""

from __future__ import annotations

import uuid
from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.rules.refusals import NotFound
from chuan.workforce.models import Assessment, RankingRound
from chuan.workforce.permissions import may_see_all
from chuan.workforce.ranking.laws import named
from chuan.workforce.views.forms import Crumbs


def round_of(request: Request, uid: uuid.UUID) -> RankingRound:
    """The round of an address, for who sees the unit; 404 for everybody else."""
    if not may_see_all(request.viewer):
        raise NotFound(thing=_("kỳ xếp loại này"))
    return get_object_or_404(RankingRound.objects.seen_by(request.viewer).select_related("unit"), uid=uid)


def assessment_of(request: Request, uid: uuid.UUID) -> Assessment:
    """The assessment of an address, one's own or one of the unit for who sees it; 404 for everybody else."""
    rows = Assessment.objects.seen_by(request.viewer).select_related("round__unit", "official__unit")
    return get_object_or_404(rows, uid=uid)


def head(request: Request, title: str, crumbs: Crumbs) -> dict[str, Any]:
    """What stands over every page."""
    return {
        "title": title,
        "where": request.viewer.unit.committee,
        "demo": request.viewer.unit.example,
        "crumbs": [(_("Cán bộ"), "/can-bo/"), *crumbs],
    }


def round_crumbs(round_: RankingRound) -> Crumbs:
    """The way to a page beneath a round."""
    return [(_("Xếp loại"), reverse("workforce:ranking")), (named(round_), round_url(round_))]


def assessment_crumbs(request: Request, one: Assessment) -> Crumbs:
    """The way to a page beneath an assessment; who sees only himself is led over his own list."""
    name = (one.official.name, assessment_url(one))
    if may_see_all(request.viewer):
        return [*round_crumbs(one.round), name]
    return [(_("Xếp loại"), reverse("workforce:my_ranking")), (named(one.round), assessment_url(one))]


def round_url(round_: RankingRound) -> str:
    """Address of a round."""
    return reverse("workforce:ranking_round", args=[round_.uid])


def assessment_url(one: Assessment) -> str:
    """Address of an assessment."""
    return reverse("workforce:assessment", args=[one.uid])
