"""What the pages of titles share: the year they belong to, who may be named, where they lead back."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.models import Official
from chuan.workforce.models import TitleRound
from chuan.workforce.permissions import require_keep
from chuan.workforce.staff import in_post
from chuan.workforce.titles.laws import laws_of


def kept_round(request: Request, uid: uuid.UUID) -> TitleRound:
    """The year, for who keeps the records. Raises ``NotAllowed``, ``Http404``."""
    require_keep(request.viewer)
    return get_object_or_404(TitleRound.objects.seen_by(request.viewer).select_related("unit"), uid=uid)


def people_of(request: Request, round_: TitleRound) -> list[Official]:
    """Officials who held a post of the unit in the year."""
    return [one.official for one in in_post(request.viewer.unit, round_.period)]


def titles_of(round_: TitleRound) -> list[tuple[str, str]]:
    """The titles that the law of the year knows."""
    return [(one.title.value, one.name) for one in laws_of(round_).chosen.law.named]


def chosen(people: Iterable[Official], uids: Iterable[str]) -> list[Official]:
    """Those whose uids were sent."""
    sent = set(uids)
    return [one for one in people if str(one.uid) in sent]


def back_to(year: int | None) -> str:
    """The page of the year."""
    page = reverse("workforce:titles")
    return f"{page}?nam={year}" if year else page


def around(year: int | None) -> dict[str, Any]:
    """Where a form leads, and what stands above it."""
    return {"back": back_to(year), "crumbs": [(_("Danh hiệu"), back_to(year))]}
