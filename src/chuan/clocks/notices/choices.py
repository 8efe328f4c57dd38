"""What officials have chosen; before anybody chose: inside, and no letters."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from chuan.clocks.notices.models import NoticeChoice
from chuan.people.models import Official
from chuan.rules.notices import Choice

DEFAULT = Choice()


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice, since when it stands, and the address at which its owner opens the house ("": not known)."""

    choice: Choice = DEFAULT
    since: datetime | None = None
    root: str = ""


def chosen_by(official: Official) -> Chosen:
    """What stands for one official; one statement."""
    last = NoticeChoice.objects.filter(official=official).order_by("-version").first()
    return _chosen(last) if last else Chosen()


def chosen_by_all(officials: Collection[int]) -> dict[int, Chosen]:
    """What stands for these officials; one statement. Who chose nothing is absent."""
    last = NoticeChoice.objects.filter(official__in=officials).values("official").annotate(last=Max("pk"))
    rows = NoticeChoice.objects.filter(pk__in=last.values("last"))
    return {row.official_id: _chosen(row) for row in rows}


def _chosen(row: NoticeChoice) -> Chosen:
    return Chosen(row.choice, row.recorded_at, row.root)
