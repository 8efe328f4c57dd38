"""Rounds and lines that a request may reach; nothing else is there."""

from __future__ import annotations

import uuid
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from chuan.objectives.models import Round, RoundLine
from chuan.objectives.rounds.addresses import HOME, of_round
from chuan.people.door import Request
from chuan.people.models import Post

_ROUND = ("plan__decision__unit", "plan__reading", "owner_unit", "document", "opened_by")


def round_of(request: Request, uid: uuid.UUID) -> Round:
    """The round with its plan; 404 for another ward's."""
    return get_object_or_404(Round.objects.seen_by(request.viewer).select_related(*_ROUND), uid=uid)


def line_of(request: Request, uid: uuid.UUID) -> RoundLine:
    """The line with its round; 404 for another ward's."""
    rounds = Round.objects.seen_by(request.viewer)
    rows = RoundLine.objects.filter(round__in=rounds).select_related(*(f"round__{one}" for one in _ROUND))
    return get_object_or_404(rows.select_related("round", "owner_post", "owner_official"), uid=uid)


def posts_of(request: Request, round_: Round) -> list[Post]:
    """Posts of the unit, to give a line to."""
    return list(Post.objects.seen_by(request.viewer).filter(unit=round_.owner_unit_id).order_by("title"))


def page_of(request: Request, title: str, round_: Round | None = None) -> dict[str, Any]:
    """What every page of a round begins with."""
    crumbs = [(_("Mục tiêu"), "/muc-tieu/"), (_("Xây dựng năm sau"), HOME)]
    if round_ is not None:
        crumbs.append((_("Đợt năm %s") % round_.year, of_round(round_)))
    return {
        "title": title, "crumbs": crumbs, "where": request.viewer.unit.committee, "demo": request.viewer.unit.example,
        "round": round_,
    }  # fmt: skip
